"""Who is reported by the other side waits until a coordinator decides; nobody can silence others by reporting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Connection, select

from conversations.messages import Press
from storage import audit
from storage.tables import Alert, Entry, Meeting, Need, Person, Proposal
from tests.conversations.at_a_question import ASKER, COORDINATOR, EXPERT, MET, NEWCOMER, STRANGER, town_full_of_people
from tests.conversations.world import GROUP, World, words


@pytest.fixture(scope="module")
def town(connection: Connection) -> World:
    return town_full_of_people(connection)


@pytest.fixture
def world(town: World, connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield replace(town, buttons=list(town.buttons))
    savepoint.rollback()


def reports(world: World, who: str) -> str:
    world.says(who, "/şikâyet")
    return words(world.presses(who, "Evet, bildir"))


def standing(world: World, who: str) -> str:
    return world.person(who).standing


def pick(world: World, number: int) -> Press:
    with world.session() as session:
        proposal = session.get_one(Proposal, number)
        start = datetime.fromisoformat(proposal.times[-1])
        return Press(f"proposal:{number}", proposal.revision, f"t{int(start.timestamp())}")


def test_the_other_side_is_held_and_coordinators_decide(world: World) -> None:
    told = reports(world, ASKER)
    assert "Bildirim" in told
    assert standing(world, EXPERT) == "held"
    assert {button.label for button in world.buttons if button.chat == GROUP} >= {"Onayla", "Reddet"}


def test_who_reported_is_not_told_to_the_other_side(world: World) -> None:
    world.says(ASKER, "/sikayet")
    told = world.presses(ASKER, "Evet, bildir")
    assert "bildirim" in words(told, EXPERT)
    assert "Ayşe" not in words(told, EXPERT)
    assert "Nilüfer" not in words(told, EXPERT)


def test_what_waits_is_neither_agreed_nor_proposed_nor_called_silent(world: World) -> None:
    reports(world, ASKER)
    for who in (STRANGER, EXPERT):
        assert "koordinatörün kararını" in words(world.does(who, pick(world, 2)), who)
    world.says(NEWCOMER, "Sıfır atık konusunda deneyimli bir belediye arıyoruz, çevrim içi, haftaya salı")
    world.says(NEWCOMER, "İnegöl")
    world.says(NEWCOMER, "Zehra Temsil")
    world.presses(NEWCOMER, "Evet")
    world.passes(days=8)
    with world.session() as session:
        proposals = session.scalars(select(Proposal).where(Proposal.status == "open")).all()
        assert [one.id for one in proposals] == [1, 2]
        assert not any(one.expert_picks or one.asker_picks for one in proposals)


def test_after_a_confirmation_it_goes_on(world: World) -> None:
    reports(world, ASKER)
    world.does(COORDINATOR, Press(f"person:{world.person(EXPERT).id}", 0, "confirm bursa/osmangazi"), chat=GROUP)
    assert standing(world, EXPERT) == "confirmed"
    world.does(STRANGER, pick(world, 2))
    world.does(EXPERT, pick(world, 2))
    with world.session() as session:
        assert session.get_one(Proposal, 2).status == "agreed"


def test_after_a_refusal_nothing_of_theirs_is_left(world: World) -> None:
    reports(world, ASKER)
    world.does(COORDINATOR, Press(f"person:{world.person(EXPERT).id}", 0, "refuse bursa/osmangazi"), chat=GROUP)
    assert standing(world, EXPERT) == "refused"
    with world.session() as session:
        assert not session.scalars(select(Proposal).where(Proposal.status == "open")).all()
        assert {one.status for one in session.scalars(select(Meeting))} == {"cancelled"}


def test_another_municipality_is_no_way_out(world: World) -> None:
    reports(world, ASKER)
    world.says(EXPERT, "/profil")
    for answer in ("Kestel", "Mehmet Deneme", "atla", "evet"):
        if standing(world, EXPERT) == "held":
            world.says(EXPERT, answer)
    assert standing(world, EXPERT) == "held"


def test_reported_once_decided_and_reported_again_by_the_same_is_not_held(world: World) -> None:
    reports(world, ASKER)
    world.does(COORDINATOR, Press(f"person:{world.person(EXPERT).id}", 0, "confirm bursa/osmangazi"), chat=GROUP)
    assert "Bekletilmedi" in reports(world, ASKER)
    assert standing(world, EXPERT) == "confirmed"
    world.does(COORDINATOR, Press(f"person:{world.person(EXPERT).id}", 0, "hold bursa/osmangazi"), chat=GROUP)
    assert standing(world, EXPERT) == "held"


def test_whoever_nobody_vouches_for_holds_nobody(world: World) -> None:
    strict = replace(world, settings=world.settings.model_copy(update={"confirm_people": True}))
    assert "Bekletilmedi" in reports(strict, ASKER)
    assert standing(strict, EXPERT) != "held"


def test_who_has_no_other_side_reports_nobody(world: World) -> None:
    assert "kimse yok" in words(world.says(NEWCOMER, "/sikayet"))


def test_a_meeting_s_side_can_be_reported_too(world: World) -> None:
    reports(world, MET)
    assert standing(world, EXPERT) == "held"


def test_it_is_in_the_log_without_a_word(world: World) -> None:
    reports(world, ASKER)
    with world.session() as session:
        expert = session.scalars(select(Person).where(Person.account == EXPERT)).one()
        entry = session.scalars(select(Entry).where(Entry.action == "person.reported")).one()
        assert (entry.actor, entry.about) == (world.person(ASKER).pseudonym, audit.of_person(expert))
        assert session.scalars(select(Alert).where(Alert.kind == "reported")).one().about == f"person:{expert.id}"
        assert session.scalars(select(Need)).all()
