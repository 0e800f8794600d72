"""The bot was away: what was written is heard before anything falls due, and what was lost is asked for again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.local.server import LocalTelegram
from storage.tables import Alert, Heard, Meeting, Proposal, Timer
from tests.roads.a_meeting import agree, offers, seeks
from tests.roads.running import Imece, imece, until
from tests.roads.voices import Voice, times_of

pytestmark = pytest.mark.road


def away_since(bot: Imece, **ago: float) -> None:
    """As if nothing had been heard for so long, and every deadline had passed meanwhile."""
    now = datetime.now(UTC)
    bot.kept.write(lambda session: session.execute(update(Heard).values(at=now - timedelta(**ago))))
    passed = now - timedelta(minutes=1)
    bot.kept.write(lambda session: session.execute(update(Timer).values(due_at=passed)))
    bot.kept.write(lambda session: session.execute(update(Proposal).values(deadline=passed)))


def test_an_answer_that_waited_on_the_platform_counts_though_its_deadline_passed(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    expert, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe")
    with imece(telegram, tmp_path) as bot:
        offers(expert, "Freiburg")
        seeks(asker, lambda act: act())
        card, theirs = expert.sees_times(), asker.sees_times()
        time = times_of(card)[0][0]
        expert.picks(card, time)
        expert.answers("readers.contact.ask", "jonas@freiburg.example")
        asker.picks(theirs, time)
        asker.hears("readers.contact.ask")
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        away_since(bot, hours=5)
        asker.says("+90 216 000 00 00")
        bot.start()
        asker.hears("meeting.agreed")
        expert.hears("meeting.agreed")
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        assert bot.count(Meeting) == 1
        assert [alert.kind for alert in bot.kept.all(Alert)] == ["agreed"]


def test_after_more_than_a_day_people_are_asked_once_to_write_again_and_nobody_falls_silent(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    coordinator, somebody = Voice(telegram, "Zeynep"), Voice(telegram, "Deniz")
    expert, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe")
    with imece(telegram, tmp_path, coordinator_chats=coordinator.account) as bot:
        coordinator.says("/start")
        somebody.says("merhaba")
        somebody.hears("welcome.hello")
        offers(expert, "Freiburg")
        seeks(asker, lambda act: act())
        asker.sees_times()
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        away_since(bot, hours=30)
        bot.start()
        asker.hears("answers.outage")
        expert.hears("answers.outage")
        coordinator.hears("alerts.outage")
        bot.kill()
        bot.start()
        agree(asker, expert, lambda act: act())
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        assert [alert.kind for alert in bot.kept.all(Alert)] == ["outage", "agreed"]
        assert not [text for text in somebody.person.messages() if "çalışamadım" in text]
