"""A no for once is for good; a no for a while, a pause and a changed offer are not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Connection, select, text

from conversations.carry_out.pool import POOL
from conversations.carry_out.proposals import pick
from conversations.messages import Press
from conversations.outbox import Turn
from programme.decisions import PickTime
from storage.tables import Offer, Person, Proposal
from tests.conversations.at_a_question import ASKER, EXPERT, town_full_of_people
from tests.conversations.world import World, words


@pytest.fixture(scope="module")
def town(connection: Connection) -> World:
    return town_full_of_people(connection)


@pytest.fixture
def world(town: World, connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield replace(town, buttons=list(town.buttons))
    savepoint.rollback()
    POOL.forget()


def put_again(world: World) -> bool:
    """Whether the asker's need is with the expert once more."""
    with world.session() as session:
        of_need = select(Proposal).where(Proposal.need_id == 1, Proposal.status == "open")
        return session.scalar(of_need) is not None


@pytest.mark.parametrize(("how_long", "comes_back"), [("Yalnızca bu talep", False), ("Bu ay", True)])
def test_only_a_no_to_this_very_need_lasts(world: World, how_long: str, comes_back: bool) -> None:
    world.does(EXPERT, Press("proposal:1", 0, "no"))
    world.presses(EXPERT, how_long)
    assert not put_again(world)
    world.passes(days=9)
    assert put_again(world) == comes_back


def test_who_resumes_is_asked_at_once_for_what_waits(world: World) -> None:
    world.does(EXPERT, Press("proposal:1", 0, "no"))
    world.presses(EXPERT, "Ben yazana kadar")
    with world.session() as session:
        revision = session.get_one(Offer, 1).revision
    world.does(EXPERT, Press("offer:1", revision, "resume"))
    assert put_again(world)


def test_coordinators_hear_for_how_long_it_is(world: World) -> None:
    world.does(EXPERT, Press("proposal:1", 0, "no"))
    assert "bu ay müsait değil" in words(world.presses(EXPERT, "Bu ay"), "-100")


def test_a_proposal_answered_meanwhile_elsewhere_is_seen_as_it_is_now(world: World) -> None:
    with world.session() as session, session.begin():
        proposal = session.get_one(Proposal, 1)
        asker = session.scalars(select(Person).where(Person.account == ASKER)).one()
        start = datetime.fromisoformat(proposal.times[0])
        session.execute(text("update proposals set status = 'declined' where id = 1"))
        assert proposal.status == "open"
        pick(Turn(session, world.settings, world.now, actor=asker), asker, PickTime(1, start))
        assert proposal.asker_picks == []
    assert "kapandı" in words(world.news(), ASKER)
