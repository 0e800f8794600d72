"""Which hours go with which days."""

import re
from dataclasses import dataclass, field, replace

from conversations.understanding.atoms import Atom
from conversations.understanding.hours import Hours, refined
from conversations.understanding.joining import JOINED, OR, SENTENCE_ENDS
from conversations.understanding.named_days import Days


@dataclass
class Group:
    """Days and the hours said for them."""

    days: list[Days] = field(default_factory=list)
    hours: list[Hours] = field(default_factory=list)
    hours_first: bool = False


def merged(days: list[Days]) -> list[Days]:
    """Weekdays said one by one are one weekly window."""
    weekly = [day for day in days if day.kind == "weekly"]
    if len(weekly) < 2:
        return days
    numbers = tuple(sorted({n for day in weekly for n in day.weekdays}))
    return [day for day in days if day.kind != "weekly"] + [replace(weekly[0], weekdays=numbers)]


def grouped(plain: str, said: list[Atom]) -> list[Group]:
    """Hours belong to the days said just before them, or, said first, to those that follow."""
    groups: list[Group] = []
    current = Group()
    last: Atom | None = None
    for atom in said:
        gap = plain[last.end : atom.start] if last else ""
        if isinstance(atom, Days):
            if current.hours and current.days and not (current.hours_first and not SENTENCE_ENDS.search(gap)):
                groups.append(current)
                current = Group()
            elif current.hours and not current.days:
                current.hours_first = True
            current.days.append(atom)
        elif current.hours and _one_time(gap, last, current, atom):
            current.hours[-1] = _both(current.hours[-1], atom)
        elif current.hours_first and current.days and isinstance(last, Days):
            days = current.days.pop() if JOINED.match(gap) and len(current.days) > 1 else None
            groups.append(current)
            current = Group([days] if days else [], [atom])
        else:
            current.hours.append(atom)
        last = atom
    return [*groups, current] if current.days or current.hours else groups


def _one_time(gap: str, last: Atom | None, current: Group, atom: Hours) -> bool:
    """A part of the day and an hour of it: "sabah 10'da", "saat yedide yarın akşam"."""
    if OR.search(gap) or not _part_and_hour(current.hours[-1], atom):
        return False
    if isinstance(last, Hours):
        return atom.kind != "part" or not re.search(r",|\b(?:ve|and)\b", gap)
    return len(current.hours) == 1 and "," not in gap and bool(JOINED.match(gap))


def _part_and_hour(one: Hours, other: Hours) -> bool:
    return (one.kind == "part") != (other.kind == "part") or {one.kind, other.kind} == {"after", "before"}


def _both(one: Hours, other: Hours) -> Hours:
    if {one.kind, other.kind} == {"after", "before"}:
        after, before = (one, other) if one.kind == "after" else (other, one)
        return replace(after, last=before.last, kind="range")
    return refined(one, other) if one.kind == "part" else refined(other, one)
