"""What holds on either engine: moments with zones, whole words, no child without its parent, no write lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from storage import people
from storage.database import open_engine, sessions
from storage.tables import Handled, Need, Timer

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment",
    [
        NOON,
        NOON.astimezone(ZoneInfo("Europe/Istanbul")),
        NOON.astimezone(ZoneInfo("America/Sao_Paulo")),
        NOON.astimezone(timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_a_moment_comes_back_in_utc(engine: Engine, moment: datetime) -> None:
    with sessions(engine).begin() as session:
        session.add(Handled(key="a", at=moment))
    with sessions(engine).begin() as session:
        kept = session.get_one(Handled, "a").at
    assert kept == moment
    assert kept.tzinfo is UTC


def test_moments_of_different_zones_are_compared_as_moments(session: Session) -> None:
    session.add(Timer(what="answer", about=1, due_at=NOON.astimezone(ZoneInfo("Asia/Tokyo"))))
    session.flush()
    assert session.scalar(select(Timer).where(Timer.due_at <= NOON))
    assert not session.scalar(select(Timer).where(Timer.due_at < NOON.astimezone(ZoneInfo("America/New_York"))))


def test_a_moment_without_a_zone_is_refused(session: Session) -> None:
    session.add(Handled(key="a", at=NOON.replace(tzinfo=None)))
    with pytest.raises(StatementError, match="without a zone"):
        session.flush()


def test_a_child_without_its_parent_is_refused(session: Session) -> None:
    session.add(
        Need(
            person_id=7,
            municipality="bursa/nilufer",
            words="sıfır atık",
            topics=[],
            format="online",
            languages=["tr"],
            created_at=NOON,
        )
    )
    with pytest.raises(IntegrityError):
        session.flush()


def test_words_come_back_as_they_were(engine: Engine) -> None:
    words = "İIıi ğüşöç \u2068شكرا\u2069 👍🏽 'tek' \"çift\" %s {x}"
    with sessions(engine).begin() as session:
        session.add(Handled(key=words, at=NOON))
    other = open_engine(engine.url.render_as_string(hide_password=False))
    with sessions(other).begin() as session:
        assert session.scalar(select(Handled.key)) == words
    other.dispose()


def test_two_turns_of_one_person_at_once_lose_nothing(engine: Engine) -> None:
    times = 50
    opened = sessions(engine)
    with opened.begin() as session:
        people.add(session, "telegram", "1", "tr", NOON)

    def count(_: int) -> None:
        for _ in range(times):
            with opened.begin() as session:
                person = people.find(session, "telegram", "1")
                assert person
                person.not_understood += 1

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(4)))
    with opened.begin() as session:
        person = people.find(session, "telegram", "1")
        assert person
        assert person.not_understood == 4 * times
