"""Which municipalities a written name may mean: exact, spelt apart, or a letter off."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from programme.gazetteer.pieces import Piece, plain
from programme.municipality_list import LISTS, SHARED_NAME_FACTOR, all_municipalities, countries, municipality, rows

MOST_CANDIDATES = 8
_HEAD = 4  # letters of a name by which most other words are told apart from it
SPELT_APART = 3  # words into which a name may fall that is written as one: "Gazi Osman Paşa"
_BRACKETS = re.compile(r"\(.*\)")


@dataclass(frozen=True)
class Name:
    """A name as people write it, and the ids of all who bear it.

    `words` says into how many words it is properly written; `risks` why it may be no name at all
    (common_word, weekday_or_month, person_name, english_word).
    """

    key: str
    ids: tuple[str, ...]
    words: frozenset[int]
    risks: frozenset[str]


def key_of(words: Iterable[str]) -> str:
    """Folded words run together, so that "Küçük Çekmece" and "Kucukcekmece" are one."""
    return "".join(words)


def words_of(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(name))


@cache
def names() -> dict[str, Name]:
    """Every name and alias of the lists by its key; a union's or a country's has no ids."""
    bearers: dict[str, dict[str, None]] = {}
    words: dict[str, set[int]] = {}
    for parts, ids in _written_names():
        key = key_of(parts)
        words.setdefault(key, set()).add(len(parts))
        bearers.setdefault(key, {}).update(dict.fromkeys(ids))
    risks: dict[str, set[str]] = {}
    for row in rows("risky_names"):
        risks.setdefault(key_of(words_of(row["name"])), set()).update(row["kind"].split("|"))
    return {
        key: Name(key, tuple(ids), frozenset(words[key]), frozenset(risks.get(key, ()))) for key, ids in bearers.items()
    }


def may_begin(key: str) -> bool:
    """Whether some name stands at the beginning of a key."""
    return key[:_HEAD] in _heads() or any(key[:length] in names() for length in range(2, _HEAD))


@cache
def _heads() -> frozenset[str]:
    return frozenset(key[:_HEAD] for key in names())


def longest_from(word: str) -> int:
    """How many words the longest name may have that begins with that word."""
    return max(SPELT_APART, _longest().get(word, 0))


@cache
def _longest() -> dict[str, int]:
    longest: dict[str, int] = {}
    for parts, _ in _written_names():
        longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return longest


@cache
def _written_names() -> list[tuple[list[str], list[str]]]:
    """Every name in folded words, with the ids it stands for."""
    return [(words_of(name), ids) for name, ids in _listed_names()]


def _listed_names() -> Iterable[tuple[str, list[str]]]:
    for place in all_municipalities():
        for name in filter(None, (place.name, place.name_tr)):
            yield name, [place.id]
            if "/" in name or "(" in name:  # "Biel/Bienne", "Halle (Saale)"
                yield from ((part, [place.id]) for part in _BRACKETS.sub("", name).split("/"))
    for name, _ in _countries():
        yield name, []
    for row in (*rows("city_names"), *rows("native_names")):
        yield row["name"], [row["id"]]
    for row in rows("municipality_aliases"):
        yield row["alias"], [part for part in row["ids"].split("|") if part]


@cache
def provinces() -> dict[str, str]:
    """Keys of provinces, and of the names people still use for them, to the province's key."""
    of_capital = {
        place.id: key_of(words_of(place.province))
        for place in all_municipalities()
        if place.kind in ("metropolitan", "provincial")
    }
    return {
        name.key: of_capital[bearer]
        for name in names().values()
        for bearer in name.ids
        if bearer in of_capital and (len(name.ids) == 1 or of_capital[bearer] == name.key)
    }


@cache
def country_codes() -> dict[str, str]:
    """Keys of countries' names in both languages to their codes."""
    return {key_of(words_of(name)): code for name, code in _countries()}


def _countries() -> Iterable[tuple[str, str]]:
    for code, row in countries().items():
        for name in (row["name_tr"], row["name_en"], *filter(None, row["further"].split("|"))):
            yield name, code


def likeliest(ids: Iterable[str]) -> tuple[str, ...]:
    """Who is meant by a name its bearers share: one when it dwarfs the others, else all of them, largest first.

    Somebody writing here means the one in Türkiye, unless the one abroad dwarfs it too.
    """
    ordered = sorted(ids, key=_people, reverse=True)
    if len(ordered) > 1 and _people(ordered[0]) >= SHARED_NAME_FACTOR * _people(ordered[1]):
        return (ordered[0],)
    at_home = [bearer for bearer in ordered if is_at_home(bearer)]
    if at_home and len(at_home) < len(ordered):
        return likeliest(at_home)
    return tuple(ordered)


def _people(bearer: str) -> int:
    return municipality(bearer).population or 0


def is_at_home(bearer: str) -> bool:
    return municipality(bearer).country == "TR"


def whole(piece: Piece) -> Piece:
    """The word with what follows its apostrophe where only both make a name: "L'viv"."""
    if not piece.tail or piece.word in names() or piece.word + piece.tail not in names():
        return piece
    return replace(piece, word=piece.word + piece.tail, end=piece.end + 1 + len(piece.tail), tail="")


def nearest(key: str, at_home_only: bool = False) -> list[Name]:
    """The names a misspelt one may stand for, all equally near; none when it is too short, too far off, or a word of
    its own (an everyday word, a village).

    One slip (a letter wrong, missing, doubled or two swapped) from four letters on, two from nine.
    """
    slips = slips_in(key)
    if not slips or is_another_word(key):
        return []
    hits = process.extract(key, _spellings(at_home_only), scorer=OSA.distance, score_cutoff=slips, limit=None)
    if not hits:
        return []
    best = min(distance for _, distance, _ in hits)
    near = [names()[found] for found, distance, _ in hits if distance == best]
    near = [name for name in near if any(map(is_at_home, name.ids))] or near
    return [name for name in near if name.key[0] == key[0]] or near


def slips_in(key: str) -> int:
    """How many slips a name of that length may hold and still be recognised."""
    return 0 if len(key) < 4 else 1 if len(key) < 9 else 2


@cache
def _spellings(at_home_only: bool) -> list[str]:
    return [
        key
        for key, name in names().items()
        if slips_in(key) and name.ids and (not at_home_only or any(map(is_at_home, name.ids)))
    ]


def is_another_word(key: str) -> bool:
    """Whether it only looks like a name misspelt or inflected: another place, an everyday word."""
    return key in _other_words()


@cache
def _other_words() -> frozenset[str]:
    lists = (LISTS / "other_places.txt", LISTS / "everyday_words.txt")
    return frozenset(word for path in lists for word in path.read_text(encoding="utf-8").splitlines())
