"""What the words round a municipality's name say: its title, its case, or that no municipality is meant."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from programme.municipality_list import LISTS

Case = Literal["", "from", "in", "of", "to", "with", "object"]

PREPOSITIONS: dict[str, Case] = {"from": "from", "in": "in", "at": "in", "with": "with", "to": "to"}
POSTPOSITIONS: dict[str, Case] = {"ile": "with", "den": "from", "dan": "from", "ten": "from", "tan": "from"}

# Suffixes as they sound folded: ı and İ are i, ü is u. The English 's is among them.
_CASES: tuple[tuple[Case, re.Pattern[str]], ...] = (
    ("from", re.compile(r"n?[dt][ae]n(im|iz|dir)?|l[iu](yim|yiz|yuz|yum|lar|ler)?|l[iu](lar|ler)?[dt][ae]n")),
    ("in", re.compile(r"n?[dt][ae](yim|yiz|dir|yken|ydi|ydik|ki|kiler|kinin|kiyle)?")),
    ("of", re.compile(r"n?[iu]n(ki)?|s")),
    ("with", re.compile(r"y?l[ae]")),
    ("to", re.compile(r"[yn]?[ae]")),
    ("object", re.compile(r"[yn]?[iu]")),
    ("", re.compile(r"y?[iu][mz]|s[iu]y?[iu]z|d[iu]r")),
)
_TITLE_STEM = re.compile(
    r"(beledi?ye?|bele?di?ye?|bld|bel|buyuksehir|ilce|belde|kent|sehr|baskanlig|il)(leri|s?[iu])?(m[iu]z)?"
)
_LEVELS = {
    "district": re.compile(r"ilce(si\w*|nin|miz\w*|de\w*)?|district"),
    "town": re.compile(r"belde(si\w*|nin|miz\w*)?|kasaba(si\w*)?|town"),
    "province": re.compile(r"il|ili(n\w*)?|ilimiz|vilayeti|province"),
    "city": re.compile(r"kent|kenti(n\w*)?|sehri(n\w*)?|sehir|city|merkez"),
}
_SPELT_OUT = ("belediye", "belediyesi", "municipality")


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((LISTS / "municipality_words.toml").read_text("utf-8"))


@cache
def _list(name: str) -> re.Pattern[str]:
    """A list of municipality_words.toml as one pattern."""
    words: Iterable[str] = _lists()[name]
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words))


@lru_cache(maxsize=50_000)
def is_in(name: str, word: str) -> bool:
    """Whether a folded word is on that list of municipality_words.toml."""
    return bool(_list(name).fullmatch(word))


def suffix_case(suffix: str) -> Case | None:
    """What a suffix behind a name says; None when it is no suffix at all."""
    return next((case for case, pattern in _CASES if pattern.fullmatch(suffix)), None)


def title_case(word: str) -> Case:
    """The case in which a word for municipality stands: "belediyesinden" is from."""
    stem = _TITLE_STEM.match(word)
    return (suffix_case(word[stem.end() :]) or "") if stem else ""


@cache
def is_municipal(word: str) -> bool:
    """Whether a folded word says municipality, slips of the finger included."""
    if is_in("municipal", word):
        return True
    if len(word) < 6 or word[0] not in "bm":
        return False
    heads = (word[:length] for length in (7, 8, 9) if length < len(word) and word[0] == "b")
    slips = 1 if len(word) < 8 else 2
    return any(OSA.distance(part, title) <= slips for part in (word, *heads) for title in _SPELT_OUT)


@cache
def is_metropolitan(word: str) -> bool:
    if is_in("metropolitan", word):
        return True
    return len(word) >= 8 and word[0] == "b" and OSA.distance(word[:10], "buyuksehir") <= 2


@cache
def level(word: str) -> str:
    """district, town, province or city when the word says of what kind the place is."""
    return next((name for name, pattern in _LEVELS.items() if pattern.fullmatch(word)), "")


def is_union(word: str, following: str) -> bool:
    """Whether "belediyeler" opens a union's name; after a list of names it sums them up instead."""
    if word == "municipalities":
        return following in ("union", "association", "of")
    return word.startswith("belediyeler") and (word == "belediyeler" or following.startswith("birli"))
