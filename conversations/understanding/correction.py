"""When somebody takes back what they just said: "yok pardon, çarşamba", "sorry, I meant Friday"."""

import re

from conversations.understanding.hours import Hours
from conversations.understanding.named_days import Days
from conversations.understanding.patterns import one_list

_TAKEN_BACK = re.compile(rf"\b(?:{one_list('corrections').pattern})\b")


def taken_back(plain: str) -> int:
    """Where the last correction ends in the plain text, 0 without one."""
    return max((found.end() for found in _TAKEN_BACK.finditer(plain) if found.end() < len(plain) - 1), default=0)


def after_correction(said: list[Days | Hours], place: int) -> list[Days | Hours]:
    """Only what was said after the correction counts; a corrected hour keeps its day, a corrected day its hour."""
    later = [atom for atom in said if atom.start >= place]
    if not later:
        return said
    days = any(isinstance(atom, Days) for atom in later)
    hours = any(isinstance(atom, Hours) for atom in later)
    kept = [a for a in said if a.start < place and not (days if isinstance(a, Days) else hours)]
    return kept + later
