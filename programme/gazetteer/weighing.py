"""Weighs whether a name that was found names a municipality there, or a thing, a person or another body."""

from programme.gazetteer import words as said
from programme.gazetteer.found import Found
from programme.gazetteer.names import is_at_home
from programme.gazetteer.pieces import Piece

_PHRASE = 4  # words within which a name and its head stand: "Sakarya İl Milli Eğitim Müdürlüğü"

_APART = ("(", ")", ").", "),", ";", "[", "]")
_ENDS = ("", ".", ",", ";", "!")


def is_meant(pieces: list[Piece], found: Found, capitals: bool, alone: bool) -> bool:
    """Whether the name names a municipality here; `capitals` when the text tells small letters from capitals, `alone`
    when it was asked for and nothing else is said."""
    if found.municipal or found.placed or found.level:
        return True
    if _own_directorate(pieces, found) or (alone and "answer" not in found.risks):
        return True
    capital = capitals and pieces[found.first].capital
    if not found.risks:
        return capital or any(map(is_at_home, found.ids))
    if "weekday_or_month" in found.risks:
        return False
    return is_where_from(pieces, found) or (capital and _as_a_place(pieces, found))


def is_where_from(pieces: list[Piece], found: Found) -> bool:
    """Whether the words round it leave no doubt, small letters or not: "biz kale olarak", "kaleden yazıyorum"."""
    before = pieces[found.first - 1].word if found.first else ""
    behind = [piece.word for piece in pieces[found.last : found.last + 2]]
    if not behind:
        return False
    if behind[0] == "olarak":
        return said.is_in("we", before)
    if found.case == "from":
        return said.is_in("writes", behind[0])
    return behind[0] == "ile" and said.is_in("meets", behind[-1])


def opens_the_answer(pieces: list[Piece], found: Found) -> bool:
    """Whether an answer begins with where from or where: "konakta zabıta amiriyim"."""
    before = pieces[: found.first]
    return (
        found.case in ("from", "in")
        and "weekday_or_month" not in found.risks
        and all(said.is_in("fillers", piece.word) for piece in before)
    )


def nothing_else_is_said(pieces: list[Piece], found: list[Found]) -> bool:
    named = {place for one in found for place in range(one.first, one.last)}
    return all(place in named or said.is_in("fillers", piece.word) for place, piece in enumerate(pieces))


def _as_a_place(pieces: list[Piece], found: Found) -> bool:
    """Whether the sentence treats the word as a place: "Ordu'dan", "in Van", "Nilüfer olarak"."""
    before = pieces[found.first - 1].word if found.first else ""
    behind = pieces[found.last].word if found.last < len(pieces) else ""
    if before in ("from", "in", "at", "to") or behind == "olarak" or _stands_apart(pieces, found):
        return True
    if "person_name" in found.risks or said.is_in("first_names", found.key):
        return bool(pieces[found.name_end - 1].tail) and found.case in ("from", "in")
    return bool(pieces[found.name_end - 1].tail)


def _stands_apart(pieces: list[Piece], found: Found) -> bool:
    """Whether it is an item of its own: "our municipality (Köse)", "yüz yüze; Susuz; ayda 2", "a town, Göle."."""
    if not found.first:
        return False
    before, behind = pieces[found.first - 1], pieces[found.last - 1].gap.strip()
    if said.is_in("of_a_kind", before.word) and before.gap.strip() in (",", ":", "–", "-"):
        return behind in _ENDS
    return found.last < len(pieces) and before.gap.strip() in _APART and behind in _APART


def is_something_else(pieces: list[Piece], found: Found) -> bool:
    return _heads_another_name(pieces, found) or _is_a_person(pieces, found)


def _heads_another_name(pieces: list[Piece], found: Found) -> bool:
    """Whether the name only belongs to another one: "Ankara Valiliği", "Embassy of Spain in Ankara"."""
    before = pieces[max(0, found.first - _PHRASE) : found.first]
    if before and before[-1].word in ("in", "of") and any(said.is_in("institutions", p.word) for p in before):
        return True
    if found.case not in ("", "of"):
        return False
    phrase = _phrase_behind(pieces, found)[: 1 if found.case == "of" else _PHRASE]
    if any(said.is_in("directorates", word) for word in phrase):
        return any(said.is_in("of_the_state", word) for word in phrase)
    return any(said.is_in("institutions", word) or said.is_union(word, "") for word in phrase)


def _own_directorate(pieces: list[Piece], found: Found) -> bool:
    """Whether one of the municipality's own departments follows: "Nilüfer Fen İşleri Müdürlüğü"."""
    before = pieces[found.first - 1].word if found.first else ""
    if found.case or any(said.is_in("of_the_state", word) for word in (before, found.key)):
        return False
    phrase = _phrase_behind(pieces, found)
    if phrase and said.is_in("own_bodies", phrase[0]):
        return True
    return any(said.is_in("directorates", word) for word in phrase)


def _phrase_behind(pieces: list[Piece], found: Found) -> list[str]:
    """The next few words that belong to the same phrase as the name."""
    words: list[str] = []
    for place in range(found.last, min(found.last + _PHRASE, len(pieces))):
        behind, piece = pieces[place - 1], pieces[place]
        if not behind.unbroken or (words and behind.tail) or said.is_in("phrase_ends", piece.word):
            break
        words.append(piece.word)
    return words


def _is_a_person(pieces: list[Piece], found: Found) -> bool:
    """Whether the name is somebody's surname, or theirs by title: "Ayşe Konak Hanım", "Sayın Demirci"."""
    if found.case or found.level:
        return False
    before = pieces[found.first - 1] if found.first else None
    if before and before.joined and not before.tail:
        if said.is_in("titles_of_people_before", before.word):
            return True
        if said.is_in("first_names", before.word) and (before.capital or bool(found.risks)):
            return True
    if found.last == len(pieces) or not pieces[found.last - 1].unbroken:
        return False
    return said.is_in("titles_of_people_after", pieces[found.last].word)
