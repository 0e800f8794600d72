"""Joins a name with the words round it that say what it is: "Büyükşehir Belediyesi", "ilçesi", "Municipality of"."""

from dataclasses import replace

from programme.gazetteer import words as said
from programme.gazetteer.found import Found
from programme.gazetteer.pieces import Piece


def titled(pieces: list[Piece], found: Found) -> Found:
    """The name with the words behind and before it that say what it is."""
    return _title_before(pieces, _title_behind(pieces, found))


def _title_behind(pieces: list[Piece], found: Found) -> Found:
    """With "Büyükşehir Belediyesi", "ilçesi", "Municipality" where they follow."""
    at, seen = found.last, found
    while at < len(pieces) and pieces[at - 1].unbroken and not pieces[at - 1].tail and not seen.municipal:
        word = pieces[at].word
        following = pieces[at + 1].word if at + 1 < len(pieces) else ""
        if said.is_union(word, following):
            break
        parts = _metropolitan_parts(pieces, at)
        if parts:
            seen, at = replace(seen, metropolitan=True), at + parts
        elif said.is_municipal(word):
            at += 2 if word == "belediye" and said.is_in("presidency", following) else 1
            seen = replace(seen, municipal=True)
        elif said.level(word) and not seen.level:
            seen, at = replace(seen, level=said.level(word)), at + 1
        else:
            break
    if at == found.last:
        return found
    tail = pieces[at - 1].tail
    case = (said.suffix_case(tail) or "") if tail else said.title_case(pieces[at - 1].word)
    if seen.level in ("city", "province") and not seen.municipal and not seen.metropolitan:
        return replace(found, case=case or found.case)
    return replace(seen, last=at, case=case, municipal=seen.municipal or seen.metropolitan)


def _metropolitan_parts(pieces: list[Piece], at: int) -> int:
    """How many words say metropolitan there: one, two in "Büyük Şehir" and "B.B.", three in "B.Ş.B."."""
    if said.is_metropolitan(pieces[at].word):
        return 1
    if pieces[at].word not in ("b", "buyuk"):
        return 0
    for spelt in (["b", "s", "b"], ["buyuk", "sehir"], ["b", "sehir"], ["b", "b"]):
        if [piece.word for piece in pieces[at : at + len(spelt)]] == spelt:
            return len(spelt)
    return 0


def _title_before(pieces: list[Piece], found: Found) -> Found:
    """With "Municipality of", "Comune di", "Stadt" where they stand before it."""
    first = found.first
    while first and said.is_in("of", pieces[first - 1].word) and pieces[first - 1].joined:
        first -= 1
    if not first or not pieces[first - 1].joined:
        return found
    linked = first < found.first
    if not is_title_before(pieces[first - 1].word, linked, pieces[found.first - 1].word):
        return found
    first -= 1
    metropolitan = bool(first) and said.is_metropolitan(pieces[first - 1].word)
    if first and (metropolitan or pieces[first - 1].word == "camara"):
        first -= 1
    return replace(found, first=first, municipal=True, metropolitan=found.metropolitan or metropolitan)


def is_title_before(word: str, linked: bool, link: str) -> bool:
    if not linked:
        return said.is_in("titles_before", word)
    if link in ("of", "the"):
        return said.is_in("titles_before_of", word) or said.is_municipal(word)
    return said.is_in("titles_before_of", word) and not said.is_in("not_names", word)
