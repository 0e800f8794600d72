"""The audit log: whoever changes something is in it, nobody's words are, and what is altered afterwards shows."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, delete, update
from sqlalchemy.orm import Session

from storage import acts, audit, invitations, people
from storage.database import sessions
from storage.tables import Entry, Invitation, Need, Person

NOON = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def logged(engine: Engine) -> Engine:
    """Ayşe records a need and is confirmed; the operator invites somebody."""
    with sessions(engine).begin() as session:
        ayse = people.add(session, "telegram", "1", "tr", NOON)
        acts.acting(session, NOON, ayse)
        session.add(a_need(ayse))
    with sessions(engine).begin() as session:
        people.find(session, "telegram", "1").standing = "confirmed"
    with sessions(engine).begin() as session:
        acts.acting(session, NOON, acts.OPERATOR)
        invitations.invite(session, "coordinator", NOON)
    return engine


def a_need(person: Person) -> Need:
    return Need(
        person=person, municipality="bursa/nilufer", words="gizli sözler", topics=[], format="online", languages=["tr"],
        created_at=NOON,
    )  # fmt: skip


def test_who_did_what_is_there_without_their_words(logged: Engine) -> None:
    with Session(logged) as session:
        ayse, invitation = session.get_one(Person, 1), session.query(Invitation).one()
        said = [(entry.actor, entry.action, entry.about) for entry in reversed(audit.newest(session, 9))]
        assert said == [
            (ayse.pseudonym, "need.recorded", "need:1"),
            (None, "person.confirmed", f"person:{ayse.pseudonym}"),
            ("operator", "invitation.made", f"invitation:{invitation.hash[:12]}"),
        ]


def test_nothing_stays_of_a_transaction_that_was_rolled_back(logged: Engine) -> None:
    with sessions(logged)() as session:
        session.get_one(Person, 1).standing = "refused"
        session.flush()
        session.rollback()
        session.get_one(Person, 1).zone = "Europe/Berlin"
        session.commit()
        assert audit.check(session).entries == 3


def test_the_chain_is_whole_and_stays_so_when_somebody_is_forgotten(logged: Engine) -> None:
    with sessions(logged).begin() as session:
        ayse = session.get_one(Person, 1)
        before = ayse.pseudonym
        audit.forget(ayse)
    with Session(logged) as session:
        assert audit.check(session).broken_at is None
        assert before not in audit.people_named(session, audit.newest(session, 9))


@pytest.mark.parametrize(
    ("tampering", "broken_at"),
    [
        (update(Entry).where(Entry.number == 2).values(action="person.refused"), 2),
        (update(Entry).where(Entry.number == 1).values(actor=None), 1),
        (update(Entry).where(Entry.number == 2).values(about="person:somebody-else"), 2),
        (update(Entry).where(Entry.number == 2).values(at=NOON.replace(year=2025)), 2),
        (delete(Entry).where(Entry.number == 1), 2),
        (delete(Entry).where(Entry.number == 2), 3),
        (delete(Entry).where(Entry.number == 3), 3),
        (delete(Entry), 1),
    ],
)
def test_what_is_altered_or_taken_out_shows(logged: Engine, tampering: object, broken_at: int) -> None:
    with sessions(logged).begin() as session:
        session.execute(tampering)
    with Session(logged) as session:
        assert audit.check(session).broken_at == broken_at
