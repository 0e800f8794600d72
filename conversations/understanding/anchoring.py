"""Which week a weekday is in: "haftaya salı", "Tuesday or Wednesday next week", "haziranda perşembeleri"."""

from dataclasses import replace
from datetime import date, timedelta

from conversations.understanding.atoms import Atom
from conversations.understanding.joining import JOINED, OR, SENTENCE_ENDS, TO_ITS_WEEK
from conversations.understanding.months import working_days
from conversations.understanding.named_days import DAY, Days, next_weekday
from conversations.understanding.polarity import Sense, strictly_after

Said = tuple[Atom, Sense]
_FURTHEST = 40  # characters between a week and a weekday of the next sentence


def anchored(plain: str, said: list[Said], today: date) -> list[Said]:
    """Weekdays become dates of the week or month named with them, else of the coming days; that week is used up."""
    out: list[Said] = []
    anchor: Days | None = None
    used: set[int] = set()
    for i, (atom, wish) in enumerate(said):
        if isinstance(atom, Days) and atom.kind == "day":
            anchor = None
        elif isinstance(atom, Days) and atom.kind == "span" and (wish == "yes" or _refused_day_of(plain, i, said)):
            anchor = atom
        elif isinstance(atom, Days):
            here = anchor if anchor and _near(plain, anchor, atom, said) else _following(plain, i, said)
            if here and (wish != "no" or (i and _refused_day_of(plain, i - 1, said))) and _without_week(atom):
                used.add(id(here))
            if here and wish == "not_before" and atom.kind == "weekday" and _one_week(here):
                atom, wish = _rest_of_week(plain, atom, here, today), "yes"
            atom = _placed(plain, atom, wish, here, today)
        out.append((atom, wish))
    return [(atom, wish) for atom, wish in out if id(atom) not in used]


def _refused_day_of(plain: str, i: int, said: list[Said]) -> bool:
    """ "haftaya salı olmaz": the week only says which Tuesday is refused."""
    if i + 1 >= len(said) or (said[i][1], said[i + 1][1]) != ("no", "no"):
        return False
    week, day = said[i][0], said[i + 1][0]
    inside = isinstance(day, Days) and _without_week(day) and isinstance(week, Days) and week.kind == "span"
    return inside and not plain[week.end : day.start].strip(" '")


def _one_week(span: Days) -> bool:
    return span.whole is not None and (span.whole[1] - span.whole[0]).days <= 6


def _rest_of_week(plain: str, atom: Days, week: Days, today: date) -> Days:
    """ "this week after Wednesday": Thursday and Friday."""
    last = week.whole[1] if week.whole else week.on[-1]
    start = _inside(week, atom.weekdays[:1], date.min)[0] + (
        DAY if strictly_after(plain, atom.start, atom.end) else 0 * DAY
    )
    return replace(atom, kind="day", on=working_days(start, last, today), weekdays=())


def _without_week(atom: Days) -> bool:
    return atom.kind in ("weekday", "weekly", "every") and not atom.week


def _placed(plain: str, atom: Days, wish: Sense, here: Days | None, today: date) -> Days:
    if here and _without_week(atom):
        numbers = atom.weekdays if atom.kind != "every" else (0, 1, 2, 3, 4)
        return replace(atom, kind="day", on=_inside(here, numbers, today), weekdays=())
    if atom.kind != "weekday":
        return atom
    if wish == "no" and not atom.week and not _the_coming(plain, atom):
        return replace(atom, kind="weekly")
    return replace(atom, kind="day", on=tuple(next_weekday(n, today, atom.week) for n in atom.weekdays))


def _the_coming(plain: str, atom: Days) -> bool:
    return plain[atom.start : atom.end].startswith(("bu ", "this ", "onumuzdeki"))


def _near(plain: str, anchor: Days, atom: Days, said: list[Said]) -> bool:
    """A span said before its weekdays: no far sentence and no "or" lies between."""
    gap = plain[anchor.end : atom.start]
    if SENTENCE_ENDS.search(gap) and len(gap) > _FURTHEST:
        return False
    between = [a for a, _ in said if anchor.end <= a.start < atom.start and isinstance(a, Days)]
    return bool(between) or not OR.search(gap)


def _following(plain: str, i: int, said: list[Said]) -> Days | None:
    """A span said after its weekdays: "Tuesday or Wednesday next week"."""
    end = said[i][0].end
    for atom, wish in said[i + 1 :]:
        gap = plain[end : atom.start]
        if isinstance(atom, Days) and atom.kind == "span" and wish == "yes":
            return atom if TO_ITS_WEEK.match(gap) else None
        if not (JOINED.match(gap) or TO_ITS_WEEK.match(gap)) or (isinstance(atom, Days) and atom.kind == "day"):
            return None
        end = atom.end
    return None


def _inside(span: Days, numbers: tuple[int, ...], today: date) -> tuple[date, ...]:
    """Such weekdays of a span from today on; a working week reaches to its Sunday when its weekend is named."""
    first, last = span.whole or (span.on[0], span.on[-1])
    if (last - first).days == 4 and max(numbers) > 4:
        last = first + timedelta(days=6)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() in numbers and day >= today)
