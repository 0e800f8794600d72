"""What was promised for later: written in the transaction that promises, cancelled in the one that settles."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update
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


def next_due(session: Session, now: datetime, besides: Collection[int] = ()) -> Timer | None:
    """The timer that has been due the longest, if any is; `besides` names some to be left alone for now."""
    return session.scalar(
        select(Timer)
        .where(Timer.status == "waiting", Timer.due_at <= now, Timer.id.not_in(besides))
        .order_by(Timer.due_at, Timer.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def count_failure(session: Session, timer: int, at_most: int) -> int:
    """How often this timer has failed by now; after `at_most` times it is given up."""
    failed = session.get_one(Timer, timer)
    failed.tries += 1
    if failed.tries >= at_most:
        failed.status = "failed"
    return failed.tries


def forget(session: Session, before: datetime) -> None:
    """Let go of what fired or was cancelled, and was due before this moment."""
    session.execute(delete(Timer).where(Timer.status.in_(("fired", "cancelled")), Timer.due_at < before))
