"""From days and hours named in a message to windows that suit, windows that do not, and bounds."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from conversations.understanding import polarity
from conversations.understanding.atoms import Atom, atoms
from conversations.understanding.correction import after_correction
from conversations.understanding.days import WEEK, Days, monday
from conversations.understanding.holiday_names import PATTERN as HOLIDAY_NAMES
from conversations.understanding.hours import DAY_ENDS, DAY_STARTS, Hours, clock, refined
from conversations.understanding.polarity import Sense, sense
from programme.times import WEEKDAYS, Times, Window

_JOINED = re.compile(
    r"^[\s'\"()]*(?:(?:,|/|\+|&|-|ve|veya|ya da|yada|yahut|ile|or|and|hem|hem de|de|da|gunu|gunleri|"
    r"gun|saat|saatleri|at|on"
    r"|the|in|icin|olarak|either|arasi|ayi|ayinda|tarihinde|tarihleri)[\s'\"()]*)*$"
)
_OR = re.compile(r"\b(?:veya|ya da|yada|or|yahut|olmazsa|yoksa)\b|/")
_HOLIDAY = re.compile(HOLIDAY_NAMES)
_SENTENCE = re.compile(r"[;!?\n]|\.(?!\d)")
_GENERALLY = re.compile(r"\b(?:genel(?:de|likle)|normalde|usually|generally|normally|as a rule|her zaman|always)\b")
_ANCHOR = re.compile(
    r"^[\s,'\"()]*(?:(?:of|in|on|the|gunu|icin|ozellikle|preferably|tercihen|mumkunse|ideally|works|"
    r"uygun|olur|olabilir|icinde|for|any|her|bir|maybe|belki|say|like|mesela|either|either "
    r"on)[\s,]*)*$"
)


@dataclass
class Group:
    """Days and the hours said for them."""

    days: list[Days] = field(default_factory=list)
    hours: list[Hours] = field(default_factory=list)
    hours_first: bool = False


@dataclass(frozen=True)
class When:
    """The times of a message and where they were said (places in the plain text)."""

    times: Times | None
    spans: tuple[tuple[int, int], ...]


def when(plain: str, today: date, *, repeating: bool = False, corrected: int = 0) -> When:
    """`repeating` reads bare weekdays as every such day; words before `corrected` were taken back."""
    found = atoms(plain, today)
    if not found:
        return When(None, ())
    spans = tuple((atom.start, atom.end) for atom in found)
    found = _turned(plain, found)
    kept = after_correction(found, corrected) if corrected else found
    if repeating or _GENERALLY.search(plain):
        kept = [
            replace(a, kind="weekly") if isinstance(a, Days) and a.kind == "weekday" and not a.week else a for a in kept
        ]
    senses = _senses(plain, found)
    read = _Times(today, plain)
    read.add([(atom, senses[found.index(atom) if atom in found else 0]) for atom in kept])
    return When(read.done(), spans)


def _turned(plain: str, found: list[Atom]) -> list[Atom]:
    """ "17:00'den sonra olmasın" wishes for the hours before; "9'dan önce olmasın" for those after."""
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


def _senses(plain: str, found: list[Atom]) -> list[Sense]:
    """Each atom's sense; in "Monday and Tuesday are out" the last one's goes to all it is joined with."""
    edges = [0, *(atom.end for atom in found)], [*(atom.start for atom in found), len(plain)]
    senses = [sense(plain[edges[0][i] : atom.start], plain[atom.end : edges[1][i + 1]]) for i, atom in enumerate(found)]
    for i in range(len(found) - 2, -1, -1):
        gap = plain[found[i].end : found[i + 1].start]
        if senses[i] == "yes" and senses[i + 1] == "no" and _JOINED.match(gap) and _own_no(plain, found, i + 1) == "no":
            senses[i] = "no"
    for i in range(1, len(found)):
        gap = plain[found[i - 1].end : found[i].start]
        if senses[i - 1] == "no" and senses[i] == "yes" and _JOINED.match(gap) and not gap.strip().startswith(","):
            senses[i] = "no"
    return senses


def _own_no(plain: str, found: list[Atom], i: int) -> Sense:
    """The sense by the words behind alone: "not" before an atom never reaches back."""
    right = found[i + 1].start if i + 1 < len(found) else len(plain)
    return sense("", plain[found[i].end : right])


class _Times:
    """Gathers what the atoms say."""

    def __init__(self, today: date, plain: str) -> None:
        self.today, self.plain = today, plain
        self.windows: list[Window] = []
        self.exclude: list[Window] = []
        self.deadline: date | None = None
        self.not_before: date | None = None

    def add(self, said: list[tuple[Atom, Sense]]) -> None:
        """Days get their weeks, bounds are set apart, the rest become windows."""
        resolved = self._anchored(_repeating(self.plain, said))
        rest: list[tuple[Atom, Sense]] = []
        for atom, wish in resolved:
            if isinstance(atom, Days) and atom.kind == "bound":
                self.deadline = atom.whole[1] if atom.whole else None
            elif isinstance(atom, Days) and wish not in ("yes", "no"):
                self._bound(atom, wish)
            else:
                rest.append((atom, "no" if wish == "no" else "yes"))
        bounded = self.deadline or self.not_before
        for wanted, windows in (("yes", self.windows), ("no", self.exclude)):
            for group in _groups(self.plain, [a for a, wish in rest if wish == wanted]):
                if bounded and not group.hours and all(day.kind == "every" for day in group.days):
                    continue
                windows.extend(self._windows(group, excluded=wanted == "no"))

    def _bound(self, atom: Days, bound: Sense) -> None:
        if atom.kind == "day" and not atom.on:
            return
        first, last = self._reach(atom)
        if bound == "deadline":
            says = self.plain[max(0, atom.start - 12) : atom.end + 12]
            before = re.search(r"\bbefore\s+(?:the\s+)?$|\bonce", says) and atom.kind == "span"
            day = first - timedelta(days=1) if before else last
            self.deadline = max(day, self.today)
        elif bound == "not_before":
            after = re.search(r"\bafter\s+(?:the\s+)?$", self.plain[max(0, atom.start - 12) : atom.start]) or re.match(
                r"\W*(?:[dt][ae]n\s+)?sonra", self.plain[atom.end : atom.end + 12]
            )
            self.not_before = last + timedelta(days=1) if after else first
        elif _HOLIDAY.match(self.plain, atom.start):
            self.exclude.append(self._stretch(self.today, first - timedelta(days=1)))
        else:
            self.not_before = first

    def _stretch(self, first: date, last: date) -> Window:
        on = (first + timedelta(days=n) for n in range(max(0, (last - first).days + 1)))
        return Window("days", tuple(day.isoformat() for day in on if day.weekday() < 5))

    def _reach(self, atom: Days) -> tuple[date, date]:
        if atom.whole:
            return atom.whole
        if atom.on:
            return atom.on[0], atom.on[-1]
        day = self._next(atom.weekdays[0], atom.week) if atom.weekdays else self.today
        return day, day

    def _next(self, number: int, week: str = "") -> date:
        if week == "next":
            return monday(self.today) + WEEK + timedelta(days=number)
        return self.today + timedelta(days=(number - self.today.weekday() - 1) % 7 + 1)

    def _anchored(self, said: list[tuple[Atom, Sense]]) -> list[tuple[Atom, Sense]]:
        """Weekdays get their week: "haftaya salı", "Tuesday of next week", "haziranda perşembeleri"."""
        out: list[tuple[Atom, Sense]] = []
        anchor: Days | None = None
        used: set[int] = set()
        for i, (atom, s) in enumerate(said):
            if isinstance(atom, Hours):
                out.append((atom, s))
                continue
            if atom.kind == "span" and s == "yes":
                anchor = atom
                out.append((atom, s))
                continue
            if atom.kind == "day":
                anchor = None
                out.append((atom, s))
                continue
            here = anchor if anchor and self._near(anchor, atom, i, said) else self._following(i, said)
            if here and atom.kind in ("weekday", "weekly", "every") and not atom.week:
                if s != "no":
                    used.add(id(here))
                numbers = atom.weekdays if atom.kind != "every" else (0, 1, 2, 3, 4)
                out.append((replace(atom, kind="day", on=self._inside(here, numbers), weekdays=()), s))
            elif atom.kind == "weekday" and s == "no" and not atom.week and not self._this(atom):
                out.append((replace(atom, kind="weekly"), s))
            elif atom.kind == "weekday":
                out.append((replace(atom, kind="day", on=tuple(self._next(n, atom.week) for n in atom.weekdays)), s))
            else:
                out.append((atom, s))
        return [(a, s) for a, s in out if id(a) not in used]

    def _this(self, atom: Days) -> bool:
        return self.plain[atom.start : atom.end].startswith(("bu ", "this ", "onumuzdeki"))

    def _near(self, anchor: Days, atom: Days, i: int, said: list[tuple[Atom, Sense]]) -> bool:
        gap = self.plain[anchor.end : atom.start]
        if _SENTENCE.search(gap) and len(gap) > 40:
            return False
        between = [a for a, _ in said if anchor.end <= a.start < atom.start and isinstance(a, Days)]
        return bool(between) or not _OR.search(gap)

    def _following(self, i: int, said: list[tuple[Atom, Sense]]) -> Days | None:
        """A span said after its weekdays: "Tuesday or Wednesday next week"."""
        end = said[i][0].end
        for atom, s in said[i + 1 :]:
            gap = self.plain[end : atom.start]
            if isinstance(atom, Days) and atom.kind == "span" and s == "yes":
                return atom if _ANCHOR.match(gap) else None
            if not (_JOINED.match(gap) or _ANCHOR.match(gap)) or (isinstance(atom, Days) and atom.kind == "day"):
                return None
            end = atom.end
        return None

    def _inside(self, span: Days, numbers: tuple[int, ...]) -> tuple[date, ...]:
        first, last = span.whole or (span.on[0], span.on[-1])
        if (last - first).days == 4 and max(numbers) > 4:
            last = first + timedelta(days=6)
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple(day for day in days if day.weekday() in numbers and day >= self.today)

    def _windows(self, group: Group, *, excluded: bool) -> list[Window]:
        spans = [(clock(h.first), clock(h.last)) for h in group.hours] or [(clock(DAY_STARTS), clock(DAY_ENDS))]
        if not group.days:
            return [Window("any", (), start, end) for start, end in spans] if group.hours else []
        out: list[Window] = []
        plural = any(hour.plural for hour in group.hours)
        for start, end in spans:
            for atom in _merged(group.days):
                out.extend(self._window(atom, start, end, plural, excluded))
        return out

    def _window(self, atom: Days, start: str, end: str, plural: bool, excluded: bool) -> list[Window]:
        if atom.kind == "every" and atom.weekdays:
            return [Window("weekly", tuple(WEEKDAYS[n] for n in atom.weekdays), start, end)]
        if atom.kind == "weekly" or (
            plural and atom.kind == "day" and atom.weekdays and not atom.week and not excluded
        ):
            return [Window("weekly", tuple(WEEKDAYS[n] for n in atom.weekdays), start, end)]
        on = tuple(day.isoformat() for day in atom.on)
        return [Window("days", on, start, end)] if on or excluded else []

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


def _repeating(plain: str, said: list[tuple[Atom, Sense]]) -> list[tuple[Atom, Sense]]:
    """ "her salı ve cuma", "salı ve perşembe günleri": said of one, meant of all it is joined with."""
    out = list(said)
    for order in (range(1, len(out)), range(len(out) - 2, -1, -1)):
        for i in order:
            j = i - 1 if order.step > 0 else i + 1
            one, other = out[i][0], out[j][0]
            if not (isinstance(one, Days) and isinstance(other, Days)) or other.kind != "weekly":
                continue
            gap = plain[min(one.end, other.end) : max(one.start, other.start)]
            if one.kind == "weekday" and len(other.weekdays) == 1 and _JOINED.match(gap):
                out[i] = (replace(one, kind="weekly"), out[i][1])
    return out


def _unique(windows: list[Window]) -> tuple[Window, ...]:
    return tuple(dict.fromkeys(windows))


def _merged(days: list[Days]) -> list[Days]:
    """Weekdays said one by one are one weekly window."""
    weekly = [day for day in days if day.kind == "weekly"]
    if len(weekly) < 2:
        return days
    numbers = tuple(sorted({n for day in weekly for n in day.weekdays}))
    return [day for day in days if day.kind != "weekly"] + [replace(weekly[0], weekdays=numbers)]


def _groups(plain: str, said: list[Atom]) -> list[Group]:
    """Hours belong to the days said just before them, or, said first, to those that follow."""
    groups: list[Group] = []
    current = Group()
    last: Atom | None = None
    for atom in said:
        gap = plain[last.end : atom.start] if last else ""
        if isinstance(atom, Days):
            if current.hours and current.days and not (current.hours_first and not _SENTENCE.search(gap)):
                groups.append(current)
                current = Group()
            elif current.hours and not current.days:
                current.hours_first = True
            current.days.append(atom)
        elif (
            isinstance(last, Hours)
            and current.hours
            and not _OR.search(gap)
            and _part_and_hour(current.hours[-1], atom)
        ):
            current.hours[-1] = _both(current.hours[-1], atom)
        elif current.hours_first and current.days and isinstance(last, Days):
            days = current.days.pop() if _JOINED.match(gap) and len(current.days) > 1 else None
            groups.append(current)
            current = Group([days] if days else [], [atom])
        else:
            current.hours.append(atom)
        last = atom
    return [*groups, current] if current.days or current.hours else groups


def _part_and_hour(one: Hours, other: Hours) -> bool:
    return (one.kind == "part") != (other.kind == "part") or {one.kind, other.kind} == {"after", "before"}


def _both(one: Hours, other: Hours) -> Hours:
    if {one.kind, other.kind} == {"after", "before"}:
        after, before = (one, other) if one.kind == "after" else (other, one)
        return replace(after, last=before.last, kind="range")
    return refined(one, other) if one.kind == "part" else refined(other, one)
