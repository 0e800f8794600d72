"""Days and hours as people say them, one rule a line; said on Monday 23 November 2026, 09:40, in Istanbul."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.understanding import read, read_times

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Europe/Istanbul"))


def said(text: str) -> str:
    """The windows in short: `2026-12-01 13-18`, a stretch as `first…last`, weekdays by name, any day as *."""
    times = read_times(text, NOW)
    if times is None:
        return ""
    return " | ".join(f"{short(w.on)} {hour(w.start)}-{hour(w.end)}" for w in times.windows)


def short(on: tuple[str, ...]) -> str:
    return "*" if not on else ",".join(on) if len(on) < 4 else f"{on[0]}…{on[-1]}"


def hour(clock: str) -> str:
    return clock.removesuffix(":00")


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("yarın 14:00", "2026-11-24 14-15"),
        ("tomorrow at 3", "2026-11-24 15-16"),
        ("salı öğleden sonra", "2026-11-24 13-18"),
        ("pazartesi", "2026-11-30 09-18"),
        ("bu salı 10'da", "2026-11-24 10-11"),
        ("next Tuesday", "2026-12-01 09-18"),
        ("önümüzdeki salı", "2026-11-24 09-18"),
        ("önümüzdeki hafta salı", "2026-12-01 09-18"),
        ("haftaya bugün", "2026-11-30 09-18"),
        ("haftaya", "2026-11-30…2026-12-04 09-18"),
        ("bu hafta", "2026-11-23…2026-11-27 09-18"),
        ("öbür gün saat üçte", "2026-11-25 15-16"),
        ("üç gün sonra", "2026-11-26 09-18"),
        ("in two weeks", "2026-12-07…2026-12-11 09-18"),
        ("2 Aralık Çarşamba 10:00", "2026-12-02 10-11"),
        ("3 ve 4 Aralık", "2026-12-03,2026-12-04 09-18"),
        ("7-9 Aralık sabahları", "2026-12-07,2026-12-08,2026-12-09 09-12"),
        ("04.12.2026 13.00-15.00", "2026-12-04 13-15"),
        ("December 3rd, noon", "2026-12-03 12-14"),
        ("ayın 26'sı", "2026-11-26 09-18"),
        ("ayın 5'i", "2026-12-05 09-18"),
        ("gelecek ayın dokuzu", "2026-12-09 09-18"),
        ("ocağın beşi saat on buçuk", "2027-01-05 10:30-11:30"),
        ("15 Aralık haftası", "2026-12-14…2026-12-18 09-18"),
        ("first week of December", "2026-12-01…2026-12-07 09-18"),
        ("aralığın son haftası", "2026-12-25…2026-12-31 09-18"),
        ("mid January", "2027-01-11…2027-01-20 09-18"),
        ("her salı", "tue 09-18"),
        ("salı ve perşembe günleri 10-12 arası", "tue,thu 10-12"),
        ("weekday evenings", "mon…fri 18-21"),
        ("any weekday except Monday, between 10 and 12", "tue…fri 10-12"),
        ("mornings", "* 09-12"),
        ("haziranda perşembeleri", "2027-06-03…2027-06-24 09-18"),
        ("salı 10:00 ya da perşembe 14:00", "2026-11-24 10-11 | 2026-11-26 14-15"),
        ("pazartesi veya salı sabah", "2026-11-30 09-12 | 2026-11-24 09-12"),
        ("14:00 ile 16:00 arası, 10 Aralık ya da 12 Aralık", "2026-12-10 14-16 | 2026-12-12 14-16"),
        ("half past two on Friday", "2026-11-27 14:30-15:30"),
        ("üçü çeyrek geçe, cuma", "2026-11-27 15:15-16:15"),
        ("akşam 7'de, yarın", "2026-11-24 19-20"),
        ("salı günü, yok pardon, çarşamba günü öğleden sonra", "2026-11-25 13-18"),
        ("sorry, I meant Friday 10:30, not Thursday", "2026-11-27 10:30-11:30"),
        ("bu hafta olmaz, haftaya çarşamba olur", "2026-12-02 09-18"),
        ("22 Kasım 2026", ""),
        ("14-16 aralığında", "* 14-16"),
        ("31 Şubat", ""),
    ],
)
def test_windows(text: str, windows: str) -> None:
    assert said(text) == windows


@pytest.mark.parametrize(
    ("text", "deadline", "not_before"),
    [
        ("cumaya kadar", date(2026, 11, 27), None),
        ("by the end of January", date(2027, 1, 31), None),
        ("before Friday", date(2026, 11, 27), None),
        ("Aralık ayı sonuna kadar", date(2026, 12, 31), None),
        ("en geç 15 Aralık", date(2026, 12, 15), None),
        ("on gün içinde", date(2026, 12, 3), None),
        ("ay sonuna kadar", date(2026, 11, 30), None),
        ("Ocak ayından itibaren", None, date(2027, 1, 1)),
        ("3'ünden sonra", None, date(2026, 12, 4)),
        ("not before 10 December", None, date(2026, 12, 10)),
        ("from February on", None, date(2027, 2, 1)),
    ],
)
def test_bounds(text: str, deadline: date | None, not_before: date | None) -> None:
    times = read_times(text, NOW)
    assert times is not None
    assert (times.deadline, times.not_before, times.windows) == (deadline, not_before, ())


@pytest.mark.parametrize(
    ("text", "kind", "on"),
    [
        ("cuma günleri olmasın", "weekly", ("fri",)),
        ("not on Fridays", "weekly", ("fri",)),
        ("yarın olmaz", "days", ("2026-11-24",)),
        ("tomorrow is no good", "days", ("2026-11-24",)),
        ("hafta sonu hariç", "weekly", ("sat", "sun")),
    ],
)
def test_what_is_ruled_out(text: str, kind: str, on: tuple[str, ...]) -> None:
    times = read_times(text, NOW)
    assert times is not None
    assert [(window.kind, window.on) for window in times.exclude] == [(kind, on)]


def test_days_are_counted_in_the_zone_of_the_writer() -> None:
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert read("yarın", now=late, pending="time").windows[0].on == ("2026-11-25",)
    assert read("yarın", now=late, zone="Europe/London", pending="time").windows[0].on == ("2026-11-24",)


def test_every_day_of_a_year_reads_its_own_date_back() -> None:
    months = [
        "Ocak",
        "Şubat",
        "Mart",
        "Nisan",
        "Mayıs",
        "Haziran",
        "Temmuz",
        "Ağustos",
        "Eylül",
        "Ekim",
        "Kasım",
        "Aralık",
    ]
    for ahead in range(365):
        day = (NOW + timedelta(days=ahead)).date()
        times = read_times(f"{day.day} {months[day.month - 1]} {day.year} saat 10:00", NOW)
        assert times is not None
        assert times.windows[0].on == (day.isoformat(),), day
