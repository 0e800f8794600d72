"""A message as the guard reads it: folded, every script's digits as ours, each sign with its place in the original."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from programme.words import fold_with_offsets

LONGEST = 32_768
_SAME_SIGN = str.maketrans("’‘`´ʼ′‛–—−‐‑‒“”„«»\u00a0\u2007\u202f\t", "'''''''------\"\"\"\"\"    ")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")


@dataclass(frozen=True)
class Letters:
    """`places[i]` is where the i-th folded sign stands in `text`."""

    text: str
    folded: str
    places: list[int]

    def capital(self, at: int) -> bool:
        return self.text[self.places[at]].isupper()

    @cached_property
    def mixed(self) -> bool:
        """Whether capitals tell a name here: not in a message all of capitals or all of small letters."""
        return any(sign.islower() for sign in self.text) and any(sign.isupper() for sign in self.text)

    def original(self, start: int, end: int) -> str:
        return self.text[self.places[start] : self.places[end - 1] + 1] if start < end else ""


def letters(text: str) -> Letters:
    """A text longer than any message is read up to 32,768 signs."""
    text = text[:LONGEST]
    plain = text.translate(_SAME_SIGN)
    if not plain.isascii():
        plain = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), plain)
    return Letters(text, *fold_with_offsets(plain))
