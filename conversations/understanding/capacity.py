"""How many meetings a month somebody can give: "ayda iki", "once every two weeks"; of a range the upper bound."""

import re

from conversations.understanding.numbers import ANY, value

_MONTHS = {"gun": 1 / 30, "hafta": 0.25, "ay": 1.0, "yil": 12.0, "sene": 12.0, "day": 1 / 30, "week": 0.25,
           "month": 1.0, "quarter": 3.0, "year": 12.0, "ceyrek": 3.0, "fortnight": 0.5}  # fmt: skip
_COUNT = rf"(?:{ANY}|once|twice|thrice|a couple|couple|a few|an?|birkac)"
_UNIT_TR = r"(?P<u>gun|hafta|ay|yil|sene|ceyrek)"
_UNIT_EN = r"(?P<u>day|week|month|quarter|year|fortnight)s?"
_TIMES = r"(?:kez|kere|defa|gorusme\w*|toplanti\w*|oturum\w*|seans\w*|belediye\w*|bulusma\w*|randevu\w*|saat)"
_MEETINGS = (
    r"(?:times?|x|meetings?|sessions?|calls?|municipalit\w+|visits?|conversations?|appointments?|"
    r"requests?|exchanges?|talks?|slots?|consultations?|mentees?|hours?|cities)"
)
_MOST = (
    r"(?:en fazla|en cok|maksimum|maximum|max\.?|azami|yaklasik|asgari|en az|toplam|belki|up to|at "
    r"most|no more than|not more than|about|maybe|around|roughly|only|sadece|yalnizca|ancak|tek|at "
    r"least|perhaps|one|a maximum of)"
)
_NO = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:olmaz|olamaz|yapamayiz|cok|fazla(?! olmasin)|is too much|not possible)\b")

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # every two months: iki ayda bir · 15 günde bir · every other week
        rf"\b(?:her\s+)?(?P<every>{ANY})\s+{_UNIT_TR}(?:d[ae]|t[ae])\s+(?:en fazla\s+)?(?P<n>{_COUNT})\b",
        rf"\b(?P<n>{_COUNT})?\s*(?:{_MEETINGS}|an? \w+)?\s*\b(?:every|each|per|in every|"
        rf"in)\s+(?P<every>{ANY}|other|second|third|couple of|few)\s+(?P<u>day|week|month|quarter|"
        rf"year)s?\b",
        rf"\b(?P<n>{_COUNT})?\s*{_MEETINGS}?\s*(?:every|per|a|each)\s+(?P<u>fortnight)\b|"
        rf"\b(?P<fort>fortnightly|bi-?weekly|biweekly)\b",
        # ayda iki · ayda en fazla bir iki görüşme · aylık 2
        rf"\b{_UNIT_TR}(?:d[ae]|l[iu]k)\s+(?:{_MOST}\s+)*(?P<n>{_COUNT})(?:'?[dt][ae]n)?(?:\s*(?:-|/|ila|"
        rf"ile|ya da|veya|,|\s)\s*(?P<to>{ANY})\b)?(?:\s*'?[dt][ae]n fazla)?",
        rf"\bher\s+{_UNIT_TR}\b\s+(?:{_MOST}\s+)*(?P<n>{_COUNT})?\b(?!\s+(?:gun|sal|paz|car|per|cum))",
        # up to three a month · 2 meetings per month · twice monthly · 1/month
        rf"\b(?P<n>{_COUNT})(?:\b|(?=x))\s*(?:(?:-|to|"
        rf"or)\s*(?P<to>{ANY})\s*)?(?:(?:\w+\s+){{0,2}}?(?:{_MEETINGS}|[a-z]+)\s+)?(?:with \w+ \w+ "
        rf")?(?:an?|per|each|every|/|in a|in any|p/|in one)\s*{_UNIT_EN}\b",
        rf"\b(?P<n>{_COUNT})\s*(?:(?:-|to|or)\s*(?P<to>{ANY})\s*)?(?:{_MEETINGS})?\s*(?P<ly>monthly|"
        rf"weekly|yearly|quarterly|annually)\b",
        rf"\b(?P<ly>monthly|weekly|yearly|quarterly|annually)\s*:?\s*(?:{_MOST}\s+)*(?P<n>{_COUNT})\b",
        rf"\b(?P<n>{_COUNT})\s+(?:(?:online|short|one-hour)\s+)?{_MEETINGS}\s+(?:or so\s+)?(?:every|each|"
        rf"per|a)\s+{_UNIT_EN}\b",
        rf"\b(?:per|each|every)\s+{_UNIT_EN}\s*:?\s*(?:{_MOST}\s+)*(?P<n>{_COUNT})\b",
        r"\b(?P<bare>monthly|weekly|quarterly)\b(?=\W*(?:$|meeting|session|call|online|works|is|[,.;]))",
    )
)  # fmt: skip
_LY = {"monthly": 1.0, "weekly": 0.25, "yearly": 12.0, "annually": 12.0, "quarterly": 3.0}
_ONLY_NUMBER = re.compile(
    rf"^\W*(?:{_MOST}\s+)*(?P<n>{_COUNT})(?:\s*(?:-|to|or|ya da|veya|ila|"
    rf",)?\s*(?P<to>{ANY}))?(?:\W+(?:\w+\W*){{0,4}})?$"
)


def capacity(plain: str, *, asked: bool = False, since: int = 0) -> tuple[float | None, tuple[int, int] | None]:
    """Meetings a month, to two places, and where it was said; `asked` takes a bare number."""
    best: tuple[float, tuple[int, int]] | None = None
    for pattern in _PATTERNS:
        for found in pattern.finditer(plain):
            rate = _rate(found)
            if rate is None or _NO.match(plain[found.end() :]):
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
    if words in ("other", "second", "couple of"):
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
