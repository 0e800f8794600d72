"""Whose clock an hour is said by: "10 CET", "2 pm UK time", "Türkiye saatiyle 15:00"."""

import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from conversations.understanding.patterns import sections

_ZONES = tuple((zone, "|".join(lines)) for zone, lines in sections("zones"))
PATTERN = "(?:" + "|".join(words for _, words in _ZONES) + ")"
_NAMED = re.compile(rf"\(?\b(?P<words>{PATTERN})(?!\w)\)?")
Named = tuple[int, int, str]


@cache
def _zone(words: str) -> str:
    return next(zone for zone, pattern in _ZONES if re.fullmatch(pattern, words))


def zones(plain: str) -> list[Named]:
    """Where zones are named, and their names as in the time zone database."""
    return [(found.start(), found.end(), _zone(found["words"])) for found in _NAMED.finditer(plain)]


def minutes_apart(there: str, here: str, day: date) -> int:
    """How much later a clock shows `here` than `there`, at noon of that day."""
    east, west = (
        datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).utcoffset() for zone in (here, there)
    )
    return int((east - west).total_seconds()) // 60 if east is not None and west is not None else 0
