"""The demo in a real Chromium: from one sentence to an agreed meeting, across the phones."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from programme.working_days import is_working_day
from tests.local.opened_page import chromium, opened
from tests.roads.demo_process import ROOT, Phone, demo

pytestmark = pytest.mark.road

PICTURE = ROOT / "docs" / "phones.png"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """The page of a fresh demo; nothing may fail in it, neither in the page nor against the Bot API."""
    with demo() as address, opened(browser, address, accept_downloads=True) as opened_page:
        yield opened_page


def quiet_day() -> date:
    """A working day in both countries, far enough ahead for everybody to answer."""
    day = datetime.now(UTC).date() + timedelta(days=8)
    while not all(is_working_day(day, country) for country in ("TR", "SE")):
        day += timedelta(days=1)
    return day


def test_one_sentence_becomes_a_meeting_in_turkish_and_the_coordinators_hear_of_it(page: Page, tmp_path: Path):
    ayse, mehmet, nora = (Phone(page, name) for name in ("Ayşe", "Mehmet", "Nora"))
    group = Phone(page, "Koordinatörler")

    ayse.tries("merhaba")
    ayse.sees("Merhaba, ben İmece")
    mehmet.tries("Kompost ve kaynağında ayrıştırma")
    mehmet.presses("Evet, ekle", under="uzmanlar arasına ekleyeyim mi")
    mehmet.sees("Sizi uzmanlar arasına ekledim")
    ayse.tries("Sıfır atık")
    ayse.presses("Evet, ara", under="uygun bir belediye arayayım mı")

    taken = ayse.takes_first_time(under="Kadıköy, İstanbul")
    ayse.sees("kurumsal e-posta")
    ayse.says("ayse.ornek@example.org")
    ayse.sees("Not aldım")
    mehmet.presses(taken, under="Nilüfer Belediyesi (Bursa)")
    mehmet.presses("Atla", under="kurumsal e-posta")

    group.sees("Görüşme kesinleşti: Nilüfer ve Kadıköy")
    events = [phone.downloads(under="Görüşmeniz kesinleşti") for phone in (ayse, mehmet)]
    assert {event["UID"] for event in events} == {events[0]["UID"]}
    for event in events:
        assert event.start.astimezone(ZoneInfo("Europe/Istanbul")).strftime("%H:%M") == taken[-5:]
        assert event.end - event.start == timedelta(hours=1)
    mehmet.sees("ayse.ornek@example.org")

    nora.tries("earthquake risk")
    nora.sees("Which municipality")
    nora.says("Malmö")
    nora.sees("your name")
    nora.says("Nora Example")
    nora.presses("Yes, look", under="Shall I save this")
    nora.sees("is not available this month")
    keep_picture(page, tmp_path)


def keep_picture(page: Page, tmp_path: Path) -> None:
    """The picture of the README, kept there when asked for (make picture)."""
    path = PICTURE if os.environ.get("IMECE_PICTURE") else tmp_path / PICTURE.name
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size < 400_000


def test_an_offer_in_english_meets_a_need_in_turkish_at_another_time(page: Page):
    mehmet, nora = Phone(page, "Mehmet"), Phone(page, "Nora")
    day = quiet_day()

    nora.shown.get_by_role("button", name="Start").click()
    nora.sees("Hello, I am İmece")
    nora.tries("participatory budgeting")
    nora.presses("Yes, add me", under="Shall I add you to the experts")
    nora.sees("I have added you to the experts")
    mehmet.tries("Katılımcı bütçe")
    mehmet.sees("Hangi belediyedensiniz")
    mehmet.says("Kadıköy")
    mehmet.sees("Adınızı öğrenebilir miyim")
    mehmet.says("Mehmet Deneme")
    mehmet.presses("Evet, ara", under="uygun bir belediye arayayım mı")

    nora.sees("Kadıköy Municipality (İstanbul) would like to meet you")
    nora.says(f"That time doesn't work, can we do {day.day} {day:%B} at 12:30 instead?")
    nora.presses("Ask", under="Shall I ask Kadıköy")
    nora.presses("Skip", under="work e-mail")
    mehmet.takes_first_time(under="Malmö şu saati öneriyor")
    mehmet.presses("Atla", under="kurumsal e-posta")

    event = nora.downloads(under="Your meeting is set")
    assert event.start.astimezone(ZoneInfo("Europe/Stockholm")).strftime("%d %H:%M") == f"{day.day:02} 12:30"
    assert mehmet.downloads(under="Görüşmeniz kesinleşti").start == event.start


def test_a_decline_of_the_pool_moves_on_to_the_next_expert_who_accepts(page: Page):
    ayse, group = Phone(page, "Ayşe"), Phone(page, "Koordinatörler")

    ayse.tries("yapı stoku")
    ayse.sees("Hangi belediyedensiniz")
    ayse.says("Nilüfer")
    ayse.sees("Adınızı öğrenebilir miyim")
    ayse.says("Ayşe Örnek")
    ayse.presses("Evet, ara", under="uygun bir belediye arayayım mı")

    ayse.sees("Kartal bu ay müsait değil")
    group.sees("Ret: Kartal")
    ayse.takes_first_time(under="Gölcük, Kocaeli")
    ayse.presses("Atla", under="kurumsal e-posta")
    ayse.sees("Görüşmeniz kesinleşti")
    group.sees("Görüşme kesinleşti: Nilüfer ve Gölcük")


def test_a_need_that_nobody_meets_waits_until_somebody_offers(page: Page):
    ayse, mehmet = Phone(page, "Ayşe"), Phone(page, "Mehmet")
    nora, group = Phone(page, "Nora"), Phone(page, "Koordinatörler")

    ayse.tries("Sıfır atık")
    ayse.presses("Evet, ara", under="uygun bir belediye arayayım mı")
    ayse.presses("Beklesin", under="belediye henüz yok")
    group.sees("Uzman bulunamadı")
    ayse.sees("açık kalıyor")
    mehmet.tries("Kompost ve kaynağında ayrıştırma")
    mehmet.presses("Evet, ekle", under="uzmanlar arasına ekleyeyim mi")
    ayse.sees("güzel haber")
    mehmet.sees("Nilüfer Belediyesi (Bursa)")
    mehmet.tries("bu ay çok yoğunuz")
    mehmet.presses("Bu ay", under="Ne zamana kadar yeni talep iletmeyeyim")
    ayse.sees("Kadıköy bu ay müsait değil")

    nora.tries("volunteer firefighters")
    nora.sees("Which municipality")
    nora.says("Malmö")
    nora.sees("your name")
    nora.says("Nora Example")
    nora.presses("Yes, look", under="Shall I save this")
    nora.sees("No municipality shares its experience")


def test_what_is_kept_goes_on_the_next_time(browser: Browser, tmp_path: Path):
    with demo("--keep", cwd=tmp_path) as address, opened(browser, address) as page:
        ayse = Phone(page, "Ayşe")
        ayse.tries("Sıfır atık")
        ayse.presses("Evet, ara", under="uygun bir belediye arayayım mı")
        ayse.presses("Beklesin", under="belediye henüz yok")
    with demo("--keep", cwd=tmp_path) as address, opened(browser, address) as page:
        ayse, mehmet = Phone(page, "Ayşe"), Phone(page, "Mehmet")
        ayse.says("durum")
        ayse.sees("uzman bekliyor")
        mehmet.tries("Kompost ve kaynağında ayrıştırma")
        mehmet.presses("Evet, ekle", under="uzmanlar arasına ekleyeyim mi")
        ayse.sees("Kadıköy, İstanbul")
