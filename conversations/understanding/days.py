"""Days as people say them: dates, weekdays, weeks, months and stretches of them, in Turkish and English."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from conversations.understanding import holiday_names
from conversations.understanding.months import (
    CLEAR_MONTH,
    EN_SHORT,
    EN_WEEKDAY,
    LONG_MONTH,
    MONTH,
    TR_MONTH,
    TR_WEEKDAY,
    coming,
    month,
    month_ends,
    next_month,
    weekday,
    working_days,
)
from conversations.understanding.numbers import ANY, EN_ORDINALS, TR_WORDS, value
from conversations.understanding.patterns import sections


@dataclass(frozen=True)
class Days:
    """Where days were named and which.

    day: dates said one by one. span: a week, a month, a stretch (working days of it). weekday: names of
    weekdays, still without a week. weekly: every such weekday. every: any day at all.
    `whole` is the stretch from its first to its last day, weekends and past included.
    """

    start: int
    end: int
    kind: Literal["day", "span", "weekday", "weekly", "every", "bound"]
    on: tuple[date, ...] = ()
    weekdays: tuple[int, ...] = ()
    whole: tuple[date, date] | None = None
    week: Literal["", "this", "next"] = ""


Read = Callable[[re.Match[str], date], Days | None]
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_SUFFIX = r"(?:'?(?:n?[dt][ae]n?|y?[aeiu]|n[aeiu]|n?[iu]n|s?[iu](?:n[ae]|nd[ae]n?|n[iu]n?)?|y?l[ae]|l[iu]k))?"
_SUF2 = r"(?:'?[a-z]{1,7})?"
_DAYNUM = rf"(?:3[01]|[12]\d|\d|{TR_WORDS}|{EN_ORDINALS})"
_DIGITS = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)"
_YEAR = r"(?:\s*,?\s*(?P<y>20\d\d)(?!\s*:)(?:'?[a-z]{1,4}\b)?)?"
_GUN = r"(?:\s+gun(?:u|leri|lerinde|une|unu|unde)?\b)?"
_WD = rf"(?:{TR_WEEKDAY}{_SUFFIX}|{EN_WEEKDAY}|{EN_SHORT}\b\.?)"


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def a_date(year: int | None, number: int, day: int, today: date) -> date | None:
    """The day named, the coming one when no year was said; None when there is no such day."""
    try:
        return date(year or coming(number, today, day), number, day)
    except ValueError:
        return None


def _days(found: re.Match[str], *on: date | None, today: date) -> Days | None:
    kept = tuple(day for day in on if day and day >= today)
    return Days(found.start(), found.end(), "day", kept)


def _span(found: re.Match[str], first: date, last: date, today: date) -> Days:
    return Days(found.start(), found.end(), "span", working_days(first, last, today), whole=(first, last))


def _whole_week(found: re.Match[str], start: date, today: date) -> Days:
    return _span(found, start, start + timedelta(days=4), today)


def _dates(found: re.Match[str], today: date) -> Days | None:
    """One or more days of a named month: 2 Aralık · 3 ve 4 Aralık · December 3rd · Haziran'ın 16'sı ya da 17'si."""
    number = month(found["mo"])
    year = int(found["y"]) if found.groupdict().get("y") else None
    listed = [value(part) for part in re.findall(_DAYNUM, found["d"])]
    return _days(found, *(a_date(year, number, day, today) for day in listed if day), today=today)


def _stretch(found: re.Match[str], today: date) -> Days | None:
    """A stretch of days: 3-5 Aralık · 3 Aralık - 5 Ocak · 12 ile 16 Mayıs arası."""
    said = found.groupdict()
    last_month = month(said["mo2"]) if said.get("mo2") else month(said["mo"])
    first_month = month(said["mo"]) if said.get("mo") else last_month
    year = int(said["y"]) if said.get("y") else None
    first = a_date(year, first_month, value(said["d1"]) or 0, today)
    last = a_date(year, last_month, value(said["d2"]) or 0, today)
    if last and not first and (last.month, last.day) >= (first_month, 1):
        return None
    if not first or not last:
        return None
    if first > last:
        if first_month == last_month and first.year > last.year:
            first = first.replace(year=last.year)
        else:
            last = last.replace(year=first.year + (last_month < first_month))
    if first > last or (last - first).days > 366:
        return None
    return _span(found, first, last, today)


def _day_of_month(found: re.Match[str], today: date) -> Days | None:
    """ayın 24'ü · the 15th · gelecek ayın dokuzu."""
    said = found.groupdict()
    listed = [value(part) for part in re.findall(_DAYNUM, said["d"])]
    ahead = 1 if said.get("ahead") else 0
    on: list[date] = []
    for day in listed:
        first = next_month(today, ahead)
        if not ahead and day and day < today.day:
            first = next_month(today, 1)
        if day and day <= month_ends(first.year, first.month).day:
            on.append(first.replace(day=day))
    return _days(found, *on, today=today) if on else None


def _numeric(found: re.Match[str], today: date) -> Days | None:
    year = found.groupdict().get("y")
    years = None if not year else int(year) + (2000 if len(year) == 2 else 0)
    named = a_date(years, int(found["m"]), int(found["d"]), today)
    return _days(found, named, today=today)


def _offset(days: int) -> Read:
    return lambda found, today: _days(found, today + timedelta(days=days), today=today)


def _counted(found: re.Match[str], today: date) -> Days | None:
    """iki gün sonra · in three days · iki hafta sonra · two weeks from now."""
    count = value(found["n"]) or 1
    unit = found["u"]
    if unit.startswith(("gun", "day")):
        return _days(found, today + timedelta(days=count), today=today)
    if unit.startswith(("hafta", "week")):
        return _whole_week(found, monday(today) + count * WEEK, today)
    first = next_month(today, count)
    return _span(found, first, month_ends(first.year, first.month), today)


def _within(found: re.Match[str], today: date) -> Days:
    """iki hafta içinde · within ten days: a bound, said by its last day."""
    count = 2 if found["n"].startswith("couple") else 3 if found["n"] == "few" else value(found["n"]) or 1
    unit = found["u"]
    days = count if unit.startswith(("gun", "day")) else count * (7 if unit.startswith(("hafta", "week")) else 30)
    last = today + timedelta(days=days)
    return Days(found.start(), found.end(), "bound", whole=(last, last))


def _weekday_week(found: re.Match[str], today: date) -> Days | None:
    """Tuesday week: a week after the coming Tuesday."""
    ahead = (weekday(found["wd"]) - today.weekday() - 1) % 7 + 1
    return _days(found, today + timedelta(days=ahead + 7), today=today)


def _summer(found: re.Match[str], today: date) -> Days:
    year = coming(8, today)
    return _span(found, date(year, 6, 1), date(year, 8, 31), today)


def _week(ahead: int) -> Read:
    def read(found: re.Match[str], today: date) -> Days:
        start = monday(today) + ahead * WEEK
        return _whole_week(found, start, today)

    return read


def _part_of_week(found: re.Match[str], today: date) -> Days:
    ahead = 0 if re.search(r"\bbu |this", found.group()) else 1
    start = monday(today) + ahead * WEEK
    words = found.group()
    if re.search(r"bas|early|begin|start", words):
        return _span(found, start, start + DAY, today)
    if re.search(r"orta|mid", words):
        return _span(found, start + DAY, start + 3 * DAY, today)
    return _span(found, start + 3 * DAY, start + 4 * DAY, today)


def _week_of(found: re.Match[str], today: date) -> Days | None:
    """15 Haziran haftası · the week of 11 January · ayın 15'inin haftası: the ISO week in which that day lies."""
    named = _day_of_month(found, today) if not found.groupdict().get("mo") else _dates(found, today)
    if not named or not named.on:
        return None
    return _whole_week(found, monday(named.on[0]), today)


def _month_start(found: re.Match[str], today: date) -> date:
    said = found.groupdict()
    if said.get("mo"):
        number = month(said["mo"])
        return date(int(said["y"]) if said.get("y") else coming(number, today), number, 1)
    return next_month(today, 1 if said.get("ahead") else 0)


def _month(found: re.Match[str], today: date) -> Days:
    first = _month_start(found, today)
    return _span(found, first, month_ends(first.year, first.month), today)


_THIRDS = (
    (re.compile(r"ilk yari|first half"), 1, 15),
    (re.compile(r"ikinci yari|son yari|second half"), 16, 0),
    (re.compile(r"bas|early|begin|start|ilk gun"), 1, 10),
    (re.compile(r"orta|mid"), 11, 20),
    (re.compile(r"son|late|end"), 21, 0),
)


def _part_of_month(found: re.Match[str], today: date) -> Days | None:
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    for words, starts, ends in _THIRDS:
        if words.search(found["part"]):
            return _span(found, first.replace(day=starts), first.replace(day=ends) if ends else last, today)
    return None


_NTH = {"ilk": 1, "birinci": 1, "first": 1, "1st": 1, "ikinci": 2, "second": 2, "2nd": 2, "ucuncu": 3, "third": 3,
        "3rd": 3, "dorduncu": 4, "fourth": 4, "4th": 4, "son": 0, "last": 0, "final": 0}  # fmt: skip
_NTH_WORDS = "(?P<nth>" + "|".join(_NTH) + r"|[1-4]\.)"


def _nth(found: re.Match[str]) -> int:
    said = found["nth"]
    return int(said[0]) if said[0].isdigit() else _NTH[said]


def _week_of_month(found: re.Match[str], today: date) -> Days:
    """First week = days 1 to 7, second 8 to 14 …, last = the last seven days."""
    nth = _nth(found)
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    if not found.groupdict().get("mo") and not found.groupdict().get("ahead") and nth and 7 * nth < today.day:
        first = next_month(today)
        last = month_ends(first.year, first.month)
    if nth == 0:
        return _span(found, last - 6 * DAY, last, today)
    return _span(found, first + 7 * (nth - 1) * DAY, min(first + (7 * nth - 1) * DAY, last), today)


def _weekday_of_month(found: re.Match[str], today: date) -> Days | None:
    nth, number = _nth(found), weekday(found["wd"])
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    if nth == 0:
        return _days(found, last - timedelta(days=(last.weekday() - number) % 7), today=today)
    return _days(found, first + timedelta(days=(number - first.weekday()) % 7 + 7 * (nth - 1)), today=today)


def _months(found: re.Match[str], today: date) -> Days:
    """temmuz ağustos · July or August: a stretch of two months."""
    one, two = month(found["mo"]), month(found["mo2"])
    year = coming(one, today)
    second = year + (two < one)
    return _span(found, date(year, one, 1), month_ends(second, two), today)


def _end_of_year(found: re.Match[str], today: date) -> Days:
    year = today.year + (1 if found.groupdict().get("ahead") else 0)
    return _span(found, date(year, 12, 21), date(year, 12, 31), today)


def _weekday(found: re.Match[str], today: date) -> Days:
    number = weekday(found["wd"])
    which = found.groupdict().get("which") or ""
    week: Literal["", "this", "next"] = "next" if which.startswith("next") else ""
    if found.groupdict().get("every") or found.groupdict().get("many") or found.groupdict().get("every2"):
        return Days(found.start(), found.end(), "weekly", weekdays=(number,))
    return Days(found.start(), found.end(), "weekday", weekdays=(number,), week=week)


def _weekday_range(found: re.Match[str], today: date) -> Days:
    first, last = weekday(found["wd"]), weekday(found["wd2"])
    listed = tuple((first + n) % 7 for n in range((last - first) % 7 + 1))
    return Days(found.start(), found.end(), "weekday", weekdays=listed)


def _set(*weekdays: int) -> Read:
    return lambda found, today: Days(found.start(), found.end(), "weekly", weekdays=weekdays)


def _every(found: re.Match[str], today: date) -> Days:
    return Days(found.start(), found.end(), "every", weekdays=(0, 1, 2, 3, 4))


def _this_weekend(ahead: int) -> Read:
    def read(found: re.Match[str], today: date) -> Days | None:
        saturday = monday(today) + timedelta(days=5) + ahead * WEEK
        return _days(found, saturday, saturday + DAY, today=today)

    return read


def _holiday(found: re.Match[str], today: date) -> Days | None:
    stretch = holiday_names.stretch(found.group(), today)
    if stretch is None:
        return None
    first, last = stretch
    on = tuple(first + n * DAY for n in range((last - first).days + 1))
    return Days(found.start(), found.end(), "span", tuple(d for d in on if d >= today), whole=stretch)


_AHEAD_TR = r"(?:gelecek|onumuzdeki|bir sonraki|sonraki)"
_AY = r"(?:\s+ay(?:i|inin|inda|indan|inin|ina|in)?\b)?"
_ALT = r"\s*(?:,|/|ve|veya|ya da|yahut|ile|or|and|&)\s*(?:de\s+|the\s+)?"
_TO = r"\s*(?:-|ile|ila|to|through|until|and)\s*"
_TRSUF = (
    r"(?:'?(?:s?[iu](?:n?[dt]?[ae]?n?)?|[iu]nc[iu]|y?[ae]|[dt][ae]n?|nde|nda|unde|inde|sinde|inden|"
    r"unden|sinden|n[iu]n|y?l[ae]|[iu]n))?"
)
_MOEND = r"(?:'?(?:[dt][ae]n?|[ae]|n?[iu]n|[iu]|y?l[ae]))?"

_PIECES = {
    "MONTH": MONTH,
    "TR_MONTH": TR_MONTH, "LONG_MONTH": LONG_MONTH, "CLEAR_MONTH": CLEAR_MONTH, "TR_WEEKDAY": TR_WEEKDAY,
    "EN_WEEKDAY": EN_WEEKDAY, "EN_SHORT": EN_SHORT, "ANY": ANY, "EN_ORDINALS": EN_ORDINALS, "TR_WORDS": TR_WORDS,
    "SUFFIX": _SUFFIX, "SUF2": _SUF2, "DAYNUM": _DAYNUM, "DIGITS": _DIGITS, "TH": _TH, "YEAR": _YEAR, "GUN": _GUN,
    "WD": _WD, "AHEAD_TR": _AHEAD_TR, "AY": _AY, "ALT": _ALT, "TO": _TO, "TRSUF": _TRSUF, "MOEND": _MOEND,
    "NTH_WORDS": _NTH_WORDS, "HOLIDAY": holiday_names.PATTERN,
}  # fmt: skip
_READERS: dict[str, Read] = {
    "numeric": _numeric, "week of": _week_of, "stretch": _stretch, "dates": _dates, "holiday": _holiday,
    "weekday of month": _weekday_of_month, "week of month": _week_of_month, "part of month": _part_of_month,
    "end of year": _end_of_year, "day of month": _day_of_month, "months": _months, "month": _month,
    "counted": _counted, "part of week": _part_of_week, "weekday range": _weekday_range, "weekday": _weekday,
    "every": _every, "within": _within, "weekday week": _weekday_week, "summer": _summer,
}  # fmt: skip


def _reader(heading: str) -> Read:
    if heading in _READERS:
        return _READERS[heading]
    name, *numbers = re.findall(r"[a-z ]*[a-z]|\d+", heading)
    if name == "weekly":
        return _set(*map(int, numbers))
    return {"in days": _offset, "week": _week, "weekend": _this_weekend}[name](int(numbers[0]))


PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(line), _reader(heading)) for heading, lines in sections("days", **_PIECES) for line in lines
)
