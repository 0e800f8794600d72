"""When the clocks of a zone change, and how a calendar file says so."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_AROUND = timedelta(days=366)


def clock_changes(zone: str, first: datetime, last: datetime) -> list[datetime]:
    """The instants from `first` to `last`, in UTC and to the second, from which another offset holds."""
    found: list[datetime] = []
    before = first.astimezone(UTC).replace(microsecond=0)
    while before < last:
        after = before + timedelta(days=1)
        if _offset(before, zone) != _offset(after, zone):
            found.append(_change_between(before, after, zone))
        before = after
    return found


def time_zone(zone: str, around: datetime) -> Timezone:
    """The VTIMEZONE that holds for a year before and after: what applied first, then each change by itself.

    An onset is written by the clocks that it ends (RFC 5545, 3.6.5), and without rules, which nobody promises.
    """
    component = Timezone()
    component.add("tzid", zone)
    first = (around - _AROUND).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    held = _offset(first, zone)
    for onset in (first, *clock_changes(zone, first, around + _AROUND)):
        new = _offset(onset, zone)
        component.add_component(_observance(onset, held, new, zone))
        held = new
    return component


def _observance(onset: datetime, held: timedelta, new: timedelta, zone: str) -> TimezoneStandard | TimezoneDaylight:
    observance = TimezoneDaylight() if new > held else TimezoneStandard()
    observance.add("dtstart", (onset + held).replace(tzinfo=None))
    observance.add("tzoffsetfrom", held)
    observance.add("tzoffsetto", new)
    observance.add("tzname", onset.astimezone(ZoneInfo(zone)).tzname())
    return observance


def _change_between(before: datetime, after: datetime, zone: str) -> datetime:
    held = _offset(before, zone)
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        before, after = (middle, after) if _offset(middle, zone) == held else (before, middle)
    return after


def _offset(instant: datetime, zone: str) -> timedelta:
    return instant.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
