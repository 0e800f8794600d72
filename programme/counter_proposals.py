"""Another time, asked for in free words: the starts it means, or why it cannot be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from programme.proposals import (
    SEARCHED_AT_MOST,
    Side,
    earliest_start,
    free_hours,
    last_day_searched,
    starts_in,
)
from programme.spread import spread
from programme.stretches import Stretch, shared
from programme.times import Times, Window, intervals, latest_day_named
from programme.working_days import holiday_name, is_working_day

Why = Literal["past", "too_far", "weekend", "holiday", "outside_hours", "too_soon", "taken", "nothing_left"]


@dataclass(frozen=True)
class Refused:
    """Why a time cannot be: on which day, and in whose country when it is a day off.

    `nothing_left`: what was asked for excludes itself ("Tuesday, but not on Tuesdays").
    """

    why: Why
    day: date | None = None
    holiday: str | None = None
    country: str | None = None


def times_in(
    times: Times,
    speaker: Side,
    other: Side,
    now: datetime,
    minutes: int = 60,
    count: int = 3,
    taken: Iterable[Stretch] = (),
    language: str = "tr",
) -> tuple[datetime, ...] | Refused:
    """The starts, in UTC and soonest first, that `times` asks for, or why there is none.

    An exact hour means that start; a longer window the good hours in it, those the other side named first. What the
    speaker had said before does not matter any more. Room to answer is left for the other side only. `language` is
    that of the holiday's name.
    """
    taken = list(taken)
    wanted = replace(times, windows=tuple(_long_enough(window, minutes) for window in times.windows))
    speaker = replace(speaker, times=wanted)
    earliest = earliest_start(now, other)
    for asked in (other, other.whenever()):
        last = last_day_searched(now, speaker, asked)
        both = shared(free_hours(speaker, now, last), free_hours(asked, now, last))
        starts = [start for start in starts_in(both, minutes, speaker.zone, taken) if start >= earliest]
        if starts:
            return spread(starts, timedelta(minutes=minutes), (speaker.zone, other.zone), count)
    return _why_not(speaker, other, now, minutes, language)


def _long_enough(window: Window, minutes: int) -> Window:
    """The window, or the meeting's length from its start when it is shorter than that."""
    hours, past = map(int, window.start.split(":"))
    until = hours * 60 + past + minutes
    return replace(window, end=max(window.end, f"{until // 60:02}:{until % 60:02}")) if until < 24 * 60 else window


def _why_not(speaker: Side, other: Side, now: datetime, minutes: int, language: str) -> Refused:
    """The reason against the first of the times asked for that still lies ahead."""
    here, length = ZoneInfo(speaker.zone), timedelta(minutes=minutes)
    today = now.astimezone(here).date()
    past = None
    for begins, ends in _asked_for(speaker, today):
        day = begins.astimezone(here).date()
        if ends - length > now:
            return replace(_against((begins, ends), speaker, other, now, minutes, language), day=day)
        past = day
    until = past or (speaker.times and speaker.times.deadline)
    if until and until <= today:
        return Refused("past", until)
    named = latest_day_named(speaker.times)
    return Refused("too_far", named) if named and named > today + SEARCHED_AT_MOST else Refused("nothing_left")


def _asked_for(speaker: Side, today: date) -> list[Stretch]:
    """The hours asked for as far as is ever searched; the days already past too when they were named."""
    named = latest_day_named(speaker.times) is not None
    first = today - SEARCHED_AT_MOST if named else today
    return intervals(speaker.times, speaker.zone, first, today + SEARCHED_AT_MOST)


def _against(asked: Stretch, speaker: Side, other: Side, now: datetime, minutes: int, language: str) -> Refused:
    sides = (speaker, other)
    for side in sides:
        day = asked[0].astimezone(ZoneInfo(side.zone)).date()
        if not is_working_day(day, side.country):
            return _day_off(day, side.country, language)
    open_for = [asked]
    for side in sides:
        day = asked[1].astimezone(ZoneInfo(side.zone)).date()
        open_for = shared(open_for, free_hours(side.whenever(), asked[0], day))
    starts = starts_in(open_for, minutes, speaker.zone)
    if starts:
        return Refused("too_soon" if starts[-1] < earliest_start(now, other) else "taken")
    for side in sides:
        day = asked[0].astimezone(ZoneInfo(side.zone)).date()
        if holiday_name(day, side.country, language):
            return _day_off(day, side.country, language)
    return Refused("outside_hours")


def _day_off(day: date, country: str, language: str) -> Refused:
    name = holiday_name(day, country, language)
    return Refused("holiday" if name else "weekend", day, name, country)
