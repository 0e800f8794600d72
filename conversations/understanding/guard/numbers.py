"""Numbers that are somebody's: national identity numbers and bank accounts, known by their check digits."""

import re
from collections.abc import Callable, Iterator

from conversations.understanding.patterns import alternatives

Place = tuple[int, int]

_CUES = alternatives("guard_numbers")
_SOLID = re.compile(r"(?<![\d+])(?:\d{11}|\d{13}|\d{15})(?!\d)")
_SPACED = re.compile(r"(?<!\d)(?<!\d[ -])(?<!\+)\d(?:[ -]?\d){10,14}(?![ -]?\d)")
_SPANISH = re.compile(r"\b(?:\d{8}|[xyz]\d{7})-?[a-z]\b")
_ITALIAN = re.compile(r"\b[a-z]{6}\d\d[abcdehlmprst]\d\d[a-z]\d{3}[a-z]\b")
_SAID = re.compile(rf"\b(?:{_CUES['identity']})(?!\w)")
_BESIDE = re.compile(r"\b[a-z]{0,2} ?\d(?:[ -]?\d){5,12}[a-z]?\b")
_NEAR = 28
"""Signs between "kimlik no" and the number itself."""
_TURKISH_DIGITS = 11
_ACCOUNT = re.compile(r"(?<![a-z\d])[a-z]{2} ?\d\d(?:[ .-]?[a-z\d]){11,30}")
_ACCOUNT_SAID = re.compile(rf"\b(?:{_CUES['account']})")
_ACCOUNT_LENGTHS = {
    "ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "ch": 21, "cy": 28, "cz": 24,
    "de": 22, "dk": 18, "ee": 20, "eg": 29, "es": 24, "fi": 18, "fr": 27, "gb": 22, "ge": 22, "gr": 27, "hr": 21,
    "hu": 28, "ie": 22, "il": 23, "iq": 23, "is": 26, "it": 27, "jo": 30, "kw": 30, "kz": 20, "lb": 28, "li": 21,
    "lt": 20, "lu": 20, "lv": 21, "ly": 25, "mc": 27, "md": 24, "me": 22, "mk": 19, "mt": 31, "nl": 18, "no": 15,
    "pl": 28, "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22, "sa": 24, "se": 24, "si": 19, "sk": 24, "sm": 27,
    "tn": 24, "tr": 26, "ua": 29, "va": 22, "xk": 20,
}  # fmt: skip
"""Signs of an IBAN by country, from the registry of ISO 13616."""


def identity_number(folded: str) -> Place | None:
    """Where a number stands that is one person's in Türkiye or a partner's country, or that is said to be."""
    for found in _candidates(folded):
        digits = re.sub(r"\D", "", found.group())
        if any(is_right(digits) for is_right in CHECKED):
            return found.span()
    for found in _SPANISH.finditer(folded):
        if spanish(found.group()):
            return found.span()
    if italian := _ITALIAN.search(folded):
        return italian.span()
    return _said_to_be(folded)


def _candidates(folded: str) -> Iterator[re.Match[str]]:
    yield from _SOLID.finditer(folded)
    yield from _SPACED.finditer(folded)


def _said_to_be(folded: str) -> Place | None:
    """A number beside "kimlik no" or "passport no", whatever its check digits: a slip of the pen is one too."""
    for cue in _SAID.finditer(folded):
        beside = _BESIDE.search(folded, cue.end(), cue.end() + _NEAR)
        of_the_republic = cue.group() in ("tc", "t.c.")
        if beside and not (of_the_republic and len(re.sub(r"\D", "", beside.group())) != _TURKISH_DIGITS):
            return beside.span()
    return None


def account_number(folded: str) -> Place | None:
    """Where an IBAN stands, whatever its spacing."""
    for found in _ACCOUNT.finditer(folded):
        length = _ACCOUNT_LENGTHS.get(found.group()[:2])
        signs = re.sub(r"[ .-]", "", found.group())
        if length and len(signs) >= length and (iban(signs[:length]) or _said_before(folded, found.start())):
            return found.span()
    return None


def _said_before(folded: str, at: int) -> bool:
    return _ACCOUNT_SAID.search(folded, max(0, at - _NEAR), at) is not None


def turkish(digits: str) -> bool:
    """T.C. kimlik no: the tenth digit from the nine before it, the last from all ten."""
    if len(digits) != _TURKISH_DIGITS or digits[0] == "0":
        return False
    n = [int(digit) for digit in digits]
    return n[9] == (sum(n[0:9:2]) * 7 - sum(n[1:8:2])) % 10 and n[10] == sum(n[:10]) % 10


def romanian(digits: str) -> bool:
    """CNP: sex, date of birth and place, then a check digit modulo 11."""
    if not re.fullmatch(r"[1-8]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6}", digits):
        return False
    rest = sum(int(a) * int(b) for a, b in zip(digits[:12], "279146358279", strict=True)) % 11
    return int(digits[12]) == (1 if rest == 10 else rest)


def south_slavic(digits: str) -> bool:
    """JMBG or EMBG of Bosnia, Serbia, Montenegro, North Macedonia."""
    if not re.fullmatch(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])[09]\d{8}", digits):
        return False
    n = [int(digit) for digit in digits]
    rest = 11 - sum((7 - i) * (n[i] + n[i + 6]) for i in range(6)) % 11
    return n[12] == (rest if rest < 10 else 0)


def french(digits: str) -> bool:
    """Numéro de sécurité sociale, with its key of two digits."""
    if not re.fullmatch(r"[12]\d\d(?:0[1-9]|1[0-2])\d{10}", digits):
        return False
    return int(digits[13:]) == 97 - int(digits[:13]) % 97


CHECKED: tuple[Callable[[str], bool], ...] = (turkish, romanian, south_slavic, french)


def spanish(signs: str) -> bool:
    """DNI or NIE: the letter follows from the number modulo 23."""
    first = {"x": "0", "y": "1", "z": "2"}.get(signs[0], signs[0])
    return signs[-1] == "trwagmyfpdxbnjzsqvhlcke"[int(first + signs[1:8]) % 23]


def iban(signs: str) -> bool:
    """Of the right length for its country, and 1 modulo 97 with the letters as numbers."""
    if len(signs) != _ACCOUNT_LENGTHS.get(signs[:2]):
        return False
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
