"""Whose telephone a message gives: the writer's, an office's, or somebody else's."""

import re
from collections.abc import Iterator
from itertools import islice

from conversations.understanding.guard.letters import Letters, letters
from conversations.understanding.guard.people import Somebody
from conversations.understanding.patterns import alternatives

Place = tuple[int, int]

_CUES = alternatives("guard_numbers")
_NUMBER = re.compile(r"(?<![\w:.,/+-])(?:\+ ?)?\(?\d[\d ().-]{6,18}\d(?![\d:])")
_NO_NUMBER = re.compile(r"\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d|^\d\d\.\d\d ?-|^\d{1,3}(?:\.\d{3})+$")
_OWN = re.compile(rf"\b(?:{_CUES['own telephone']})\b(?! degil)")
_OFFICES = re.compile(rf"\b(?:{_CUES['office telephone']})\b")
_OTHERS = re.compile(rf"\b(?:{_CUES['other telephone']})\b")
_SIGNED = re.compile(rf"(?:{_CUES['signature']})\b")
_ASKED_TO_CALL = re.compile(r"\b(?:call|reach|contact|ring|phone|ask|speak to|talk to|write to) $")
_EMAIL = re.compile(r"[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LEADING = re.compile(rf" {{0,2}}[,;(-]? ?\b(?:{_CUES['leads to it']})[ :]*$")
_END_OF_CLAUSE = re.compile(r"[!?;\n]|\. ")
_BEFORE, _BEHIND = 90, 60
"""Signs round a number in which it is said whose it is."""
_FEWEST, _MOST = 9, 15
MANY = 200
"""Numbers that are looked at in one message."""
_TURKISH = 10


def numbers(folded: str) -> Iterator[Place]:
    """Telephone numbers, home and abroad; dates, hours and amounts are none."""
    for found in islice(_NUMBER.finditer(folded), MANY):
        if not _NO_NUMBER.search(found.group()) and _is_telephone(found.group()):
            yield found.span()


def _is_telephone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if written.startswith("+") or digits.startswith("00"):
        return _FEWEST <= len(digits) <= _MOST
    if digits.startswith("0"):
        return _TURKISH <= len(digits) <= _TURKISH + 1
    if digits.startswith("90"):
        return len(digits) == _TURKISH + 2
    return len(digits) == _TURKISH and digits[0] == "5"


def without_contacts(text: str) -> str:
    """The text without telephone numbers and e-mail addresses, and without the words that only lead to them."""
    said = letters(text)
    places = [*numbers(said.folded), *(found.span() for found in islice(_EMAIL.finditer(said.folded), MANY))]
    for start, end in sorted(places, reverse=True):
        lead = _LEADING.search(said.folded, max(0, start - _BEFORE), start)
        first = said.places[lead.start() if lead else start]
        text = text[:first] + text[said.places[end - 1] + 1 :]
    return text


def of_somebody_else(said: Letters, everybody: list[Somebody], writer: str) -> Place | None:
    """Where a number stands that is neither the writer's nor an office's. `writer` is what they are called, folded."""
    for start, end in numbers(said.folded):
        if _is_others(said, everybody, _clause(said.folded, start, end), start, writer):
            return start, end
    return None


def _clause(folded: str, start: int, end: int) -> Place:
    before = folded[max(0, start - _BEFORE) : start]
    cuts = [cut.end() for cut in _END_OF_CLAUSE.finditer(before)]
    behind = folded[end : end + _BEHIND]
    stop = _END_OF_CLAUSE.search(behind)
    return start - len(before) + (cuts[-1] if cuts else 0), end + (stop.start() if stop else len(behind))


def _is_others(said: Letters, everybody: list[Somebody], clause: Place, start: int, writer: str) -> bool:
    first, last = clause
    if _OTHERS.search(said.folded, first, last):
        return True
    if _OWN.search(said.folded, first, last) or _OFFICES.search(said.folded, first, last):
        return False
    signed = _SIGNED.search(said.folded, 0, start) is not None
    return any(_is_theirs(said, one, writer, signed) for one in everybody if first <= one.start and one.end <= last)


def _is_theirs(said: Letters, one: Somebody, writer: str, signed: bool) -> bool:
    """A name alone beside the number is taken for the writer's own, unless they are known to be called otherwise."""
    called = said.folded[one.start : one.end]
    if set(re.findall(r"\w+", called)) & set(writer.split()):
        return False
    if one.kind == "office":
        return one.case != "nominative"
    if one.kind == "named" and one.case == "nominative":
        asked = _ASKED_TO_CALL.search(said.folded, max(0, one.start - _BEFORE), one.start)
        return bool(asked or writer) and not signed
    return one.kind != "titled" or not signed
