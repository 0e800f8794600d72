"""Small numbers as people write them, in digits or in Turkish or English words (folded text)."""

import re

_TR = {
    "bir": 1, "iki": 2, "uc": 3, "dort": 4, "dord": 4, "bes": 5, "alti": 6, "yedi": 7, "sekiz": 8,
    "dokuz": 9, "on": 10, "yirmi": 20, "otuz": 30, "kirk": 40, "elli": 50, "ogle": 12, "oglen": 12,
}  # fmt: skip
_EN = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "a": 1, "an": 1, "once": 1, "twice": 2, "thrice": 3,
    "couple": 2, "few": 3, "noon": 12, "midday": 12,
}  # fmt: skip
_UNIT_TR = "bir|iki|uc|dor[td]|bes|alti|yedi|sekiz|dokuz"
TR_WORDS = rf"(?:(?:on|yirmi|otuz)[ -]?(?:{_UNIT_TR})|{_UNIT_TR}|on|yirmi|otuz)"
_UNIT_EN = "one|two|three|four|five|six|seven|eight|nine"
EN_WORDS = (
    rf"(?:(?:twenty|thirty)[ -](?:{_UNIT_EN})|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    rf"eighteen|nineteen|twenty|thirty|ten|{_UNIT_EN})"
)
_ORDINAL_UNIT = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
EN_ORDINALS = (
    rf"(?:(?:twenty|thirty)[ -](?:{_ORDINAL_UNIT})|{_ORDINAL_UNIT}|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
ANY = rf"(?:\d{{1,3}}|{TR_WORDS}|{EN_WORDS})"
_PART = re.compile(r"\d+|[a-z]+")
_JOINED = re.compile(rf"^(on|yirmi|otuz)({_UNIT_TR})$")


def value(words: str) -> int | None:
    """The number that folded words name: "on beş" → 15, "twenty-first" → 21, "3rd" → 3."""
    total = 0
    for part in _PART.findall(words):
        if part.isdigit():
            total += int(part)
        elif joined := _JOINED.match(part):
            total += _TR[joined[1]] + _TR[joined[2]]
        elif part in _TR or part in _EN:
            total += _TR.get(part, 0) or _EN[part]
    return total or (0 if "0" in words else None)
