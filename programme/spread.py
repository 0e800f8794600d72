"""Which of the times that fit are put to people: on different days, in different parts of the day, at good hours."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

_NOON, _AFTERNOON = time(12), time(15)
_LUNCH = (time(12), time(13))
_EARLY, _LATE = time(10), time(17)


def spread(starts: Sequence[datetime], length: timedelta, zones: Sequence[str], count: int) -> tuple[datetime, ...]:
    """At most `count` of the starts (in order), soonest first, none overlapping; days are those of the first zone.

    The soonest days come first; only when there are fewer days than `count` does a day get a second time.
    """
    days = [list(group) for _, group in groupby(starts, lambda start: start.astimezone(ZoneInfo(zones[0])).date())]
    chosen: list[datetime] = []
    while len(chosen) < count:
        before = len(chosen)
        for day in days:
            free = [start for start in day if all(abs(start - other) >= length for other in chosen)]
            if free and len(chosen) < count:
                chosen.append(min(free, key=_liking(chosen, length, zones)))
        if len(chosen) == before:
            break
    return tuple(sorted(chosen))


def _liking(
    chosen: list[datetime], length: timedelta, zones: Sequence[str]
) -> Callable[[datetime], tuple[int, int, int, datetime]]:
    """The order in which times of a day are liked: not over lunch, another part of the day, a good, a new hour."""
    here = ZoneInfo(zones[0])
    hours = [start.astimezone(here).time() for start in chosen]
    parts = [_part_of_day(hour) for hour in hours]

    def order(start: datetime) -> tuple[int, int, int, datetime]:
        hour = start.astimezone(here).time()
        lunches = sum(_over_lunch(start, length, zone) for zone in zones)
        bother = sum(_bother(start, length, zone) for zone in zones)
        return lunches, parts.count(_part_of_day(hour)), bother + 2 * hours.count(hour), start

    return order


def _part_of_day(hour: time) -> int:
    return (hour >= _NOON) + (hour >= _AFTERNOON)


def _over_lunch(start: datetime, length: timedelta, zone: str) -> bool:
    begins, ends = _hours(start, length, zone)
    return begins < _LUNCH[1] and ends > _LUNCH[0]


def _bother(start: datetime, length: timedelta, zone: str) -> int:
    """How inconvenient an hour is there: at the very start or end of the day, not on the hour."""
    begins, ends = _hours(start, length, zone)
    return 2 * (begins < _EARLY or ends > _LATE) + (begins.minute != 0)


def _hours(start: datetime, length: timedelta, zone: str) -> tuple[time, time]:
    here = ZoneInfo(zone)
    return start.astimezone(here).time(), (start + length).astimezone(here).time()
