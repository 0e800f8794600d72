"""A text cut into folded words that remember where they stood, what suffix followed and what parted them."""

import re
from dataclasses import dataclass

from programme.words import fold

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e"})
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:(?<![^\s,;()])[^\s,;()]+@|https?://|www\.)[^\s,;()]+")
_APOSTROPHES = ("'", "’", "‘", "´", "`")
_SAME_NAME = re.compile(r"[ \t\n.\-–]*")
_SAME_PHRASE = re.compile(r"[\s.\"”»]*")
_NEIGHBOURS = re.compile(r"[\s,/()\-–:.]*")


@dataclass(frozen=True)
class Piece:
    """A word, folded; `tail` is the suffix behind its apostrophe, `gap` what stands before the next word.

    `start:end` is the word without its tail, in code points of the text.
    """

    word: str
    start: int
    end: int
    tail: str
    gap: str
    capital: bool

    @property
    def joined(self) -> bool:
        """Whether the next word may belong to the same name ("B. Çekmece")."""
        return self.gap == " " or bool(_SAME_NAME.fullmatch(self.gap))

    @property
    def unbroken(self) -> bool:
        """Whether the phrase goes on with the next word."""
        return self.gap == " " or bool(_SAME_PHRASE.fullmatch(self.gap))

    @property
    def beside(self) -> bool:
        """Whether the next word stands beside this one, a comma, slash or bracket between ("Konak, İzmir")."""
        return bool(_NEIGHBOURS.fullmatch(self.gap))


def plain(text: str) -> str:
    """Folded, and the letters of the partners' languages that carry no mark to lose: ł, ø, đ."""
    return fold(text).translate(_LETTERS)


def _in_none(addresses: list[tuple[int, int]], text: str, word: re.Match[str]) -> bool:
    """Whether the word belongs to no e-mail or web address, or is what a municipality's own one names it by."""
    inside = any(start <= word.start() < end for start, end in addresses)
    return not inside or text.startswith(".bel.tr", word.end())


def pieces_of(text: str) -> list[Piece]:
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    words = [word for word in _WORD.finditer(text) if _in_none(addresses, text, word)]
    pieces: list[Piece] = []
    at = 0
    while at < len(words):
        word = words[at]
        tail, end, at = "", word.end(), at + 1
        if at < len(words) and text[end : words[at].start()] in _APOSTROPHES:
            tail, end, at = plain(words[at].group()), words[at].end(), at + 1
        gap = text[end : words[at].start()] if at < len(words) else "\n\n"
        written = word.group()
        pieces.append(Piece(plain(written), word.start(), word.end(), tail, gap, written[0].isupper()))
    return pieces
