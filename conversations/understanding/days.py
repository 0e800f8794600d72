"""Days as people say them: dates, weekdays, weeks, months and stretches of them, in Turkish and English."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from conversations.understanding import holiday_names
from conversations.understanding.months import (
    CLEAR_MONTH,
    EN_SHORT,
    EN_WEEKDAY,
    LONG_MONTH,
    MONTH,
    TR_WEEKDAY,
    coming,
    month,
    month_ends,
    next_month,
    weekday,
    working_days,
)
from conversations.understanding.numbers import ANY, EN_ORDINALS, TR_WORDS, value


@dataclass(frozen=True)
class Days:
    """Where days were named and which.

    day: dates said one by one. span: a week, a month, a stretch (working days of it). weekday: names of
    weekdays, still without a week. weekly: every such weekday. every: any day at all.
    `whole` is the stretch from its first to its last day, weekends and past included.
    """

    start: int
    end: int
    kind: Literal["day", "span", "weekday", "weekly", "every"]
    on: tuple[date, ...] = ()
    weekdays: tuple[int, ...] = ()
    whole: tuple[date, date] | None = None
    week: Literal["", "this", "next"] = ""


Read = Callable[[re.Match[str], date], Days | None]
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_SUFFIX = r"(?:'?(?:n?[dt][ae]n?|y?[aeiu]|n[aeiu]|n?[iu]n|s?[iu](?:n[ae]|nd[ae]n?|n[iu]n?)?|y?l[ae]|l[iu]k))?"
_SUF2 = r"(?:'?[a-z]{1,7})?"
_DAYNUM = rf"(?:[12]?\d|3[01]|{TR_WORDS}|{EN_ORDINALS})"
_DIGITS = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)"
_YEAR = r"(?:\s*,?\s*(?P<y>20\d\d)(?!\s*:)(?:'?[a-z]{1,4}\b)?)?"
_GUN = r"(?:\s+gun(?:u|leri|lerinde|une|unu|unde)?\b)?"
_WD = rf"(?:{TR_WEEKDAY}{_SUFFIX}|{EN_WEEKDAY}|{EN_SHORT}\b\.?)"


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def a_date(year: int | None, number: int, day: int, today: date) -> date | None:
    """The day named, the coming one when no year was said; None when there is no such day."""
    try:
        return date(year or coming(number, today, day), number, day)
    except ValueError:
        return None


def _days(found: re.Match[str], *on: date | None, today: date) -> Days | None:
    kept = tuple(day for day in on if day and day >= today)
    if not any(on):
        return None
    return Days(found.start(), found.end(), "day", kept)


def _span(found: re.Match[str], first: date, last: date, today: date) -> Days:
    return Days(
        found.start(), found.end(), "span", working_days(first, last, today), whole=(first, last)
    )


def _whole_week(found: re.Match[str], start: date, today: date) -> Days:
    return _span(found, start, start + timedelta(days=4), today)


def _dates(found: re.Match[str], today: date) -> Days | None:
    """One or more days of a named month: 2 Aralık · 3 ve 4 Aralık · December 3rd · Haziran'ın 16'sı ya da 17'si."""
    number = month(found["mo"])
    year = int(found["y"]) if found.groupdict().get("y") else None
    listed = [value(part) for part in re.findall(_DAYNUM, found["d"])]
    return _days(found, *(a_date(year, number, day, today) for day in listed if day), today=today)


def _stretch(found: re.Match[str], today: date) -> Days | None:
    """A stretch of days: 3-5 Aralık · 3 Aralık - 5 Ocak · 12 ile 16 Mayıs arası."""
    said = found.groupdict()
    last_month = month(said["mo2"]) if said.get("mo2") else month(said["mo"])
    first_month = month(said["mo"]) if said.get("mo") else last_month
    year = int(said["y"]) if said.get("y") else None
    first = a_date(year, first_month, value(said["d1"]) or 0, today)
    last = a_date(year, last_month, value(said["d2"]) or 0, today)
    if last and not first and (last.month, last.day) >= (first_month, 1):
        return None
    if not first or not last:
        return None
    if first > last:
        if first_month == last_month and first.year > last.year:
            first = first.replace(year=last.year)
        else:
            last = last.replace(year=first.year + (last_month < first_month))
    if first > last or (last - first).days > 366:
        return None
    return _span(found, first, last, today)


def _day_of_month(found: re.Match[str], today: date) -> Days | None:
    """ayın 24'ü · the 15th · gelecek ayın dokuzu."""
    said = found.groupdict()
    listed = [value(part) for part in re.findall(_DAYNUM, said["d"])]
    ahead = 1 if said.get("ahead") else 0
    on: list[date] = []
    for day in listed:
        first = next_month(today, ahead)
        if not ahead and day and day < today.day:
            first = next_month(today, 1)
        if day and day <= month_ends(first.year, first.month).day:
            on.append(first.replace(day=day))
    return _days(found, *on, today=today) if on else None


def _numeric(found: re.Match[str], today: date) -> Days | None:
    year = found.groupdict().get("y")
    years = None if not year else int(year) + (2000 if len(year) == 2 else 0)
    named = a_date(years, int(found["m"]), int(found["d"]), today)
    return _days(found, named, today=today)


def _offset(days: int) -> Read:
    return lambda found, today: _days(found, today + timedelta(days=days), today=today)


def _counted(found: re.Match[str], today: date) -> Days | None:
    """iki gün sonra · in three days · iki hafta sonra · two weeks from now."""
    count = value(found["n"]) or 1
    unit = found["u"]
    if unit.startswith(("gun", "day")):
        return _days(found, today + timedelta(days=count), today=today)
    if unit.startswith(("hafta", "week")):
        return _whole_week(found, monday(today) + count * WEEK, today)
    first = next_month(today, count)
    return _span(found, first, month_ends(first.year, first.month), today)


def _week(ahead: int) -> Read:
    def read(found: re.Match[str], today: date) -> Days:
        start = monday(today) + ahead * WEEK
        return _whole_week(found, start if ahead else min(today, start + 5 * DAY), today)

    return read


def _part_of_week(found: re.Match[str], today: date) -> Days:
    ahead = 0 if re.search(r"\bbu |this", found.group()) else 1
    start = monday(today) + ahead * WEEK
    words = found.group()
    if re.search(r"bas|early|begin|start", words):
        return _span(found, start, start + DAY, today)
    if re.search(r"orta|mid", words):
        return _span(found, start + DAY, start + 3 * DAY, today)
    return _span(found, start + 3 * DAY, start + 4 * DAY, today)


def _week_of(found: re.Match[str], today: date) -> Days | None:
    """15 Haziran haftası · the week of 11 January · ayın 15'inin haftası: the ISO week in which that day lies."""
    named = _day_of_month(found, today) if not found.groupdict().get("mo") else _dates(found, today)
    if not named or not named.on:
        return None
    return _whole_week(found, monday(named.on[0]), today)


def _month_start(found: re.Match[str], today: date) -> date:
    said = found.groupdict()
    if said.get("mo"):
        number = month(said["mo"])
        return date(int(said["y"]) if said.get("y") else coming(number, today), number, 1)
    return next_month(today, 1 if said.get("ahead") else 0)


def _month(found: re.Match[str], today: date) -> Days:
    first = _month_start(found, today)
    return _span(found, first, month_ends(first.year, first.month), today)


_THIRDS = (
    (re.compile(r"ilk yari|first half"), 1, 15),
    (re.compile(r"ikinci yari|son yari|second half"), 16, 0),
    (re.compile(r"bas|early|begin|start|ilk gun"), 1, 10),
    (re.compile(r"orta|mid"), 11, 20),
    (re.compile(r"son|late|end"), 21, 0),
)


def _part_of_month(found: re.Match[str], today: date) -> Days | None:
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    for words, starts, ends in _THIRDS:
        if words.search(found["part"]):
            return _span(found, first.replace(day=starts), first.replace(day=ends) if ends else last, today)
    return None


_NTH = {"ilk": 1, "birinci": 1, "first": 1, "1st": 1, "ikinci": 2, "second": 2, "2nd": 2, "ucuncu": 3, "third": 3,
        "3rd": 3, "dorduncu": 4, "fourth": 4, "4th": 4, "son": 0, "last": 0, "final": 0}  # fmt: skip
_NTH_WORDS = "(?P<nth>" + "|".join(_NTH) + r"|[1-4]\.)"


def _nth(found: re.Match[str]) -> int:
    said = found["nth"]
    return int(said[0]) if said[0].isdigit() else _NTH[said]


def _week_of_month(found: re.Match[str], today: date) -> Days:
    """First week = days 1 to 7, second 8 to 14 …, last = the last seven days."""
    nth = _nth(found)
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    if not found.groupdict().get("mo") and not found.groupdict().get("ahead") and nth and 7 * nth < today.day:
        first = next_month(today)
        last = month_ends(first.year, first.month)
    if nth == 0:
        return _span(found, last - 6 * DAY, last, today)
    return _span(found, first + 7 * (nth - 1) * DAY, min(first + (7 * nth - 1) * DAY, last), today)


def _weekday_of_month(found: re.Match[str], today: date) -> Days | None:
    nth, number = _nth(found), weekday(found["wd"])
    first = _month_start(found, today)
    last = month_ends(first.year, first.month)
    if nth == 0:
        return _days(found, last - timedelta(days=(last.weekday() - number) % 7), today=today)
    return _days(
        found, first + timedelta(days=(number - first.weekday()) % 7 + 7 * (nth - 1)), today=today
    )


def _months(found: re.Match[str], today: date) -> Days:
    """temmuz ağustos · July or August: a stretch of two months."""
    one, two = month(found["mo"]), month(found["mo2"])
    year = coming(one, today)
    second = year + (two < one)
    return _span(found, date(year, one, 1), month_ends(second, two), today)


def _end_of_year(found: re.Match[str], today: date) -> Days:
    year = today.year + (1 if found.groupdict().get("ahead") else 0)
    return _span(found, date(year, 12, 21), date(year, 12, 31), today)


def _weekday(found: re.Match[str], today: date) -> Days:
    number = weekday(found["wd"])
    which = found.groupdict().get("which") or ""
    week: Literal["", "this", "next"] = "next" if which.startswith("next") else ""
    if found.groupdict().get("every") or found.groupdict().get("many"):
        return Days(found.start(), found.end(), "weekly", weekdays=(number,))
    return Days(found.start(), found.end(), "weekday", weekdays=(number,), week=week)


def _weekday_range(found: re.Match[str], today: date) -> Days:
    first, last = weekday(found["wd"]), weekday(found["wd2"])
    listed = tuple((first + n) % 7 for n in range((last - first) % 7 + 1))
    return Days(found.start(), found.end(), "weekday", weekdays=listed)


def _set(*weekdays: int) -> Read:
    return lambda found, today: Days(found.start(), found.end(), "weekly", weekdays=weekdays)


def _every(found: re.Match[str], today: date) -> Days:
    return Days(found.start(), found.end(), "every", weekdays=(0, 1, 2, 3, 4))


def _this_weekend(ahead: int) -> Read:
    def read(found: re.Match[str], today: date) -> Days | None:
        saturday = monday(today) + timedelta(days=5) + ahead * WEEK
        return _days(found, saturday, saturday + DAY, today=today)

    return read


def _holiday(found: re.Match[str], today: date) -> Days | None:
    stretch = holiday_names.stretch(found.group(), today)
    if stretch is None:
        return None
    first, last = stretch
    on = tuple(first + n * DAY for n in range((last - first).days + 1))
    return Days(found.start(), found.end(), "span", tuple(d for d in on if d >= today), whole=stretch)


_AHEAD_TR = r"(?:gelecek|onumuzdeki|bir sonraki|sonraki)"
_AY = r"(?:\s+ay(?:i|inin|inda|indan|inin|ina|in)?\b)?"
_ALT = r"\s*(?:,|/|ve|veya|ya da|yahut|ile|or|and|&)\s*(?:de\s+|the\s+)?"
_TO = r"\s*(?:-|ile|ila|to|through|until|and)\s*"
_TRSUF = r"(?:'?(?:s?[iu](?:n?[dt]?[ae]?n?)?|[iu]nc[iu]|y?[ae]|[dt][ae]n?|nde|nda|unde|inde|sinde|inden|unden|sinden|n[iu]n|y?l[ae]|[iu]n))?"
_MOEND = r"(?:'?(?:[dt][ae]n?|[ae]|n?[iu]n|[iu]|y?l[ae]))?"

PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"\b{holiday_names.PATTERN}", _holiday),
        (r"\b(?P<y>20\d\d)-(?P<m>0?[1-9]|1[0-2])-(?P<d>0?[1-9]|[12]\d|3[01])\b", _numeric),
        (rf"\b(?P<d>{_DIGITS})[./](?P<m>0?[1-9]|1[0-2])[./](?P<y>20\d\d|\d\d)\b{_TRSUF}(?:\s+{_WD}{_GUN})?", _numeric),
        (rf"\b(?P<d>{_DIGITS})/(?P<m>0?[1-9]|1[0-2])\b(?!\s*(?:ay|month))(?:\s+{_WD}{_GUN})?", _numeric),
        (rf"(?<![\d:.])\b(?P<d>{_DIGITS})\.(?P<m>0[1-9]|1[0-2])\b(?![.:]?\d)(?!\s*(?:-|'?[dt][ae]\b))(?:\s+{_WD}{_GUN})?", _numeric),
        # the week in which a day lies
        (rf"\b(?P<d>{_DIGITS}){_TRSUF}\s+(?P<mo>{LONG_MONTH})(?:'?[a-z]{{1,3}})?{_YEAR}(?:\s+\w+)?\s+hafta(?:si)\w*", _week_of),
        (rf"\b(?:the\s+)?week (?:of|beginning|starting|commencing)\s+(?:on\s+)?(?:{_WD}\s+)?(?:the\s+)?(?P<d>{_DIGITS}){_TH}?(?:\s+of)?\s+(?P<mo>{MONTH})\b{_YEAR}", _week_of),
        (rf"\b(?:the\s+)?week (?:of|beginning|starting|commencing)\s+(?:{_WD}\s+)?(?P<mo>{MONTH})\s+(?P<d>{_DIGITS}){_TH}?\b{_YEAR}", _week_of),
        (rf"\b(?:the\s+)?week of\s+the\s+(?P<d>{_DIGITS}){_TH}\b", _week_of),
        (rf"\bayin\s+(?P<d>{_DIGITS})'?\w*\s+hafta(?:si)\w*", _week_of),
        # stretches of dates
        (rf"\b(?P<d1>{_DIGITS}){_TRSUF}\s+(?P<mo>{LONG_MONTH}){_SUF2}{_TO}(?P<d2>{_DIGITS}){_TRSUF}\s+(?P<mo2>{LONG_MONTH})\b{_YEAR}{_MOEND}(?:\s+tarih\w*)?(?:\s+aras\w*)?(?:\s+aralig\w*)?(?:\s+kadar)?", _stretch),
        (rf"\b(?:between|from)\s+(?:the\s+)?(?P<d1>{_DIGITS}){_TH}?(?:\s+(?:of\s+)?(?P<mo>{MONTH}))?{_TO}(?:the\s+)?(?P<d2>{_DIGITS}){_TH}?\s+(?:of\s+)?(?P<mo2>{MONTH})\b{_YEAR}", _stretch),
        (rf"\b(?P<d1>{_DIGITS}){_TH}?\s+(?:of\s+)?(?P<mo>{MONTH})\s*(?:-|to|through|until)\s*(?P<d2>{_DIGITS}){_TH}?\s+(?:of\s+)?(?P<mo2>{MONTH})\b{_YEAR}", _stretch),
        (rf"\b(?P<d1>{_DIGITS}){_TH}?\s*(?:-|to|through|until|ila)\s*(?P<d2>{_DIGITS}){_TH}?\s+(?:of\s+)?(?P<mo2>{MONTH})\b{_YEAR}{_MOEND}(?:\s+tarih\w*)?(?:\s+aras\w*)?(?:\s+aralig\w*)?(?:\s+haftasi\w*)?", _stretch),
        (rf"\b(?P<d1>{_DIGITS}){_TRSUF}\s+ile\s+(?P<d2>{_DIGITS}){_TRSUF}\s+(?P<mo2>{LONG_MONTH})\b{_YEAR}{_MOEND}(?:\s+tarih\w*)?\s+(?:aras|aralig)\w*", _stretch),
        (rf"\b(?:between|from)\s+(?P<mo>{MONTH})\s+(?P<d1>{_DIGITS}){_TH}?{_TO}(?:(?P<mo2>{MONTH})\s+)?(?P<d2>{_DIGITS}){_TH}?\b{_YEAR}", _stretch),
        (rf"\b(?P<mo>{MONTH})\s+(?P<d1>{_DIGITS}){_TH}?\s*(?:-|to|through)\s*(?:(?P<mo2>{MONTH})\s+)?(?P<d2>{_DIGITS}){_TH}?\b(?!\s*(?:am|pm|:)){_YEAR}", _stretch),
        # dates with a month
        (rf"\b(?:{_WD}\s*,?\s*(?:the\s+)?)?(?:the\s+)?(?P<d>{_DIGITS}(?:{_TRSUF}(?:{_ALT}){_DIGITS})*){_TRSUF}\s+(?P<mo>{LONG_MONTH}){_MOEND}\b{_YEAR}{_MOEND}(?:\s+{TR_WEEKDAY}{_SUFFIX}{_GUN})?{_GUN}", _dates),
        (rf"\b(?:{_WD}\s*,?\s*(?:the\s+)?)?(?:the\s+)?(?P<d>(?:{_DIGITS}{_TH}?|{EN_ORDINALS})(?:(?:{_ALT})(?:{_DIGITS}{_TH}?|{EN_ORDINALS}))*)\s+(?:of\s+)?(?P<mo>{MONTH})\b{_YEAR}(?:,?\s*\(?{EN_WEEKDAY}\)?)?", _dates),
        (rf"\b(?:{_WD}\s*,?\s*)?(?P<mo>{MONTH})\s+(?:the\s+)?(?P<d>(?:{_DIGITS}{_TH}?|{EN_ORDINALS})(?:(?:{_ALT})(?:{_DIGITS}{_TH}?|{EN_ORDINALS})\b)*)\b(?!\s*[:.]\d){_YEAR}(?:,?\s*{EN_WEEKDAY})?", _dates),
        (rf"\b(?P<mo>{LONG_MONTH}){_AY}'?[iu]?n?[iu]?n?\s+(?P<d>(?:{TR_WORDS}|{_DIGITS}){_TRSUF}(?:{_ALT}(?:{TR_WORDS}|{_DIGITS}){_TRSUF})*)(?=[\s,.;!?)]|$){_GUN}(?:\s+{TR_WEEKDAY}\b{_GUN})?", _dates),
        (rf"\b(?P<d>(?:{TR_WORDS}))\s+(?P<mo>{LONG_MONTH}){_MOEND}\b{_YEAR}(?:\s+{TR_WEEKDAY}{_SUFFIX}{_GUN})?", _dates),
        # the n-th weekday, week or part of a month
        (rf"\b(?:the\s+)?{_NTH_WORDS}\s+(?P<wd>{EN_WEEKDAY})\s+(?:of|in)\s+(?:(?P<mo>{MONTH})|(?P<ahead>next month)|(?:the|this) month)\b{_YEAR}", _weekday_of_month),
        (rf"\b(?:(?P<mo>{LONG_MONTH}){_AY}|(?P<ahead>{_AHEAD_TR}\s+ay)|(?:bu\s+)?ay)'?[a-z]{{0,3}}\s+{_NTH_WORDS}\s+(?P<wd>{TR_WEEKDAY}){_SUFFIX}{_GUN}", _weekday_of_month),
        (rf"\b(?:the\s+)?{_NTH_WORDS}\s+week\s+(?:of|in)\s+(?:(?P<mo>{MONTH})|(?P<ahead>next month)|(?:the|this) month)\b{_YEAR}", _week_of_month),
        (rf"\b(?:(?P<mo>{LONG_MONTH}){_AY}|(?P<ahead>{_AHEAD_TR}\s+ay)|(?:bu\s+)?ay)'?[a-z]{{0,3}}\s+{_NTH_WORDS}\s+hafta(?:si)?\w*", _week_of_month),
        (rf"\b{_NTH_WORDS}\s+hafta(?:si|sinda)?\s+(?P<mo>{LONG_MONTH})\b", _week_of_month),
        (rf"\b(?:(?P<mo>{LONG_MONTH}){_AY}|(?P<ahead>{_AHEAD_TR}\s+ay)|(?:bu\s+)ay|\bay)'?(?:[iu]n)?\s+(?P<part>bas(?:i|lari)|ilk gunleri|orta(?:si|lari)|sonlari?|sonu|(?:ilk|ikinci|son) yari(?:si)?)(?:n[ae]|nd[ae]n?|yla|na dogru)?\b", _part_of_month),
        (rf"\b(?P<part>early|mid|late|the (?:beginning|start|middle|end|first half|second half) of|(?:beginning|start|middle|end|first half|second half) of)[\s-]+(?:in\s+)?(?:(?P<mo>{LONG_MONTH})|(?P<ahead>next month)|(?:the|this) month)\b{_YEAR}", _part_of_month),
        (r"\b(?P<part>month[- ]end|end of month)\b", _part_of_month),
        (r"\b(?:(?P<ahead>gelecek|onumuzdeki) )?(?:bu )?(?:yil|sene)(?:in)? sonu(?:na|nda|ndan)?\b", _end_of_year),
        (r"\b(?:the\s+)?(?:end of (?:the|this) year|year[- ]end|end of year)\b", _end_of_year),
        # a day of this or the next month
        (rf"\b(?P<ahead>{_AHEAD_TR}\s+)ay(?:in)\s+(?P<d>(?:{TR_WORDS}|{_DIGITS}){_TRSUF}(?:{_ALT}(?:{TR_WORDS}|{_DIGITS}){_TRSUF})*)(?=[\s,.;!?)]|$){_GUN}", _day_of_month),
        (rf"\b(?:bu\s+)?ayin\s+(?P<d>(?:{TR_WORDS}|{_DIGITS}){_TRSUF}(?:{_ALT}(?:{TR_WORDS}|{_DIGITS}){_TRSUF})*)(?=[\s,.;!?)]|$){_GUN}", _day_of_month),
        (rf"\b(?:(?:on\s+)?the\s+)(?P<d>{_DIGITS}{_TH}|{EN_ORDINALS})\s+of\s+(?P<ahead>next month)\b", _day_of_month),
        (rf"\b(?:the\s+)?(?P<d>{_DIGITS}{_TH}|{EN_ORDINALS})\s+of\s+(?:this|the) month\b", _day_of_month),
        (rf"\b(?:{EN_WEEKDAY}\s+)?the\s+(?P<d>{_DIGITS}{_TH}(?:{_ALT}{_DIGITS}{_TH})*)\b", _day_of_month),
        (rf"\b(?P<d>{_DIGITS}{_TH}(?:{_ALT}{_DIGITS}{_TH})+)\b", _day_of_month),
        # two months
        (rf"\b(?P<mo>{CLEAR_MONTH})\s*(?:-|,|ve|veya|ya da|or|and|to|ile)\s*(?P<mo2>{LONG_MONTH}){_SUF2}{_AY}", _months),
        # a month
        (rf"\b(?P<mo>{LONG_MONTH})(?:'?[dt][ae]n?|{_AY}){_YEAR}(?<=[ai]n|da|de|ta|te|an|en|ay|yi|na)\b(?:\s+icinde|\s+boyunca)?", _month),
        (rf"\b(?:in|during|of|throughout|this|next|for|until|till|by|before|after|from|since|not in)\s+(?P<mo>{LONG_MONTH})\b(?!\s+(?:i|we|be|not)\b){_YEAR}", _month),
        (rf"\b(?P<mo>{CLEAR_MONTH})(?:'?(?:n?[iu]n|y?[ae]|[iu]))?\b{_YEAR}", _month),
        (rf"\b(?P<mo>may|march|ocak|mart|ekim|kasim|aralik)\s+(?:olsun|olur|olabilir|uygun|gibi|olmasin|olmaz|works|is fine|would|or june|or april)\b", _month),
        (rf"\b(?P<ahead>{_AHEAD_TR}\s+)ay(?:da|dan|a|i|in|ki)?\b(?:\s+icinde)?", _month),
        (r"\b(?:some ?time )?(?P<ahead>next month)\b", _month),
        (r"\b(?:bu ay|this month)(?:da|dan|ki)?\b(?:\s+icinde)?", _month),
        # weeks
        (r"\bhaftaya bugun(?:e|ku)?\b|\b(?:a week (?:from )?today|today week|this day next week)\b", _offset(7)),
        (r"\b(?:iki hafta sonraya? bugun|two weeks (?:from )?today)\b", _offset(14)),
        (r"\b(?:ondan|haftadan|bir) sonraki hafta(?:ya|da|nin|si)?\b|\b(?:obur|oteki|ote)\s+hafta(?:ya|nin)?\b|\b(?:the )?week after next\b|\bhaftaya degil (?:obur|sonraki) hafta\b", _week(2)),
        (rf"\b(?:in|within)\s+(?P<n>{ANY}|a)\s+(?P<u>weeks?|days?|months?)(?:'? time)?\b", _counted),
        (rf"\b(?P<n>{ANY}|a)\s+(?P<u>weeks?|days?|months?)\s+(?:from now|from today|later)\b", _counted),
        (rf"\b(?P<n>{ANY})\s+(?P<u>gun|hafta|ay)\s+sonra(?:ya|sina|si|ki)?\b", _counted),
        (r"\b(?:gelecek|onumuzdeki|sonraki|bir sonraki)\s+hafta(?:nin|ya|da|ki|dan)?\s*(?:nin)?\s+(?:bas(?:i|inda)|sonuna dogru|orta(?:si|sinda))\w*", _part_of_week),
        (r"\bhafta\s?nin (?:bas|orta|son)\w+|\bhafta (?:basi|ortasi)(?:nda)?\b|\b(?:early|mid|late) (?:next|this) week\b|\b(?:beginning|start|middle|end) of (?:next|this|the) week\b", _part_of_week),
        (r"\b(?:gelecek|onumuzdeki|sonraki|bir sonraki|takip eden|ertesi) hafta (?:icinde(?:ki)?|boyunca|icerisinde)\b", _week(1)),
        (r"\b(?:gelecek|onumuzdeki|bir sonraki|sonraki|takip eden) hafta(?! ?son)(?:ya|da|nin|ki|dan|lik)?\b(?! sonu)|\bhaftaya\b|\b(?:the )?(?:next|following|coming) week\b(?! ?end)|\bhaftaya (?:icinde)\b", _week(1)),
        (r"\b(?:bu|icinde bulundugumuz) hafta(?:ya|da|nin|ki|dan)?\b(?! ?sonu)(?:\s+(?:icinde|icerisinde|boyunca))?|\bthis week\b(?! ?end)|\blater this week\b|\bhafta icinde (?=bitmeden)", _week(0)),
        (r"\b(?:gelecek|onumuzdeki|haftaya) hafta ?sonu(?:nda)?\b|\bnext weekend\b", _this_weekend(1)),
        (r"\b(?:bu hafta ?sonu(?:nda)?|this weekend)\b", _this_weekend(0)),
        # days from today
        (r"\byarindan sonra(?:ki gun)?\b|\bobur ?gun(?:u|e)?\b|\bobursu gun\b|\b(?:the )?day after tomorrow\b|\bertesi gun\b", _offset(2)),
        (r"\byarin(?:a|ki|dan)?\b|\btomorrow\b|\btmrw\b|\btomorow\b", _offset(1)),
        (r"\bbu ?gun(?:e|ku|den)?\b|\btoday\b|\bbu (?=aksam|sabah|ogle)|\bthis (?=afternoon|evening|morning)|\b(?=tonight)", _offset(0)),
        # weekdays
        (rf"\b(?P<wd>{TR_WEEKDAY})'?[dt][ae]n\s+(?P<wd2>{TR_WEEKDAY})(?:'?y[ae])?(?:\s+kadar)?\b", _weekday_range),
        (rf"\b(?P<wd>{TR_WEEKDAY})\s*(?:-|ile|ila)\s*(?P<wd2>{TR_WEEKDAY})\s+(?:aras|gunleri aras)\w*", _weekday_range),
        (rf"\b(?:from |between )?(?P<wd>{EN_WEEKDAY}|{EN_SHORT})s?\s*(?:to|through|until|-)\s*(?P<wd2>{EN_WEEKDAY}|{EN_SHORT})s?\b", _weekday_range),
        (rf"\bbetween (?P<wd>{EN_WEEKDAY})s? and (?P<wd2>{EN_WEEKDAY})s?\b", _weekday_range),
        (rf"\b(?:(?P<which>bu|onumuzdeki|gelecek|ilk)\s+|(?P<every>her)\s+)?(?P<wd>{TR_WEEKDAY})(?!\s+(?:yer|esnaf|pazar|tezgah|belediye|alan))(?:(?P<many>ler|lar)(?:i|de|da|inde|inda)?|{_SUFFIX})(?:\s+gun(?:u|une|unu|unde|unden)?\b|\s+(?P<every2>gunleri(?:nde|ni)?)\b)?(?!\w)", _weekday),
        (rf"\b(?:(?P<which>this|next|coming|this coming)\s+|(?P<every>every|each|any)\s+)?(?:on\s+)?(?P<wd>{EN_WEEKDAY})(?P<many>s)?\b", _weekday),
        (r"\b(?:(?P<which>this|next|coming)\s+|(?P<every>every|each)\s+)?(?P<wd>tues?|wed|thurs?|thu|fri)\b\.?(?!')", _weekday),
        (r"\b(?:hafta ?ici(?!nde)(?: her gun| her ?hangi bir gun)?|hafta ?arasi|is gunleri(?:nde)?|mesai gunleri|(?:any |every |on )?(?:week|working |business |work)days?)(?:leri|nde)?\b", _set(0, 1, 2, 3, 4)),
        (r"\bhafta ?son(?:u|lari)(?:n[ae]|nda|ni)?\b|\b(?:at )?(?:the )?weekends?\b", _set(5, 6)),
        (r"\bher gun\b|\bevery ?day\b(?! life)|\bany ?day\b|\bherhangi bir gun\b|\bhangi gun olursa\b|\bgun fark ?etmez\b", _every),
    )
)  # fmt: skip
