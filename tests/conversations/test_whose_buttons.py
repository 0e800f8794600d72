"""Every press is authorised anew: a button copied, forged or shown in a group gives nobody what is not theirs."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from conversations.carry_out.pool import POOL
from conversations.messages import Press
from storage import invitations
from storage.tables import Alert, Invitation, Meeting, Need, Offer, Person, Proposal, Table, Timer
from tests.conversations.at_a_question import (
    ASKER,
    CONTACTS,
    COORDINATOR,
    EXPERT,
    MET,
    NAMES,
    NEWCOMER,
    STRANGER,
    town_full_of_people,
)
from tests.conversations.world import GROUP, World, words

EVERY_PRESS = [
    Press(f"{kind}:{number}", revision, value)
    for kind, values in {
        "proposal": ("t1796119200", "t1796122800", "another", "no", "more"),
        "need": ("show", "change", "pause", "resume", "withdraw", "wait", "topic composting"),
        "offer": ("show", "change", "pause", "resume", "withdraw"),
        "person": ("confirm", "confirm bursa/nilufer", "refuse bursa/nilufer"),
        "meeting": ("link",),
    }.items()
    for value in values
    for number in (1, 2, 3)
    for revision in (0, 1)
]
OWN = {
    ASKER: {"need:1", "proposal:1"},
    STRANGER: {"need:2", "proposal:2"},
    MET: {"need:3", "proposal:3"},
    EXPERT: {"offer:1", "proposal:1", "proposal:2", "proposal:3"},
    NEWCOMER: set(),
}


@pytest.fixture(scope="module")
def town(connection: Connection) -> World:
    return town_full_of_people(connection)


@pytest.fixture
def world(town: World, connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield replace(town, buttons=list(town.buttons))
    savepoint.rollback()
    POOL.forget()


def everything_kept(world: World) -> dict[str, list[dict[str, object]]]:
    """All rows but what was said, and who was spoken to when."""
    tables: tuple[type[Table], ...] = (Need, Offer, Proposal, Meeting, Alert, Timer)
    with world.session() as session:
        kept = {
            table.__tablename__: [
                {column.key: getattr(row, column.key) for column in table.__table__.columns}
                for row in session.scalars(select(table))
            ]
            for table in tables
        }
        kept["people"] = [
            {"standing": one.standing, "coordinator": one.coordinator, "name": one.name, "email": one.email}
            for one in session.scalars(select(Person))
        ]
    return kept


@pytest.mark.parametrize("who", [ASKER, STRANGER, MET, EXPERT, NEWCOMER])
def test_what_is_not_theirs_neither_moves_nor_shows(world: World, who: str) -> None:
    before = everything_kept(world)
    others = [name for account, name in NAMES.items() if account != who] + [
        contact for account, contact in CONTACTS.items() if account != who
    ]
    for press in EVERY_PRESS:
        if press.about in OWN[who]:
            continue
        told = world.does(who, press)
        assert {message.chat for message in told} == {who}, press
        assert not any(secret in words(told) for secret in others), press
        assert not any(quoted in words(told) for quoted in ("Sıfır atık", "Nilüfer", "Kartal", "Gebze")), press
    assert everything_kept(world) == before


@pytest.mark.parametrize("chat", [GROUP, "-200"])
@pytest.mark.parametrize("who", [ASKER, EXPERT, NEWCOMER, "nobody"])
def test_in_a_group_only_coordinators_settle(world: World, who: str, chat: str) -> None:
    before = everything_kept(world)
    for press in EVERY_PRESS:
        told = world.does(who, press, chat=chat)
        assert {message.chat for message in told} <= {chat, who}
        assert not any(name in words(told) for name in NAMES.values())
    assert everything_kept(world) == before


def test_a_coordinator_is_no_party_of_a_proposal(world: World) -> None:
    before = everything_kept(world)
    for press in EVERY_PRESS:
        if press.about.startswith(("proposal", "need", "offer")):
            world.does(COORDINATOR, press)
    assert everything_kept(world) == before


def test_two_coordinators_settle_once(world: World) -> None:
    with world.session() as session, session.begin():
        session.get_one(Person, 1).standing = "unconfirmed"
        town = session.get_one(Person, 1).municipality
    confirm, refuse = (Press("person:1", 0, f"{word} {town}") for word in ("confirm", "refuse"))
    assert "Onaylandı" in words(world.does(COORDINATOR, confirm, chat=GROUP), GROUP)
    told = world.does(COORDINATOR, refuse, chat=GROUP)
    assert "daha önce" in words(told, GROUP)
    with world.session() as session:
        assert session.get_one(Person, 1).standing == "confirmed"


def test_a_link_makes_one_coordinator(world: World) -> None:
    with world.session() as session, session.begin():
        word = invitations.invite(session, "coordinator", world.now)
    world.says(NEWCOMER, f"/start {word}")
    assert world.person(NEWCOMER).coordinator
    told = world.says(ASKER, f"/start {word}")
    assert not world.person(ASKER).coordinator
    assert "geçersiz" in words(told, ASKER)


def test_a_link_expires(world: World) -> None:
    with world.session() as session, session.begin():
        word = invitations.invite(session, "coordinator", world.now)
    world.now += invitations.VALID * 2
    world.says(NEWCOMER, f"/start {word}")
    assert not world.person(NEWCOMER).coordinator


@pytest.mark.parametrize("role", ["expert", "", "coordinators"])
def test_a_link_for_something_else_makes_no_coordinator(world: World, role: str) -> None:
    with world.session() as session, session.begin():
        word = invitations.invite(session, role, world.now)
    world.says(NEWCOMER, f"/start {word}")
    assert not world.person(NEWCOMER).coordinator


def test_the_hash_of_a_link_is_no_link(world: World) -> None:
    with world.session() as session, session.begin():
        invitations.invite(session, "coordinator", world.now)
    with world.session() as session:
        kept = session.scalars(select(Invitation.hash)).all()[-1]
    world.says(NEWCOMER, f"/start {kept}")
    assert not world.person(NEWCOMER).coordinator


def test_a_title_makes_nobody_a_coordinator(world: World) -> None:
    world.says(NEWCOMER, "/profil")
    world.says(NEWCOMER, "İnegöl")
    world.says(NEWCOMER, "Koordinatör Başkan")
    world.says(NEWCOMER, "atla")
    world.says(NEWCOMER, "evet")
    assert world.person(NEWCOMER).name == "Koordinatör Başkan"
    assert not world.person(NEWCOMER).coordinator
    assert "koordinatörler" in words(world.does(NEWCOMER, Press("person:1", 0, "refuse")))


@pytest.mark.parametrize("word", ["confirm", "refuse"])
def test_who_has_named_another_municipality_since_is_not_settled_by_the_old_question(world: World, word: str) -> None:
    with world.session() as session, session.begin():
        person = session.get_one(Person, 1)
        person.standing, person.municipality = "unconfirmed", "istanbul/kadikoy"
    told = world.does(COORDINATOR, Press("person:1", 0, f"{word} bursa/nilufer"), chat=GROUP)
    assert "başka bir belediye" in words(told, GROUP)
    with world.session() as session:
        assert session.get_one(Person, 1).standing == "unconfirmed"


def test_nobody_is_confirmed_who_has_named_no_municipality(world: World) -> None:
    with world.session() as session, session.begin():
        person = session.get_one(Person, 1)
        person.standing, person.municipality = "unconfirmed", None
    for value in ("confirm", "confirm bursa/nilufer", "refuse "):
        assert "daha önce" in words(world.does(COORDINATOR, Press("person:1", 0, value), chat=GROUP), GROUP)


@pytest.mark.parametrize("number", [2**31 - 1, 2**31, 9_999_999_999, 10**40])
@pytest.mark.parametrize("kind", ["proposal", "need", "offer", "person", "meeting"])
def test_a_number_that_no_database_counts_to_is_answered(world: World, kind: str, number: int) -> None:
    assert world.does(COORDINATOR, Press(f"{kind}:{number}", 0, "show"))
