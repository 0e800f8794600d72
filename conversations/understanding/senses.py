"""Which days and hours are wished, refused or bounds, those joined to them included."""

from dataclasses import replace

from conversations.understanding import polarity
from conversations.understanding.atoms import Atom
from conversations.understanding.hours import DAY_ENDS, DAY_STARTS, Hours
from conversations.understanding.joining import JOINED
from conversations.understanding.named_days import Days
from conversations.understanding.polarity import Sense, sense


def turned(plain: str, found: list[Atom]) -> list[Atom]:
    """Refused bounds turned round: "17:00'den sonra olmasın" wishes for the hours before."""
    out: list[Atom] = []
    for i, atom in enumerate(found):
        if isinstance(atom, Hours) and atom.kind in ("before", "after") and _own_no(plain, found, i) == "no":
            no = polarity.no_behind(plain, atom.end)
            ends = no if no else atom.end
            late = atom.kind == "before"
            first, last = (atom.last, max(DAY_ENDS, atom.last + 60)) if late else (DAY_STARTS, atom.first)
            atom = replace(atom, end=ends, kind="after" if late else "before", first=first, last=last)
        out.append(atom)
    return [a for a in out if not isinstance(a, Hours) or a.first < a.last]


def senses(plain: str, found: list[Atom]) -> list[Sense]:
    """Each atom's sense; in "Monday and Tuesday are out" the last one's goes to all it is joined with."""
    edges = [0, *(atom.end for atom in found)], [*(atom.start for atom in found), len(plain)]
    wishes: list[Sense] = [
        sense(plain[edges[0][i] : atom.start], plain[atom.end : edges[1][i + 1]]) for i, atom in enumerate(found)
    ]
    for i in range(len(found) - 2, -1, -1):
        gap = plain[found[i].end : found[i + 1].start]
        if "," in gap and isinstance(found[i], Hours) != isinstance(found[i + 1], Hours):
            continue
        if wishes[i] == "yes" and wishes[i + 1] == "no" and JOINED.match(gap) and _own_no(plain, found, i + 1) == "no":
            wishes[i] = "yes" if _all_of_it_but(plain, found[i], found[i + 1]) else "no"
    for i in range(1, len(found)):
        gap = plain[found[i - 1].end : found[i].start]
        if wishes[i - 1] == "no" and wishes[i] == "yes" and JOINED.match(gap) and not gap.strip().startswith(","):
            wishes[i] = "no"
    last = max((i for i, atom in enumerate(found) if isinstance(atom, Days)), default=-1)
    if last >= 0 and found[last].kind in ("day", "span", "weekday") and polarity.taken_up(plain, found[last].end):
        wishes[last] = "deadline"
    return wishes


def _all_of_it_but(plain: str, week: Atom, day: Atom) -> bool:
    """ "haftaya salı hariç": that week without its Tuesday."""
    inside = isinstance(week, Days) and week.kind == "span" and isinstance(day, Days) and day.kind != "span"
    return inside and bool(polarity.ALL_BUT_BEHIND.match(plain, day.end))


def _own_no(plain: str, found: list[Atom], i: int) -> Sense:
    """The sense by the words behind alone: "not" before an atom never reaches back."""
    right = found[i + 1].start if i + 1 < len(found) else len(plain)
    return sense("", plain[found[i].end : right])


def repeating_together(plain: str, said: list[tuple[Atom, Sense]]) -> list[tuple[Atom, Sense]]:
    """What is said of one is meant of all it is joined with ("her salı ve cuma", "salı ve perşembe günleri")."""
    out = list(said)
    for order in (range(1, len(out)), range(len(out) - 2, -1, -1)):
        for i in order:
            j = i - 1 if order.step > 0 else i + 1
            one, other = out[i][0], out[j][0]
            if not (isinstance(one, Days) and isinstance(other, Days)) or other.kind != "weekly":
                continue
            gap = plain[min(one.end, other.end) : max(one.start, other.start)]
            if one.kind == "weekday" and len(other.weekdays) == 1 and JOINED.match(gap):
                out[i] = (replace(one, kind="weekly"), out[i][1])
    return out
