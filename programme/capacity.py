"""How many meetings an expert still has room for in a month, by what was agreed to and what is set or asked already."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from programme.stretches import Stretch, in_utc

MORNING = time(9)


def month_of(moment: datetime, zone: str) -> date:
    """The month of a moment by the clocks of a zone, as its first day."""
    return moment.astimezone(ZoneInfo(zone)).date().replace(day=1)


def by_month(held: Iterable[Sequence[datetime]], zone: str) -> Counter[date]:
    """What is held in each month; what may still come to one of several starts is held in the month of each."""
    return Counter(month for starts in held for month in {month_of(start, zone) for start in starts})


def used_in(month: date, per_month: float, load: Mapping[date, int]) -> int:
    """Meetings that count against this month: its own; for less than one a month, those of the months around it too."""
    reach = _months_a_meeting(per_month)
    return sum(count for other, count in load.items() if abs(_months_between(month, other)) < reach)


def room_in(month: date, per_month: float, load: Mapping[date, int]) -> int:
    """Meetings that can still be set in this month: whole ones, and never fewer than one in all."""
    return max(0, most_in_a_month(per_month) - used_in(month, per_month, load))


def most_in_a_month(per_month: float) -> int:
    return max(1, math.ceil(per_month))


def full(per_month: float, load: Mapping[date, int], zone: str) -> list[Stretch]:
    """The months in which nothing more may be set, in UTC."""
    reach = _months_a_meeting(per_month)
    near = {_later(month, steps) for month in load for steps in range(1 - reach, reach)}
    return [_stretch(month, zone) for month in sorted(near) if not room_in(month, per_month, load)]


def next_month(now: datetime, zone: str) -> datetime:
    """The first morning of the month after this one, by the clocks of a zone, in UTC."""
    return in_utc(_later(month_of(now, zone), 1), MORNING, zone)


def _months_a_meeting(per_month: float) -> int:
    return round(1 / per_month) if 0 < per_month < 1 else 1


def _months_between(one: date, other: date) -> int:
    return (one.year - other.year) * 12 + one.month - other.month


def _later(month: date, steps: int) -> date:
    years, past = divmod(month.month - 1 + steps, 12)
    return date(month.year + years, past + 1, 1)


def _stretch(month: date, zone: str) -> Stretch:
    return in_utc(month, time(0), zone), in_utc(_later(month, 1), time(0), zone)
