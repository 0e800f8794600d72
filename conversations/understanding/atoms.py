"""Where days and hours stand in a message, each place read once, the longest reading first."""

import re
from dataclasses import replace
from datetime import date

from conversations.understanding import days as day_words
from conversations.understanding import hours as hour_words
from conversations.understanding.hours import Hours
from conversations.understanding.named_days import Days
from conversations.understanding.patterns import one_list

Atom = Days | Hours
_ANY_TIME = one_list("any_time")

_INSIDE_NUMBER = re.compile(r"\d[.:/]$")


def atoms(plain: str, today: date) -> list[Atom]:
    """All days and hours named, in the order of the text; no two share a character."""
    if not _ANY_TIME.search(plain):
        return []
    taken: list[Atom] = []
    for pattern, read_day in day_words.PATTERNS:
        for found in pattern.finditer(plain):
            if _free(found, taken) and (day := read_day(found, today)):
                taken.append(replace(day, start=_start(found)))
    for pattern, read_hour in hour_words.PATTERNS:
        for found in pattern.finditer(plain):
            if _free(found, taken) and (hour := read_hour(found)):
                taken.append(replace(hour, start=_start(found)))
    return sorted(taken, key=lambda atom: (atom.start, atom.end))


def _free(found: re.Match[str], taken: list[Atom]) -> bool:
    """Nothing read yet, and not the minutes of a time or the end of a number."""
    start, end = _start(found), found.end()
    if _INSIDE_NUMBER.search(found.string, max(0, start - 2), start):
        return False
    return all(end <= atom.start or start >= atom.end for atom in taken)


def _start(found: re.Match[str]) -> int:
    """Where it begins; the words in group `pre` only lead to it."""
    return found.end("pre") if "pre" in found.re.groupindex else found.start()
