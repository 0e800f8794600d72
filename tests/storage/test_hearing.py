"""What was lost in an outage is known once, and who has something open."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from storage import hearing, people
from storage.hearing import Lost
from storage.tables import Heard, Meeting, Need, Offer, Person, Proposal

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
A_DAY = timedelta(hours=24)


def note(session: Session, hours: float) -> Lost | None:
    return hearing.note(session, "telegram", NOON + timedelta(hours=hours), A_DAY)


def test_the_first_time_nothing_was_lost(session: Session) -> None:
    assert note(session, 0) is None


@pytest.mark.parametrize("hours", [0.1, 23.9, 24])
def test_nothing_is_lost_that_the_platform_kept(session: Session, hours: float) -> None:
    note(session, 0)
    assert note(session, hours) is None


def test_what_it_kept_no_longer_is_lost_and_told_once(session: Session) -> None:
    note(session, 0)
    assert note(session, 30) == Lost(NOON, NOON + timedelta(hours=6))
    assert note(session, 30.1) is None


def test_a_clock_that_was_set_back_loses_nothing(session: Session) -> None:
    note(session, 0)
    assert note(session, -50) is None
    assert note(session, -49.9) is None


def test_what_was_written_since_a_backup_is_lost_however_short_ago(session: Session) -> None:
    note(session, 0)
    session.get_one(Heard, "telegram").lost_until = NOON + timedelta(hours=2)
    assert note(session, 2.1) == Lost(NOON, NOON + timedelta(hours=2))
    assert note(session, 3) is None


def test_it_is_recent_for_so_long(session: Session) -> None:
    def is_recent(minutes: float) -> bool:
        return hearing.is_recent(session, "telegram", NOON + timedelta(minutes=minutes), timedelta(minutes=3))

    assert not is_recent(0)
    note(session, 0)
    assert is_recent(2.9)
    assert not is_recent(3.1)


class TestWhoHasSomethingOpen:
    @pytest.fixture
    def asker(self, session: Session) -> Person:
        return people.add(session, "telegram", "1", "tr", NOON)

    @pytest.fixture
    def expert(self, session: Session) -> Person:
        return people.add(session, "telegram", "2", "tr", NOON)

    def need(self, session: Session, asker: Person, status: str) -> Need:
        town = {"person": asker, "municipality": "bursa/nilufer", "created_at": NOON}
        made = Need(words="kompost", topics=[], format="online", languages=["tr"], status=status, **town)
        session.add(made)
        session.flush()
        return made

    def proposal(self, session: Session, need: Need, expert: Person, status: str) -> Proposal:
        town = {"person": expert, "municipality": "bursa/osmangazi", "created_at": NOON}
        offer = Offer(topics=[], format="online", languages=["tr"], per_month=2, **town)
        made = Proposal(
            need=need, offer=offer, score=1, reasons=[], format="online", times=[], status=status,
            deadline=NOON, created_at=NOON,
        )  # fmt: skip
        session.add_all((offer, made))
        session.flush()
        return made

    def meeting(self, session: Session, proposal: Proposal, hours: float, status: str = "agreed") -> None:
        starts = NOON + timedelta(hours=hours)
        session.add(
            Meeting(proposal=proposal, starts_at=starts, format="online", code="a", status=status, created_at=NOON)
        )
        session.flush()

    def told(self, session: Session) -> list[str]:
        return [person.account for person in hearing.with_something_open(session, "telegram", NOON)]

    def test_nobody_who_only_said_hello(self, session: Session, asker: Person) -> None:
        assert self.told(session) == []
        asker.draft = {"flow": "need"}
        session.flush()
        assert self.told(session) == ["1"]
        asker.draft = None
        session.flush()
        assert self.told(session) == []

    @pytest.mark.parametrize(
        ("status", "told"), [("open", ["1"]), ("proposed", ["1"]), ("paused", []), ("withdrawn", []), ("agreed", [])]
    )
    def test_whoever_seeks(self, session: Session, asker: Person, status: str, told: list[str]) -> None:
        self.need(session, asker, status)
        assert self.told(session) == told

    @pytest.mark.parametrize(("status", "told"), [("open", ["1", "2"]), ("declined", []), ("silent", [])])
    def test_both_sides_of_an_open_proposal(
        self, session: Session, asker: Person, expert: Person, status: str, told: list[str]
    ) -> None:
        self.proposal(session, self.need(session, asker, "agreed"), expert, status)
        assert self.told(session) == told

    @pytest.mark.parametrize(
        ("hours", "status", "told"), [(5, "agreed", ["1", "2"]), (5, "cancelled", []), (-5, "agreed", [])]
    )
    def test_both_sides_of_a_meeting_to_come(
        self, session: Session, asker: Person, expert: Person, hours: float, status: str, told: list[str]
    ) -> None:
        agreed = self.proposal(session, self.need(session, asker, "agreed"), expert, "agreed")
        self.meeting(session, agreed, hours, status)
        assert self.told(session) == told

    def test_nobody_who_cannot_be_reached_there(self, session: Session, asker: Person, expert: Person) -> None:
        self.need(session, asker, "open")
        self.need(session, expert, "open")
        asker.reachable, expert.platform = False, "matrix"
        session.flush()
        assert self.told(session) == []
