"""Which hours are worked where: weekends, public holidays and half days of the partners' countries.

Municipal offices work from 09:00 to 18:00. A half day (28 Ekim, the eve of a bayram) is a working day that ends
at 12:30. Holidays are the country's own, and those kept in more than half of its parts (Easter Monday in the
United Kingdom); weekends are the country's too. A country the `holidays` package does not know has only weekends.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import country_holidays, list_supported_countries

from programme.stretches import Stretch, in_utc

OPENS = time(9)
CLOSES = time(18)
HALF_DAY_CLOSES = time(12, 30)

_DAYS_OFF = frozenset({"public", "government", "de_facto"})
_COUNTRIES = list_supported_countries(include_aliases=False)


@dataclass(frozen=True)
class _Year:
    weekend: frozenset[int]
    off: frozenset[date]
    half: frozenset[date]


@lru_cache(maxsize=512)
def _year(country: str, year: int) -> _Year:
    if country not in _COUNTRIES:
        return _Year(frozenset({5, 6}), frozenset(), frozenset())
    known = country_holidays(country)
    categories = set(known.supported_categories)
    off = _kept_in_most(country, year, categories & _DAYS_OFF)
    half = _kept_in_most(country, year, categories & {"half_day"})
    return _Year(frozenset(known.weekend), off, half - off)


def _kept_in_most(country: str, year: int, categories: set[str]) -> frozenset[date]:
    if not categories:
        return frozenset()
    national = frozenset(country_holidays(country, years=year, categories=categories))
    parts = _COUNTRIES[country]
    kept = Counter(
        day for part in parts for day in country_holidays(country, subdiv=part, years=year, categories=categories)
    )
    return national | {day for day, times in kept.items() if times * 2 > len(parts)}


def closes(day: date, country: str) -> time | None:
    """Local time at which work ends that day; None when the day is not worked."""
    year = _year(country, day.year)
    if day.weekday() in year.weekend or day in year.off:
        return None
    return HALF_DAY_CLOSES if day in year.half else CLOSES


def is_working_day(day: date, country: str) -> bool:
    """Whether offices open that day; a half day counts."""
    return closes(day, country) is not None


def holiday_name(day: date, country: str, language: str) -> str | None:
    """What the holiday or half day is called, in Turkish where the package has it, else in English."""
    year = _year(country, day.year)
    if day not in year.off and day not in year.half:
        return None
    known = country_holidays(country)
    spoken = language if language in known.supported_languages else "en_US"
    wanted = set(known.supported_categories) & (_DAYS_OFF | {"half_day"})
    for part in (None, *_COUNTRIES[country]):
        named = country_holidays(country, subdiv=part, years=day.year, categories=wanted, language=spoken)
        if day in named:
            return ", ".join(name.split(" (")[0] for name in named.get_list(day))
    return None


def working_hours(zone: str, country: str, first: date, last: date) -> list[Stretch]:
    """The hours worked from the local day `first` to `last`, both included, in UTC."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [
        (in_utc(day, OPENS, zone), in_utc(day, end, zone)) for day in days if (end := closes(day, country)) is not None
    ]


def add_working_days(moment: datetime, days: int, zone: str, country: str) -> datetime:
    """The same hour so many working days later, in UTC.

    A moment outside working hours counts from the next opening; on a half day the hour is 12:30 at the latest.
    """
    local = _next_worked(moment, zone, country).astimezone(ZoneInfo(zone))
    return _same_hour(local, days, 1, zone, country)


def working_days_before(moment: datetime, days: int, zone: str, country: str) -> datetime:
    """The same hour so many working days earlier, in UTC; outside working hours it counts from the last closing."""
    local = _last_worked(moment, zone, country).astimezone(ZoneInfo(zone))
    return _same_hour(local, days, -1, zone, country)


def add_working_time(moment: datetime, work: timedelta, zone: str, country: str) -> datetime:
    """The moment at which so much working time has passed, in UTC."""
    here = _next_worked(moment, zone, country)
    while True:
        day = here.astimezone(ZoneInfo(zone)).date()
        left = in_utc(day, closes(day, country) or CLOSES, zone) - here
        if work <= left:
            return here + work
        work -= left
        here = in_utc(_working_day_from(day, 1, country), OPENS, zone)


def _same_hour(local: datetime, days: int, step: int, zone: str, country: str) -> datetime:
    day = local.date()
    for _ in range(days):
        day = _working_day_from(day, step, country)
    return in_utc(day, min(local.time(), closes(day, country) or CLOSES), zone)


def _working_day_from(day: date, step: int, country: str) -> date:
    day += timedelta(days=step)
    while not is_working_day(day, country):
        day += timedelta(days=step)
    return day


def _next_worked(moment: datetime, zone: str, country: str) -> datetime:
    local = moment.astimezone(ZoneInfo(zone))
    end = closes(local.date(), country)
    if end is None or local.time() >= end:
        return in_utc(_working_day_from(local.date(), 1, country), OPENS, zone)
    return max(moment, in_utc(local.date(), OPENS, zone)).astimezone(UTC)


def _last_worked(moment: datetime, zone: str, country: str) -> datetime:
    local = moment.astimezone(ZoneInfo(zone))
    day, end = local.date(), closes(local.date(), country)
    if end is None or local.time() < OPENS:
        day = _working_day_from(day, -1, country)
        return in_utc(day, closes(day, country) or CLOSES, zone)
    return min(moment, in_utc(day, end, zone)).astimezone(UTC)
