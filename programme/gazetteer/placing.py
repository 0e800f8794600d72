"""Puts together what is said together: a province and a place in it, a list of names and the title they share."""

from collections.abc import Iterator
from dataclasses import replace

from programme.gazetteer import words as said
from programme.gazetteer.found import Found
from programme.gazetteer.names import country_codes, key_of, provinces, words_of
from programme.gazetteer.pieces import Piece
from programme.municipality_list import municipality

_KINDS = {"town": ("town",), "district": ("district", "metropolitan district")}


def placed(pieces: list[Piece], found: list[Found]) -> Iterator[Found]:
    """What was found, outer names used up by the inner ones; a place unknown in its province left out."""
    one: Found | None = None
    for next_one in found:
        together = _together(pieces, one, next_one) if one else None
        if one and not together:
            yield from _kept(pieces, one)
        one = together or next_one
    if one:
        yield from _kept(pieces, one)


def _kept(pieces: list[Piece], found: Found) -> Iterator[Found]:
    if not _unknown_part_follows(pieces, found):
        yield of_its_kind(found)


def _together(pieces: list[Piece], one: Found, next_one: Found) -> Found | None:
    if not _side_by_side(pieces, one, next_one):
        return None
    inner = _inside(next_one, one)
    if inner and not one.municipal:
        first = next_one.first if one.case else one.first
        return replace(next_one, first=first, bearers=(inner,), placed=True)
    inner = _inside(one, next_one)
    if not inner or next_one.metropolitan or (next_one.municipal and (one.municipal or one.case)):
        return None
    if next_one.municipal:  # "Karşıyaka / İzmir Belediyesi"
        return replace(next_one, first=one.first, key=one.key, bearers=(inner,), placed=True)
    return replace(one, bearers=(inner,), placed=True)


def _side_by_side(pieces: list[Piece], one: Found, next_one: Found) -> bool:
    between = pieces[one.last - 1 : next_one.first]
    links = all(said.level(piece.word) or piece.word in ("in", "merkez", "bagli") for piece in between[1:])
    return links and all(piece.beside for piece in between)


def _inside(found: Found, around: Found) -> tuple[str, ...]:
    """Those bearing the name `found` that lie in the district, province or country called `around`."""
    bearers = (bearer for group in found.bearers for bearer in group)
    return tuple(bearer for bearer in bearers if around.key and _lies_in(bearer, around.key))


def _lies_in(bearer: str, around: str) -> bool:
    place = municipality(bearer)
    if around in country_codes():
        return place.country == country_codes()[around]
    if place.country != "TR" or place.kind in ("metropolitan", "provincial"):
        return False
    if around in provinces() and key_of(words_of(place.province)) == provinces()[around]:
        return True
    return place.kind == "town" and key_of(words_of(place.district)) == around


def listed(pieces: list[Piece], found: list[Found]) -> Iterator[Found]:
    """What was found, a title in the plural shared by all before it: "Nilüfer, Osmangazi ve Yıldırım belediyeleri"."""
    shared = False
    backwards: list[Found] = []
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        plural = any(said.is_in("plural_titles", piece.word) for piece in pieces[one.name_end : one.last])
        shared = plural or (shared and linked(pieces, one, found[place + 1]))
        backwards.append(replace(one, municipal=True) if shared else one)
    yield from reversed(backwards)


def linked(pieces: list[Piece], one: Found, next_one: Found) -> bool:
    """Whether only "and", "or" or a comma stands between two names."""
    between = pieces[one.last : next_one.first]
    links = all(said.is_in("links", piece.word) for piece in between)
    return links and all(piece.beside for piece in pieces[one.last - 1 : next_one.first])


def of_its_kind(found: Found) -> Found:
    """Only those of the kind the title says; all, but less surely, when none is."""
    kinds = ("metropolitan", "city") if found.metropolitan else _KINDS.get(found.level, ())
    if not kinds:
        return found
    fitting = tuple(tuple(bearer for bearer in group if municipality(bearer).kind in kinds) for group in found.bearers)
    if any(fitting):
        return replace(found, bearers=tuple(filter(None, fitting)))
    return replace(found, sure=False)


def _unknown_part_follows(pieces: list[Piece], found: Found) -> bool:
    """Whether the name only says where an unknown municipality lies: "Ankara Filanca Belediyesi"."""
    if found.municipal or found.level or found.last + 1 >= len(pieces) or found.case not in ("", "of"):
        return False
    unknown, title = pieces[found.last], pieces[found.last + 1]
    one_phrase = pieces[found.last - 1].unbroken and unknown.unbroken and not unknown.tail
    function_word = said.is_in("phrase_ends", unknown.word) or said.is_in("not_names", unknown.word)
    return one_phrase and not function_word and title.word.startswith("belediyesi")
