"""Slips of the finger in the words that frame a request ("knusunda", "muncipality"): mended before reading.

Only frame words are mended, never the topic; a person's own words are quoted as they were typed.
"""

import re
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from conversations.understanding.patterns import FOLDER, lines_of

SHORTEST = 4
_VOWEL = re.compile("[aeiou]")
_LISTED = re.compile(r"(?<![\\a-z{])[a-z]{4,}")  # the plain words within a pattern


@cache
def _lists() -> tuple[dict[str, str], frozenset[str], dict[str, list[str]]]:
    """Fixed slips, words left alone, and the words a slip may be mended to by first letter."""
    fixed: dict[str, str] = {}
    alone: set[str] = set()
    by_letter: dict[str, list[str]] = {}
    for entry in lines_of("slips"):
        slip, _, right = entry.partition(" = ")
        fixed[slip] = right
    for word in " ".join(lines_of("frame_words")).split():
        by_letter.setdefault(word[0], []).append(word)
    for listed in FOLDER.glob("*.txt"):
        if listed.stem in ("left_alone", "frame_words"):
            alone.update(" ".join(lines_of(listed.stem)).split())
        elif listed.stem != "slips":
            alone.update(*(_LISTED.findall(line) for line in lines_of(listed.stem)))
    return fixed, frozenset(alone), by_letter


@lru_cache(maxsize=20_000)
def mended(word: str) -> str:
    """The frame word that a folded word was meant to be, or the word itself."""
    fixed, alone, by_letter = _lists()
    if word in fixed:
        return fixed[word]
    if word in alone or len(word) < SHORTEST:
        return word
    allowed = 1 if len(word) < 10 else 2
    near = process.extract(
        word, by_letter.get(word[0], ()), scorer=OSA.distance, score_cutoff=allowed, limit=2, processor=None
    )
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return word
    right = str(near[0][0])
    return right if len(right) >= SHORTEST + 1 and _a_slip(word, right) else word


def _a_slip(word: str, right: str) -> bool:
    """Not when it may be another form of the word ("tecrübenizi" is no slip of "tecrübemizi")."""
    if word.startswith(right):
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right)))
    tail, rest = word[same:], right[same:]
    if not tail and len(word) >= 6 and len(right) == len(word) + 1:
        return True
    if len(tail) == len(rest) >= 3 and tail[1:] == rest[1:] and _VOWEL.match(tail) and _VOWEL.match(rest):
        return True
    if len(tail) >= 3 and (rest.endswith(tail) or tail.endswith(rest)):
        return True
    if same >= max(4, len(word) - 4) and (not tail or _VOWEL.search(tail)) and len(word) >= 5:
        return False
    return len(word) < 8 or word[:2] == right[:2]
