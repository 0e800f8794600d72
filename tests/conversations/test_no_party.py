"""Who is no party tries every command on others' matters, and a removed coordinator everything they could do."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from bot.coordinators import listed, remove
from conversations.menu import COMMANDS
from conversations.messages import Press
from storage import invitations
from storage.tables import Meeting, Person
from tests.conversations.at_a_question import CONTACTS, COORDINATOR, EXPERT, NAMES, NEWCOMER, town_full_of_people
from tests.conversations.test_whose_buttons import EVERY_PRESS, everything_kept
from tests.conversations.world import GROUP, World, words

SECRETS = [*NAMES.values(), *CONTACTS.values(), "Nilüfer", "Kartal", "Gebze"]
AFTER_THE_STROKE = ("", "N-0001", "1", "need:1", "proposal:1", "Ayşe Örnek", "coordinator")


@pytest.fixture(scope="module")
def town(connection: Connection) -> World:
    return town_full_of_people(connection)


@pytest.fixture
def world(town: World, connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield replace(town, buttons=list(town.buttons))
    savepoint.rollback()


def theirs(world: World) -> dict[str, object]:
    """All that is kept, but alerts, which every wish for a coordinator adds to."""
    return {table: rows for table, rows in everything_kept(world).items() if table != "alerts"}


def removed(world: World) -> World:
    with world.session() as session, session.begin():
        assert remove(session, COORDINATOR, world.now)[0]
    return world


@pytest.mark.parametrize("who", [NEWCOMER, "nobody"])
def test_every_command_on_others_matters_neither_moves_nor_shows(world: World, who: str) -> None:
    world.says(who, "merhaba")
    before = theirs(world)
    for command in COMMANDS:
        for name in command.names:
            for rest in AFTER_THE_STROKE:
                told = [one for one in world.says(who, f"/{name} {rest}") if one.chat == who]
                shown = words(told).replace("Ayşe Örnek", "") if "Ayşe" in rest else words(told)
                assert not any(secret in shown for secret in SECRETS), (name, rest, shown)
    assert theirs(world) == before


def test_a_removed_coordinator_settles_nothing_anywhere(world: World) -> None:
    removed(world)
    before = everything_kept(world)
    for press in EVERY_PRESS:
        for chat in (None, GROUP):
            told = world.does(COORDINATOR, press, chat=chat)
            assert not any(secret in words(told) for secret in SECRETS), press
    assert everything_kept(world) == before


def test_a_link_half_given_is_not_taken_from_a_removed_coordinator(world: World) -> None:
    with world.session() as session, session.begin():
        session.get_one(Meeting, 1).link = None
    world.does(COORDINATOR, Press("meeting:1", 0, "link"))
    assert world.person(COORDINATOR).draft
    removed(world)
    world.says(COORDINATOR, "https://evil.example/room")
    with world.session() as session:
        assert session.get_one(Meeting, 1).link is None


def test_a_removed_coordinator_hears_and_reads_nothing_more(world: World) -> None:
    alone = replace(world, settings=world.settings.model_copy(update={"coordinator_chats": ()}))
    assert [one.chat for one in alone.says(NEWCOMER, "/koordinator")].count(COORDINATOR) == 1
    assert "Son işlemler" in words(alone.says(COORDINATOR, "/kayit"))
    removed(alone)
    assert [one.chat for one in alone.says(NEWCOMER, "/koordinator")].count(COORDINATOR) == 0
    assert "yalnızca koordinatörler" in words(alone.says(COORDINATOR, "/kayit"))


def test_no_link_in_their_pocket_brings_them_back(world: World) -> None:
    with world.session() as session, session.begin():
        word = invitations.invite(session, "coordinator", world.now)
    removed(world)
    world.says(COORDINATOR, f"/start {word}")
    assert not world.person(COORDINATOR).coordinator


def test_only_a_coordinator_can_be_removed(world: World) -> None:
    with world.session() as session, session.begin():
        assert listed(session) == [COORDINATOR]
        assert remove(session, EXPERT, world.now) == (None, 0)


def test_the_log_names_who_is_known_and_no_words(world: World) -> None:
    with world.session() as session, session.begin():
        coordinator = session.query(Person).filter_by(account=COORDINATOR).one()
        coordinator.name = "Derya Temsil"
    world.does(COORDINATOR, Press("person:1", 0, f"refuse {world.person('101').municipality}"), chat=GROUP)
    with world.session() as session, session.begin():
        session.get_one(Person, 1).standing = "unconfirmed"
    world.does(COORDINATOR, Press("person:1", 0, f"refuse {world.person('101').municipality}"), chat=GROUP)
    told = words(world.says(COORDINATOR, "/kayit"))
    assert "Derya Temsil · kişi reddedildi · Ayşe Örnek" in told
    assert "Sıfır atık" not in told
