"""How well the bot reads in real use: the counts of readings as lines of figures, one for each flow, slot, language."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

Counted = tuple[str, str, str, str, int]
"""Flow, slot, language, fate (storage.tables.ReadingCount), how often."""

READ = ("kept", "edited", "cleared", "later")
GUESSED = ("first_guess", "other_guess", "no_guess")
WHOLE = ("understood", "not_understood")
COLUMNS = ("flow", "slot", "language", "right", *READ, *GUESSED, *WHOLE)


def figures(counted: Iterable[Counted]) -> list[dict[str, Any]]:
    """Whole messages first, then the slots. `right` is the share kept to the end, of messages the share understood."""
    lines: dict[tuple[str, str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for flow, slot, language, fate, times in counted:
        lines[flow, slot, language][fate] += times
    return [_line(*key, lines[key]) for key in sorted(lines, key=lambda key: (key[1] != "", key))]


def _line(flow: str, slot: str, language: str, fared: dict[str, int]) -> dict[str, Any]:
    line: dict[str, Any] = {"flow": flow, "slot": slot, "language": language}
    for fates in (READ, GUESSED, WHOLE):
        if any(fate in fared for fate in fates):
            line |= {fate: fared.get(fate, 0) for fate in fates}
    if read := sum(line.get(fate, 0) for fate in READ if fate != "later"):
        line["right"] = round(max(0, line["kept"] - line["later"]) / read, 3)
    elif said := sum(line.get(fate, 0) for fate in WHOLE):
        line["right"] = round(line["understood"] / said, 3)
    return line
