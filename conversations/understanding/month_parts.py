"""Readers of months and their parts: the first week, the middle, the last Friday."""

import re
from datetime import date, timedelta

from conversations.understanding.months import coming, month, month_ends, next_month, weekday
from conversations.understanding.named_days import DAY, Days, on_days, stretch_of
from conversations.understanding.numbers import value

_SEASONS = {
    "spring": 3, "bahar": 3, "ilkbahar": 3, "summer": 6, "yaz": 6, "autumn": 9, "fall": 9, "sonbahar": 9, "guz": 9,
    "winter": 12, "kis": 12, "kisin": 12,
}  # fmt: skip
_REPEATED = 3  # how many months ahead "every first Monday" is spelled out


_MEETS = re.compile(
    r"\b(?:gorus|bulus|toplan|konus(?:al|ab|mak|sak|ur)|musait|uygun|bosuz|olur|olsun|olabilir|ziyaret|randevu"
    r"|meet|talk|speak|call|available|free|suit|works?\b|fine|visit|come|host)"
)


def _told_when(found: re.Match[str]) -> bool:
    """A season or year named for a meeting, not the story of a project."""
    return len(found.string) < 30 or bool(_MEETS.search(found.string))


def season(found: re.Match[str], today: date) -> Days | None:
    """Three whole months: the coming season, or what is left of this one."""
    said = found.groupdict()
    if not said.get("pre") and not _told_when(found):
        return None
    starts = _SEASONS[next(name for key, name in said.items() if key.startswith("season") and name)]
    first = date(today.year, starts, 1)
    ahead = first <= today and found.group().startswith(("gelecek", "next"))
    return _three_months(found, next_month(first, 12) if ahead else first, today)


def quarter(found: re.Match[str], today: date) -> Days | None:
    if not _told_when(found):
        return None
    which = int(found["nth"][0]) if found["nth"][0].isdigit() else _NTH[found["nth"]] or 4
    said = found.groupdict()
    year = int(said["y"]) if said.get("y") else today.year + bool(said.get("newyear"))
    return _three_months(found, date(year, 3 * which - 2, 1), today)


def _three_months(found: re.Match[str], first: date, today: date) -> Days:
    last = next_month(first, 3) - DAY
    if last < today:
        first, last = next_month(first, 12), next_month(first, 15) - DAY
    return stretch_of(found, first, last, today)


def since_new_year(found: re.Match[str], today: date) -> Days | None:
    if not _told_when(found):
        return None
    first = date(today.year + 1, 1, 1)
    return Days(found.start(), found.end(), "since", whole=(first, first))


def _month_start(found: re.Match[str], today: date) -> date:
    said = found.groupdict()
    if said.get("mo"):
        number = month(said["mo"])
        return date(int(said["y"]) if said.get("y") else coming(number, today), number, 1)
    if said.get("newyear"):
        return date(today.year, 12, 1) if said.get("nth") in ("son", "last") else date(today.year + 1, 1, 1)
    return next_month(today, 1 if said.get("ahead") else 0)


def whole_month(found: re.Match[str], today: date) -> Days:
    first = _month_start(found, today)
    return stretch_of(found, first, month_ends(first.year, first.month), today)


_THIRDS = (
    (re.compile(r"ilk yari|first half"), 1, 15),
    (re.compile(r"ikinci yari|son yari|second half"), 16, 0),
    (re.compile(r"bas|early|begin|start|ilk gun"), 1, 10),
    (re.compile(r"orta|mid"), 11, 20),
    (re.compile(r"son|late|end"), 21, 0),
)


def part_of_month(found: re.Match[str], today: date) -> Days | None:
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    for words, starts, ends in _THIRDS:
        if words.search(found["part"]):
            if _over(found, first.replace(day=ends) if ends else last, today):
                first, last = next_month(first), month_ends(next_month(first).year, next_month(first).month)
            return stretch_of(found, first.replace(day=starts), first.replace(day=ends) if ends else last, today)
    return None


def _over(found: re.Match[str], last: date, today: date) -> bool:
    """Past, and said of "the month": the next one's is meant."""
    said = found.groupdict()
    return last < today and not said.get("mo") and not said.get("ahead")


_NTH = {"ilk": 1, "birinci": 1, "first": 1, "1st": 1, "ikinci": 2, "second": 2, "2nd": 2, "ucuncu": 3, "third": 3,
        "3rd": 3, "dorduncu": 4, "fourth": 4, "4th": 4, "son": 0, "last": 0, "final": 0}  # fmt: skip
NTH_WORDS = "(?P<nth>" + "|".join(_NTH) + r"|[1-4]\.)"


def nth(found: re.Match[str]) -> int:
    said = found["nth"]
    return int(said[0]) if said[0].isdigit() else _NTH[said]


def nth_week(number: int, month_starts: date) -> tuple[date, date]:
    """First week = days 1 to 7, second 8 to 14 …, last (0) = the last seven days."""
    last = month_ends(month_starts.year, month_starts.month)
    if number == 0:
        return last - 6 * DAY, last
    return month_starts + 7 * (number - 1) * DAY, min(month_starts + (7 * number - 1) * DAY, last)


def week_of_month(found: re.Match[str], today: date) -> Days:
    start = _month_start(found, today)
    first, last = nth_week(nth(found), start)
    if _over(found, last, today):
        first, last = nth_week(nth(found), next_month(start))
    return stretch_of(found, first, last, today)


def days_from_its_edge(found: re.Match[str], today: date) -> Days:
    """The first two weeks, the last ten days of a month."""
    count = {"couple of": 2, "few": 3}.get(found["n"]) or value(found["n"]) or 1
    length = (count if found["u"].startswith(("gun", "day")) else 7 * count) * DAY
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    if found["way"] in ("son", "last"):
        return stretch_of(found, max(first, last - length + DAY), last, today)
    return stretch_of(found, first, min(first + length - DAY, last), today)


def weekday_of_month(found: re.Match[str], today: date) -> Days | None:
    said = found.groupdict()
    start = _month_start(found, today)
    day = _nth_weekday(found, start)
    if said.get("every") or said.get("each"):
        coming = (_nth_weekday(found, next_month(start, n)) for n in range(_REPEATED + 1))
        return on_days(found, *[day for day in coming if day >= today][:_REPEATED], today=today)
    return on_days(found, _nth_weekday(found, next_month(start)) if _over(found, day, today) else day, today=today)


def _nth_weekday(found: re.Match[str], first: date) -> date:
    which, number = nth(found), weekday(found["wd"])
    if which == 0:
        last = month_ends(first.year, first.month)
        return last - timedelta(days=(last.weekday() - number) % 7)
    return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (which - 1))


def two_months(found: re.Match[str], today: date) -> Days:
    """temmuz ağustos · July or August: a stretch of two months."""
    one, two = month(found["mo"]), month(found["mo2"])
    year = coming(one, today)
    second = year + (two < one)
    return stretch_of(found, date(year, one, 1), month_ends(second, two), today)


def end_of_year(found: re.Match[str], today: date) -> Days:
    year = today.year + (1 if found.groupdict().get("ahead") else 0)
    return stretch_of(found, date(year, 12, 21), date(year, 12, 31), today)
