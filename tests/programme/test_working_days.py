"""Which hours are worked where, and counting by them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.working_days import (
    add_working_days,
    add_working_time,
    closes,
    holiday_name,
    is_working_day,
    working_days_before,
    working_hours,
)

# fmt: off
PARTNERS = (
    "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "BR", "CH", "CY", "CZ", "DE", "DK", "EE", "EG", "ES", "FI", "FR",
    "GB", "GE", "GR", "HR", "HU", "IE", "IQ", "IT", "JO", "JP", "KG", "KR", "KZ", "LB", "LT", "LV", "MA", "MD",
    "ME", "MK", "MT", "MZ", "NL", "NO", "PL", "PS", "PT", "RO", "RS", "SE", "SI", "SK", "TN", "TR", "UA", "UZ",
    "XK",
)
# fmt: on
ISTANBUL = "Europe/Istanbul"


def at(written: str, zone: str = ISTANBUL) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("day", "country", "name"),
    [
        ("2026-10-29", "TR", "Cumhuriyet Bayramı"),
        ("2026-10-28", "TR", "Cumhuriyet Bayramı"),
        ("2026-05-01", "TR", "Emek ve Dayanışma Günü"),
        ("2026-04-23", "TR", "Ulusal Egemenlik ve Çocuk Bayramı"),
        ("2026-07-15", "TR", "Demokrasi ve Millî Birlik Günü"),
        ("2026-03-19", "TR", "Ramazan Bayramı"),
        ("2026-03-20", "TR", "Ramazan Bayramı"),
        ("2027-03-09", "TR", "Ramazan Bayramı"),
        ("2026-05-26", "TR", "Kurban Bayramı"),
        ("2026-05-27", "TR", "Kurban Bayramı"),
        ("2027-05-19", "TR", "Atatürk'ü Anma, Gençlik ve Spor Bayramı, Kurban Bayramı"),
        ("2026-10-03", "DE", "German Unity Day"),
        ("2026-03-25", "GR", "Independence Day"),
        ("2026-04-13", "GR", "Easter Monday"),
        ("2026-04-06", "GB", "Easter Monday"),
        ("2026-08-31", "GB", "Late Summer Bank Holiday"),
        ("2026-06-19", "SE", "Midsummer Eve"),
        ("2026-11-23", "TR", None),
        ("2026-11-23", "ZZ", None),
    ],
)
def test_a_holiday_is_known_by_its_name(day: str, country: str, name: str | None) -> None:
    assert holiday_name(date.fromisoformat(day), country, "tr") == name


def test_a_name_is_told_in_the_readers_language() -> None:
    assert holiday_name(date(2026, 10, 29), "TR", "en") == "Republic Day"


@pytest.mark.parametrize(
    ("day", "country", "end"),
    [
        ("2026-11-23", "TR", time(18)),
        ("2026-10-28", "TR", time(12, 30)),
        ("2026-03-19", "TR", time(12, 30)),
        ("2026-05-26", "TR", time(12, 30)),
        ("2026-12-24", "GR", time(12, 30)),
        ("2026-12-31", "EE", time(12, 30)),
        ("2026-10-29", "TR", None),
        ("2026-05-01", "TR", None),
        ("2026-11-21", "TR", None),
        ("2026-11-22", "TR", None),
        ("2025-10-03", "DE", None),
        ("2025-10-03", "TR", time(18)),
        ("2026-03-25", "GR", None),
        ("2026-03-25", "TR", time(18)),
        ("2026-11-27", "JO", None),
        ("2026-11-29", "JO", time(18)),
        ("2026-11-27", "ZZ", time(18)),
        ("2026-11-28", "ZZ", None),
    ],
)
def test_a_day_ends_when_the_country_says(day: str, country: str, end: time | None) -> None:
    assert closes(date.fromisoformat(day), country) == end
    assert is_working_day(date.fromisoformat(day), country) == (end is not None)


@pytest.mark.parametrize("country", PARTNERS)
def test_every_partners_country_is_known(country: str) -> None:
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    worked = sum(is_working_day(day, country) for day in year)
    off = sum(holiday_name(day, country, "tr") is not None for day in year if closes(day, country) is None)
    assert 230 <= worked <= 261
    assert country == "UA" or off >= 8


@pytest.mark.parametrize(
    ("moment", "days", "later"),
    [
        ("2026-11-23 10:00", 3, "2026-11-26 10:00"),
        ("2026-11-26 15:30", 3, "2026-12-01 15:30"),
        ("2026-11-27 20:00", 1, "2026-12-01 09:00"),
        ("2026-11-28 15:00", 1, "2026-12-01 09:00"),
        ("2026-11-23 07:15", 1, "2026-11-24 09:00"),
        ("2026-11-23 18:00", 1, "2026-11-25 09:00"),
        ("2026-11-23 10:00", 0, "2026-11-23 10:00"),
        ("2026-10-27 15:00", 1, "2026-10-28 12:30"),
        ("2026-10-27 15:00", 2, "2026-10-30 15:00"),
        ("2026-10-28 13:00", 1, "2026-11-02 09:00"),
        ("2026-03-18 10:00", 2, "2026-03-23 10:00"),
    ],
)
def test_working_days_later(moment: str, days: int, later: str) -> None:
    assert add_working_days(at(moment), days, ISTANBUL, "TR") == at(later)


@pytest.mark.parametrize(
    ("moment", "days", "earlier"),
    [
        ("2026-12-01 14:00", 1, "2026-11-30 14:00"),
        ("2026-11-30 09:00", 1, "2026-11-27 09:00"),
        ("2026-11-30 08:00", 1, "2026-11-26 18:00"),
        ("2026-11-28 12:00", 1, "2026-11-26 18:00"),
        ("2026-11-26 21:00", 1, "2026-11-25 18:00"),
        ("2026-10-30 15:00", 1, "2026-10-28 12:30"),
        ("2026-10-30 10:00", 2, "2026-10-27 10:00"),
    ],
)
def test_working_days_earlier(moment: str, days: int, earlier: str) -> None:
    assert working_days_before(at(moment), days, ISTANBUL, "TR") == at(earlier)


def test_the_same_hour_is_kept_when_the_clocks_change() -> None:
    friday = at("2026-03-27 10:00", "Europe/Berlin")
    assert add_working_days(friday, 1, "Europe/Berlin", "DE") == at("2026-03-30 10:00", "Europe/Berlin")


@pytest.mark.parametrize(
    ("moment", "hours", "later"),
    [
        ("2026-11-23 10:00", 4, "2026-11-23 14:00"),
        ("2026-11-23 16:00", 4, "2026-11-24 11:00"),
        ("2026-11-27 17:00", 4, "2026-11-30 12:00"),
        ("2026-11-22 12:00", 4, "2026-11-23 13:00"),
        ("2026-10-28 11:30", 4, "2026-10-30 12:00"),
        ("2026-11-23 09:00", 20, "2026-11-25 11:00"),
    ],
)
def test_working_time_stands_still_outside_working_hours(moment: str, hours: int, later: str) -> None:
    assert add_working_time(at(moment), timedelta(hours=hours), ISTANBUL, "TR") == at(later)


def test_working_hours_of_a_week_with_a_holiday() -> None:
    week = working_hours(ISTANBUL, "TR", date(2026, 10, 26), date(2026, 11, 1))
    assert week == [
        (at("2026-10-26 09:00"), at("2026-10-26 18:00")),
        (at("2026-10-27 09:00"), at("2026-10-27 18:00")),
        (at("2026-10-28 09:00"), at("2026-10-28 12:30")),
        (at("2026-10-30 09:00"), at("2026-10-30 18:00")),
    ]


MOMENTS = st.integers(0, 4 * 366 * 24 * 4).map(lambda n: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * n))


@settings(deadline=None)
@given(MOMENTS, st.integers(0, 15), st.sampled_from(["TR", "DE", "GR", "JO", "ZZ"]))
def test_counting_ends_in_working_hours(moment: datetime, days: int, country: str) -> None:
    for counted in (
        add_working_days(moment, days, ISTANBUL, country),
        working_days_before(moment, days, ISTANBUL, country),
        add_working_time(moment, timedelta(hours=days), ISTANBUL, country),
    ):
        local = counted.astimezone(ZoneInfo(ISTANBUL))
        assert time(9) <= local.time() <= (closes(local.date(), country) or time(0))


@settings(deadline=None)
@given(MOMENTS, MOMENTS, st.integers(0, 9))
def test_who_is_asked_later_has_until_later(one: datetime, other: datetime, days: int) -> None:
    first, second = sorted((one, other))
    assert add_working_days(first, days, ISTANBUL, "TR") <= add_working_days(second, days, ISTANBUL, "TR")
    assert working_days_before(first, days, ISTANBUL, "TR") <= working_days_before(second, days, ISTANBUL, "TR")
