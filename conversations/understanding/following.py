"""Days said by what they come after or before: "bayramdan sonraki hafta", "the first Monday after Christmas"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from conversations.understanding.month_parts import NTH_WORDS, nth, nth_week
from conversations.understanding.months import EN_WEEKDAY, TR_WEEKDAY, weekday
from conversations.understanding.named_days import DAY, WEEK, Days, monday, next_weekday, stretch_of
from conversations.understanding.numbers import ANY, value

_TR_WHAT = rf"(?:(?P<nth>ilk|ikinci|son|bir)\s+)?(?P<what>hafta|gun(?!l)|(?:is|mesai) gunu|{TR_WEEKDAY})\w{{0,5}}\b"
_TR_BEHIND = (
    re.compile(rf"(?:\W?[dt][ae]n)?(?<=[dt][ae]n)\s+(?P<way>sonraki|onceki|sonra(?= ilk))\s+{_TR_WHAT}"),
    re.compile(rf"\W{{0,2}}(?:y?[iu]\s+)?(?P<way>sonrasi|oncesi|takip eden|izleyen)\s+{_TR_WHAT}"),
    re.compile(rf"(?:\W?[dt][ae]n)?(?<=[dt][ae]n)\s+(?P<count>{ANY})\s+(?P<what>gun|hafta)\s+(?P<way>sonra|once)\w*"),
)
_EN_WHAT = rf"(?P<what>week|(?:working|business) day|day|{EN_WEEKDAY})"
_EN_AHEAD = (
    re.compile(
        r"(?<!this )(?<!next )(?<!that )\b(?:the\s+)?(?:(?P<nth>first|second|last)\s+)?"
        rf"{_EN_WHAT}\s+(?P<way>after|before)\s+(?:the\s+)?$"
    ),
    re.compile(rf"\b(?P<count>{ANY}|a)\s+(?P<what>day|week)s?\s+(?P<way>after|before)\s+(?:the\s+)?$"),
)
_FURTHER = re.compile(
    r"\b(?:(?:on|bun)dan sonraki|bir sonraki|sonraki|ertesi|takip eden|izleyen)\s+(?P<tr>hafta|gun)\w{0,4}\b(?! ?son)"
    r"|(?<!this )(?<!next )\b(?:the )?"
    r"(?:following (?P<en>week|day)|(?P<after>week|day|one) after)(?: that| it)?\b(?! next| tomorrow)"
)
_ITS_WEEK = re.compile(rf"\b(?:the\s+)?{NTH_WORDS}\s+(?:haftasi\w*|hafta\b|week\b)(?!\s+(?:of|in)\b)")
_FURTHEST = 60


def placed_beside(plain: str, named: list[Days], today: date) -> list[Days]:
    """The named days, those they only lead to ("the week after the 10th") put in their place."""
    out: list[Days] = []
    for day in sorted(named, key=lambda day: day.start):
        if out and day.start < out[-1].end:
            continue
        beside = _beside(plain, day, today) or day
        while out and out[-1].end > beside.start:
            out.pop()
        out.append(beside)
    return _week_of_that_month(plain, _further(plain, out, today), today)


def _beside(plain: str, base: Days, today: date) -> Days | None:
    reach = _reach(base, today)
    if not reach:
        return None
    for pattern in _TR_BEHIND:
        if found := pattern.match(plain, base.end):
            return replace(_led_to(found, reach, today), start=base.start, end=found.end())
    lead = max(0, base.start - _FURTHEST)
    for pattern in _EN_AHEAD:
        if found := pattern.search(plain[lead : base.start]):
            return replace(_led_to(found, reach, today), start=lead + found.start(), end=base.end)
    return None


def _led_to(found: re.Match[str], reach: tuple[date, date], today: date) -> Days:
    said = found.groupdict()
    before = said["way"].startswith(("once", "before"))
    if "count" in said:
        step = (value(said["count"]) or 1) * (DAY if said["what"] in ("gun", "day") else WEEK)
        return _from(today, Days(0, 0, "day", (reach[0] - step if before else reach[1] + step,)))
    nth = 2 if said["nth"] in ("ikinci", "second") else 1
    return _from(today, _next_to(reach, said["what"], before=before, nth=nth))


def _reach(base: Days, today: date) -> tuple[date, date] | None:
    if base.kind == "weekday":
        day = next_weekday(base.weekdays[0], today, base.week)
        return day, day
    if base.kind not in ("day", "span"):
        return None
    return base.whole or ((base.on[0], base.on[-1]) if base.on else None)


def _from(today: date, days: Days) -> Days:
    return replace(days, on=tuple(day for day in days.on if day >= today))


def _next_to(reach: tuple[date, date], what: str, *, before: bool, nth: int) -> Days:
    first, last = reach
    way = -1 if before else 1
    if what in ("hafta", "week"):
        start = monday(first if before else last) + way * nth * WEEK
        return Days(0, 0, "span", tuple(start + n * DAY for n in range(5)), whole=(start, start + 4 * DAY))
    day = (first if before else last) + way * DAY
    wanted = range(7) if what in ("gun", "day") else range(5) if " " in what else (weekday(what),)
    while day.weekday() not in wanted:
        day += way * DAY
    return Days(0, 0, "day", (day + way * (nth - 1) * (WEEK if len(wanted) == 1 else DAY),))


def _further(plain: str, named: list[Days], today: date) -> list[Days]:
    """ "… ondan sonraki hafta", "… or the day after": counted from the days named before."""
    out = list(named)
    for found in _FURTHER.finditer(plain):
        what = found["tr"] or found["en"] or found["after"]
        before = [day for day in out if day.end <= found.start() and (day.on or day.whole) and day.kind != "weekly"]
        if not before or found.start() - before[-1].end > _FURTHEST or "\n" in plain[before[-1].end : found.start()]:
            continue
        first, last = before[-1].whole or (before[-1].on[0], before[-1].on[-1])
        if last - first > timedelta(days=7) or (what == "one" and last == first):
            continue
        anew = _next_to((first, last), "week" if what == "one" else what, before=False, nth=1)
        anew = replace(_from(today, anew), start=found.start(), end=found.end())
        out = [day for day in out if day.end <= found.start() or day.start >= found.end()]
        out = sorted([*out, anew], key=lambda day: day.start)
    return out


def _week_of_that_month(plain: str, named: list[Days], today: date) -> list[Days]:
    """ "any time in January, but not the first week": counted in the month named before."""
    out = list(named)
    for found in _ITS_WEEK.finditer(plain):
        months = [day for day in out if day.end <= found.start() and _a_month(day)]
        if months and months[-1].whole and not any(d.start < found.end() and found.start() < d.end for d in out):
            first, last = nth_week(nth(found), months[-1].whole[0])
            out.append(stretch_of(found, first, last, today))
    return sorted(out, key=lambda day: day.start)


def _a_month(days: Days) -> bool:
    return days.whole is not None and days.whole[0].day == 1 and 27 <= (days.whole[1] - days.whole[0]).days <= 30
