"""How many meetings a month somebody can give: "ayda iki", "once every two weeks"; of a range the upper bound."""

import re
from itertools import compress

from conversations.understanding.gates import Gates
from conversations.understanding.numbers import ANY, value
from conversations.understanding.patterns import alternatives, sections

_MONTHS = {"gun": 1 / 30, "hafta": 0.25, "ay": 1.0, "yil": 12.0, "sene": 12.0, "day": 1 / 30, "week": 0.25,
           "month": 1.0, "quarter": 3.0, "year": 12.0, "ceyrek": 3.0, "fortnight": 0.5}  # fmt: skip
_MOST_A_MONTH = 60  # what is more counts something else: "lends 400 items a month"
_COUNT = rf"(?:birkac|a couple of|a couple|couple|{ANY}|once|twice|thrice|a few|an?)"
_SAID = alternatives("capacity")
_MEETINGS, _MOST = f"(?:{_SAID['meetings']})", f"(?:{_SAID['at most']})"
_NO = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:olmaz|olamaz|yapamayiz|cok|fazla(?! olmasin)|is too much|not possible)\b")

_PATTERNS = tuple(
    re.compile(line)
    for heading, lines in sections(
        "capacity",
        COUNT=_COUNT,
        UNIT_TR=r"(?P<u>gun|hafta|ay|yil|sene|ceyrek)",
        UNIT_EN=r"(?P<u>day|week|month|quarter|year|fortnight)s?",
        MEETINGS=_MEETINGS,
        MOST=_MOST,
        ANY=f"(?:twice|thrice|{ANY})",
    )
    if heading == "rates"
    for line in lines
)
_GATES = Gates(_PATTERNS)
_LY = {"monthly": 1.0, "weekly": 0.25, "yearly": 12.0, "annually": 12.0, "quarterly": 3.0}
_ONLY_NUMBER = re.compile(
    rf"^\W*(?:{_MOST}\s+)*(?P<n>{_COUNT})(?:\s*(?:-|to|or|ya da|veya|ila|"
    rf",)?\s*(?P<to>{ANY}))?(?:\W+(?:\w+\W*){{0,4}})?$"
)


def capacity(plain: str, *, asked: bool = False, since: int = 0) -> tuple[float | None, tuple[int, int] | None]:
    """Meetings a month, to two places, and where it was said; `asked` takes a bare number."""
    best: tuple[float, tuple[int, int]] | None = None
    for pattern in compress(_PATTERNS, _GATES.open(plain)):
        for found in pattern.finditer(plain):
            rate = _rate(found)
            if rate is None or rate > _MOST_A_MONTH or _NO.match(plain[found.end() :]):
                continue
            if best is None or (since and best[1][0] < since <= found.start()):
                best = (rate, found.span())
        if best:
            return round(best[0], 2), best[1]
    bare = _ONLY_NUMBER.match(plain) if asked else None
    if bare and (count := _number(bare["to"] or bare["n"])):
        return float(count), bare.span("n")
    return None, None


def _number(words: str | None) -> int | None:
    if not words:
        return None
    words = words.strip()
    if words in ("birkac",):
        return 3
    if words in ("other", "second") or "couple" in words:
        return 2
    if words in ("third", "few"):
        return 3
    return value(words)


def _rate(found: re.Match[str]) -> float | None:
    said = found.groupdict()
    count = _number(said.get("to")) or _number(said.get("n")) or 1
    if said.get("to") and (low := _number(said.get("n"))):
        count = max(count, low)
    if said.get("fort"):
        return 2.0 * count
    if said.get("ly") or said.get("bare"):
        return count / _LY[said.get("ly") or said["bare"]]
    months = _MONTHS[said["u"]]
    every = _number(said.get("every")) or 1
    if said["u"] in ("gun", "day"):
        if every in (14, 15):
            return 2.0 * count
        return count * 30 / every if every > 1 else None
    return count / (months * every)
