"""What people may ask of their data: a whole copy, a correction, an erasure that leaves the others in peace."""

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from sqlalchemy import Connection, inspect, select

from conversations import menu
from conversations.held_about import NOT_THEIRS, held_about
from conversations.held_page import FIELDS, held_page
from conversations.messages import Edited, Press, Reached, What
from conversations.wording import LANGUAGES, Reader
from storage import erasures, people, queue
from storage.emptying import ERASED
from storage.tables import Erasure, Group, Meeting, Message, Need, Offer, Person, Proposal, Table
from tests.conversations.at_a_question import CONTACTS, EXPERT, MET, NAMES, NEWCOMER, STRANGER, town_full_of_people
from tests.conversations.world import GROUP, World, words

NASTY = '<script>alert(1)</script> & "Ayşe"'


@pytest.fixture(scope="module")
def town(connection: Connection) -> World:
    return town_full_of_people(connection)


@pytest.fixture
def world(town: World, connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield replace(town, buttons=list(town.buttons))
    savepoint.rollback()


def erase(world: World, who: str) -> list[Message]:
    world.says(who, "verilerimi sil")
    told = world.presses(who, "Her şeyi sil")
    with world.session() as session, session.begin():
        for message in session.scalars(select(Message).where(Message.in_passing, Message.chat != "")):
            queue.arrived(message, message.platform_message, world.now)
    return told


def all_rows(world: World) -> str:
    """Every column of every table, as text."""
    with world.session() as session:
        rows = [
            {column.key: getattr(row, column.key) for column in inspect(table).column_attrs}
            for table in (mapper.class_ for mapper in Table.registry.mappers)
            for row in session.scalars(select(table))
        ]
    return json.dumps(rows, ensure_ascii=False, default=str)


@pytest.mark.parametrize("who", [EXPERT, MET, STRANGER])
def test_nothing_is_left_in_any_table(world: World, who: str) -> None:
    looked_for = (NAMES[who], CONTACTS[who], f'"{who}"', f"account:{who}")
    before = all_rows(world)
    assert all(each in before for each in looked_for[:3])
    erase(world, who)
    after = all_rows(world)
    assert [each for each in looked_for if each in after] == []


def test_the_others_hear_it_without_the_name(world: World) -> None:
    told = erase(world, EXPERT)
    assert "iptal" in words(told, MET)
    assert [one for one in told if one.chat == MET and one.document_mime == "text/calendar"]
    for message in told:
        content = message.body["text"] + (message.document or b"").decode()
        assert NAMES[EXPERT] not in content
        assert CONTACTS[EXPERT] not in content
    assert "D-0001" in words(told, GROUP)
    assert "Osmangazi" not in words([one for one in told if one.chat == GROUP and "D-0001" in one.body["text"]])


def test_what_was_not_said_to_end_is_not_ended(world: World) -> None:
    """Somebody agreed to a meeting between the question and the answer: it is asked once more."""
    world.says(STRANGER, "verilerimi sil")
    with world.session() as session, session.begin():
        session.scalars(select(Need).where(Need.id == 2)).one().status = "withdrawn"
    told = world.presses(STRANGER, "Her şeyi sil")
    assert "Açık talebiniz ya da paylaşımınız yok" in words(told, STRANGER)
    assert world.person(STRANGER).name == NAMES[STRANGER]


def test_a_mere_yes_erases_nobody(world: World) -> None:
    world.says(STRANGER, "verilerimi sil")
    world.says(STRANGER, "evet")
    assert world.person(STRANGER).name == NAMES[STRANGER]


@pytest.mark.parametrize("what", [Press("draft", 1, "0"), Press("proposal:1", 0, "no"), Edited("x"), Reached(False)])
def test_of_somebody_erased_nothing_is_kept_again(world: World, what: What) -> None:
    erase(world, EXPERT)
    told = world.does(EXPERT, what)
    assert all(message.in_passing for message in told if message.chat == EXPERT)
    with world.session() as session:
        assert people.find(session, "telegram", EXPERT) is None
        assert session.scalars(select(Group)).all() == []


def test_writing_again_is_beginning_anew(world: World) -> None:
    erase(world, EXPERT)
    assert "Veri sorumlusu" in words(world.says(EXPERT, "merhaba"))
    assert world.person(EXPERT).name is None
    with world.session() as session, session.begin():
        again = erasures.replay(session, erasures.journal(session))
        assert again == 0, "whoever began anew stays"
    assert world.person(EXPERT).account == EXPERT


def test_what_is_left_is_a_row_without_a_person(world: World) -> None:
    erase(world, MET)
    with world.session() as session:
        (left,) = session.scalars(select(Person).where(Person.account.startswith(ERASED)))
        assert (left.name, left.email, left.phone, left.municipality, left.draft) == (None,) * 5
        assert not left.reachable
        assert [need.words for need in session.scalars(select(Need).where(Need.person_id == left.id))] == [""]
        assert session.scalars(select(Meeting.status)).all() == ["cancelled"]
        assert session.scalars(select(Erasure)).one().reference == "D-0001"


def test_a_copy_holds_every_column_of_everything(world: World) -> None:
    with world.session() as session:
        person = people.find(session, "telegram", EXPERT)
        assert person
        held = held_about(session, person, world.now)
    sections: dict[str, type[Table]] = {"person": Person, "offers": Offer, "proposals": Proposal, "meetings": Meeting}
    for section, table in sections.items():
        columns = {column.key for column in inspect(table).column_attrs} - set(NOT_THEIRS["expert"])
        assert columns - {"reason", "declined_for"} <= held[section][0].keys(), section
    assert len(held["messages"]) > 5
    assert json.loads(json.dumps(held)) == held
    text = json.dumps(held, ensure_ascii=False)
    assert NAMES[EXPERT] in text
    assert CONTACTS[EXPERT] in text
    assert CONTACTS[STRANGER] not in text, "what was not told to them is not theirs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_escaped_and_whole(world: World, language: str) -> None:
    with world.session() as session:
        person = people.find(session, "telegram", EXPERT)
        assert person
        person.name = NASTY
        page = held_page(held_about(session, person, world.now), Reader(language))
        session.rollback()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    tags = Tags()
    tags.feed(page)
    assert tags.seen <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "dl", "dt", "dd", "pre"}
    assert page.count("<h2>") == len(FIELDS) + 1


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)


def test_the_files_are_named_by_us(world: World) -> None:
    told = world.says(EXPERT, "/verilerim")
    names = [message.document_name for message in told if message.document_name]
    assert names == ["imece-verilerim-2026-11-23.html", "imece-verilerim-2026-11-23.json"]
    with world.session() as session, session.begin():
        message = session.scalars(select(Message).where(Message.document_name == names[0])).one()
        queue.arrived(message, "1", world.now)
        assert message.document is None, "what has arrived is not kept a second time"


def test_a_notice_that_changes_is_shown_again_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(menu, "NOTICE", menu.NOTICE + 1)
    assert "Aydınlatma metni değişti" in words(world.says(NEWCOMER, "durum"))
    assert "Aydınlatma metni değişti" not in words(world.says(NEWCOMER, "durum"))


def test_another_municipality_has_to_be_confirmed_anew(world: World) -> None:
    world.settings = world.settings.model_copy(update={"confirm_people": True})
    with world.session() as session, session.begin():
        expert = people.find(session, "telegram", EXPERT)
        assert expert
        expert.standing = "confirmed"
    world.says(EXPERT, "/profil")
    world.says(EXPERT, "atla")
    world.presses(EXPERT, "Değiştir")
    world.presses(EXPERT, "Belediye")
    world.says(EXPERT, "Kartal")
    told = world.says(EXPERT, "evet")
    assert world.person(EXPERT).standing == "unconfirmed"
    assert "Kartal" in words(told, GROUP)
