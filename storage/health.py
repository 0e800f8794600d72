"""What shows from outside whether all goes well: how much waits, for how long, and who cannot be reached."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.tables import Group, Message, Person, Timer


@dataclass(frozen=True)
class Figures:
    """Numbers only, of nobody in particular."""

    queue: int
    """Messages due now that are not sent yet; not those for people who cannot be reached."""
    queue_age: timedelta
    """How long the first of them has been due."""
    timers_overdue: int
    unreachable: int


def figures(session: Session, now: datetime, grace: timedelta) -> Figures:
    """How things stand; a timer is overdue when it should have fired more than `grace` ago."""
    waiting, since = session.execute(
        select(func.count(), func.min(Message.due_at)).where(
            Message.status.in_(("queued", "sending", "uncertain")),
            Message.due_at <= now,
            Message.chat.not_in(select(Person.account).where(~Person.reachable)),
            Message.chat.not_in(select(Group.chat).where(~Group.reachable)),
        )
    ).one()
    overdue = select(func.count()).where(Timer.status == "waiting", Timer.due_at < now - grace)
    unreachable = select(func.count()).where(~Person.reachable)
    return Figures(
        queue=waiting,
        queue_age=now - since if since else timedelta(),
        timers_overdue=session.scalar(overdue) or 0,
        unreachable=session.scalar(unreachable) or 0,
    )
