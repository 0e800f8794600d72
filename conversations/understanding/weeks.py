"""Readers of weeks, weekdays and days counted from today."""

import re
from datetime import date, timedelta
from typing import Literal

from conversations.understanding.months import month_ends, next_month, weekday
from conversations.understanding.named_days import (
    DAY,
    WEEK,
    Days,
    Read,
    monday,
    next_weekday,
    on_days,
    stretch_of,
    whole_week,
)
from conversations.understanding.numbers import value


def in_days(days: int) -> Read:
    return lambda found, today: on_days(found, today + timedelta(days=days), today=today)


def counted(found: re.Match[str], today: date) -> Days | None:
    """iki gün sonra · in three days · iki hafta sonra · two weeks from now."""
    count = value(found["n"]) or 1
    least = value(found["from"]) if found["from"] else count
    if not least or least > count or count > 366:
        least = count
    unit = found["u"]
    if unit.startswith(("gun", "day")):
        return on_days(found, *(today + timedelta(days=n) for n in range(least, count + 1)), today=today)
    if unit.startswith(("hafta", "week")):
        start = monday(today)
        return stretch_of(found, start + least * WEEK, start + count * WEEK + 4 * DAY, today)
    last = next_month(today, count)
    return stretch_of(found, next_month(today, least), month_ends(last.year, last.month), today)


def within(found: re.Match[str], today: date) -> Days:
    """iki hafta içinde · within ten days: a bound, said by its last day."""
    count = 2 if found["n"].startswith("couple") else 3 if found["n"] == "few" else value(found["n"]) or 1
    unit = found["u"] or "weeks"
    count = 2 if found["n"] == "fortnight" else count
    days = count if unit.startswith(("gun", "day")) else count * (7 if unit.startswith(("hafta", "week")) else 30)
    last = today + timedelta(days=days)
    return Days(found.start(), found.end(), "bound", whole=(last, last))


def its_end(found: re.Match[str], today: date) -> Days:
    """ay bitmeden · by the weekend: a bound, the last day of this week (its Friday), month or year."""
    said = found.groupdict()
    what = said["end"] or said.get("end2")
    if what in ("hafta", "week"):
        last = max(today, monday(today) + 4 * DAY)
    else:
        last = month_ends(today.year, today.month if what in ("ay", "month") else 12)
    return Days(found.start(), found.end(), "bound", whole=(last, last))


def weekday_week(found: re.Match[str], today: date) -> Days | None:
    """Tuesday week: a week after the coming Tuesday."""
    return on_days(found, next_weekday(weekday(found["wd"]), today) + WEEK, today=today)


def weekday_fortnight(found: re.Match[str], today: date) -> Days | None:
    """a fortnight on Tuesday: two weeks after the coming Tuesday."""
    return on_days(found, next_weekday(weekday(found["wd"] or found["wd2"]), today) + 2 * WEEK, today=today)


def week(ahead: int) -> Read:
    def read(found: re.Match[str], today: date) -> Days:
        start = monday(today) + ahead * WEEK
        return whole_week(found, start, today)

    return read


def part_of_week(found: re.Match[str], today: date) -> Days:
    ahead = 0 if re.search(r"\bbu |this", found.group()) else 1
    start = monday(today) + ahead * WEEK
    words = found.group()
    if re.search(r"bas|early|begin|start", words):
        return stretch_of(found, start, start + DAY, today)
    if re.search(r"orta|mid", words):
        return stretch_of(found, start + DAY, start + 3 * DAY, today)
    return stretch_of(found, start + 3 * DAY, start + 4 * DAY, today)


def named_weekday(found: re.Match[str], today: date) -> Days:
    number = weekday(found["wd"])
    which = found.groupdict().get("which") or ""
    week: Literal["", "this", "next"] = "next" if which.startswith("next") else ""
    if found.groupdict().get("every") or found.groupdict().get("many") or found.groupdict().get("every2"):
        return Days(found.start(), found.end(), "weekly", weekdays=(number,))
    return Days(found.start(), found.end(), "weekday", weekdays=(number,), week=week)


def weekday_range(found: re.Match[str], today: date) -> Days:
    first, last = weekday(found["wd"]), weekday(found["wd2"])
    listed = tuple((first + n) % 7 for n in range((last - first) % 7 + 1))
    return Days(found.start(), found.end(), "weekday", weekdays=listed)


def weekly(*weekdays: int) -> Read:
    return lambda found, today: Days(found.start(), found.end(), "weekly", weekdays=weekdays)


def every(found: re.Match[str], today: date) -> Days:
    return Days(found.start(), found.end(), "every", weekdays=(0, 1, 2, 3, 4))


def weekend(ahead: int) -> Read:
    def read(found: re.Match[str], today: date) -> Days | None:
        saturday = monday(today) + timedelta(days=5) + ahead * WEEK
        return on_days(found, saturday, saturday + DAY, today=today)

    return read
