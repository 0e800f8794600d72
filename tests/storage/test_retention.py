"""What has had its time goes, what has not stays, and the round promises itself for tomorrow."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from conversations import clock
from programme.settings import Settings
from storage import handled, people, queue, retention, timers
from storage.tables import Handled, Message, Need, Parked, Table, Timer

NOW = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
LATER = {"messages": 31, "handled": 15, "parked": 31, "needs": 366}
"""By table, how many days after NOW what was put there then is gone."""


def filled(session: Session) -> None:
    person = people.add(session, "telegram", "11", "tr", NOW)
    queue.put(session, "telegram", "11", {"text": "Kompost", "choices": []}, NOW).status = "sent"
    handled.remember(session, "telegram:1", NOW)
    handled.give_up(session, "telegram:2", NOW)
    session.add(
        Need(
            person=person,
            municipality="bursa/nilufer",
            words="Kompost",
            topics=["recycling"],
            format="online",
            languages=["tr"],
            status="withdrawn",
            created_at=NOW,
        )
    )
    retention.begin(session, NOW)
    retention.begin(session, NOW)


def left(session: Session) -> dict[str, int]:
    words = [need for need in session.scalars(select(Need)) if need.words]
    tables: dict[str, type[Table]] = {"messages": Message, "handled": Handled, "parked": Parked}
    counts = {name: len(session.scalars(select(table)).all()) for name, table in tables.items()}
    return counts | {"needs": len(words)}


def ring(session: Session, now: datetime) -> None:
    """As the clock does, with whatever is due."""
    while timer := timers.next_due(session, now):
        clock.ring(session, timer, now, Settings(_env_file=None))
        timer.status = "fired"
        session.flush()


@pytest.mark.parametrize("what", LATER)
def test_each_goes_in_its_time(what: str, session: Session) -> None:
    filled(session)
    before = left(session)
    ring(session, NOW + timedelta(days=LATER[what] - 2))
    assert left(session)[what] == before[what]
    ring(session, NOW + timedelta(days=LATER[what]))
    assert left(session)[what] == 0


def test_one_round_is_promised_at_a_time(session: Session) -> None:
    filled(session)
    ring(session, NOW)
    (waiting,) = session.scalars(select(Timer).where(Timer.status == "waiting"))
    assert (waiting.what, waiting.due_at) == (retention.SWEEP, NOW + retention.EVERY)


def test_every_period_says_why() -> None:
    assert all(period.days > 0 and period.what and period.why for period in retention.PERIODS)
