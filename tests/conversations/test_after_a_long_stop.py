"""What was promised for later and makes no sense any more is dropped without a word, however late it comes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select, update

from conversations import clock
from conversations.carry_out.proposing import ANSWER, TRY_AGAIN
from conversations.carry_out.resting import RESUME
from conversations.outage import missed
from storage import hearing, timers
from storage.hearing import Lost
from storage.tables import Need, Offer, Proposal, Timer
from tests.conversations.at_a_question import ASKER, EXPERT, town_full_of_people
from tests.conversations.world import GROUP, World, words


@pytest.fixture(scope="module")
def town(connection: Connection) -> World:
    return town_full_of_people(connection)


@pytest.fixture
def world(town: World, connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield replace(town, buttons=list(town.buttons))
    savepoint.rollback()


def write(world: World, *statements) -> None:
    with world.session() as session, session.begin():
        for statement in statements:
            session.execute(statement)


@pytest.mark.parametrize("status", ["agreed", "declined", "silent", "closed"])
def test_the_deadline_of_a_proposal_that_is_over(world: World, status: str) -> None:
    write(world, update(Proposal).values(status=status))
    assert rung(world, ANSWER, 1) == []


@pytest.mark.parametrize("status", ["proposed", "agreed", "paused", "withdrawn"])
def test_another_try_for_a_need_that_waits_no_more(world: World, status: str) -> None:
    write(world, update(Need).values(status=status))
    assert rung(world, TRY_AGAIN, 1) == []


@pytest.mark.parametrize("table", [Need, Offer])
def test_the_end_of_a_pause_that_is_over_or_goes_on_without_one(world: World, table: type) -> None:
    for status in ("withdrawn", "agreed" if table is Need else "active"):
        write(world, update(table).values(status=status))
        assert rung(world, RESUME["need" if table is Need else "offer"], 1) == []


@pytest.mark.parametrize("what", [ANSWER, TRY_AGAIN, *RESUME.values()])
def test_whatever_is_about_something_that_is_not_there(world: World, what: str) -> None:
    assert rung(world, what, 4711) == []


def rung(world: World, what: str, about: int) -> list:
    """What is said when this timer rings, forty days late."""
    with world.session() as session, session.begin():
        timers.promise(session, what, about, world.now)
        session.flush()
        timer = timers.next_due(session, world.now)
        assert timer
        clock.ring(session, timer, world.now + timedelta(days=40), world.settings)
        timer.status = "fired"
    return world.news()


class TestAnOutage:
    def comes_back(self, world: World, **away: float) -> str:
        """The bot was away for so long; what is said first, to anybody."""
        since = world.now
        world.now += timedelta(**away)
        with world.session() as session, session.begin():
            lost = Lost(since, world.now - timedelta(hours=24))
            missed(session, "telegram", lost, world.now, world.settings)
        return words(world.news())

    def deadline(self, world: World) -> Proposal:
        with world.session() as session:
            return session.get_one(Proposal, 1)

    def test_a_deadline_that_passed_gives_a_working_day_more(self, world: World) -> None:
        before = self.deadline(world).deadline
        self.comes_back(world, days=3)
        after = self.deadline(world)
        assert after.deadline > world.now >= before
        with world.session() as session:
            of_it = (Timer.what == ANSWER, Timer.about == 1, Timer.status == "waiting")
            waiting = session.scalars(select(Timer).where(*of_it)).one()
        assert waiting.due_at == after.deadline
        assert after.status == "open"

    def test_a_deadline_that_is_far_stays(self, world: World) -> None:
        write(world, update(Proposal).values(deadline=world.now + timedelta(days=20)))
        said = self.comes_back(world, days=2)
        assert self.deadline(world).deadline > world.now + timedelta(days=17)
        assert "son tarih" not in said

    def test_a_proposal_whose_times_have_passed_is_over(self, world: World) -> None:
        self.comes_back(world, days=60)
        assert "son tarih" not in words(world.news())
        world.passes(minutes=1)
        assert self.deadline(world).status == "silent"

    def test_everybody_with_something_open_and_the_coordinators_hear_of_it(self, world: World) -> None:
        with world.session() as session:
            told = [person.account for person in hearing.with_something_open(session, "telegram", world.now)]
        assert {ASKER, EXPERT} <= set(told)
        since = world.now
        world.now += timedelta(days=2)
        with world.session() as session, session.begin():
            missed(session, "telegram", Lost(since, since + timedelta(days=1)), world.now, world.settings)
        said = world.news()
        asked = [message.chat for message in said if "çalışamadım" in message.body["text"]]
        assert asked == told
        assert f"sayısı: {len(told)}." in words(said, GROUP)
