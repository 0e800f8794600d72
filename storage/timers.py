"""What was promised for later: written in the transaction that promises, cancelled in the one that settles."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.tables import Timer


def promise(session: Session, what: str, about: int, due_at: datetime) -> None:
    """Set this timer, in place of one of the same kind about the same thing."""
    cancel(session, what, about)
    session.add(Timer(what=what, about=about, due_at=due_at))


def cancel(session: Session, what: str, about: int) -> None:
    session.execute(
        update(Timer)
        .where(Timer.what == what, Timer.about == about, Timer.status == "waiting")
        .values(status="cancelled")
    )


def next_due(session: Session, now: datetime) -> Timer | None:
    """The timer that has been due the longest, if any is."""
    return session.scalar(
        select(Timer).where(Timer.status == "waiting", Timer.due_at <= now).order_by(Timer.due_at, Timer.id).limit(1)
    )
