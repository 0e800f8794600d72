"""What is due next, and what becomes of a message, on a real database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage import chats, queue
from storage.database import sessions
from storage.tables import Group, Message, Person

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with sessions(engine).begin() as opened:
        yield opened


def put(session: Session, chat: str, text: str, **more: object) -> Message:
    message = queue.put(session, "telegram", chat, {"text": text}, NOON, **more)
    session.flush()
    return message


def due(session: Session, after: float = 0) -> list[str]:
    """The texts that may go now, `after` seconds past noon."""
    firsts = queue.first_due(session, "telegram", NOON + timedelta(seconds=after))
    return [session.get_one(Message, row).body["text"] for row, _ in firsts]


def test_each_chat_gets_its_oldest_first(session: Session) -> None:
    for chat, text in [("1", "a"), ("2", "b"), ("1", "c"), ("2", "d")]:
        put(session, chat, text)
    assert due(session) == ["a", "b"]


def test_a_chat_with_a_message_on_its_way_waits(session: Session) -> None:
    first = put(session, "1", "a")
    put(session, "1", "b")
    queue.begin(session, [first.id])
    assert due(session) == []
    queue.arrived(first, "77", NOON)
    assert due(session) == ["b"]


def test_what_is_for_later_lets_the_rest_pass(session: Session) -> None:
    put(session, "1", "digest", due_at=NOON + timedelta(hours=1))
    put(session, "1", "now")
    assert due(session) == ["now"]
    assert due(session, after=3600) == ["digest"]


def test_a_doubted_message_is_tried_again_before_what_follows_it(session: Session) -> None:
    first = put(session, "1", "a")
    put(session, "1", "b")
    queue.begin(session, [first.id])
    assert queue.doubt(first, NOON)
    assert due(session) == []
    assert due(session, after=2) == ["a"]


def test_a_message_doubted_too_often_holds_nobody_up(session: Session) -> None:
    first = put(session, "1", "a")
    put(session, "1", "b")
    for _ in range(queue.HOLDS_BACK + 1):
        queue.doubt(first, NOON)
    assert due(session) == ["b"]


def test_doubt_ends_after_a_day(session: Session) -> None:
    message, now, tries = put(session, "1", "a"), NOON, 0
    while queue.doubt(message, now):
        now, tries = message.due_at, tries + 1
    assert message.status == "failed"
    assert timedelta(hours=23) < now - NOON < timedelta(hours=25)
    assert tries == len(queue.PAUSES)


def test_what_need_not_arrive_is_held_and_an_edit_is_repeated(session: Session) -> None:
    digest = put(session, "1", "digest", must_arrive=False)
    edit = put(session, "1", "edit", must_arrive=False, kind="edit", target="5")
    queue.doubt(digest, NOON)
    queue.doubt(edit, NOON)
    assert (digest.status, edit.status) == ("held", "uncertain")


def test_after_a_kill_what_was_on_its_way_is_doubted(session: Session) -> None:
    surely, digest = put(session, "1", "a"), put(session, "2", "b", must_arrive=False)
    queue.begin(session, [surely.id, digest.id])
    assert queue.recover(session, "telegram", NOON) == 2
    assert (surely.status, digest.status) == ("uncertain", "held")
    assert due(session) == ["a"]


def test_who_cannot_be_reached_gets_it_later(session: Session) -> None:
    person = Person(platform="telegram", account="1", language="tr", created_at=NOON, reachable=False)
    group = Group(platform="telegram", chat="-5", reachable=False)
    session.add_all([person, group])
    put(session, "1", "a")
    put(session, "-5", "b")
    assert due(session) == []
    person.reachable = group.reachable = True
    assert due(session) == ["a", "b"]


@pytest.mark.parametrize("known", [True, False])
def test_a_chat_that_is_shut_stays_shut(session: Session, known: bool) -> None:
    if known:
        session.add(Person(platform="telegram", account="1", language="tr", created_at=NOON))
    put(session, "1", "a")
    chats.shut(session, "telegram", "1")
    chats.shut(session, "telegram", "1")
    assert due(session) == []


def test_what_was_for_a_group_goes_where_it_moved(session: Session) -> None:
    sent, waiting = put(session, "-5", "old"), put(session, "-5", "new")
    queue.arrived(sent, "1", NOON)
    chats.readdress(session, "telegram", "-5", "-1005")
    assert (sent.chat, waiting.chat) == ("-5", "-1005")


def test_an_edit_finds_the_message_it_changes(session: Session) -> None:
    first = put(session, "1", "card")
    edit = put(session, "1", "card, changed", kind="edit", target=f"#{first.id}")
    queue.arrived(first, "77", NOON)
    ((message, target),) = [(due.message, due.target) for due in queue.begin(session, [edit.id])]
    assert (message.kind, target) == ("edit", "77")


def test_an_edit_of_what_never_arrived_is_a_new_message(session: Session) -> None:
    first = put(session, "1", "card")
    edit = put(session, "1", "card, changed", kind="edit", target=f"#{first.id}")
    queue.fail(session, first.id)
    ((message, target),) = [(due.message, due.target) for due in queue.begin(session, [edit.id])]
    assert (message.kind, target) == ("send", None)


def test_a_press_proves_only_its_own_message(session: Session) -> None:
    gate = {"label": "x", "about": "need:4", "revision": 2, "value": "yes"}
    other = queue.put(session, "telegram", "1", {"text": "a", "choices": [[{**gate, "revision": 1}]]}, NOON)
    pressed = queue.put(session, "telegram", "1", {"text": "b", "choices": [[gate]]}, NOON)
    session.flush()
    for message in (other, pressed):
        queue.doubt(message, NOON)
    queue.proven(session, "telegram", "1", "77", "need:4", 2)
    assert (other.status, pressed.status, pressed.platform_message) == ("uncertain", "sent", "77")
