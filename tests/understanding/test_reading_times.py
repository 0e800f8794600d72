"""Days and hours as people say them, one rule a line; said on Monday 23 November 2026, 09:40, in Istanbul."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.understanding import read, read_times

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Europe/Istanbul"))


def said(text: str, zone: str = "Europe/Istanbul") -> str:
    """The windows in short: `2026-12-01 13-18`, a stretch as `first…last`, weekdays by name, any day as *."""
    times = read_times(text, NOW, zone)
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
        ("yılbaşından sonraki ilk hafta", "2027-01-04…2027-01-08 09-18"),
        ("bayramdan sonraki pazartesi saat 11", "2027-03-15 11-12"),
        ("10 Aralık'tan sonraki hafta", "2026-12-14…2026-12-18 09-18"),
        ("the week after the 10th", "2026-12-14…2026-12-18 09-18"),
        ("the first Monday after Christmas", "2026-12-28 09-18"),
        ("not next week but the week after", "2026-12-07…2026-12-11 09-18"),
        ("haftaya olmaz, sonraki hafta olur", "2026-12-07…2026-12-11 09-18"),
        ("any time in January, but not the first week", "2027-01-01…2027-01-29 09-18"),
        ("yeni yılın ilk haftası", "2027-01-01…2027-01-07 09-18"),
        ("Christmas week", "2026-12-21…2026-12-25 09-18"),
        ("ocak ayının üçüncü haftasında", "2027-01-15…2027-01-21 09-18"),
        ("her ayın ilk pazartesisi", "2026-12-07,2027-01-04,2027-02-01 09-18"),
        ("the last Friday of each month", "2026-11-27,2026-12-25,2027-01-29 09-18"),
        ("first two weeks of January", "2027-01-01…2027-01-14 09-18"),
        ("ocak ya da şubat", "2027-01-01…2027-02-26 09-18"),
        ("5'i ile 9'u arası", "2026-12-07,2026-12-08,2026-12-09 09-18"),
        ("from the 3rd to the 8th", "2026-12-03…2026-12-08 09-18"),
        ("26'sı öğleden önce veya 30 Kasım 15.30", "2026-11-26 09-12 | 2026-11-30 15:30-16:30"),
        ("Friday 4th", "2026-12-04 09-18"),
        ("3-4 gün sonra", "2026-11-26,2026-11-27 09-18"),
        ("iki haftada bir perşembe öğleden sonra", "thu 13-18"),
        ("bu hafta çarşambadan sonra", "2026-11-26,2026-11-27 09-18"),
        ("haftaya salı hariç", "2026-11-30…2026-12-04 09-18"),
        ("hafta sonu hariç hepsi", "mon…fri 09-18"),
        ("salı 10-11 boşum, perşembe tüm gün olur", "2026-11-24 10-11 | 2026-11-26 09-18"),
        ("salı dedim ama çarşamba olsun", "2026-11-25 09-18"),
        ("Tuesday, no, Wednesday", "2026-11-25 09-18"),
        ("yarın on dört otuzda", "2026-11-24 14:30-15:30"),
        ("Friday 9h30", "2026-11-27 09:30-10:30"),
        ("Wednesday between ten and noon", "2026-11-25 10-12"),
        ("öğlene kadar, perşembe", "2026-11-26 09-12"),
        ("saat yedi buçukta, yarın akşam", "2026-11-24 19:30-20:30"),
        ("sabah onda, öğleden sonra üçte müsaitim yarın", "2026-11-24 10-11 | 2026-11-24 15-16"),
        ("Thursday evening, 6 to 8", "2026-11-26 18-20"),
        ("gelecek sonbaharda bir gün", "2027-09-01…2027-11-30 09-18"),
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
        ("ay bitmeden", date(2026, 11, 30), None),
        ("bu hafta sonuna kadar", date(2026, 11, 27), None),
        ("within the week", date(2026, 11, 27), None),
        ("before the holidays", date(2026, 12, 23), None),
        ("nisan gelmeden", date(2027, 3, 31), None),
        ("15 Aralık'ı geçmesin", date(2026, 12, 15), None),
        ("son teslim 18 Aralık", date(2026, 12, 18), None),
        ("başvuru 26 Şubat'ta kapanıyor", date(2027, 2, 26), None),
        ("meclis 1 Aralık'ta toplanıyor, ondan önce olsun", date(2026, 12, 1), None),
        ("The council votes on 3 March, so before then", date(2027, 3, 3), None),
        ("bayramdan sonra", None, date(2027, 3, 12)),
        ("yeni yılda", None, date(2027, 1, 1)),
        ("busy until the 15th", None, date(2026, 12, 15)),
        ("ocağa kadar yoğunuz", None, date(2027, 1, 1)),
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


@pytest.mark.parametrize(
    ("text", "zone", "windows"),
    [
        ("10 CET on 2 December", "Europe/Istanbul", "2026-12-02 12-13"),
        ("Tuesday 2pm UK time", "Europe/Istanbul", "2026-11-24 17-18"),
        ("Türkiye saatiyle 15:00, salı", "Europe/Berlin", "2026-11-24 13-14"),
        ("Thursday 9-11 GMT", "Europe/London", "2026-11-26 09-11"),
        ("23 March and 30 March 14:00 CET", "Europe/Istanbul", "2027-03-23 16-17 | 2027-03-30 15-16"),
    ],
)
def test_hours_by_another_clock(text: str, zone: str, windows: str) -> None:
    assert said(text, zone) == windows


@pytest.mark.parametrize(
    "text",
    [
        "Geçtiğimiz salı yaşadığımız su baskını sonrası altyapı konusunda destek arıyoruz",
        "23 Nisan etkinlikleri düzenleme konusunda deneyimimizi paylaşabiliriz",
        "Our city plan started in March; we'd like help with cargo bikes",
        "Sunday street closures: we can share experience",
        "Kışın kar küreme konusunda deneyimli belediye arıyoruz",
        "yeni yılda kent konseyi kuracağız, tecrübesi olan bir belediye ile tanışabilir miyiz",
        "Biz pazarlarda gıda israfını önleme işinde iyiyiz",
    ],
)
def test_days_of_a_story_or_a_topic_are_no_times(text: str) -> None:
    assert read_times(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("Zaman daralıyor, atık konusunda destek arıyoruz", "high"),
        ("Tight deadline: help with flood barriers needed", "high"),
        ("Not super urgent, but we need help with flood barriers", "low"),
        ("Boş vaktinizde atık konusunda konuşalım", "low"),
        ("Acil durum planı konusunda destek arıyoruz", None),
        ("Emergency response training needed", None),
    ],
)
def test_how_urgent_it_is(text: str, urgency: str | None) -> None:
    assert read(text, now=NOW).urgency == urgency


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
