"""Questions asked of the people table."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.tables import Group, Person


def find(session: Session, platform: str, account: str) -> Person | None:
    """This person, locked until the transaction ends where the engine locks rows.

    Not against rows that only refer to the person: two who propose to each other would wait for each other.
    """
    return session.scalar(
        select(Person).where(Person.platform == platform, Person.account == account).with_for_update(key_share=True)
    )


def add(session: Session, platform: str, account: str, language: str, now: datetime) -> Person:
    person = Person(platform=platform, account=account, language=language, created_at=now)
    session.add(person)
    session.flush()
    return person


def coordinators(session: Session) -> list[Person]:
    return list(session.scalars(select(Person).where(Person.coordinator).order_by(Person.id)))


def group(session: Session, platform: str, chat: str) -> Group | None:
    return session.scalar(select(Group).where(Group.platform == platform, Group.chat == chat))


def group_noted(session: Session, platform: str, chat: str) -> Group:
    """The row of this group, new if there is none."""
    found = group(session, platform, chat)
    if found is None:
        found = Group(platform=platform, chat=chat)
        session.add(found)
    return found
