"""Links that make whoever opens them first a coordinator: single use, expiring, only their hash kept."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.tables import Invitation, Person

VALID = timedelta(days=7)


def invite(session: Session, role: str, now: datetime) -> str:
    """A new word for a deep link: 128 random bits, in characters a link may hold."""
    word = secrets.token_urlsafe(16)
    session.add(Invitation(hash=_hash(word), role=role, expires_at=now + VALID))
    return word


def redeem(session: Session, word: str, person: Person, now: datetime) -> str | None:
    """The role this word gives the person, once; None when it is unknown, used or expired."""
    invitation = session.get(Invitation, _hash(word), with_for_update=True, populate_existing=True)
    if invitation is None or invitation.used_at or invitation.expires_at < now:
        return None
    invitation.used_at = now
    invitation.used_by = person.id
    return invitation.role


def end_all(session: Session, now: datetime) -> int:
    """No link that was given out and not opened works any more; how many there were."""
    waiting = Invitation.used_at.is_(None) & (Invitation.expires_at >= now)
    ended = session.scalars(select(Invitation).where(waiting)).all()
    for invitation in ended:
        invitation.expires_at = now - VALID
    return len(ended)


def _hash(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()
