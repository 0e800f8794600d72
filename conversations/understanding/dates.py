"""Readers of dates: a day of a month, several, a stretch, the week in which one lies, a holiday."""

import re
from datetime import date

from conversations.understanding import holiday_names
from conversations.understanding.months import month, month_ends, next_month
from conversations.understanding.named_days import DAY, Days, a_date, monday, on_days, stretch_of, whole_week
from conversations.understanding.numbers import EN_ORDINALS, TR_WORDS, value

DAYNUM = rf"(?:3[01]|[12]\d|\d|{TR_WORDS}|{EN_ORDINALS})"


def listed(found: re.Match[str], today: date) -> Days | None:
    """One or more days of a named month: 2 Aralık · 3 ve 4 Aralık · December 3rd · Haziran'ın 16'sı ya da 17'si."""
    number = month(found["mo"])
    year = int(found["y"]) if found.groupdict().get("y") else None
    listed = [value(part) for part in re.findall(DAYNUM, found["d"])]
    for first, last in re.findall(r"(\d+)-(\d+)", found["d"]):
        listed.extend(range(int(first) + 1, int(last)))
    return on_days(found, *(a_date(year, number, day, today) for day in sorted(filter(None, listed))), today=today)


def stretch(found: re.Match[str], today: date) -> Days | None:
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
    return stretch_of(found, first, last, today)


def day_of_month(found: re.Match[str], today: date) -> Days | None:
    """ayın 24'ü · the 15th · gelecek ayın dokuzu."""
    said = found.groupdict()
    listed = [value(part) for part in re.findall(DAYNUM, said["d"])]
    ahead = 1 if said.get("ahead") else 0
    on: list[date] = []
    for day in listed:
        first = next_month(today, ahead)
        if not ahead and day and day < today.day:
            first = next_month(today, 1)
        if day and day <= month_ends(first.year, first.month).day:
            on.append(first.replace(day=day))
    return on_days(found, *on, today=today) if on else None


def days_of_month(found: re.Match[str], today: date) -> Days | None:
    """A stretch of days without a month: 5'i ile 9'u arası · from the 3rd to the 8th."""
    first, last = value(found["d1"]) or 0, value(found["d2"]) or 0
    start = next_month(today, 1 if found.groupdict().get("ahead") or last < today.day else 0)
    if not 0 < first < last <= month_ends(start.year, start.month).day:
        return None
    return stretch_of(found, start.replace(day=first), start.replace(day=last), today)


def numeric(found: re.Match[str], today: date) -> Days | None:
    year = found.groupdict().get("y")
    years = None if not year else int(year) + (2000 if len(year) == 2 else 0)
    named = a_date(years, int(found["m"]), int(found["d"]), today)
    return on_days(found, named, today=today)


def week_of(found: re.Match[str], today: date) -> Days | None:
    """15 Haziran haftası · the week of 11 January · ayın 15'inin haftası: the ISO week in which that day lies."""
    named = day_of_month(found, today) if not found.groupdict().get("mo") else listed(found, today)
    if not named or not named.on:
        return None
    return whole_week(found, monday(named.on[0]), today)


def week_of_holiday(found: re.Match[str], today: date) -> Days | None:
    """yılbaşı haftası · Christmas week."""
    stretch = holiday_names.stretch(holiday_names.NAMED.search(found.group())[0], today)  # type: ignore[index]
    return whole_week(found, monday(stretch[0]), today) if stretch else None


def holiday(found: re.Match[str], today: date) -> Days | None:
    stretch = holiday_names.stretch(found.group(), today)
    if stretch is None:
        return None
    first, last = stretch
    on = tuple(first + n * DAY for n in range((last - first).days + 1))
    return Days(found.start(), found.end(), "span", tuple(d for d in on if d >= today), whole=stretch)
