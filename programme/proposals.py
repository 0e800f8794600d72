"""The times put to both sides of a match, and until when they are to answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from programme.spread import spread
from programme.stretches import Stretch, overlaps, shared
from programme.times import Times, intervals, latest_day_named
from programme.working_days import add_working_days, add_working_time, working_days_before, working_hours

SEARCHED = timedelta(weeks=8)
SEARCHED_AT_MOST = timedelta(weeks=53)
ROOM_TO_ANSWER = timedelta(hours=3)
"""Working time that somebody has at the very least between being asked and the deadline."""


@dataclass(frozen=True)
class Side:
    """One side of a match: when it can meet, as said; where its clocks and holidays are."""

    times: Times | None
    zone: str
    country: str

    def whenever(self) -> "Side":
        """The same side, had it said nothing of when: for proposing what suits the other when nothing suits both."""
        return replace(self, times=None)


def times_to_propose(
    asker: Side,
    expert: Side,
    now: datetime,
    count: int = 3,
    minutes: int = 60,
    taken: Iterable[Stretch] = (),
    days: int = 3,
) -> tuple[datetime, ...]:
    """Starts in UTC, soonest first, that both said suit them, in the working hours of both.

    Where they can be chosen so, both have all their `days` to answer; where the times said are too near for that,
    at least `ROOM_TO_ANSWER`.
    Eight weeks are searched, or eight from the last day that one of them named. Empty when nothing fits both.
    """
    sides = (asker, expert)
    earliest = max(earliest_start(now, side) for side in sides)
    unhurried = max(add_working_days(now, days + 1, side.zone, side.country) for side in sides)
    last = last_day_searched(now, *sides)
    open_for = shared(free_hours(asker, earliest, last), free_hours(expert, earliest, last))
    starts = [start for start in starts_in(open_for, minutes, asker.zone, taken) if start >= earliest]
    length, zones = timedelta(minutes=minutes), (asker.zone, expert.zone)
    later = spread([start for start in starts if start >= unhurried], length, zones, count)
    return later if len(later) == count else spread(starts, length, zones, count)


@dataclass(frozen=True)
class Proposed:
    """Times in UTC, soonest first, and whose words they keep to; whoever is left out should be told."""

    starts: tuple[datetime, ...]
    keeps_to: Literal["both", "asker", "expert", "neither"]


def best_times(
    asker: Side,
    expert: Side,
    now: datetime,
    count: int = 3,
    minutes: int = 60,
    taken: Iterable[Stretch] = (),
    days: int = 3,
) -> Proposed:
    """Times that suit both, else what the asker said, else what the expert said, else any hour both work."""
    taken = list(taken)
    tries: tuple[tuple[Literal["both", "asker", "expert"], Side, Side], ...] = (
        ("both", asker, expert),
        ("asker", asker, expert.whenever()),
        ("expert", asker.whenever(), expert),
    )
    for keeps_to, one, other in tries:
        if starts := times_to_propose(one, other, now, count, minutes, taken, days):
            return Proposed(starts, keeps_to)
    anyhow = times_to_propose(asker.whenever(), expert.whenever(), now, count, minutes, taken, days)
    return Proposed(anyhow, "neither")


def suits(start: datetime, side: Side, minutes: int = 60) -> bool:
    """Whether a meeting then lies within what the side said and within its working hours."""
    end = start + timedelta(minutes=minutes)
    day = start.astimezone(ZoneInfo(side.zone)).date()
    return any(opens <= start and end <= closes for opens, closes in free_hours(side, start, day))


def answer_deadline(now: datetime, first_time: datetime, side: Side, days: int = 3) -> datetime:
    """Until when the side that is asked may answer, in UTC.

    `days` working days of its own, but never later than one working day before the first time proposed.
    """
    return min(
        add_working_days(now, days, side.zone, side.country),
        working_days_before(first_time, 1, side.zone, side.country),
    )


def first_common(some: Iterable[datetime], others: Iterable[datetime]) -> datetime | None:
    """The earliest start that both picked."""
    return min(set(some) & set(others), default=None)


def earliest_start(now: datetime, side: Side) -> datetime:
    """The first moment a meeting may start so that the side, asked now, has room to answer before its deadline."""
    answered = add_working_time(now, ROOM_TO_ANSWER, side.zone, side.country)
    return add_working_days(answered, 1, side.zone, side.country)


def last_day_searched(now: datetime, *sides: Side) -> date:
    """The local day at which searching ends: some weeks after today and after any day named, but within the year."""
    today, at_most = now.date(), now.date() + SEARCHED_AT_MOST
    named = [min(day, at_most) for side in sides if (day := latest_day_named(side.times))]
    return min(max([today, *named]) + SEARCHED, at_most)


def free_hours(side: Side, since: datetime, last: date) -> list[Stretch]:
    """What the side said, within its working hours, from the local day of `since` to the day `last`."""
    first = since.astimezone(ZoneInfo(side.zone)).date()
    return shared(intervals(side.times, side.zone, first, last), working_hours(side.zone, side.country, first, last))


def starts_in(stretches: Iterable[Stretch], minutes: int, zone: str, taken: Iterable[Stretch] = ()) -> list[datetime]:
    """Every half hour of the zone's clocks at which a meeting fits and nothing is taken.

    A stretch that no half hour fits into ("14:15 to 15:15") gives its own beginning.
    """
    length, busy = timedelta(minutes=minutes), list(taken)
    found: list[datetime] = []
    for begins, ends in stretches:
        start = _half_hour_from(begins, zone)
        if start + length > ends >= begins + length:
            start = begins
        while start + length <= ends:
            found.append(start)
            start += timedelta(minutes=30)
    return [start for start in found if not any(overlaps((start, start + length), meeting) for meeting in busy)]


def _half_hour_from(moment: datetime, zone: str) -> datetime:
    local = moment.astimezone(ZoneInfo(zone))
    past = timedelta(minutes=local.minute % 30, seconds=local.second, microseconds=local.microsecond)
    return moment + (timedelta(minutes=30) - past if past else past)
