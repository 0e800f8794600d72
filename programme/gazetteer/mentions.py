"""Where a text names municipalities, and which they may be."""

from dataclasses import dataclass

from programme.gazetteer import words as said
from programme.gazetteer.finding import found_in
from programme.gazetteer.found import Found
from programme.gazetteer.names import whole
from programme.gazetteer.pieces import Piece, pieces_of
from programme.gazetteer.placing import linked, listed, placed
from programme.gazetteer.weighing import is_meant, is_something_else, nothing_else_is_said, opens_the_answer
from programme.gazetteer.words import Case


@dataclass(frozen=True)
class Mention:
    """A named municipality: `text` is `start:end` (code points) of what was written, its title included.

    `ids` are all it may be. `cue` is true when something besides the name says that a municipality is meant; `case`
    is how it stands in its sentence ("Bursa'dan" and "from Bursa": from); `sure` is false when it was a letter off.
    """

    text: str
    start: int
    end: int
    ids: tuple[str, ...]
    cue: bool
    case: Case = ""
    sure: bool = True


def mentions(text: str) -> tuple[Mention, ...]:
    """The municipalities a text names, in its order; everyday words that are names too only where the text says so."""
    return mentions_in(text, expected=False)


def mentions_in(text: str, expected: bool) -> tuple[Mention, ...]:
    """As `mentions`; `expected` when the text answers the question which municipality it is."""
    pieces = [whole(piece) for piece in pieces_of(text)]
    found = list(listed(pieces, [one for one in placed(pieces, list(found_in(pieces, expected))) if one.ids]))
    capitals = any(character.islower() for character in text)
    places = [one for one in found if one.municipal or not is_something_else(pieces, one)]
    alone = expected and len(places) == len(found) and nothing_else_is_said(pieces, found)
    meant = [is_meant(pieces, one, capitals, alone) or (expected and opens_the_answer(pieces, one)) for one in places]
    _named_together(pieces, places, meant)
    return tuple(_mention(text, pieces, one) for one, is_one in zip(places, meant, strict=True) if is_one)


def _named_together(pieces: list[Piece], places: list[Found], meant: list[bool]) -> None:
    """What is listed with a municipality is one too, an everyday word or not: "Erzurum, Van ve Kars"."""
    small = not any(piece.capital for piece in pieces)
    pairs = [(place, place + 1) for place in range(len(places) - 1)]
    for one, other in [*pairs, *((after, before) for before, after in reversed(pairs))]:
        first, second = places[min(one, other)], places[max(one, other)]
        unlikely = places[other].risks & {"answer", "weekday_or_month"}
        parted = first.last < second.first or not pieces[first.last - 1].joined
        if meant[one] and not meant[other] and not unlikely and parted and linked(pieces, first, second):
            meant[other] = small or pieces[places[other].first].capital


def _mention(text: str, pieces: list[Piece], found: Found) -> Mention:
    start, end = pieces[found.first].start, pieces[found.last - 1].end
    case = _case(pieces, found)
    return Mention(text[start:end], start, end, found.ids, found.municipal or case == "from", case, found.sure)


def _case(pieces: list[Piece], found: Found) -> Case:
    """How the name stands in its sentence, by its suffix or by the words beside it."""
    before = pieces[found.first - 1].word if found.first else ""
    behind = pieces[found.last].word if found.last < len(pieces) else ""
    case = found.case or said.PREPOSITIONS.get(before, "") or said.POSTPOSITIONS.get(behind, "")
    return "" if case == "from" and said.is_in("after_from", behind) else case
