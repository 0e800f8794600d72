"""The bot as a process: killed in the middle of everything, or told to end."""

import signal
import sqlite3

import pytest

from bot.local.server import LocalTelegram
from programme.settings import Settings
from storage.tables import Handled
from tests.bot.running import Kept, Process, process

pytestmark = pytest.mark.road


def test_a_kill_between_sending_and_noting_it_sends_once_more(
    telegram: LocalTelegram, settings: Settings, kept: Kept
) -> None:
    ayse = telegram.person("Ayşe")
    telegram.fails("sendMessage", "slow", seconds=5)
    with process(settings):
        ayse.says("surely")
        ayse.wait_for("echo surely")
    assert kept.messages() == [("echo surely", "sending")]
    with process(settings) as bot:
        ayse.wait_for("echo surely")
        assert bot.end()[0] == 0
    assert kept.messages() == [("echo surely", "sent")]
    assert ayse.messages().count("echo surely") == 2


def test_a_kill_before_the_turn_is_committed_loses_nothing(
    telegram: LocalTelegram, settings: Settings, kept: Kept
) -> None:
    people = [telegram.person(name) for name in ("Ayşe", "Mehmet", "Fatma", "Deniz", "Elif")]
    with process(settings) as bot:
        for n in range(10):
            for person in people:
                person.says(f"{n}")
        people[0].wait_for("echo 0")
        bot.kill()
    with process(settings):
        for person in people:
            person.wait_for("echo 9", seconds=20)
    assert len(kept.all(Handled)) == 50
    for person in people:
        answers = [text for text in person.messages() if text.startswith("echo")]
        assert sorted(set(answers)) == [f"echo {n}" for n in range(10)]
        assert len(answers) <= 11, "at most the one on its way is doubled"


def test_a_kill_while_the_turn_waits_for_the_database_loses_nothing(
    telegram: LocalTelegram, settings: Settings, kept: Kept, url: str
) -> None:
    ayse = telegram.person("Ayşe")
    somebody = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    with process(settings) as bot:
        somebody.execute("BEGIN IMMEDIATE")
        ayse.says("in between")
        telegram.wait(polled_again(telegram))
        bot.kill()
    somebody.execute("ROLLBACK")
    somebody.close()
    with process(settings):
        ayse.wait_for("echo in between")
    assert ayse.messages().count("echo in between") == 1


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_finishes_what_is_on_its_way(
    telegram: LocalTelegram, settings: Settings, kept: Kept, how: signal.Signals
) -> None:
    ayse = telegram.person("Ayşe")
    telegram.fails("sendMessage", "slow", seconds=2)
    with process(settings) as bot:
        ayse.says("twice over")
        ayse.wait_for("first")
        status, logged = bot.end(how)
    assert status == 0
    assert "Traceback" not in logged
    assert kept.messages() == [("twice over, first", "sent"), ("twice over, second", "queued")]
    with process(settings):
        ayse.wait_for("second")
    assert [text for text in ayse.messages() if "," in text] == ["twice over, first", "twice over, second"]


def test_told_to_end_with_a_platform_that_hangs_it_still_ends_in_time(
    telegram: LocalTelegram, settings: Settings, kept: Kept
) -> None:
    ayse = telegram.person("Ayşe")
    telegram.fails("sendMessage", "slow", seconds=12)
    with process(settings) as bot:
        ayse.says("surely")
        ayse.wait_for("echo surely")
        assert bot.end()[0] == 0


def test_told_to_end_while_sending_rests_it_still_ends_in_time(
    telegram: LocalTelegram, settings: Settings, kept: Kept
) -> None:
    telegram.fails("sendMessage", status=429, retry_after=60, times=None)
    running = Process(settings)
    telegram.person("Ayşe").says("surely")
    while not telegram.asked("sendMessage"):
        telegram.wait(telegram.platform.updates.bell.heard(0.05))
    assert running.end()[0] == 0
    assert kept.messages() == [("echo surely", "queued")]


def test_told_to_end_before_telegram_ever_answered(telegram: LocalTelegram, settings: Settings) -> None:
    telegram.fails("getMe", status=502, times=None)
    bot = Process(settings, awaited=b"trying again")
    assert bot.end()[0] == 0


def test_a_second_process_on_the_same_file_is_refused(telegram: LocalTelegram, settings: Settings) -> None:
    with process(settings):
        refused = Process(settings, awaited=b"InUse")
        refused.kill()


async def polled_again(telegram: LocalTelegram) -> None:
    """Until the bot has fetched what was there."""
    updates = telegram.platform.updates
    while not all(waiting.given_out for waiting in updates.waiting):
        await updates.bell.heard(0.05)
