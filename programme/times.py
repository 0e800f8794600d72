"""When somebody can meet: windows of local time, as they are said, kept and searched."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any, Literal

from programme.stretches import Stretch, in_utc, joined, without

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Window:
    """Hours on some days, in the zone of whoever said them.

    `on` holds ISO dates for kind `days`, names of WEEKDAYS for `weekly`, nothing for `any`: Monday to Friday
    where it suits, every day where it does not.
    `start` and `end` are HH:MM on the same day; an end of 24:00, or one not after the start, is midnight.
    """

    kind: Literal["days", "weekly", "any"]
    on: tuple[str, ...] = ()
    start: str = "09:00"
    end: str = "18:00"

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "on": list(self.on), "start": self.start, "end": self.end}

    def weekly(self) -> "Window":
        """The same weekdays in every week."""
        if self.kind != "days":
            return self
        return replace(self, kind="weekly", on=tuple(WEEKDAYS[date.fromisoformat(day).weekday()] for day in self.on))

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Window":
        return cls(kept["kind"], tuple(kept.get("on", ())), kept["start"], kept["end"])


@dataclass(frozen=True)
class Times:
    """All that somebody said of when: windows that suit, windows that do not, and the days between which it must lie.

    No window at all means any working hour.
    """

    windows: tuple[Window, ...] = ()
    exclude: tuple[Window, ...] = ()
    not_before: date | None = None
    deadline: date | None = None

    def to_json(self) -> dict[str, Any]:
        kept: dict[str, Any] = {
            "windows": [window.to_json() for window in self.windows],
            "exclude": [window.to_json() for window in self.exclude],
        }
        if self.not_before:
            kept["not_before"] = self.not_before.isoformat()
        if self.deadline:
            kept["deadline"] = self.deadline.isoformat()
        return kept

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Times":
        def day(name: str) -> date | None:
            return date.fromisoformat(kept[name]) if kept.get(name) else None

        return cls(
            tuple(Window.from_json(window) for window in kept.get("windows", ())),
            tuple(Window.from_json(window) for window in kept.get("exclude", ())),
            day("not_before"),
            day("deadline"),
        )


def intervals(times: Times | None, zone: str, first: date, last: date) -> list[Stretch]:
    """When somebody can meet from the local day `first` to `last`, both included: UTC, in order, none overlapping.

    Nothing said means 09:00 to 18:00, Monday to Friday. Weekends named by a window are kept as they were said.
    """
    times = times or Times()
    first = max(first, times.not_before or first)
    last = min(last, times.deadline or last)
    windows = joined(_said(times.windows or (Window("any"),), zone, first, last))
    return without(windows, _said(tuple(map(_every_day, times.exclude)), zone, first, last))


def latest_day_named(times: Times | None) -> date | None:
    """The last date that somebody named: a day of a window, or the one before which it cannot be."""
    if times is None:
        return None
    named = [date.fromisoformat(day) for window in times.windows if window.kind == "days" for day in window.on]
    return max([*named, *([times.not_before] if times.not_before else [])], default=None)


def days_of(window: Window, first: date, last: date) -> list[date]:
    """The days that a window falls on, from `first` to `last`, both included."""
    if window.kind == "days":
        return [day for day in map(date.fromisoformat, window.on) if first <= day <= last]
    weekdays = {WEEKDAYS.index(name) for name in window.on} if window.kind == "weekly" else set(range(5))
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() in weekdays]


def hours_of(window: Window, day: date, zone: str) -> Stretch:
    """The hours of a window on one of its days, in UTC."""
    end = in_utc(day, _clock(window.end), zone)
    if window.end <= window.start or window.end >= "24:00":
        end = in_utc(day + timedelta(days=1), time(0), zone)
    return in_utc(day, _clock(window.start), zone), end


def _said(windows: tuple[Window, ...], zone: str, first: date, last: date) -> list[Stretch]:
    return [hours_of(window, day, zone) for window in windows for day in days_of(window, first, last)]


def _every_day(window: Window) -> Window:
    return replace(window, kind="weekly", on=WEEKDAYS) if window.kind == "any" else window


def _clock(written: str) -> time:
    hours, minutes = written.split(":")
    return time(int(hours) % 24, int(minutes))
