"""Readers of months and their parts: the first week, the middle, the last Friday."""

import re
from datetime import date, timedelta

from conversations.understanding.months import coming, month, month_ends, next_month, weekday
from conversations.understanding.named_days import DAY, Days, on_days, stretch_of


def summer(found: re.Match[str], today: date) -> Days:
    year = coming(8, today)
    return stretch_of(found, date(year, 6, 1), date(year, 8, 31), today)


def _month_start(found: re.Match[str], today: date) -> date:
    said = found.groupdict()
    if said.get("mo"):
        number = month(said["mo"])
        return date(int(said["y"]) if said.get("y") else coming(number, today), number, 1)
    return next_month(today, 1 if said.get("ahead") else 0)


def whole_month(found: re.Match[str], today: date) -> Days:
    first = _month_start(found, today)
    return stretch_of(found, first, month_ends(first.year, first.month), today)


_THIRDS = (
    (re.compile(r"ilk yari|first half"), 1, 15),
    (re.compile(r"ikinci yari|son yari|second half"), 16, 0),
    (re.compile(r"bas|early|begin|start|ilk gun"), 1, 10),
    (re.compile(r"orta|mid"), 11, 20),
    (re.compile(r"son|late|end"), 21, 0),
)


def part_of_month(found: re.Match[str], today: date) -> Days | None:
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    for words, starts, ends in _THIRDS:
        if words.search(found["part"]):
            return stretch_of(found, first.replace(day=starts), first.replace(day=ends) if ends else last, today)
    return None


_NTH = {"ilk": 1, "birinci": 1, "first": 1, "1st": 1, "ikinci": 2, "second": 2, "2nd": 2, "ucuncu": 3, "third": 3,
        "3rd": 3, "dorduncu": 4, "fourth": 4, "4th": 4, "son": 0, "last": 0, "final": 0}  # fmt: skip
NTH_WORDS = "(?P<nth>" + "|".join(_NTH) + r"|[1-4]\.)"


def _nth(found: re.Match[str]) -> int:
    said = found["nth"]
    return int(said[0]) if said[0].isdigit() else _NTH[said]


def week_of_month(found: re.Match[str], today: date) -> Days:
    """First week = days 1 to 7, second 8 to 14 …, last = the last seven days."""
    nth = _nth(found)
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    if not found.groupdict().get("mo") and not found.groupdict().get("ahead") and nth and 7 * nth < today.day:
        first = next_month(today)
        last = month_ends(first.year, first.month)
    if nth == 0:
        return stretch_of(found, last - 6 * DAY, last, today)
    return stretch_of(found, first + 7 * (nth - 1) * DAY, min(first + (7 * nth - 1) * DAY, last), today)


def weekday_of_month(found: re.Match[str], today: date) -> Days | None:
    nth, number = _nth(found), weekday(found["wd"])
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    if nth == 0:
        return on_days(found, last - timedelta(days=(last.weekday() - number) % 7), today=today)
    return on_days(found, first + timedelta(days=(number - first.weekday()) % 7 + 7 * (nth - 1)), today=today)


def two_months(found: re.Match[str], today: date) -> Days:
    """temmuz ağustos · July or August: a stretch of two months."""
    one, two = month(found["mo"]), month(found["mo2"])
    year = coming(one, today)
    second = year + (two < one)
    return stretch_of(found, date(year, one, 1), month_ends(second, two), today)


def end_of_year(found: re.Match[str], today: date) -> Days:
    year = today.year + (1 if found.groupdict().get("ahead") else 0)
    return stretch_of(found, date(year, 12, 21), date(year, 12, 31), today)
