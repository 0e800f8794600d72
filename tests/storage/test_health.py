"""The figures that show how things stand."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from storage import people, queue, timers
from storage.health import Figures, figures

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
GRACE = timedelta(minutes=2)


def minutes(many: float) -> timedelta:
    return timedelta(minutes=many)


def test_nothing_waits_in_an_empty_database(session: Session) -> None:
    assert figures(session, NOON, GRACE) == Figures(0, timedelta(), 0, 0)


def test_what_is_due_and_not_sent_waits_since_it_was_due(session: Session) -> None:
    queue.put(session, "telegram", "1", {"text": "a"}, NOON - minutes(7))
    queue.put(session, "telegram", "1", {"text": "b"}, NOON - minutes(9)).status = "sent"
    queue.put(session, "telegram", "1", {"text": "c"}, NOON - minutes(8), due_at=NOON + minutes(5))
    assert figures(session, NOON, GRACE) == Figures(1, minutes(7), 0, 0)


def test_what_is_for_somebody_out_of_reach_does_not_count(session: Session) -> None:
    people.add(session, "telegram", "1", "tr", NOON).reachable = False
    people.group_noted(session, "telegram", "-5").reachable = False
    queue.put(session, "telegram", "1", {"text": "a"}, NOON - minutes(7))
    queue.put(session, "telegram", "-5", {"text": "a"}, NOON - minutes(7))
    session.flush()
    assert figures(session, NOON, GRACE) == Figures(0, timedelta(), 0, 1)


def test_a_timer_is_overdue_after_some_grace(session: Session) -> None:
    for number, late in enumerate((1, 3, -5)):
        timers.promise(session, "answer", number, NOON - minutes(late))
    session.flush()
    assert figures(session, NOON, GRACE).timers_overdue == 1
