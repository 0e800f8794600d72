"""What is queued: by night all but answers waits, in place of what was pressed, to coordinators who can be reached."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from conversations import reach
from conversations.messages import Document, Line, Say
from conversations.outbox import LONGEST_LABEL, Turn, button
from storage import people
from storage.tables import Alert, Message, Person
from tests.conversations.world import GROUP, World, settings_of_the_tests

NIGHT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
SAID = Say((Line("answers.which"),))


@pytest.fixture
def session(world: World) -> Iterator[Session]:
    with world.session() as opened:
        yield opened


def somebody(session: Session, account: str = "1", zone: str = "Europe/Istanbul", **known: object) -> Person:
    person = people.add(session, "telegram", account, "tr", NIGHT)
    person.zone = zone
    for name, value in known.items():
        setattr(person, name, value)
    session.flush()
    return person


def turn(session: Session, now: datetime = NIGHT, actor: Person | None = None, **settings: object) -> Turn:
    return Turn(session, settings_of_the_tests(**settings), now, actor)


@pytest.mark.parametrize(
    ("now", "zone", "due"),
    [
        ("2026-11-23T16:59", "Europe/Istanbul", "2026-11-23T16:59"),
        ("2026-11-23T17:00", "Europe/Istanbul", "2026-11-24T05:00"),
        ("2026-11-23T22:30", "Europe/Istanbul", "2026-11-24T05:00"),
        ("2026-11-24T04:59", "Europe/Istanbul", "2026-11-24T05:00"),
        ("2026-11-24T05:00", "Europe/Istanbul", "2026-11-24T05:00"),
        ("2026-11-23T17:00", "Europe/Berlin", "2026-11-23T17:00"),
        ("2026-03-28T20:00", "Europe/Berlin", "2026-03-29T06:00"),
        ("2026-10-24T19:00", "Europe/Berlin", "2026-10-25T07:00"),
    ],
)
def test_by_night_everything_waits(session: Session, now: str, zone: str, due: str) -> None:
    at, until = (datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in (now, due))
    assert turn(session, at).say(somebody(session, zone=zone), SAID).due_at == until


def test_whoever_is_awake_and_writes_is_answered_by_night(session: Session) -> None:
    person = somebody(session)
    assert turn(session, actor=person).say(person, SAID).due_at == NIGHT


def test_what_the_night_held_back_goes_first_when_its_reader_writes(session: Session) -> None:
    """Nothing overtakes what was said before it, neither by night nor for whoever is awake."""
    asker, expert = somebody(session), somebody(session, "2")
    card = turn(session, actor=asker).say(expert, SAID)
    closed = turn(session, NIGHT + timedelta(hours=1), actor=asker).say(expert, SAID)
    session.flush()
    assert card.due_at == closed.due_at > NIGHT
    awake = turn(session, NIGHT + timedelta(hours=2))
    awake.acts(expert)
    answer = awake.say(expert, SAID)
    session.flush()
    session.refresh(card)
    session.refresh(closed)
    assert {card.due_at, closed.due_at, answer.due_at} == {awake.now}
    assert card.id < closed.id < answer.id


def test_a_coordinator_told_in_person_sleeps_too_and_a_group_does_not(session: Session) -> None:
    somebody(session, "9", coordinator=True)
    turn(session, coordinator_chats=f"{GROUP},9").alert("fault", "update", trace="x1")
    session.flush()
    due = {message.chat: message.due_at for message in session.query(Message)}
    assert (due[GROUP], due["9"]) == (NIGHT, datetime(2026, 11, 24, 5, tzinfo=UTC))


def test_quiet_hours_can_be_switched_off(session: Session) -> None:
    assert turn(session, quiet_hours=False).say(somebody(session), SAID).due_at == NIGHT


def test_the_pressed_message_is_changed_once_and_for_its_presser_only(session: Session) -> None:
    person, other = somebody(session), somebody(session, "2")
    pressed = turn(session, actor=person)
    pressed.pressed = "77"
    elsewhere = pressed.say(other, Say((Line("answers.which"),), edits=True))
    plain = pressed.say(person, Say((Line("answers.which"),)))
    changed = pressed.say(person, Say((Line("answers.which"),), edits=True))
    after = pressed.say(person, Say((Line("answers.which"),), edits=True))
    kinds = [(message.kind, message.target) for message in (elsewhere, plain, changed, after)]
    assert kinds == [("send", None), ("send", None), ("edit", "77"), ("send", None)]


def test_a_button_of_a_question_carries_its_revision(session: Session) -> None:
    person = somebody(session, revision=5)
    choices = ((button("answers.skip", "draft", "skip"), button("answers.skip", "need:1", "show", 2)),)
    said = turn(session).say(person, Say((Line("answers.which"),), choices))
    assert [one["revision"] for one in said.body["choices"][0]] == [5, 2]


def test_a_label_is_cut_where_a_phone_would(session: Session) -> None:
    long = button("answers.value", "need:1", "x", chosen=True, value="ş" * 200)
    said = turn(session).say(somebody(session), Say((Line("answers.which"),), ((long,),)))
    assert said.body["choices"][0][0]["label"] == "✓ " + "ş" * (LONGEST_LABEL - 1) + "…"


def test_an_alert_goes_to_the_configured_chats_in_their_language(session: Session) -> None:
    one = turn(session, coordinator_language="en")
    one.alert("fault", "update", trace="x1")
    session.flush()
    kept = session.query(Message).order_by(Message.id.desc()).first()
    assert kept
    assert (kept.chat, "x1" in kept.body["text"]) == (GROUP, True)
    assert session.query(Alert).filter_by(kind="fault").count() == 1


@pytest.mark.parametrize(
    ("chats", "group_reachable", "reached"),
    [
        (GROUP, True, [GROUP]),
        (GROUP, False, ["9"]),
        ("", True, ["9"]),
        ("9", True, ["9"]),
        (f"{GROUP},9", True, [GROUP, "9"]),
    ],
)
def test_coordinators_are_told_in_person_when_their_chats_are_lost(
    session: Session, chats: str, group_reachable: bool, reached: list[str]
) -> None:
    somebody(session, "9", coordinator=True)
    somebody(session, "8", coordinator=True, reachable=False)
    people.group_noted(session, "telegram", GROUP).reachable = group_reachable
    session.flush()
    told = turn(session, coordinator_chats=chats).coordinators()
    assert [address.chat for address, _ in told] == reached


def test_a_group_that_moved_is_told_at_its_new_address(session: Session) -> None:
    settings = settings_of_the_tests()
    reach.moved(session, "telegram", GROUP, "-200", NIGHT, settings)
    reach.moved(session, "telegram", "-200", "-300", NIGHT, settings)
    session.flush()
    assert [address.chat for address, _ in turn(session).coordinators()] == ["-300"]
    ours = [reach.is_coordinators_chat(session, settings, "telegram", chat) for chat in (GROUP, "-200", "-300")]
    assert ours == [False, False, True]


def test_a_group_lost_after_it_moved_leaves_the_coordinators_in_person(session: Session) -> None:
    somebody(session, "9", coordinator=True)
    settings = settings_of_the_tests()
    reach.lost(session, "telegram", GROUP, NIGHT, settings)
    reach.moved(session, "telegram", GROUP, "-200", NIGHT, settings)
    session.flush()
    assert [address.chat for address, _ in turn(session).coordinators()] == ["-200"]
    reach.lost(session, "telegram", "-200", NIGHT, settings)
    session.flush()
    assert [address.chat for address, _ in turn(session).coordinators()] == ["9"]
    assert [alert.kind for alert in session.query(Alert)] == ["group_lost", "group_lost"]


@pytest.mark.parametrize(("hours", "comes"), [(2, ["queued", "queued"]), (30, ["held", "queued", "queued"])])
def test_whoever_comes_back_after_long_hears_how_things_stand(session: Session, hours: int, comes: list[str]) -> None:
    """What was said long ago is kept from them; a calendar file comes all the same."""
    person = somebody(session, "3", noticed_at=NIGHT - timedelta(days=9), reachable=False)
    turn(session).say(person, SAID)
    turn(session).say(person, Say(SAID.lines, document=Document("gorusme.ics", "text/calendar", b"BEGIN")))
    session.flush()
    reach.found(session, "telegram", "3", NIGHT + timedelta(hours=hours), settings_of_the_tests())
    session.flush()
    kept = session.query(Message).order_by(Message.id).all()
    assert [message.status for message in kept] == comes
    assert {message.due_at for message in kept if message.status == "queued"} <= {
        NIGHT + timedelta(hours=hours),
        datetime(2026, 11, 24, 5, tzinfo=UTC),
    }


def test_a_privacy_notice_that_never_came_is_shown_again(session: Session) -> None:
    person = somebody(session, "3", noticed_at=NIGHT, reachable=False)
    turn(session).say(person, SAID)
    session.flush()
    reach.found(session, "telegram", "3", NIGHT + timedelta(days=2), settings_of_the_tests())
    assert person.noticed_at is None
