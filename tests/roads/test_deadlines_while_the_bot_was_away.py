"""What fell due while the bot was stopped happens at its next start, by itself and once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.local.server import LocalTelegram
from storage.retention import SWEEP
from storage.tables import Alert, Need, Offer, Proposal, Timer
from tests.roads.a_meeting import agree, offers, seeks
from tests.roads.deliveries import assert_all_arrived
from tests.roads.running import Imece, imece, until
from tests.roads.voices import Voice

pytestmark = pytest.mark.road


def due_long_ago(bot: Imece, **ago: float) -> None:
    """As if so much time had passed since: whatever waits was due then."""
    then = datetime.now(UTC) - timedelta(**ago)
    bot.kept.write(lambda session: session.execute(update(Timer).where(Timer.status == "waiting").values(due_at=then)))


@pytest.mark.parametrize("days", [0.001, 40], ids=["a minute late", "forty days late"])
def test_a_silent_proposal_goes_to_the_next_expert_by_itself(
    telegram: LocalTelegram, tmp_path: Path, days: float
) -> None:
    coordinator = Voice(telegram, "Zeynep")
    first, second, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Mary", "en"), Voice(telegram, "Ayşe")
    with imece(telegram, tmp_path, coordinator_chats=coordinator.account) as bot:
        coordinator.says("/start")
        offers(first, "Freiburg")
        offers(second, "Bristol")
        seeks(asker, lambda act: act())
        asker.sees_times()
        until(telegram, bot.all_is_said, "both have their cards")
        (asked,) = bot.kept.all(Proposal)
        silent, next_one = (first, second) if asked.offer_id == 1 else (second, first)
        assert bot.end() == 0
        due_long_ago(bot, days=days)
        bot.start()
        asker.hears("proposal.expert_silent")
        silent.hears("proposal.time_is_up")
        coordinator.hears("alerts.silence")
        bot.kill()
        bot.start()
        agree(asker, next_one, lambda act: act())
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        assert [proposal.status for proposal in bot.kept.all(Proposal)] == ["silent", "agreed"]
        assert [alert.kind for alert in bot.kept.all(Alert)] == ["silence", "agreed"]
        assert {timer.status for timer in bot.kept.all(Timer) if timer.what != SWEEP} <= {"fired", "cancelled"}
        assert_all_arrived(bot, telegram)


def test_a_pause_that_ended_meanwhile_is_over_and_the_waiting_need_is_met(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    expert, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe")
    with imece(telegram, tmp_path) as bot:
        offers(expert, "Freiburg")
        expert.says("/status")
        expert.person.press_data(expert.hears("standing.active"), "offer:1|0|pause")
        expert.taps("pause.until.ask", "readers.until.two_weeks")
        expert.hears("pause.done_offer")
        seeks(asker, lambda act: act())
        asker.hears("need.nobody", "need.nobody_near")
        bot.kill()
        due_long_ago(bot, days=30)
        bot.start()
        expert.hears("pause.over_offer")
        asker.hears("need.found_after_all")
        bot.kill()
        bot.start()
        agree(asker, expert, lambda act: act())
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        assert [one.status for table in (Need, Offer) for one in bot.kept.all(table)] == ["agreed", "active"]
        assert_all_arrived(bot, telegram)
