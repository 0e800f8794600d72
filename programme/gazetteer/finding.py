"""Reads the names of municipalities off a text: as written, with a suffix glued on, or a letter off before a title."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from programme.gazetteer import words as said
from programme.gazetteer.names import Name, key_of, likeliest, longest_from, names, nearest, provinces
from programme.gazetteer.pieces import Piece
from programme.gazetteer.words import Case

SHORTEST_ALONE = 5  # letters of a misspelt name that stands without a title
LONG_ENOUGH = 6  # letters from which such a name may be any


@dataclass(frozen=True)
class Found:
    """The pieces `first` up to `last` that name a municipality, its title included; the bare name ends at `name_end`.

    `bearers` are the ids behind the name, or behind each name it may be a slip for.
    """

    first: int
    name_end: int
    last: int
    key: str
    bearers: tuple[tuple[str, ...], ...]
    risks: frozenset[str] = frozenset()
    case: Case = ""
    municipal: bool = False
    metropolitan: bool = False
    level: str = ""
    placed: bool = False
    sure: bool = True

    @property
    def ids(self) -> tuple[str, ...]:
        """All it may be, once those dwarfed by another of the same name are left out."""
        return tuple(dict.fromkeys(bearer for group in self.bearers for bearer in likeliest(group)))


def found_in(pieces: list[Piece], expected: bool) -> Iterator[Found]:
    """Every name in the text from left to right; `expected` when the text answers which municipality it is."""
    at = 0
    while at < len(pieces):
        found = _as_written(pieces, at) or _a_letter_off(pieces, at, expected)
        if found:
            yield found
        at = found.last if found else at + 1


def _as_written(pieces: list[Piece], at: int) -> Found | None:
    if at and said.is_in("of", pieces[at].word) and _is_title_before(pieces[at - 1].word, True, "of"):
        return None  # "Municipality of" is no Of
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


def _one_name(run: list[Piece]) -> bool:
    return all(piece.joined and not piece.tail for piece in run[:-1])


def _look_up(run: list[Piece]) -> Iterator[tuple[Name, Case, str]]:
    """The names a run of words may be, as it stands or with a suffix glued on: name, its case, the glued suffix."""
    head, last = key_of(piece.word for piece in run[:-1]), run[-1]
    whole = names().get(head + key_of([last.word]))
    if whole:
        yield whole, said.suffix_case(last.tail) or "", ""
    if last.tail:
        return
    for length in range(len(last.word) - 1, 1, -1):
        name = names().get(head + key_of([last.word[:length]]))
        suffix = last.word[length:]
        case = said.suffix_case(suffix) if name else None
        if name and case is not None and (len(name.key) > 3 or len(suffix) > 2):
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
        found = titled(pieces, Found(at, at + count, at + count, "", ()))
        key = key_of(piece.word for piece in run)
        if _names_one(pieces, found):
            near = nearest(key)
        elif expected and _nothing_else(pieces, found):
            near = _nearest_alone(key)
        else:
            continue
        if near:
            return replace(found, bearers=tuple(name.ids for name in near), sure=False)
    return None


def _is_no_name(word: str) -> bool:
    lists = ("not_names", "fillers", "titles_of_people_before", "titles_of_people_after", "first_names")
    return any(said.is_in(name, word) for name in lists) or said.is_municipal(word) or said.is_metropolitan(word)


def _names_one(pieces: list[Piece], found: Found) -> bool:
    """Whether the title says "the municipality of", not merely "a municipality"."""
    titles = pieces[found.name_end : found.last]
    return found.municipal and not any(said.is_in("any_municipality", piece.word) for piece in titles)


def _nothing_else(pieces: list[Piece], found: Found) -> bool:
    """Whether the rest of an answer says nothing but where the place lies and that one works there."""
    rest = pieces[: found.first] + pieces[found.last :]
    return all(said.is_in("fillers", piece.word) or key_of([piece.word]) in provinces() for piece in rest)


def _nearest_alone(key: str) -> list[Name]:
    """The names near a word that stands without a title, with or without a suffix glued on.

    Short words are held against the names of Türkiye only, and never against those that are everyday words too.
    """
    for length in range(len(key), SHORTEST_ALONE - 1, -1):
        if length == len(key) or said.suffix_case(key[length:]) is not None:
            near = nearest(key[:length], at_home_only=length < LONG_ENOUGH)
            if length < LONG_ENOUGH:
                near = [name for name in near if not name.risks]
            if near:
                return near
    return []


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
            seen, at = replace(seen, municipal=True), at + 1
        elif said.level(word):
            seen, at = replace(seen, level=said.level(word)), at + 1
        else:
            break
    if at == found.last or (seen.level in ("city", "province") and not seen.municipal and not seen.metropolitan):
        return found
    tail = pieces[at - 1].tail
    case = (said.suffix_case(tail) or "") if tail else said.title_case(pieces[at - 1].word)
    return replace(seen, last=at, case=case, municipal=seen.municipal or seen.metropolitan)


def _metropolitan_parts(pieces: list[Piece], at: int) -> int:
    """How many words say metropolitan there: one, two in "Büyük Şehir" and "B.B.", three in "B.Ş.B."."""
    if said.is_metropolitan(pieces[at].word):
        return 1
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
    if not _is_title_before(pieces[first - 1].word, linked, pieces[found.first - 1].word):
        return found
    first -= 1
    metropolitan = bool(first) and said.is_metropolitan(pieces[first - 1].word)
    if first and (metropolitan or pieces[first - 1].word == "camara"):
        first -= 1
    return replace(found, first=first, municipal=True, metropolitan=found.metropolitan or metropolitan)


def _is_title_before(word: str, linked: bool, link: str) -> bool:
    if not linked:
        return said.is_in("titles_before", word)
    if link in ("of", "the"):
        return said.is_in("titles_before_of", word) or said.is_municipal(word)
    return said.is_in("titles_before_of", word) and not said.is_in("not_names", word)
