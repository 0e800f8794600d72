"""How people's words are compared: folded so that Turkish and English, accents and capitals do not matter."""

import re
import unicodedata
from functools import lru_cache

_ONE_TO_ONE = str.maketrans("İIıĞğŞşÇçÖöÜüÂâÎîÛû", "iiiggssccoouuaaiiuu")
_APOSTROPHE = re.compile(r"['’]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def fold(text: str) -> str:
    """Text for comparing, never for showing: İ, I and ı become i, ç ğ ö ş ü lose their marks, capitals go."""
    return fold_with_offsets(text)[0]


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the place in `text` (code points) that it came from."""
    plain = text.translate(_ONE_TO_ONE)
    if plain.isascii():
        return plain.lower(), list(range(len(plain)))
    folded: list[str] = []
    offsets: list[int] = []
    for place, character in enumerate(plain):
        for part in _parts(character):
            folded.append(part)
            offsets.append(place)
    return "".join(folded), offsets


@lru_cache(maxsize=10_000)
def _parts(character: str) -> str:
    """One character without its marks and its capital: nothing for a mark alone, two letters for ß."""
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in plain if not unicodedata.combining(part))


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order; an apostrophe and the suffix behind it ("Bursa'da") are dropped."""
    return [_APOSTROPHE.split(word)[0] if not word.isalnum() else word for word in _WORD.findall(fold(text))]
