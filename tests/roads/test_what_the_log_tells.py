"""The whole log of a road travelled, with everything that can go wrong on it, holds nothing anybody said or is."""

import json
from pathlib import Path

import pytest

from bot.local.server import LocalTelegram
from storage.tables import Message, Person
from tests.roads.a_meeting import hold_a_meeting
from tests.roads.running import imece, until
from tests.roads.voices import Voice

pytestmark = pytest.mark.road


def test_no_texts_names_contacts_or_tokens(telegram: LocalTelegram, tmp_path: Path) -> None:
    coordinator = Voice(telegram, "Zeynep")
    expert, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe")
    for status in (500, 502, 429, 400):
        telegram.fails("sendMessage", status=status)
    telegram.fails("sendMessage", "drop")
    telegram.fails("getUpdates", status=502)
    with imece(telegram, tmp_path, coordinator_chats=coordinator.account) as bot:
        coordinator.says("/start")
        hold_a_meeting(asker, expert, lambda act: act())
        bot.kill()
        asker.says("Çok gizli bir şey: parolam 4711")
        telegram.do(telegram.platform.updates.inject, {"update_id": 5, "message": {"text": "kırık sözler"}})
        bot.start()
        coordinator.hears("alerts.fault")
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        known = [value for one in bot.kept.all(Person) for value in (one.name, one.email, one.phone) if value]
        sent = [line for one in bot.kept.all(Message) for line in one.body["text"].splitlines() if len(line) > 20]
    log = "".join(bot.logged)
    assert {"Jonas Example", "jonas@freiburg.example"} <= set(known)
    secret = telegram.token.partition(":")[2]
    forbidden = [
        *known,
        *sent,
        "Jonas",
        "Ayşe",
        "216 000",
        "zero waste",
        "Sıfır atık",
        "gizli",
        "4711",
        "kırık",
        secret,
    ]
    assert [words for words in forbidden if words in log] == []
    lines = [json.loads(line) for line in bot.logged]
    assert {"event", "level", "logger", "timestamp"} <= set.intersection(*(set(line) for line in lines))
    assert any("trace" in line for line in lines)
