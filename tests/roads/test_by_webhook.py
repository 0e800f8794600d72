"""`main.py run --webhook`: Telegram brings what people do; a redeployment in the middle loses and doubles nothing."""

import signal
from pathlib import Path

import httpx
import pytest

from bot.local.server import LocalTelegram
from storage.tables import Handled, Meeting, Parked
from tests.roads.a_meeting import hold_a_meeting
from tests.roads.deliveries import assert_all_arrived, doubled
from tests.roads.running import MAIN, TOKEN, assert_one_line, command, imece, until
from tests.roads.voices import Voice
from tests.roads.workers import free_port

pytestmark = pytest.mark.road

ROUNDS = 3
LINES = 8


def test_from_a_sentence_to_a_meeting(telegram: LocalTelegram, tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/imece"
    asker, expert = Voice(telegram, "Ayşe", "tr"), Voice(telegram, "Jonas", "en")
    with imece(telegram, tmp_path, *MAIN, "run", "--webhook", address, webhook_listen=port) as bot:
        hold_a_meeting(asker, expert, lambda act: act())
        until(telegram, bot.all_is_said, "all is said")
        assert httpx.post(address, json={}, trust_env=False).status_code == 401
        assert bot.end() == 0
        assert (bot.count(Meeting), bot.count(Parked)) == (1, 0)
        assert_all_arrived(bot, telegram)
        assert doubled(bot, telegram) == 0
        assert "Traceback" not in "".join(bot.logged)
    assert telegram.asked("getUpdates") == telegram.asked("deleteWebhook") == []


def test_redeployments_while_people_write_lose_and_double_nothing(telegram: LocalTelegram, tmp_path: Path) -> None:
    port = free_port()
    voices = [Voice(telegram, "Deniz", "tr") for _ in range(5)]
    with imece(telegram, tmp_path, webhook=f"http://127.0.0.1:{port}/imece", webhook_listen=port) as bot:
        for voice in voices:
            voice.says("/start")
            voice.hears("welcome.ask")
        for _ in range(ROUNDS):
            for _ in range(LINES):
                for voice in voices:
                    voice.says("/durum")
            assert bot.end(signal.SIGTERM) == 0
            bot.start()
        handled = len(voices) * (1 + ROUNDS * LINES)
        until(telegram, lambda: bot.count(Handled) == handled and bot.all_is_said(), "all is said", 120)
        assert bot.end() == 0
        assert bot.count(Parked) == 0
        assert_all_arrived(bot, telegram)
        assert doubled(bot, telegram) == 0
        assert "Traceback" not in "".join(bot.logged)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("webhook", "imece.example.org/telegram"),
        ("webhook", "http://imece.example.org/telegram"),
        ("webhook_secret", "too short"),
        ("webhook_secret", "geçersiz-harfler-var"),
        ("webhook_listen", "somewhere"),
        ("webhook_listen", "127.0.0.1:70000"),
        ("ops_listen", "127.0.0.1:"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(tmp_path: Path, setting: str, value: str) -> None:
    ended = command(tmp_path, "run", telegram_token=TOKEN, **{setting: value})
    assert_one_line(ended.stderr, f"IMECE_{setting.upper()}")
    assert (ended.returncode, ended.stdout) == (2, "")


def test_doctor_knows_the_webhook_of_this_bot(telegram: LocalTelegram, tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/imece"
    with imece(telegram, tmp_path, webhook=address, webhook_listen=port, coordinator_chats="5") as bot:
        ended = command(tmp_path, "doctor", **bot.settings)
        assert address in ended.stderr
        assert ended.returncode == 0
        assert bot.end() == 0
