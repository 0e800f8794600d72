"""Reads the names of municipalities off a text: as written, with a suffix glued on, or a letter off before a title."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from programme.gazetteer import words as said
from programme.gazetteer.found import Found
from programme.gazetteer.names import Name, is_another_word, key_of, longest_from, may_begin, names, nearest, provinces
from programme.gazetteer.pieces import Piece
from programme.gazetteer.titles import is_title_before, titled
from programme.gazetteer.words import Case

SHORTEST_ALONE = 5  # letters of a misspelt name that stands without a title
LONG_ENOUGH = 6  # letters from which such a name may be any
_ABLATIVE = ("den", "dan", "ten", "tan")


def found_in(pieces: list[Piece], expected: bool) -> Iterator[Found]:
    """Every name in the text from left to right; `expected` when the text answers which municipality it is."""
    at = 0
    while at < len(pieces):
        found = _as_written(pieces, at) or _a_letter_off(pieces, at, expected)
        if found:
            yield found
        at = found.last if found else at + 1


def _as_written(pieces: list[Piece], at: int) -> Found | None:
    if at and said.is_in("of", pieces[at].word) and is_title_before(pieces[at - 1].word, True, "of"):
        return None  # "Municipality of" is no Of
    if at and _begins_a_larger_name(pieces[at - 1]) and pieces[at].capital:
        return None  # "New Berlin", "Yukarı Bahçelievler"
    for count in range(min(longest_from(pieces[at].word), len(pieces) - at), 0, -1):
        run = pieces[at : at + count]
        if not _one_name(run):
            continue
        for name, case, glued in _look_up(run):
            if glued and case != "of" and _title_follows(pieces, at + count):
                continue  # before a title a name carries no suffix: "Kumlua Belediyesi" is a slip, no dative
            odd = glued and (len(name.key) < 5 or len(glued) < 2)
            risky = odd or count not in name.words
            risks = name.risks | {"common_word"} if risky else name.risks
            return titled(pieces, Found(at, at + count, at + count, name.key, (name.ids,), risks, case))
    return None


def _begins_a_larger_name(piece: Piece) -> bool:
    return piece.capital and piece.joined and not piece.tail and said.is_in("larger_names", piece.word)


def _one_name(run: list[Piece]) -> bool:
    return all(piece.joined and not piece.tail for piece in run[:-1])


def _look_up(run: list[Piece]) -> Iterator[tuple[Name, Case, str]]:
    """The names a run of words may be, as it stands or with a suffix glued on: name, its case, the glued suffix."""
    last, whole = run[-1], key_of(piece.word for piece in run)
    if whole in names():
        yield names()[whole], said.suffix_case(last.tail) or "", ""
    if last.tail or not may_begin(whole):
        return
    shortest = len(whole) - len(last.word) + 2
    for length in range(len(whole) - 1, shortest - 1, -1):
        name, suffix = names().get(whole[:length]), whole[length:]
        case = said.suffix_case(suffix) if name else None
        if name and case is not None and (length > 3 or len(suffix) > 2) and not is_another_word(whole):
            yield name, case, suffix


def _title_follows(pieces: list[Piece], at: int) -> bool:
    if at >= len(pieces) or not pieces[at - 1].joined:
        return False
    return said.is_municipal(pieces[at].word) or said.is_metropolitan(pieces[at].word)


def _a_letter_off(pieces: list[Piece], at: int, expected: bool) -> Found | None:
    """A misspelt name, sought only beside a title or where nothing but a name was expected."""
    for count in (2, 1):
        run = pieces[at : at + count]
        if len(run) < count or not _one_name(run) or any(_is_no_name(piece.word) for piece in run):
            continue
        if at and _begins_a_larger_name(pieces[at - 1]):
            continue
        found = titled(pieces, Found(at, at + count, at + count, "", ()))
        key = key_of(piece.word for piece in run)
        if _names_one(pieces, found):
            near = nearest(key)
        elif (expected and _nothing_else(pieces, found)) or _is_the_writers(pieces, at, found):
            near = _nearest_alone(key)
        else:
            continue
        if near and not (count == 2 and _as_written(pieces, at + 1)):  # "T.C. Nilüfer Belediyesi"
            return replace(found, bearers=tuple(name.ids for name in near), sure=False)
    return None


@lru_cache(maxsize=50_000)
def _is_no_name(word: str) -> bool:
    lists = ("not_names", "fillers", "titles_of_people_before", "titles_of_people_after", "first_names")
    return any(said.is_in(name, word) for name in lists) or said.is_municipal(word) or said.is_metropolitan(word)


def _names_one(pieces: list[Piece], found: Found) -> bool:
    """Whether the title says "the municipality of", not merely "a municipality"."""
    titles = pieces[found.name_end : found.last]
    return found.municipal and not any(said.is_in("any_municipality", piece.word) for piece in titles)


def _is_the_writers(pieces: list[Piece], at: int, found: Found) -> bool:
    """Whether it can only be where they work: "Keçörenden yazıyorum", "biz Keçören olarak"."""
    last, behind = pieces[found.last - 1], pieces[found.last].word if found.last < len(pieces) else ""
    if behind == "olarak":
        return bool(at) and said.is_in("we", pieces[at - 1].word)
    return last.word.endswith(_ABLATIVE) and said.is_in("writes", behind)


def _nothing_else(pieces: list[Piece], found: Found) -> bool:
    """Whether the rest of an answer says nothing but where the place lies and that one works there."""
    rest = pieces[: found.first] + pieces[found.last :]
    return all(said.is_in("fillers", piece.word) or key_of([piece.word]) in provinces() for piece in rest)


def _nearest_alone(key: str) -> list[Name]:
    """The names near a word that stands without a title, with or without a suffix glued on.

    Short words are held against the names of Türkiye only, and never against those that are everyday words too.
    """
    if is_another_word(key):
        return []
    for length in range(len(key), SHORTEST_ALONE - 1, -1):
        if length == len(key) or _says_where(key[length:]):
            near = nearest(key[:length], at_home_only=length < LONG_ENOUGH)
            if length < LONG_ENOUGH:
                near = [name for name in near if not name.risks]
            if near:
                return near
    return []


def _says_where(suffix: str) -> bool:
    """Whether it is a suffix of where or where from, "Bursalı" aside: too many villages end in that."""
    return said.suffix_case(suffix) in ("from", "in") and suffix[0] != "l"
