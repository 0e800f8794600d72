"""Which words mean the same in municipal work, within a language and across the two, and which only frame a wish."""

import re
from functools import lru_cache
from pathlib import Path

from programme.stems import stems, turkish_stem
from programme.words import tokens

_LISTS = Path(__file__).parent / "data"
_WISHES = re.compile(
    r"(?:[iu]yor(?:uz|um)?|[ae]c[ae](?:k|giz|gim)|m[ae]l[iy]iz|[ae]bil(?:ir|iriz|mek|sin)|m[ae]kt[ae]yiz)$"
)


@lru_cache(maxsize=1)
def _meanings() -> dict[str, tuple[str, ...]]:
    """From a stem to the names of the meanings it has; a line of the list is a meaning, its words apart by commas."""
    found: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(_lines("concepts.txt")):
        name = f"={number}"
        for word in line.replace("|", ",").split(","):
            parts = tokens(word)
            if len(parts) == 1:
                for stem in stems(parts[0]):
                    found[stem] = tuple(dict.fromkeys((*found.get(stem, ()), name)))
    return found


@lru_cache(maxsize=1)
def _frame() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that frame, the stems of the longer ones, and the words that are none though their stem is."""
    listed = [word for line in _lines("frame_words.txt") for word in line.split()]
    framing = [word for raw in listed if not raw.startswith("!") for word in tokens(raw)]
    others = [word for raw in listed if raw.startswith("!") for word in tokens(raw)]
    stems_of_longer = (turkish_stem(word) for word in framing if len(word) > 4)
    return frozenset(framing), frozenset(stems_of_longer), frozenset(others)


def concepts(stem: str) -> tuple[str, ...]:
    """The meanings this stem is listed under, by their names ("=12")."""
    return _meanings().get(stem, ())


def frame_words() -> frozenset[str]:
    """The folded words that only frame a wish, as listed."""
    return _frame()[0]


@lru_cache(maxsize=20_000)
def is_frame(word: str) -> bool:
    """Whether a folded word only frames a wish ("arıyoruz", "looking"), whatever the wish is about."""
    words, their_stems, others = _frame()
    return word in words or (len(word) > 4 and word not in others and turkish_stem(word) in their_stems)


def says_little(word: str) -> bool:
    """Whether an unknown folded word may be passed over: a number, a scrap, or the verb of a Turkish wish."""
    return word.isdigit() or len(word) < 3 or bool(_WISHES.search(word))


def _lines(name: str) -> list[str]:
    text = (_LISTS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
