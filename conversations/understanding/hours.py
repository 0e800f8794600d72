"""Hours of a day as people say them: "14:00", "saat üçte", "half past two", "öğleden sonra", "after 10"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from conversations.understanding.months import MONTH
from conversations.understanding.numbers import EN_WORDS, TR_WORDS, value
from conversations.understanding.patterns import sections
from conversations.understanding.zones import PATTERN as ZONE
from conversations.understanding.zones import minutes_apart

DAY_STARTS, DAY_ENDS = 9 * 60, 18 * 60
ONE_MEETING = 60
HALF_DAY_TURNS = 8  # an hour below this, without am, pm or a part of the day, is an afternoon hour


@dataclass(frozen=True)
class Hours:
    """Minutes of the day. `kind` is exact, range, part (of the day), after or before; `pm` a hint given."""

    start: int
    end: int
    first: int
    last: int
    kind: str
    plural: bool = False
    zone: str = ""  # whose clock, when another than the writer's was named

    def moved(self, minutes: int) -> "Hours":
        return replace(self, first=self.first + minutes, last=self.last + minutes)

    def local(self, day: date, zone: str) -> "Hours":
        """The hours of that day by the clock of `zone`; as they were said when that would be another day."""
        moved = self.moved(minutes_apart(self.zone, zone, day)) if self.zone and self.zone != zone else self
        return moved if moved.first >= 0 and moved.last <= 24 * 60 else self


_PART_END = (
    r"(?P<many>s|lari(?:mi[sz])?|lar\b|ler\b|leri|larinda|lerinde)?(?:[iuy]?n?[ae]?|n[dt]a|da|de|dan|den|leyin|ki)?"
)
_H1 = r"(?P<h1>[01]?\d|2[0-4])(?:[:.](?P<m1>[0-5]\d))?\s*(?P<a1>am\b|pm\b|a\.m\.|p\.m\.)?(?:\s*o'?clock)?"
_SUFFIX = r"(?:'?(?:[dt][ae]n?|y?[iua]|[iu]n[dt]?[ae]?n?|e|ye|ya|lik))?"
_CASE = r"(?:'?(?:[dt][ae]n|[dt][ae]|(?:y|n)?[aeiu]))?"

Read = Callable[[re.Match[str]], Hours | None]


def _minutes(hour: str | None, minute: str | None, half: str | None) -> int | None:
    if hour is None:
        return None
    h = value(hour)
    m = value(minute or "0") or 0
    if h is None or h > 24 or (h == 24 and m):
        return None
    pm = (half or "").startswith("p")
    am = (half or "").startswith("a")
    if (pm and h < 12) or (not am and 1 <= h < HALF_DAY_TURNS and not (hour.startswith("0") and len(hour) == 2)):
        h += 12
    return h * 60 + m


def _range(found: re.Match[str]) -> Hours | None:
    groups = found.groupdict()
    first = _minutes(groups["h1"], groups.get("m1"), groups.get("a1"))
    last = _minutes(groups["h2"], groups.get("m2"), groups.get("a2"))
    if first is None or last is None:
        return None
    if not groups.get("a1") and (groups.get("a2") or "").startswith("p"):
        later = _minutes(groups["h1"], groups.get("m1"), "pm")
        first = later if later is not None and later < last else first
    if groups.get("half1"):
        first += 30
    if groups.get("half2"):
        last += 30
    if last <= first and last + 720 <= 24 * 60:
        last += 720
    if last <= first or last > 24 * 60:
        return None
    return Hours(found.start(), found.end(), first, min(last, 24 * 60 - 1), "range")


def _exact(found: re.Match[str]) -> Hours | None:
    groups = found.groupdict()
    first = _minutes(groups["h1"], groups.get("m1"), groups.get("a1"))
    if first is None or first >= 23 * 60:
        return None
    if groups.get("half1"):
        first += 30
    return Hours(found.start(), found.end(), first, first + ONE_MEETING, "exact")


def _spoken_minutes(found: re.Match[str]) -> Hours | None:
    """half past two, quarter to three, üçü çeyrek geçe, dörde on kala."""
    words = found.groupdict()
    hour = _minutes(words["h1"], None, words.get("a1"))
    if hour is None:
        return None
    by = words.get("by") or "half"
    minutes = 30 if by in ("half", "yarim") else 15 if by in ("quarter", "a quarter", "ceyrek") else value(by) or 0
    first = hour + (-minutes if words["way"] in ("to", "kala", "var") else minutes)
    return Hours(found.start(), found.end(), first, first + ONE_MEETING, "exact")


def _after(found: re.Match[str]) -> Hours | None:
    first = _minutes(found["h1"], found.groupdict().get("m1"), found.groupdict().get("a1"))
    if first is None or first >= 23 * 60:
        return None
    return Hours(found.start(), found.end(), first, max(DAY_ENDS, first + ONE_MEETING), "after")


def _before(found: re.Match[str]) -> Hours | None:
    last = _minutes(found["h1"], found.groupdict().get("m1"), found.groupdict().get("a1"))
    if last is None or last <= 6 * 60:
        return None
    return Hours(found.start(), found.end(), min(DAY_STARTS, last - ONE_MEETING), last, "before")


def _part(first: int, last: int) -> Read:
    def read(found: re.Match[str]) -> Hours | None:
        return Hours(found.start(), found.end(), first, last, "part", bool(found["many"]))

    return read


_TRW = rf"(?P<h1>{TR_WORDS}|1?\d|2[0-3])"
_ENW = rf"(?P<h1>{EN_WORDS}|1?\d|2[0-3])"
_TO = r"\s*(?:-|/|ile|ila|ve|to|and|until|till)\s*"
_MINUTES = r"(?:[:.](?P<m{n}>[0-5]\d))?\s?(?P<half{n}>bucuk)?\s*(?P<a{n}>am\b|pm\b)?"
_W1 = rf"(?P<h1>{TR_WORDS}|{EN_WORDS}|[01]?\d|2[0-4])" + _MINUTES.replace("{n}", "1")
_W2 = rf"(?P<h2>{TR_WORDS}|{EN_WORDS}|noon|midday|oglen?(?=[ey])|[01]?\d|2[0-4])" + _MINUTES.replace("{n}", "2")
_BETWEEN = r"\s*(?:aras\w*|aralig\w*|saatleri\w*)"
_NOT_COUNT = (
    r"(?!\s*(?:gun|hafta|ay\b|ayi|ayda|ayin|yil|kisi|belediye|toplanti|gorusme|kez|kere|defa|day|"
    r"week|month|year|meeting|session|people|time|municipal|%|tl\b|\w*\.\d))"
)

_PIECES = {
    "H1": _H1, "W1": _W1, "W2": _W2, "CASE": _CASE, "TO": _TO, "BETWEEN": _BETWEEN, "NOT_COUNT": _NOT_COUNT,
    "SUFFIX": _SUFFIX, "TR_WORDS": TR_WORDS, "EN_WORDS": EN_WORDS, "TRW": _TRW, "ENW": _ENW, "ZONE": ZONE,
    "MONTH": MONTH,
}  # fmt: skip
_READERS: dict[str, Read] = {
    "range": _range, "after": _after, "before": _before, "spoken minutes": _spoken_minutes, "exact": _exact,
}  # fmt: skip


def _patterns() -> Iterator[tuple[re.Pattern[str], Read]]:
    for heading, lines in sections("hours", **_PIECES):
        if part := re.fullmatch(r"part (\d+) (\d+)", heading):
            yield re.compile(rf"\b(?:{'|'.join(lines)}){_PART_END}\b"), _part(int(part[1]) * 60, int(part[2]) * 60)
            continue
        for line in lines:
            yield re.compile(line), _READERS[heading]


PATTERNS = tuple(_patterns())


def refined(part: Hours, exact: Hours) -> Hours:
    """A part of the day and an hour said together: "akşam 7'de", "mornings after 10", "3 in the afternoon"."""
    if exact.kind == "exact":
        first = exact.first
        if first >= part.last and first - 720 >= 6 * 60 and part.last <= 12 * 60:
            first -= 720
        elif first < part.first and first + 720 <= 22 * 60 and part.first >= 12 * 60:
            first += 720
        return replace(exact, first=first, last=first + ONE_MEETING, plural=part.plural)
    if exact.kind == "range":
        shift = 720 if exact.last <= part.first and exact.last + 720 <= 24 * 60 else 0
        if exact.first >= 720 + 6 * 60 and part.last <= 720:
            shift = -720
        return replace(exact.moved(shift), plural=part.plural)
    if exact.kind == "after" and exact.first < part.first and exact.first + 720 < part.last:
        exact = replace(exact, first=exact.first + 720)
    last = part.last if exact.kind == "after" else min(part.last, exact.last)
    first = max(part.first, exact.first)
    if first >= last:
        return replace(exact, plural=part.plural)
    return replace(exact, first=first, last=last, plural=part.plural)


def clock(minutes: int) -> str:
    return f"{min(minutes, 1439) // 60:02d}:{min(minutes, 1439) % 60:02d}"
