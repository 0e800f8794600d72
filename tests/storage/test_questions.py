"""The questions asked of the tables, each by an example."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import handled, invitations, meetings, needs, offers, people, proposals, timers
from storage.tables import Handled, Invitation, Meeting, Need, Offer, Parked, Person, Proposal, Timer

NOW = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)


@pytest.fixture
def asker(session: Session) -> Person:
    return people.add(session, "telegram", "1", "tr", NOW)


@pytest.fixture
def expert(session: Session) -> Person:
    return people.add(session, "telegram", "2", "en", NOW)


def need(session: Session, person: Person, status: str = "open") -> Need:
    kept = Need(
        person=person,
        municipality="bursa/nilufer",
        words="sıfır atık",
        topics=["recycling"],
        format="online",
        languages=["tr"],
        status=status,
        created_at=NOW,
    )
    session.add(kept)
    session.flush()
    return kept


def offer(session: Session, person: Person, status: str = "active") -> Offer:
    kept = Offer(
        person=person,
        municipality="istanbul/kartal",
        topics=[{"words": "kompost", "topic": "recycling"}],
        format="online",
        languages=["tr"],
        per_month=2,
        status=status,
        created_at=NOW,
    )
    session.add(kept)
    session.flush()
    return kept


def proposal(session: Session, of: Need, to: Offer, status: str = "open", created_at: datetime = NOW) -> Proposal:
    kept = Proposal(
        need=of,
        offer=to,
        score=0.9,
        reasons=[],
        format="online",
        times=["2026-12-01T10:00:00+00:00"],
        status=status,
        deadline=NOW + timedelta(days=3),
        created_at=created_at,
    )
    session.add(kept)
    session.flush()
    return kept


def meeting(session: Session, agreed: Proposal, starts_at: datetime, status: str = "agreed") -> Meeting:
    code = f"code-{agreed.id}"
    kept = Meeting(proposal=agreed, starts_at=starts_at, format="online", code=code, status=status, created_at=NOW)
    session.add(kept)
    session.flush()
    return kept


def test_an_update_is_handled_once(session: Session) -> None:
    assert handled.remember(session, "telegram:7", NOW)
    assert not handled.remember(session, "telegram:7", NOW)
    assert handled.remember(session, "telegram:3", NOW), "ids may begin anew lower"


def test_an_update_that_fails_is_counted_and_given_up(session: Session) -> None:
    assert [handled.count_failure(session, "telegram:7", "trace") for _ in range(3)] == [1, 2, 3]
    handled.give_up(session, "telegram:7", NOW)
    handled.give_up(session, "telegram:7", NOW)
    assert session.get_one(Parked, "telegram:7").given_up_at == NOW
    assert session.get(Handled, "telegram:7")


def test_a_promise_takes_the_place_of_the_one_before(session: Session) -> None:
    timers.promise(session, "answer", 1, NOW)
    timers.promise(session, "answer", 1, NOW + timedelta(hours=1))
    timers.promise(session, "answer", 2, NOW)
    timers.promise(session, "try_again", 1, NOW)
    waiting = session.scalars(select(Timer).where(Timer.status == "waiting").order_by(Timer.id)).all()
    assert [(timer.what, timer.about, timer.due_at) for timer in waiting] == [
        ("answer", 1, NOW + timedelta(hours=1)),
        ("answer", 2, NOW),
        ("try_again", 1, NOW),
    ]


def test_what_is_due_longest_comes_first(session: Session) -> None:
    for hours in (2, -1, 0, -3):
        timers.promise(session, "answer", hours, NOW + timedelta(hours=hours))
    first = timers.next_due(session, NOW)
    assert first
    assert first.about == -3
    second = timers.next_due(session, NOW, besides=[first.id])
    assert second
    assert second.about == -1


def test_a_cancelled_promise_is_never_due(session: Session) -> None:
    timers.promise(session, "answer", 1, NOW)
    timers.cancel(session, "answer", 1)
    assert timers.next_due(session, NOW + timedelta(days=99)) is None


def test_an_invitation_is_good_once(session: Session, asker: Person, expert: Person) -> None:
    word = invitations.invite(session, "coordinator", NOW)
    assert invitations.redeem(session, word, asker, NOW) == "coordinator"
    assert invitations.redeem(session, word, asker, NOW) is None
    assert invitations.redeem(session, word, expert, NOW) is None


def test_an_invitation_expires(session: Session, asker: Person) -> None:
    word = invitations.invite(session, "coordinator", NOW)
    assert invitations.redeem(session, word, asker, NOW + invitations.VALID + timedelta(seconds=1)) is None


@pytest.mark.parametrize("word", ["", "x", "\x00", "x" * 5000])
def test_a_word_of_nobody_invites_nobody(session: Session, asker: Person, word: str) -> None:
    assert invitations.redeem(session, word, asker, NOW) is None


def test_only_the_hash_of_an_invitation_is_kept(session: Session) -> None:
    word = invitations.invite(session, "coordinator", NOW)
    session.flush()
    kept = session.scalars(select(Invitation)).one()
    assert word not in str(vars(kept))
    assert len(word) >= 20


@pytest.mark.parametrize(
    ("status", "stands"),
    [("open", True), ("proposed", True), ("agreed", True), ("paused", True), ("withdrawn", False)],
)
def test_a_need_stands_until_it_is_withdrawn(session: Session, asker: Person, status: str, stands: bool) -> None:
    need(session, asker, status)
    assert bool(needs.of_person(session, asker)) == stands


def test_a_need_waits_while_nobody_is_asked(session: Session, asker: Person, expert: Person) -> None:
    waits, asked = need(session, asker), need(session, asker)
    proposal(session, asked, offer(session, expert))
    assert needs.waiting(session) == [waits]


def test_only_reachable_experts_with_a_good_name_are_active(session: Session, asker: Person, expert: Person) -> None:
    offer(session, asker)
    active = offer(session, expert)
    offer(session, expert, "paused")
    offer(session, expert, "withdrawn")
    asker.reachable = False
    assert offers.active(session) == [active]
    expert.standing = "refused"
    assert offers.active(session) == []


def test_open_proposals_and_agreed_meetings_are_an_experts_load(
    session: Session, asker: Person, expert: Person
) -> None:
    busy = offer(session, expert)
    month = datetime(2026, 11, 1, tzinfo=UTC)
    proposal(session, need(session, asker), busy)
    proposal(session, need(session, asker), busy, "declined")
    agreed = proposal(session, need(session, asker), busy, "agreed")
    meeting(session, agreed, datetime(2026, 11, 27, 11, tzinfo=UTC))
    later = proposal(session, need(session, asker), busy, "agreed")
    meeting(session, later, datetime(2026, 12, 8, 11, tzinfo=UTC))
    off = proposal(session, need(session, asker), busy, "agreed")
    meeting(session, off, datetime(2026, 11, 26, 11, tzinfo=UTC), "cancelled")
    proposal(session, need(session, asker), offer(session, expert))
    load = offers.load(session, month)
    assert (load[expert.id], load[asker.id]) == (4, 0)


def test_what_holds_an_expert_is_when_they_meet_or_may_yet_meet(
    session: Session, asker: Person, expert: Person
) -> None:
    busy, free = offer(session, expert), offer(session, expert)
    put = proposal(session, need(session, asker), busy)
    agreed = proposal(session, need(session, asker), busy, "agreed")
    start = datetime(2026, 12, 8, 11, tzinfo=UTC)
    meeting(session, agreed, start)
    off = proposal(session, need(session, asker), busy, "agreed")
    meeting(session, off, datetime(2026, 11, 26, 11, tzinfo=UTC), "cancelled")
    possible = [datetime.fromisoformat(time) for time in put.times]
    held = offers.held(session, datetime(2026, 11, 1, tzinfo=UTC))
    assert (held[busy.id], held[free.id]) == ([[start], possible], [])
    assert offers.held(session, datetime(2026, 11, 1, tzinfo=UTC), besides=put.id)[busy.id] == [[start]]


def test_both_sides_have_an_open_proposal_and_nobody_else(session: Session, asker: Person, expert: Person) -> None:
    put = proposal(session, need(session, asker), offer(session, expert))
    stranger = people.add(session, "telegram", "3", "tr", NOW)
    assert proposals.open_to(session, asker) == proposals.open_to(session, expert) == [put]
    assert proposals.open_to(session, stranger) == []
    put.status = "closed"
    assert proposals.open_to(session, asker) == []


def test_hours_of_meetings_are_taken_on_both_sides(session: Session, asker: Person, expert: Person) -> None:
    start = datetime(2026, 12, 1, 11, tzinfo=UTC)
    held = meeting(session, proposal(session, need(session, asker), offer(session, expert), "agreed"), start)
    hour = [(start, start + timedelta(hours=1))]
    assert proposals.taken(session, asker) == proposals.taken(session, expert) == hour
    assert meetings.coming(session, expert, start + timedelta(minutes=59)) == [held]
    assert meetings.coming(session, expert, start + timedelta(hours=1)) == []
    assert proposals.met(session, asker, start) == {expert.id}
    assert proposals.met(session, asker, start - timedelta(minutes=1)) == frozenset()
    held.status = "cancelled"
    assert proposals.met(session, asker, start) == frozenset()
    assert proposals.taken(session, asker, expert) == []
