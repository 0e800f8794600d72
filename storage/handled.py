"""Remembers which updates were handled. Ids are a set, never compared: a platform may restart them lower."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.tables import Handled, Parked


def remember(session: Session, key: str, now: datetime) -> bool:
    """Note that this update is handled in this transaction; False when it already was."""
    if session.scalar(select(Handled.key).where(Handled.key == key)):
        return False
    session.add(Handled(key=key, at=now))
    return True


def count_failure(session: Session, key: str, trace: str) -> int:
    """How often this update has failed by now; `trace` finds the traceback in the log."""
    parked = session.get(Parked, key) or Parked(key=key, tries=0)
    parked.tries += 1
    parked.trace = trace
    session.add(parked)
    return parked.tries


def give_up(session: Session, key: str, now: datetime) -> None:
    """Park this update for good: noted as handled, kept by its key for whoever looks for the fault."""
    parked = session.get(Parked, key) or Parked(key=key, tries=0)
    parked.given_up_at = now
    session.add(parked)
    remember(session, key, now)
