"""How the phones page looks and holds out: wide, narrow, light, dark, in both languages, with the server away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.local.people import Person
from bot.local.server import LocalTelegram
from tests.local.opened_page import NARROW, WIDE, chromium, keyboard, opened, phone, scripted

pytestmark = pytest.mark.road

# The WCAG contrast of every piece of text with the nearest ground behind it; what falls short is returned.
TOO_FAINT = """
() => {
  const channels = (colour) => {
    const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => rgb.slice(0, 3)
    .map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const faint = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest("option")) continue;
    const [one, other] = [light(channels(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.className} ${texts.currentNode.data}`);
  }
  return faint;
}
"""

WITHOUT_NAME = """
() => [...document.querySelectorAll("button, a, select, textarea, [role=log], section, nav")]
  .filter((its) => its.checkVisibility())
  .filter((its) => !(its.getAttribute("aria-label") ?? its.textContent).trim())
  .map((its) => its.outerHTML)
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def people(telegram: LocalTelegram) -> list[Person]:
    """Three people and a group, with something of every kind said."""
    ayse = telegram.person("Ayşe", last_name="Yalın", title="Nilüfer Belediyesi", chips=["Sıfır atık", "evet"])
    mehmet = telegram.person("Mehmet", last_name="Gürpınar", title="Kadıköy Belediyesi", chips=["ayda iki görüşme"])
    nora = telegram.person("Nora", language_code="en", title="Malmö", chips=["participatory budgeting"])
    zeynep = telegram.person("Zeynep")
    group = telegram.group("Koordinatörler", [zeynep])
    ayse.says("merhaba")
    with scripted(telegram) as bot:
        rich = "<b>Konu</b>: <code>N-0142</code> <blockquote>kendi sözleri</blockquote> /durum https://example.org"
        sent = bot.says(ayse.id, rich, [("Evet, Türkçe", "yes"), ("Düzelt", "no")], parse_mode="HTML")
        buttons = keyboard([("Evet", "yes")])
        bot.does("editMessageReplyMarkup", chat_id=ayse.id, message_id=sent["message_id"], reply_markup=buttons)
        bot.sends_file(ayse.id, "görüşme.ics", b"BEGIN:VCALENDAR")
        bot.says(group.chat_id, "Görüşme kesinleşti")
    return [ayse, mehmet, nora]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth && phones.scrollWidth <= innerWidth"))


def test_four_phones_fit_a_laptop_screen(browser: Browser, telegram: LocalTelegram, people: list[Person]) -> None:
    with opened(browser, telegram.url, viewport=WIDE) as page:
        expect(page.locator(".phone")).to_have_count(4)
        assert all(page.locator(".phone").nth(n).is_visible() for n in range(4))
        assert fits(page)
        expect(page.locator("#tabs")).to_be_hidden()
        for composer in page.locator(".composer").all():
            expect(composer).to_be_in_viewport(ratio=1)


def test_a_narrow_screen_shows_one_phone_and_counts_what_comes_to_the_others(
    browser: Browser, telegram: LocalTelegram, people: list[Person]
) -> None:
    ayse, mehmet, _ = people
    with opened(browser, f"{telegram.url}/?lang=tr", viewport=NARROW) as page, scripted(telegram) as bot:
        assert fits(page)
        expect(phone(page, ayse.id)).to_be_visible()
        expect(phone(page, ayse.id).locator(".send")).to_be_in_viewport(ratio=1)
        expect(phone(page, mehmet.id)).to_be_hidden()
        bot.says(mehmet.id, "Bir talep var")
        tab = page.locator(f'[data-tab="{mehmet.id}"]')
        expect(tab.locator(".unread")).to_have_text("1")
        tab.click()
        expect(phone(page, mehmet.id)).to_be_visible()
        expect(phone(page, ayse.id)).to_be_hidden()
        expect(tab.locator(".unread")).to_have_count(0)
        expect(tab).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("size", [(320, 568), (844, 390), (1024, 768), (1280, 720)])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, telegram: LocalTelegram, people: list[Person], size: tuple[int, int]
) -> None:
    width, height = size
    with opened(browser, telegram.url, viewport={"width": width, "height": height}) as page:
        assert fits(page)
        expect(phone(page, people[0].id).locator(".send")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_word_can_be_read_and_everything_has_a_name(
    browser: Browser, telegram: LocalTelegram, people: list[Person], look: str, language: str
) -> None:
    with opened(browser, f"{telegram.url}/?lang={language}&look={look}") as page:
        page.locator(".document").wait_for()
        assert page.evaluate(TOO_FAINT) == []
        assert page.evaluate(WITHOUT_NAME) == []


def test_the_device_decides_the_look_until_the_visitor_does(browser: Browser, telegram: LocalTelegram) -> None:
    telegram.person("Ayşe")
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, telegram.url, color_scheme="dark") as page:
        dark = page.evaluate(ground)
        page.locator("#look").select_option("light")
        assert page.evaluate(ground) != dark


@pytest.mark.parametrize(("locale", "language"), [("tr-TR", "tr"), ("en-GB", "en"), ("de-DE", "en")])
def test_the_browser_decides_the_language(
    browser: Browser, telegram: LocalTelegram, locale: str, language: str
) -> None:
    telegram.person("Ayşe")
    with opened(browser, telegram.url, locale=locale) as page:
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_both_languages_have_the_same_words(browser: Browser, telegram: LocalTelegram) -> None:
    telegram.person("Ayşe")
    with opened(browser, telegram.url) as page:
        words = "async (file) => (await import(file)).default"
        turkish, english = page.evaluate(words, "/words/tr.js"), page.evaluate(words, "/words/en.js")
    assert list(turkish) == list(english)
    assert [key for key in turkish if ("{x}" in turkish[key]) != ("{x}" in english[key])] == []


def test_a_new_message_is_scrolled_to_unless_one_reads_further_up(
    browser: Browser, telegram: LocalTelegram, people: list[Person]
) -> None:
    ayse = people[0]
    with scripted(telegram) as bot, opened(browser, telegram.url) as page:
        for n in range(12):
            bot.says(ayse.id, f"{n}. satır\n\nbir daha")
        mine = phone(page, ayse.id)
        expect(mine.locator(".message").last).to_be_in_viewport()
        mine.locator(".log").evaluate("its => its.scrollTo(0, 0)")
        expect(mine.locator(".message").first).to_be_in_viewport()
        bot.says(ayse.id, "yeni")
        expect(mine.locator(".newer")).to_be_visible()
        expect(mine.locator(".message").first).to_be_in_viewport()
        mine.locator(".newer").click()
        expect(mine.locator(".message").last).to_be_in_viewport()
        expect(mine.locator(".newer")).to_be_hidden()


def test_the_page_says_when_the_server_is_away_and_comes_back_by_itself(browser: Browser) -> None:
    with LocalTelegram() as before:
        person = before.person("Ayşe", id=7001)
        visit = browser.new_page(locale="tr-TR")
        visit.goto(before.url)
        expect(phone(visit, person.id)).to_be_visible()
        phone(visit, person.id).locator(".composer textarea").fill("yarım")
        expect(visit.locator("#away")).to_have_text("")
    expect(visit.locator("#away")).to_have_text("Bağlantı koptu, yeniden bağlanılıyor…")
    with LocalTelegram(port=before.port) as after:
        again = after.person("Ayşe", id=7001)
        again.says("buradayım")
        expect(visit.locator("#away")).to_have_text("", timeout=15_000)
        expect(phone(visit, again.id).locator(".bubble.mine .text")).to_have_text("buradayım")
        expect(phone(visit, again.id).locator(".composer textarea")).to_have_value("yarım")
        visit.close()
