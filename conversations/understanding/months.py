"""Months and weekdays by their Turkish and English names, as folded patterns."""

import calendar
from datetime import date, timedelta

_MONTHS = (
    ("ocak|ocag", "january|jan"), ("subat", "february|feb"), ("mart", "march|mar"), ("nisan", "april|apr"),
    ("mayis", "may"), ("haziran", "june|jun"), ("temmuz", "july|jul"), ("agustos", "august|aug"),
    ("eylul", "september|sept|sep"), ("ekim", "october|oct"), ("kasim", "november|nov"),
    ("aralik|aralig", "december|dec"),
)  # fmt: skip
_WEEKDAYS = (
    ("pazartesi", "mondays?|mon"), ("sali", "tuesdays?|tues?"), ("carsamba", "wednesdays?|wed"),
    ("persembe", "thursdays?|thurs?|thu"), ("cuma", "fridays?|fri"), ("cumartesi", "saturdays?|sat"),
    ("pazar", "sundays?|sun"),
)  # fmt: skip

MONTH = "(?:" + "|".join(names for pair in _MONTHS for names in pair) + ")"
LONG_MONTH = (
    "(?:" + "|".join(f"{tr}|{en.split('|', maxsplit=1)[0]}" for tr, en in _MONTHS) + ")"
)  # without English abbreviations
TR_MONTH = "(?:" + "|".join(tr for tr, _ in _MONTHS) + ")"
CLEAR_MONTH = (
    "(?:subat|nisan|mayis|haziran|temmuz|agustos|eylul|january|february|april|june|july|august|september|"
    "october|november|december)"
)  # never an everyday word
TR_WEEKDAY = "(?:pazartesi|sali|carsamba|persembe|cumartesi|cuma|pazar)"
EN_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
EN_SHORT = "(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)"
_MONTH_OF = {name: number for number, pair in enumerate(_MONTHS, 1) for name in "|".join(pair).split("|")}
_DAY_OF = {
    **{tr: number for number, (tr, _) in enumerate(_WEEKDAYS)},
    **{name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}


def month(name: str) -> int:
    return _MONTH_OF[name]


def weekday(name: str) -> int:
    return _DAY_OF[name] if name in _DAY_OF else _DAY_OF[name[:3]]


def working_days(first: date, last: date, today: date) -> tuple[date, ...]:
    """Monday to Friday between two days, both included, none before today."""
    first = max(first, today)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() < 5)


def month_ends(year: int, number: int) -> date:
    return date(year, number, calendar.monthrange(year, number)[1])


def next_month(day: date, count: int = 1) -> date:
    """The first day of the month `count` months on."""
    months = day.year * 12 + day.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def coming(number: int, today: date, last_day: int = 0) -> int:
    """The year in which a month (or a day of it) comes next, this month included."""
    if number > today.month or (number == today.month and (not last_day or last_day >= today.day)):
        return today.year
    return today.year + 1
