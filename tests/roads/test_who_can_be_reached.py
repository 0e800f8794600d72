"""People who block the bot in the middle and come back, a coordinators' group that moves or throws the bot out."""

from pathlib import Path

import pytest

from bot.local.server import LocalTelegram
from storage.tables import Alert, Person, Proposal
from tests.roads.a_meeting import offers, seeks
from tests.roads.deliveries import assert_all_arrived
from tests.roads.running import Imece, command, imece, until
from tests.roads.voices import Voice, said

pytestmark = pytest.mark.road


def at_once(act) -> None:
    act()


@pytest.fixture
def zeynep(telegram: LocalTelegram) -> Voice:
    coordinator = Voice(telegram, "Zeynep")
    coordinator.says("/start")
    return coordinator


def test_an_expert_who_blocks_the_bot_is_left_out_until_they_come_back(
    telegram: LocalTelegram, tmp_path: Path, zeynep: Voice
) -> None:
    expert, asker, later = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe"), Voice(telegram, "Elif")
    with imece(telegram, tmp_path, coordinator_chats=zeynep.account) as bot:
        offers(expert, "Freiburg")
        seeks(asker, at_once)
        expert.sees_times()
        expert.person.blocks()
        asker.hears("proposal.not_available")
        zeynep.hears("alerts.unreachable")
        seeks(later, at_once, town="Seferihisar")
        later.hears("need.nobody", "need.nobody_near")
        expert.person.unblocks()
        for waiting in (asker, later):
            waiting.hears("need.found_after_all")
        assert [proposal.status for proposal in bot.kept.all(Proposal)] == ["declined", "open", "open"]
        assert bot.count(Alert, Alert.kind == "unreachable") == 1
        ended(bot)


def test_an_asker_who_blocks_the_bot_is_waited_for_and_the_expert_is_told(
    telegram: LocalTelegram, tmp_path: Path, zeynep: Voice
) -> None:
    expert, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe")
    with imece(telegram, tmp_path, coordinator_chats=zeynep.account) as bot:
        offers(expert, "Freiburg")
        seeks(asker, at_once)
        asker.sees_times()
        expert.sees_times()
        asker.person.blocks()
        expert.hears("proposal.off_unreachable")
        zeynep.hears("alerts.unreachable")
        bot.kill()
        bot.start()
        asker.person.unblocks()
        asker.hears("need.found_after_all")
        assert [proposal.status for proposal in bot.kept.all(Proposal)] == ["closed", "open"]
        ended(bot)


def test_what_was_on_its_way_to_somebody_who_blocked_comes_when_they_are_back(
    telegram: LocalTelegram, tmp_path: Path, zeynep: Voice
) -> None:
    expert, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe")
    with imece(telegram, tmp_path, coordinator_chats=zeynep.account) as bot:
        offers(expert, "Freiburg")
        telegram.fails("sendMessage", status=429, retry_after=3, chat=asker.person.id, times=None)
        asker.says("/start")
        until(telegram, lambda: bot.count(Person) == 3, "the turn is committed")
        asker.person.blocks()
        zeynep.hears("alerts.unreachable")
        telegram.works_again()
        bot.kill()
        bot.start()
        asker.person.unblocks()
        asker.hears("welcome.ask")
        asker.says("/start")
        asker.hears("welcome.ask")
        ended(bot)


def test_alerts_follow_a_group_that_migrates(telegram: LocalTelegram, tmp_path: Path) -> None:
    zeynep, asker = telegram.person("Zeynep"), Voice(telegram, "Ayşe")
    group = telegram.group("Koordinatörler", [zeynep])
    with imece(telegram, tmp_path, coordinator_chats=group.chat_id) as bot:
        asker.says("/koordinator")
        group.wait_for(said("alerts.human", "tr"), 60)
        new = group.migrates()
        asker.says("/koordinator")
        new.wait_for(said("alerts.human", "tr"), 60)
        bot.kill()
        bot.start()
        asker.says("/koordinator")
        new.wait_for(said("alerts.human", "tr"), 60)
        until(telegram, lambda: bot.count(Alert) == 3, "the third alert")
        assert len([text for text in group.messages() if said("alerts.human", "tr") in text]) == 1
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0


def test_a_bot_put_out_of_the_group_tells_the_coordinators_in_person(telegram: LocalTelegram, tmp_path: Path) -> None:
    zeynep, asker = Voice(telegram, "Zeynep"), Voice(telegram, "Ayşe")
    group = telegram.group("Koordinatörler", [zeynep.person])
    with imece(telegram, tmp_path, coordinator_chats=group.chat_id) as bot:
        word = command(tmp_path, "invite", "coordinator", **bot.settings).stdout.strip().partition("?start=")[2]
        zeynep.says(f"/start {word}")
        zeynep.hears("welcome.coordinator")
        group.kicks_the_bot()
        zeynep.hears("alerts.group_lost")
        asker.says("/koordinator")
        zeynep.hears("alerts.human")
        bot.kill()
        bot.start()
        asker.says("/koordinator")
        zeynep.hears("alerts.human")
        until(telegram, lambda: len(bot.kept.all(Alert)) == 3, "both wishes are passed on")
        assert [alert.kind for alert in bot.kept.all(Alert)] == ["group_lost", "human", "human"]
        ended(bot)


def ended(bot: Imece) -> None:
    """All that was decided was said, in order, and the bot ends as told."""
    until(bot.telegram, bot.all_is_said, "all is said")
    assert bot.end() == 0
    assert_all_arrived(bot, bot.telegram)
