"""Messages as nobody writes them: real ones cut, spliced, repeated and strewn with signs, the same for each seed."""

import random
from collections.abc import Callable, Iterator

LONGEST = 32_768
"""Bytes of UTF-8; more than any messenger carries."""
NOISE = (
    "\u202e\u202d\u2066\u2069\u200f\u200b\u200d\ufeff\u00ad\u0301\u0307\u0308"  # direction, joiners, accents alone
    "👍🏽👩‍👩‍👧🇹🇷❤️⭐🌟😀"
    "İıIiŞşĞğßﬁﬀΣςŉǆ½²٣۳８"
    "\x00\x07\x1b\t\n\r\u2028\u3000\u00a0"
    "漢字かなعربيעבריתรู้ไทยҐїЩ"
    "'’‘\"“”`´-–—.,;:!?…/\\|()[]{}<>&%$#@*_~^=+"
    "\ud800\udfff\U0010ffff"
)
Mutate = Callable[[random.Random, list[str]], str]


def _sliced(chance: random.Random, texts: list[str]) -> str:
    text = chance.choice(texts)
    start, end = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
    return text[start:end]


def _spliced(chance: random.Random, texts: list[str]) -> str:
    return "".join(_sliced(chance, texts) for _ in range(chance.randint(2, 6)))


def _strewn(chance: random.Random, texts: list[str]) -> str:
    signs = list(chance.choice(texts))
    for _ in range(chance.randint(1, 30)):
        signs.insert(chance.randrange(len(signs) + 1), chance.choice(NOISE))
    return "".join(signs)


def _mistyped(chance: random.Random, texts: list[str]) -> str:
    signs = list(chance.choice(texts))
    for _ in range(chance.randint(1, 20)):
        if signs:
            place = chance.randrange(len(signs))
            signs[place] = chance.choice(("", signs[place] * 2, chr(chance.randrange(97, 123)), " ", signs[-1 - place]))
    return "".join(signs)


def _shuffled(chance: random.Random, texts: list[str]) -> str:
    words = [word for text in chance.choices(texts, k=3) for word in text.split()]
    chance.shuffle(words)
    return chance.choice((" ", ", ", "", "\n", " - ")).join(words)


def _recased(chance: random.Random, texts: list[str]) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(chance.choice(texts))


def _random(chance: random.Random, _texts: list[str]) -> str:
    return "".join(chr(chance.choice((chance.randrange(128), chance.randrange(0x3000), chance.randrange(0x110000))))
                   for _ in range(chance.randrange(200)))  # fmt: skip


def _noise(chance: random.Random, _texts: list[str]) -> str:
    return "".join(chance.choices(NOISE, k=chance.randrange(300)))


def _long(chance: random.Random, texts: list[str]) -> str:
    """Up to the longest, of one piece again and again or of many messages."""
    if chance.random() < 0.5:
        piece = (_sliced(chance, texts) or "a")[: chance.randint(1, 40)]
        text = piece * (LONGEST // len(piece))
    else:
        text = " ".join(chance.choices(texts, k=400))
    return text.encode("utf-8", "surrogatepass")[:LONGEST].decode("utf-8", "ignore")


OFTEN: tuple[Mutate, ...] = (_sliced, _spliced, _strewn, _mistyped, _shuffled, _recased, _random, _noise)


def mutated(texts: list[str], how_many: int, seed: int = 0, long: float = 0.02) -> Iterator[str]:
    """So many messages, this share of them as long as can be."""
    chance = random.Random(seed)
    for _ in range(how_many):
        yield _long(chance, texts) if chance.random() < long else chance.choice(OFTEN)(chance, texts)
