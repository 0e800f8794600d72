"""People talk with a bot through the phones page, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bot.local.people import Group, Person
from bot.local.server import LocalTelegram
from tests.local.opened_page import ScriptedBot, chromium, keyboard, opened, phone, scripted

pytestmark = pytest.mark.road


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def ayse(telegram: LocalTelegram) -> Person:
    return telegram.person("Ayşe", title="Nilüfer Belediyesi", chips=["Sıfır atık için bir belediye arıyoruz"])


@pytest.fixture
def nora(telegram: LocalTelegram) -> Person:
    return telegram.person("Nora", language_code="en", title="Malmö", chips=["We can share our experience"])


@pytest.fixture
def coordinators(telegram: LocalTelegram) -> Group:
    members = [telegram.person("Zeynep"), telegram.person("Deniz")]
    return telegram.group("Koordinatörler", members, bot_reads_all=True)


@pytest.fixture
def bot(telegram: LocalTelegram) -> Iterator[ScriptedBot]:
    with scripted(telegram) as running:
        yield running


@pytest.fixture
def page(browser: Browser, telegram: LocalTelegram, ayse: Person, nora: Person) -> Iterator[Page]:
    with opened(browser, f"{telegram.url}/?lang=tr") as visited:
        yield visited


def test_what_is_typed_reaches_the_bot_and_its_answer_is_shown(page: Page, bot: ScriptedBot, ayse: Person) -> None:
    mine = phone(page, ayse.id)
    mine.locator(".composer textarea").fill("Sıfır atık 👋 arıyoruz")
    mine.locator(".send").click()
    assert bot.hears()["message"]["text"] == "Sıfır atık 👋 arıyoruz"
    expect(mine.locator(".bubble.mine .text")).to_have_text("Sıfır atık 👋 arıyoruz")
    expect(mine.locator(".composer textarea")).to_have_value("")

    bot.does("sendChatAction", chat_id=ayse.id, action="typing")
    expect(mine.locator(".status")).to_have_text("yazıyor…")
    expect(mine.locator(".typing")).to_be_visible()
    bot.says(ayse.id, "Aldım")
    expect(mine.locator(".bubble .text").last).to_have_text("Aldım")
    expect(mine.locator(".typing")).to_have_count(0)
    expect(mine.locator(".status")).to_have_text("bot")


def test_entities_become_nodes_and_markup_of_others_stays_text(page: Page, bot: ScriptedBot, ayse: Person) -> None:
    bot.says(ayse.id, "👋 <b>kalın <i>ve eğik</i></b> &lt;img src=x onerror=alert(1)&gt;", parse_mode="HTML")
    text = phone(page, ayse.id).locator(".bubble .text")
    expect(text).to_have_text("👋 kalın ve eğik <img src=x onerror=alert(1)>")
    expect(text.locator("strong")).to_have_text("kalın ve eğik")
    expect(text.locator("strong em")).to_have_text("ve eğik")
    expect(text.locator("img")).to_have_count(0)


def test_links_open_elsewhere_and_only_safe_ones(page: Page, bot: ScriptedBot, ayse: Person) -> None:
    linked = '<a href="https://example.org/a">metin</a> <a href="tg://user?id=7">hesap</a>'
    bot.says(ayse.id, linked, parse_mode="HTML")
    text = phone(page, ayse.id).locator(".bubble .text")
    expect(text.get_by_role("link")).to_have_count(1)
    expect(text.get_by_role("link")).to_have_attribute("rel", "noopener noreferrer")
    expect(text).to_have_text("metin hesap")


def test_a_press_turns_until_the_bot_answers_it(page: Page, bot: ScriptedBot, ayse: Person) -> None:
    sent = bot.says(ayse.id, "Türkçe olsun mu?", [("Evet", "yes"), ("Hayır", "no")])
    mine = phone(page, ayse.id)
    button = mine.locator(".keyboard button", has_text="Evet")
    button.click()
    pressed = bot.hears()["callback_query"]
    assert (pressed["data"], pressed["from"]["id"]) == ("yes", ayse.id)
    expect(button).to_have_attribute("aria-busy", "true")
    expect(button.locator(".spinner")).to_be_visible()

    bot.does("answerCallbackQuery", callback_query_id=pressed["id"], text="Not edildi")
    expect(mine.locator(".toast")).to_have_text("Not edildi")
    expect(button).not_to_have_attribute("aria-busy", "true")

    where = {"chat_id": ayse.id, "message_id": sent["message_id"]}
    bot.does("editMessageText", **where, text="Türkçe", reply_markup=keyboard([("Düzelt", "change")]))
    bubble = mine.locator(f'[data-message-id="{sent["message_id"]}"]')
    expect(bubble.locator(".text")).to_have_text("Türkçe")
    expect(bubble.locator(".edited")).to_have_text("düzenlendi")
    expect(bubble.locator(".keyboard button")).to_have_text(["Düzelt"])

    bot.does("deleteMessage", **where)
    expect(bubble).to_have_count(0)


def test_a_file_is_downloaded_as_it_was_sent(page: Page, bot: ScriptedBot, ayse: Person, tmp_path: Path) -> None:
    calendar = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    bot.sends_file(ayse.id, "görüşme.ics", calendar, caption="Takvim")
    document = phone(page, ayse.id).locator(".document a")
    expect(document.locator(".name")).to_have_text("görüşme.ics")
    with page.expect_download() as download:
        document.click()
    assert download.value.suggested_filename == "görüşme.ics"
    download.value.save_as(tmp_path / "kept.ics")
    assert (tmp_path / "kept.ics").read_bytes() == calendar


def test_the_keyboard_alone_is_enough(page: Page, bot: ScriptedBot, ayse: Person) -> None:
    bot.does(
        "setMyCommands", commands=[{"command": "need", "description": "Talep"}, {"command": "help", "description": "?"}]
    )
    mine = phone(page, ayse.id)
    field = mine.locator(".composer textarea")
    field.focus()
    page.keyboard.type("ilk satır")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("ikinci satır")
    page.keyboard.press("Enter")
    assert bot.hears()["message"]["text"] == "ilk satır\nikinci satır"
    expect(field).to_be_focused()

    bot.says(ayse.id, "Doğru mu?", [("Evet", "yes")])
    expect(mine.locator(".keyboard button")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(mine.locator(".keyboard button")).to_be_focused()
    page.keyboard.press("Enter")
    pressed = bot.hears()["callback_query"]
    assert pressed["data"] == "yes"
    bot.does("editMessageText", chat_id=ayse.id, message_id=pressed["message"]["message_id"], text="Tamam")
    expect(mine.locator(".log")).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(mine.locator(".commands button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(mine.locator(".commands")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(mine.locator(".commands button").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert bot.hears()["message"]["text"] == "/help"


def test_what_is_written_while_a_message_goes_out_stays(page: Page, bot: ScriptedBot, ayse: Person) -> None:
    held: list[Route] = []
    page.route("**/local/send", lambda route: held.append(route))
    mine = phone(page, ayse.id)
    field = mine.locator(".composer textarea")
    field.fill("ilk")
    field.press("Enter")
    expect(field).to_have_value("")
    field.press_sequentially("yarım")
    mine.locator(".log").focus()
    while not held:
        page.wait_for_timeout(10)
    held.pop().continue_()
    assert bot.hears()["message"]["text"] == "ilk"
    expect(mine.locator(".send")).not_to_have_attribute("aria-busy", "true")
    expect(field).to_have_value("yarım")
    expect(mine.locator(".log")).to_be_focused()


def test_what_did_not_go_out_comes_back_to_the_field(page: Page, ayse: Person) -> None:
    page.route("**/local/send", lambda route: route.fulfill(body="out of reach"))
    mine = phone(page, ayse.id)
    field = mine.locator(".composer textarea")
    field.fill("kaybolmasın")
    field.press("Enter")
    expect(mine.locator(".toast")).to_be_visible()
    expect(field).to_have_value("kaybolmasın")


def test_a_sentence_to_try_fills_the_field(page: Page, ayse: Person) -> None:
    mine = phone(page, ayse.id)
    mine.locator(".chip").click()
    expect(mine.locator(".composer textarea")).to_have_value("Sıfır atık için bir belediye arıyoruz")
    expect(mine.locator(".composer textarea")).to_be_focused()


def test_an_empty_chat_offers_to_start(page: Page, bot: ScriptedBot, nora: Person) -> None:
    phone(page, nora.id).get_by_role("button", name="Başlayın").click()
    assert bot.hears()["message"]["text"] == "/start"


def test_the_language_is_switched_without_losing_a_draft(page: Page, bot: ScriptedBot, ayse: Person) -> None:
    bot.says(ayse.id, "Merhaba")
    mine = phone(page, ayse.id)
    mine.locator(".composer textarea").fill("yarım kal")
    expect(page.locator(".day").first).to_have_text("Bugün")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".day").first).to_have_text("Today")
    expect(mine.locator(".send")).to_have_attribute("aria-label", "Send")
    expect(mine.locator(".composer textarea")).to_have_value("yarım kal")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_in_a_group_the_chosen_member_writes(
    browser: Browser, telegram: LocalTelegram, bot: ScriptedBot, ayse: Person, coordinators: Group
) -> None:
    with opened(browser, f"{telegram.url}/?lang=tr") as page:
        assert page.locator(".phone").count() == 2
        group = phone(page, coordinators.chat_id)
        group.get_by_label("Yazan").select_option("Deniz")
        group.locator(".composer textarea").fill("Bakıyorum")
        group.locator(".composer textarea").press("Enter")
        heard = [bot.hears() for _ in "12"][-1]["message"]
        assert (heard["text"], heard["from"]["first_name"]) == ("Bakıyorum", "Deniz")
        expect(group.locator(".bubble.mine .author")).to_have_text("Deniz")
