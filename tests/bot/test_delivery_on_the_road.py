"""What is queued, on its way over HTTP: refused, doubted, lost, moved, too long."""

import logging

import httpx
import pytest

from bot.local.server import LocalTelegram
from bot.run import utc_now
from programme.settings import Settings
from storage import queue
from storage.tables import Group
from tests.bot.running import Kept, bot_runs, settings_for

pytestmark = [pytest.mark.road, pytest.mark.usefixtures("nothing_forbidden_is_asked")]


@pytest.mark.parametrize("how", ["after", "drop_after"])
def test_what_may_have_arrived_is_sent_again(telegram: LocalTelegram, settings: Settings, kept: Kept, how: str) -> None:
    telegram.fails("sendMessage", how)
    ayse = telegram.person("Ayşe")
    with bot_runs(settings):
        ayse.says("surely")
        ayse.wait_for("echo surely")
        ayse.wait_for("echo surely")
        ayse.says("next")
        ayse.wait_for("echo next")
    assert kept.messages() == [("echo surely", "sent"), ("echo next", "sent")]


def test_what_need_not_arrive_is_not_sent_twice(telegram: LocalTelegram, settings: Settings, kept: Kept) -> None:
    telegram.fails("sendMessage", "after")
    ayse = telegram.person("Ayşe")
    with bot_runs(settings):
        ayse.says("digest")
        ayse.wait_for("digest")
        ayse.says("next")
        ayse.wait_for("echo next")
    assert kept.messages() == [("digest", "held"), ("echo next", "sent")]


def test_a_press_proves_that_its_message_arrived(telegram: LocalTelegram, settings: Settings, kept: Kept) -> None:
    telegram.fails("sendMessage", "after")
    ayse = telegram.person("Ayşe")
    with bot_runs(settings):
        ayse.says("button")
        ayse.presses("Bas", ayse.wait_for("press me"))
        ayse.wait_for("pressed open")
    assert [text for text in ayse.messages() if "press" in text] == ["pressed open"]
    assert kept.messages() == [("press me", "sent"), ("pressed open", "sent")]


def test_what_telegram_would_never_take_is_given_up_alone(
    telegram: LocalTelegram, settings: Settings, kept: Kept
) -> None:
    ayse = telegram.person("Ayşe")
    with bot_runs(settings):
        ayse.says("broken")
        ayse.says("fine")
        ayse.wait_for("echo fine")
    assert kept.messages() == [("<b>never closed", "failed"), ("echo fine", "sent")]
    telegram.platform.requests.clear()


def test_it_says_what_it_is_in_each_language(telegram: LocalTelegram, settings: Settings) -> None:
    ayse = telegram.person("Ayşe")
    ayse.says("hello")
    with bot_runs(settings):
        ayse.wait_for("echo hello")
    profile = telegram.platform.profile
    assert profile.descriptions == {language: f"bot.description ({language or 'en'})" for language in ("", "tr", "en")}
    commands = {language: offered[0]["command"] for (_, language), offered in profile.commands.items()}
    assert commands == {"": "help", "tr": "yardim", "en": "help"}


def test_who_blocked_the_bot_gets_the_rest_after_unblocking(telegram: LocalTelegram, url: str, kept: Kept) -> None:
    ayse, coordinator = telegram.person("Ayşe"), telegram.person("Zeynep")
    coordinator.says("hello")
    with bot_runs(settings_for(url, telegram, coordinator_chats=str(coordinator.id))):
        coordinator.wait_for("echo hello")
        telegram.fails("sendMessage", status=429, retry_after=1, chat=ayse.id)
        ayse.says("what I missed")
        ayse.blocks()
        coordinator.wait_for(f"lost {ayse.id}")
        ayse.unblocks()
        ayse.wait_for("echo what I missed")
    assert ayse.messages().count("echo what I missed") == 1


def test_a_group_that_migrates_goes_on_under_its_new_address(telegram: LocalTelegram, url: str) -> None:
    ayse, zeynep = telegram.person("Ayşe"), telegram.person("Zeynep")
    group = telegram.group("Koordinatörler", [zeynep])
    new = group.migrates()
    with bot_runs(settings_for(url, telegram, coordinator_chats=str(group.chat_id))):
        ayse.says("broken")
        new.wait_for("undelivered")
    telegram.platform.requests.clear()


def test_a_bot_put_out_of_its_group_keeps_quiet_there(telegram: LocalTelegram, url: str, kept: Kept) -> None:
    ayse, zeynep = telegram.person("Ayşe"), telegram.person("Zeynep")
    group = telegram.group("Koordinatörler", [zeynep])
    group.kicks_the_bot()
    with bot_runs(settings_for(url, telegram, coordinator_chats=str(group.chat_id))):
        ayse.says("broken")
        ayse.says("fine")
        ayse.wait_for("echo fine")
    assert [(kept_group.chat, kept_group.reachable) for kept_group in kept.all(Group)] == [(str(group.chat_id), False)]
    telegram.platform.requests.clear()


def test_a_coordinator_who_never_wrote_is_reached_after_the_first_word(
    telegram: LocalTelegram, url: str, kept: Kept
) -> None:
    ayse, zeynep = telegram.person("Ayşe"), telegram.person("Zeynep", started=False)
    with bot_runs(settings_for(url, telegram, coordinator_chats=str(zeynep.id))):
        ayse.says("broken")
        ayse.says("fine")
        ayse.wait_for("echo fine")
        ayse.says("and more")
        ayse.wait_for("echo and more")
        assert [group.chat for group in kept.all(Group) if not group.reachable] == [str(zeynep.id)]
        zeynep.says("/start")
        zeynep.wait_for("undelivered")
        zeynep.wait_for("echo /start")
    telegram.platform.requests.clear()


def test_a_file_comes_with_its_words_however_long(telegram: LocalTelegram, settings: Settings, kept: Kept) -> None:
    ayse = telegram.person("Ayşe")
    ayse.says("hello")
    choices = [[{"label": "Taşı", "about": "meeting:1", "revision": 0, "value": "move"}]]
    for text in ("<b>kısa</b>", "<b>uzun</b> " + "ş&amp;" * 600):
        document = ("gorusme.ics", "text/calendar", b"BEGIN:VCALENDAR")
        body = {"text": text, "choices": choices}
        kept.write(
            lambda session, body=body, document=document: queue.put(
                session, "telegram", str(ayse.id), body, utc_now(), document=document
            )
        )
    with bot_runs(settings):
        ayse.wait_for("echo hello")
    shown = [(len(seen.text), seen.document and seen.document["file_name"], seen.buttons) for seen in ayse.seen()[1:]]
    assert shown[:3] == [(4, "gorusme.ics", ["Taşı"]), (1205, None, []), (0, "gorusme.ics", ["Taşı"])]


def test_a_webhook_somebody_left_behind_is_taken_away(telegram: LocalTelegram, settings: Settings) -> None:
    ayse = telegram.person("Ayşe")
    asked = {"url": "https://127.0.0.1:8443/left-behind"}
    answer = httpx.post(f"{telegram.url}/bot{telegram.token}/setWebhook", json=asked, trust_env=False)
    telegram.platform.requests.clear()
    with bot_runs(settings):
        ayse.says("hello")
        ayse.wait_for("echo hello")
    assert answer.status_code == 200


def test_it_starts_while_telegram_is_away(settings: Settings, telegram: LocalTelegram) -> None:
    telegram.fails("getMe", status=401)
    telegram.fails("getMe", "drop")
    ayse = telegram.person("Ayşe")
    ayse.says("early")
    with bot_runs(settings):
        ayse.wait_for("echo early")


def test_no_token_reaches_the_log(
    settings: Settings, telegram: LocalTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    telegram.fails("getMe", status=401)
    telegram.fails("getUpdates", status=404)
    ayse = telegram.person("Ayşe")
    ayse.says("my secret words")
    with bot_runs(settings):
        ayse.wait_for("echo my secret words")
    assert caplog.records
    assert telegram.token not in caplog.text
    assert "secret words" not in caplog.text
