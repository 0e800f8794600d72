"""Two hundred conversations over HTTP through three kill -9: nothing lost, nothing done twice, in order."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.local.server import LocalTelegram
from storage.database import sessions
from storage.tables import Alert, Handled, Meeting, Message, Need, Offer, Parked, Person, Proposal, Timer
from tests.roads.deliveries import assert_all_arrived, doubled
from tests.roads.running import Imece, imece, until
from tests.roads.trial import Trial, stories

pytestmark = [pytest.mark.road, pytest.mark.timeout(600)]

SEED = 2026
AT_ONCE = 40


@pytest.fixture(scope="module")
def telegram() -> Iterator[LocalTelegram]:
    with LocalTelegram() as running:
        running.do(lambda: setattr(running.platform.pace, "kept", True))
        yield running


@dataclass
class Outcome:
    trial: Trial
    bot: Imece
    telegram: LocalTelegram
    session: Session
    seconds: float

    def rows(self, table: type) -> list:
        return list(self.session.scalars(select(table)))


@pytest.fixture(scope="module")
def outcome(telegram: LocalTelegram, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    """The whole trial, once; the tests below look at what came of it."""
    coordinator = telegram.person("Zeynep")
    trial = Trial(telegram)
    began = time.monotonic()
    with imece(telegram, tmp_path_factory.mktemp("trial"), coordinator_chats=coordinator.id) as bot:
        coordinator.says("/start")
        with ThreadPoolExecutor(AT_ONCE) as people:
            telling = [people.submit(story) for story in stories(trial)]
            for said in kills():
                until(telegram, lambda said=said: messages_of_the_bot(telegram) >= said, f"{said} messages", 120)
                bot.kill()
                bot.start()
            for one in as_completed(telling):
                one.result()
        until(telegram, bot.all_is_said, "the queue is empty", 120)
        until(telegram, lambda: all_is_heard(telegram), "all updates are acknowledged", 60)
        assert bot.end() == 0
        seconds = time.monotonic() - began
        with sessions(bot.engine)() as session:
            yield Outcome(trial, bot, telegram, session, seconds)


def kills() -> list[int]:
    """After how many messages of the bot it is killed: three moments at random, always the same."""
    chance = random.Random(SEED)
    return [chance.randrange(*span) for span in ((100, 300), (400, 650), (750, 1000))]


def messages_of_the_bot(telegram: LocalTelegram) -> int:
    asked = telegram.platform.requests
    return sum(1 for request in asked if request.method in ("sendMessage", "sendDocument", "editMessageText"))


def all_is_heard(telegram: LocalTelegram) -> bool:
    return not telegram.platform.updates.waiting


def test_every_conversation_left_what_it_came_for(outcome: Outcome) -> None:
    trial, bot = outcome.trial, outcome.bot
    assert len(trial.voices) == 200
    assert kept_by(bot, Need) == Counter(trial.needs)
    assert kept_by(bot, Offer) == Counter(trial.offers)
    met = [(one.proposal.need.person.account, one.proposal.offer.person.account) for one in outcome.rows(Meeting)]
    assert Counter(met) == Counter(trial.meetings)


def test_nothing_was_done_twice(outcome: Outcome) -> None:
    proposals = outcome.rows(Proposal)
    assert max(Counter((one.need_id, one.offer_id) for one in proposals).values()) == 1
    assert max(Counter(one.need_id for one in proposals if one.status in ("open", "agreed")).values()) == 1
    agreed = {one.id for one in proposals if one.status == "agreed"}
    assert Counter(one.proposal_id for one in outcome.rows(Meeting)) == Counter(agreed)
    declined = Counter(one.offer.person.account for one in proposals if one.status == "declined")
    assert declined == Counter(outcome.trial.declines)
    promised = Counter(one.about for one in outcome.rows(Timer) if (one.what, one.status) == ("answer", "waiting"))
    assert promised == Counter(one.id for one in proposals if one.status == "open")


def test_coordinators_heard_of_each_thing_once(outcome: Outcome) -> None:
    alerts = outcome.rows(Alert)
    kinds = Counter(one.kind for one in alerts)
    trial = outcome.trial
    assert kinds == {
        kind: len(told)
        for kind, told in {
            "agreed": trial.meetings,
            "decline": trial.declines,
            "no_expert": trial.told_of_nobody,
            "human": trial.asked_for_a_human,
        }.items()
        if told
    }
    assert max(Counter((one.kind, one.about) for one in alerts).values()) == 1


def test_every_update_was_handled_and_every_press_answered(outcome: Outcome) -> None:
    updates = outcome.telegram.platform.updates
    assert outcome.bot.count(Handled) == updates.next_id - 734_000_001
    assert outcome.bot.count(Parked) == 0
    silent = {press.id for press in outcome.telegram.platform.presses.values() if not press.answered}
    assert silent <= outcome.bot.spinning


def test_every_message_arrived_in_order_and_only_those_flying_at_a_kill_came_twice(outcome: Outcome) -> None:
    assert_all_arrived(outcome.bot, outcome.telegram)


def test_the_platform_saw_nothing_against_its_rules(outcome: Outcome) -> None:
    assert outcome.telegram.violations() == []
    assert not [line for line in outcome.bot.logged if "Traceback" in line or outcome.telegram.token in line]


def test_the_figures(outcome: Outcome, capsys: pytest.CaptureFixture[str]) -> None:
    sent, twice = outcome.bot.count(Message, Message.kind == "send"), doubled(outcome.bot, outcome.telegram)
    flying = outcome.bot.flying.total()
    refused = sum(request.status == 429 for request in outcome.telegram.platform.requests)
    with capsys.disabled():
        print(
            f"\n{len(outcome.trial.voices)} conversations, {len(outcome.trial.meetings)} meetings, three kill -9: "
            f"{sent} messages, {twice} doubled of {flying} in flight, {refused} held back by 429, "
            f"{outcome.seconds:.0f} s"
        )
    assert 0 <= twice <= flying


def kept_by(bot: Imece, table: type[Need] | type[Offer]) -> Counter[str]:
    """How many rows each account has."""
    counted = select(Person.account, func.count()).join(table, table.person_id == Person.id).group_by(Person.account)
    return Counter(dict(tuple(row) for row in bot.ask(lambda session: session.execute(counted).all())))
