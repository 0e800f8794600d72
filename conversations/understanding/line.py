"""One message made ready for patterns: folded, everyday words mended, every place known in the original."""

import re
import unicodedata
from dataclasses import dataclass

from conversations.understanding.spelling import mended
from programme.words import fold_with_offsets

LONGEST = 4096
_SAME_SIGN = str.maketrans("’‘`´ʼ′‛–—−‐‑‒“”„«»•·", "'''''''------\"\"\"\"\"--")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Line:
    """`plain` is what patterns run on; `offsets[i]` is where its i-th character stands in `text`."""

    text: str
    plain: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original text of plain[start:end]."""
        if start >= end:
            return (0, 0)
        return self.offsets[start], self.offsets[end - 1] + 1

    def original(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.text[first:last]


def line(text: str) -> Line:
    """Only the first 4,096 characters are read: no messenger carries more in one message."""
    text = text[:LONGEST]
    folded, places = _folded(text)
    plain: list[str] = []
    offsets: list[int] = []
    at = 0
    for word in _WORD.finditer(folded):
        right = mended(word.group())
        if right == word.group():
            continue
        plain.append(folded[at : word.start()])
        offsets.extend(places[at : word.start()])
        plain.append(right)
        here = places[word.start() : word.end()]
        offsets.extend(here[min(i, len(here) - 1)] for i in range(len(right) - 1))
        offsets.append(here[-1])
        at = word.end()
    plain.append(folded[at:])
    offsets.extend(places[at:])
    return Line(text, "".join(plain), tuple(offsets))


def _folded(text: str) -> tuple[str, list[int]]:
    folded, places = fold_with_offsets(text)
    folded = folded.translate(_SAME_SIGN)
    if folded.isascii():
        return folded, places
    kept = [(c, p) for c, p in zip(folded, places, strict=True) if c.isascii() or unicodedata.category(c) != "Cf"]
    return "".join(c for c, _ in kept), [p for _, p in kept]
