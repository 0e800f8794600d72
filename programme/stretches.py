"""Stretches of time as sorted pairs of UTC instants: joined, cut and shared."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

Stretch = tuple[datetime, datetime]


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same time in order, each moment once: what overlaps or touches becomes one."""
    result: list[Stretch] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def shared(some: Iterable[Stretch], others: Iterable[Stretch]) -> list[Stretch]:
    """The time that lies in both."""
    left, right = joined(some), joined(others)
    result: list[Stretch] = []
    here = there = 0
    while here < len(left) and there < len(right):
        (a, b), (c, d) = left[here], right[there]
        if max(a, c) < min(b, d):
            result.append((max(a, c), min(b, d)))
        here, there = (here + 1, there) if b < d else (here, there + 1)
    return result


def without(stretches: Iterable[Stretch], cuts: Iterable[Stretch]) -> list[Stretch]:
    """The time of `stretches` that lies in none of `cuts`."""
    left = joined(stretches)
    for cut_start, cut_end in joined(cuts):
        left = joined(
            piece
            for start, end in left
            for piece in ((start, min(end, cut_start)), (max(start, cut_end), end))
            if piece[0] < piece[1]
        )
    return left


def overlaps(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def in_utc(day: date, clock: time, zone: str) -> datetime:
    """The instant at which the clocks of `zone` show that hour; the first of two when they are put back."""
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)
