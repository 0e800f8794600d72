"""What the topics learned from: examples kept and forgotten, and the mark by which every process hears of a change."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from storage.tables import Example, Person, Stamp

TOPICS = "learned topics"


def keep(session: Session, words: str, topic: str, kind: str, person: Person | None, now: datetime) -> bool:
    """Keep an example, once for each person; False when it is there already."""
    example = Example(words=words, topic=topic, kind=kind, created_at=now)
    if person:
        example.municipality, example.person_id = person.municipality, person.id
        of_person = Example.person_id == person.id
        alike = select(Example.id).where(of_person, Example.words == words, Example.topic == topic)
        if session.scalar(alike.where(Example.forgotten_at.is_(None)).limit(1)):
            return False
    session.add(example)
    _mark(session)
    return True


def alive(session: Session) -> list[Example]:
    """Every example that counts, oldest first."""
    return list(session.scalars(select(Example).where(Example.forgotten_at.is_(None)).order_by(Example.id)))


def forget(session: Session, ids: Iterable[int], now: datetime) -> None:
    """From now on these examples count no more."""
    session.execute(update(Example).where(Example.id.in_(list(ids))).values(forgotten_at=now))
    _mark(session)


def forget_person(session: Session, person: Person, now: datetime) -> None:
    """What this person said counts no more."""
    said = session.scalars(select(Example.id).where(Example.person_id == person.id, Example.forgotten_at.is_(None)))
    if ids := said.all():
        forget(session, ids, now)


def erase_person(session: Session, person: Person) -> None:
    """Keep nothing of what this person said."""
    if session.scalar(select(Example.id).where(Example.person_id == person.id).limit(1)):
        session.execute(delete(Example).where(Example.person_id == person.id))
        _mark(session)


def mark(session: Session) -> str | None:
    """Another one after every change, in any process, and another one in every database; None before the first."""
    return session.scalar(select(Stamp.mark).where(Stamp.what == TOPICS))


def _mark(session: Session) -> None:
    stamp = session.get(Stamp, TOPICS) or Stamp(what=TOPICS)
    stamp.mark = secrets.token_hex(8)
    session.add(stamp)
