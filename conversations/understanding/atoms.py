"""Where days and hours stand in a message, each place read once, the longest reading first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import compress

from conversations.understanding import days as day_words
from conversations.understanding import hours as hour_words
from conversations.understanding.following import placed_beside
from conversations.understanding.gates import Gates
from conversations.understanding.hours import Hours
from conversations.understanding.named_days import Days
from conversations.understanding.patterns import one_list
from conversations.understanding.polarity import of_no_meeting
from conversations.understanding.zones import Named, zones

Atom = Days | Hours
_ANY_TIME = one_list("any_time")
_DAYS = Gates(pattern for pattern, _ in day_words.PATTERNS)
_HOURS = Gates(pattern for pattern, _ in hour_words.PATTERNS)

_LEADS = re.compile(r"\s*(?:,|saat|at)?\s*")  # between a zone and its hour
_INSIDE_NUMBER = re.compile(r"\d[.:/]$")


def atoms(plain: str, today: date) -> list[Atom]:
    """All days and hours named, in the order of the text; no two share a character."""
    if not _ANY_TIME.search(plain):
        return []
    days: list[Days] = []
    for pattern, read_day in compress(day_words.PATTERNS, _DAYS.open(plain)):
        for found in pattern.finditer(plain):
            if _free(found, days) and (day := read_day(found, today)):
                days.append(replace(day, start=_start(found)))
    days = [day for day in placed_beside(plain, days, today) if not of_no_meeting(plain, day.start, day.end)]
    taken: list[Atom] = [*days]
    hours: list[Hours] = []
    for pattern, read_hour in compress(hour_words.PATTERNS, _HOURS.open(plain)):
        for found in pattern.finditer(plain):
            if _free(found, [*taken, *hours]) and (hour := read_hour(found)):
                hours.append(replace(hour, start=_start(found)))
    taken.extend(_by_their_clock(plain, hours))
    return sorted(taken, key=lambda atom: (atom.start, atom.end))


def _by_their_clock(plain: str, hours: list[Hours]) -> list[Hours]:
    """Each hour with the zone named beside it, which becomes part of it, or else with the next one named."""
    named = zones(plain) if hours else []
    return [_zoned(plain, hour, named) for hour in hours] if named else hours


def _zoned(plain: str, hour: Hours, named: list[Named]) -> Hours:
    for start, end, zone in named:
        if start >= hour.end and not plain[hour.end : start].strip():
            return replace(hour, end=end, zone=zone)
        if end <= hour.start and _LEADS.fullmatch(plain, end, hour.start):
            return replace(hour, start=start, zone=zone)
    behind = [zone for start, _, zone in named if start >= hour.end]
    return replace(hour, zone=(behind or [named[-1][2]])[0])


def _free(found: re.Match[str], taken: Sequence[Atom]) -> bool:
    """Nothing read yet, and not the minutes of a time or the end of a number."""
    start, end = _start(found), found.end()
    if _INSIDE_NUMBER.search(found.string, max(0, start - 2), start):
        return False
    return all(end <= atom.start or start >= atom.end for atom in taken)


def _start(found: re.Match[str]) -> int:
    """Where it begins; the words in group `pre` only lead to it."""
    return found.end("pre") if "pre" in found.re.groupindex else found.start()
