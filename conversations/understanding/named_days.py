"""Days that were named in a message, before it is known what was wished for them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from conversations.understanding.months import coming, working_days


@dataclass(frozen=True)
class Days:
    """Where days were named and which.

    day: dates said one by one. span: a week, a month, a stretch (working days of it). weekday: names of
    weekdays, still without a week. weekly: every such weekday. every: any day at all. bound: the last day.
    since: the first.
    `whole` is the stretch from its first to its last day, weekends and past included.
    """

    start: int
    end: int
    kind: Literal["day", "span", "weekday", "weekly", "every", "bound", "since"]
    on: tuple[date, ...] = ()
    weekdays: tuple[int, ...] = ()
    whole: tuple[date, date] | None = None
    week: Literal["", "this", "next"] = ""


Read = Callable[[re.Match[str], date], Days | None]
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def a_date(year: int | None, number: int, day: int, today: date) -> date | None:
    """The day named, the coming one when no year was said; None when there is no such day."""
    try:
        return date(year or coming(number, today, day), number, day)
    except ValueError:
        return None


def on_days(found: re.Match[str], *on: date | None, today: date) -> Days | None:
    kept = tuple(day for day in on if day and day >= today)
    return Days(found.start(), found.end(), "day", kept)


def stretch_of(found: re.Match[str], first: date, last: date, today: date) -> Days:
    return Days(found.start(), found.end(), "span", working_days(first, last, today), whole=(first, last))


def next_weekday(number: int, today: date, week: str = "") -> date:
    """The next such day after today; "next Tuesday" is that of next week."""
    if week == "next":
        return monday(today) + WEEK + timedelta(days=number)
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def whole_week(found: re.Match[str], start: date, today: date) -> Days:
    return stretch_of(found, start, start + timedelta(days=4), today)
