"""Which municipalities a written name may mean: exact, spelt apart, or a letter off."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from programme.municipality_list import SHARED_NAME_FACTOR, all_municipalities, municipality, rows
from programme.words import fold

MOST_CANDIDATES = 8
LONGEST_NAME = 3  # words, an abbreviation in capitals with dots counted letter by letter
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


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
    return "".join(words).translate(_LETTERS)


def words_of(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name))


@cache
def names() -> dict[str, Name]:
    """Every name and alias of the lists by its key; an alias that is nobody's (a union's abbreviation) has no ids."""
    bearers: dict[str, list[str]] = {}
    words: dict[str, set[int]] = {}

    def add(name: str, ids: Iterable[str]) -> None:
        parts = words_of(name)
        key = key_of(parts)
        words.setdefault(key, set()).add(len(parts))
        known = bearers.setdefault(key, [])
        known.extend(id for id in ids if id not in known)

    for place in all_municipalities():
        add(place.name, [place.id])
        if place.name_tr:
            add(place.name_tr, [place.id])
    for row in rows("municipality_aliases"):
        add(row["alias"], filter(None, row["ids"].split("|")))
    risks: dict[str, set[str]] = {}
    for row in rows("risky_names"):
        risks.setdefault(key_of(words_of(row["name"])), set()).update(row["kind"].split("|"))
    return {
        key: Name(key, tuple(ids), frozenset(words[key]), frozenset(risks.get(key, ()))) for key, ids in bearers.items()
    }


@cache
def provinces() -> dict[str, str]:
    """Keys of provinces, and of the names people still use for them, to the province's key."""
    of_id = {
        place.id: key_of(words_of(place.province))
        for place in all_municipalities()
        if place.kind in ("metropolitan", "provincial")
    }
    return {
        name.key: of_id[id]
        for name in names().values()
        for id in name.ids
        if id in of_id and (len(name.ids) == 1 or of_id[id] == name.key)
    }


def likeliest(ids: Iterable[str]) -> tuple[str, ...]:
    """Who is meant by a name its bearers share: one when it dwarfs the others, else all of them, largest first.

    Somebody writing here means the one in Türkiye, unless the one abroad dwarfs it too.
    """
    ordered = sorted(ids, key=lambda id: municipality(id).population or 0, reverse=True)
    if len(ordered) > 1 and _dwarfs(ordered[0], ordered[1]):
        return (ordered[0],)
    at_home = [id for id in ordered if municipality(id).country == "TR"]
    if at_home and len(at_home) < len(ordered):
        return likeliest(at_home)
    return tuple(ordered)


def _dwarfs(id: str, next_id: str) -> bool:
    return (municipality(id).population or 0) >= SHARED_NAME_FACTOR * (municipality(next_id).population or 0)


def nearest(key: str) -> list[Name]:
    """The names a misspelt one may stand for, all equally near; none when it is too short or too far off.

    One slip (a letter wrong, missing, doubled or two swapped) from four letters on, two from nine.
    """
    slips = slips_in(key)
    if not slips:
        return []
    hits = process.extract(key, _fuzzy_keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    if not hits:
        return []
    best = min(distance for _, distance, _ in hits)
    near = [names()[found] for found, distance, _ in hits if distance == best]
    at_home = [name for name in near if any(municipality(id).country == "TR" for id in name.ids)]
    near = at_home or near
    return [name for name in near if name.key[0] == key[0]] or near


def slips_in(key: str) -> int:
    """How many slips a name of that length may hold and still be recognised."""
    return 0 if len(key) < 4 else 1 if len(key) < 9 else 2


@cache
def _fuzzy_keys() -> list[str]:
    return [key for key, name in names().items() if len(key) >= 4 and name.ids]
