"""When somebody can meet: windows of local time, as they are said, kept and searched."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Window:
    """Hours on some days, in the zone of whoever said them.

    `on` holds ISO dates for kind `days`, names of WEEKDAYS for `weekly`, nothing for `any` (every day).
    `start` and `end` are HH:MM on the same day.
    """

    kind: Literal["days", "weekly", "any"]
    on: tuple[str, ...] = ()
    start: str = "09:00"
    end: str = "18:00"

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "on": list(self.on), "start": self.start, "end": self.end}

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
