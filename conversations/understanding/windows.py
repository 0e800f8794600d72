"""From days and hours named in a message to windows that suit, windows that do not, and bounds."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from conversations.understanding.anchoring import anchored
from conversations.understanding.atoms import Atom, atoms
from conversations.understanding.correction import after_correction
from conversations.understanding.groups import Group, grouped, merged
from conversations.understanding.holiday_names import PATTERN as HOLIDAY_NAMES
from conversations.understanding.hours import DAY_ENDS, DAY_STARTS, Hours, clock
from conversations.understanding.named_days import Days, next_weekday
from conversations.understanding.polarity import Sense, ends_before, strictly_after
from conversations.understanding.senses import repeating_together, senses, turned
from programme.times import WEEKDAYS, Times, Window

_WORKING_DAY = Hours(0, 0, DAY_STARTS, DAY_ENDS, "part")
_OF_A_BOUND = re.compile(r"\W*(?:(?:at|saat|gunu)\W*)*")
_HOLIDAY = re.compile(HOLIDAY_NAMES)
_GENERALLY = re.compile(r"\b(?:genel(?:de|likle)|normalde|usually|generally|normally|as a rule|her zaman|always)\b")


@dataclass(frozen=True)
class When:
    """The times of a message and where they were said (places in the plain text)."""

    times: Times | None
    spans: tuple[tuple[int, int], ...]
    why: tuple[tuple[str, tuple[int, int]], ...] = ()
    """The part of the times that each of these places led to."""


def when(plain: str, today: date, *, corrected: int = 0, zone: str = "Europe/Istanbul", rate: int = 0) -> When:
    """All times of a message, by the clock of `zone`; what stands before `corrected` was taken back.

    `rate` is where "iki haftada bir", "once a month" ended: a weekday said with it repeats.
    """
    found = atoms(plain, today)
    if not found:
        return When(None, ())
    spans = tuple((atom.start, atom.end) for atom in found)
    found = turned(plain, found)
    kept = after_correction(found, corrected) if corrected else found
    if rate or _GENERALLY.search(plain):
        kept = [replace(atom, kind="weekly") if _repeating(plain, atom, rate) else atom for atom in kept]
    wishes = {atom.start: wish for atom, wish in zip(found, senses(plain, found), strict=True)}
    read = _Times(today, plain, zone)
    read.add([(atom, wishes[atom.start]) for atom in kept])
    why = tuple((_led_to(atom, wishes[atom.start]), (atom.start, atom.end)) for atom in kept)
    return When(read.done(), spans, why)


def _led_to(atom: Atom, wish: Sense) -> str:
    if isinstance(atom, Days) and atom.kind in ("bound", "since"):
        return "deadline" if atom.kind == "bound" else "not_before"
    if wish == "no" or isinstance(atom, Hours):
        return "exclude" if wish == "no" else "windows"
    return {"yes": "windows", "deadline": "deadline", "not_before": "not_before"}.get(wish, "exclude")


def _repeating(plain: str, atom: Atom, rate: int) -> bool:
    if not isinstance(atom, Days) or atom.kind != "weekday" or atom.week:
        return False
    return bool(_GENERALLY.search(plain)) or (rate > 0 and plain[rate : atom.start].strip() in ("", "on"))


class _Times:
    """Gathers what the atoms say."""

    def __init__(self, today: date, plain: str, zone: str) -> None:
        self.today, self.plain, self.zone = today, plain, zone
        self.windows: list[Window] = []
        self.exclude: list[Window] = []
        self.deadline: date | None = None
        self.not_before: date | None = None

    def add(self, said: list[tuple[Atom, Sense]]) -> None:
        """Days get their weeks, bounds are set apart, the rest become windows."""
        resolved = anchored(self.plain, repeating_together(self.plain, said), self.today)
        rest: list[tuple[Atom, Sense]] = []
        bound_ends = -1
        for atom, wish in resolved:
            if isinstance(atom, Days) and atom.kind == "bound":
                self.deadline = atom.whole[1] if atom.whole else None
            elif isinstance(atom, Days) and atom.kind == "since" and wish != "no":
                self.not_before = atom.whole[0] if atom.whole else None
            elif isinstance(atom, Days) and wish not in ("yes", "no"):
                self._bound(atom, wish)
            elif (
                isinstance(atom, Days)
                or bound_ends < 0
                or not _OF_A_BOUND.fullmatch(self.plain, bound_ends, atom.start)
            ):
                rest.append((atom, "no" if wish == "no" else "yes"))
                bound_ends = -1
                continue
            bound_ends = atom.end
        bounded = self.deadline or self.not_before
        for wanted, windows in (("yes", self.windows), ("no", self.exclude)):
            for group in grouped(self.plain, [a for a, wish in rest if wish == wanted]):
                if bounded and not group.hours and all(day.kind == "every" for day in group.days):
                    continue
                windows.extend(self._windows(group, excluded=wanted == "no"))

    def _bound(self, atom: Days, bound: Sense) -> None:
        if atom.kind == "day" and not atom.on:
            return
        first, last = self._reach(atom)
        if bound == "deadline":
            too_late = atom.kind == "span" and ends_before(self.plain, atom.start, atom.end)
            day = first - timedelta(days=1) if too_late else last
            self.deadline = max(day, self.today)
        elif bound == "not_before":
            after = strictly_after(self.plain, atom.start, atom.end)
            self.not_before = last + timedelta(days=1) if after else first
        elif _HOLIDAY.match(self.plain, atom.start):
            self.exclude.append(_working_days(self.today, first - timedelta(days=1)))
        else:
            self.not_before = first

    def _reach(self, atom: Days) -> tuple[date, date]:
        if atom.whole:
            return atom.whole
        if atom.on:
            return atom.on[0], atom.on[-1]
        day = next_weekday(atom.weekdays[0], self.today, atom.week) if atom.weekdays else self.today
        return day, day

    def _windows(self, group: Group, *, excluded: bool) -> list[Window]:
        if not group.days:
            return [self._window("any", (), hour, self.today) for hour in group.hours]
        out: list[Window] = []
        for hour in group.hours or [_WORKING_DAY]:
            for atom in merged(group.days):
                if _repeats(atom, hour, excluded):
                    out.append(self._window("weekly", tuple(WEEKDAYS[n] for n in atom.weekdays), hour, self.today))
                elif atom.on or excluded:
                    out.extend(self._on_days(atom.on, hour))
        return out

    def _on_days(self, on: tuple[date, ...], hour: Hours) -> list[Window]:
        """One window, or one before and one after the clocks change."""
        apart: dict[int, list[date]] = {hour.first: []} if not on else {}
        for day in on:
            apart.setdefault(hour.local(day, self.zone).first, []).append(day)
        return [
            self._window("days", tuple(day.isoformat() for day in days), hour, (days or [self.today])[0])
            for days in apart.values()
        ]

    def _window(self, kind: Literal["days", "weekly", "any"], on: tuple[str, ...], hour: Hours, day: date) -> Window:
        here = hour.local(day, self.zone)
        return Window(kind, on, clock(here.first), clock(here.last))

    def done(self) -> Times | None:
        weekly_out = {
            n for w in self.exclude if w.kind == "weekly" for n in w.on if (w.start, w.end) == ("09:00", "18:00")
        }
        windows: list[Window] = []
        for window in self.windows:
            on = tuple(n for n in window.on if n not in weekly_out)
            if window.kind != "weekly" or on:
                windows.append(replace(window, on=on) if window.kind == "weekly" else window)
        times = Times(_unique(windows), _unique(self.exclude), self.not_before, self.deadline)
        return times if times != Times() else None


def _unique(windows: list[Window]) -> tuple[Window, ...]:
    return tuple(dict.fromkeys(windows))


def _working_days(first: date, last: date) -> Window:
    on = (first + timedelta(days=n) for n in range(max(0, (last - first).days + 1)))
    return Window("days", tuple(day.isoformat() for day in on if day.weekday() < 5))


def _repeats(atom: Days, hour: Hours, excluded: bool) -> bool:
    """Every such weekday: said so, or the part of the day was ("salı sabahları")."""
    if atom.kind in ("weekly", "every"):
        return bool(atom.weekdays)
    return hour.plural and atom.kind == "day" and bool(atom.weekdays) and not atom.week and not excluded
