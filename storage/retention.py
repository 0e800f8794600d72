"""How long what is kept is kept, and why: one table, gone through every day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Delete, and_, delete, select
from sqlalchemy.orm import Session

from storage import timers
from storage.database import leave_no_trace
from storage.emptying import empty_need, empty_offer
from storage.tables import Alert, Example, Handled, Invitation, Message, Need, Offer, Parked, Proposal, Timer

SWEEP = "retention"
"""The timer that goes through the table, and promises itself again."""
EVERY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """`past` takes away whatever is older than a moment."""

    what: str
    days: int
    why: str
    past: Callable[[Session, datetime], None]


def _all(statement: Callable[[datetime], Delete]) -> Callable[[Session, datetime], None]:
    def past(session: Session, before: datetime) -> None:
        session.execute(statement(before))

    return past


def _withdrawn(session: Session, before: datetime) -> None:
    """Emptied, not deleted, so that they still count."""
    gone = and_(Need.status == "withdrawn", Need.created_at < before, Need.words != "")
    for need in session.scalars(select(Need).where(gone)):
        empty_need(need)
    gone = and_(Offer.status == "withdrawn", Offer.created_at < before)
    for offer in session.scalars(select(Offer).where(gone)):
        if any(each["words"] for each in offer.topics):
            empty_offer(offer)


def _reasons(session: Session, before: datetime) -> None:
    said = and_(Proposal.status != "open", Proposal.created_at < before, Proposal.reason.is_not(None))
    for proposal in session.scalars(select(Proposal).where(said)):
        proposal.reason = None


PERIODS = (
    Period(
        "messages, with their texts and files",
        30,
        "to tell what was said when somebody asks; what stands in the chat is the person's own",
        _all(lambda before: delete(Message).where(Message.created_at < before, Message.status != "sending")),
    ),
    Period(
        "keys of handled updates",
        14,
        "so that nothing is done twice; the messenger brings an update again for a day",
        _all(lambda before: delete(Handled).where(Handled.at < before)),
    ),
    Period(
        "updates parked after three tries",
        30,
        "to look for the fault",
        _all(lambda before: delete(Parked).where(Parked.given_up_at < before)),
    ),
    Period(
        "timers that rang or were cancelled",
        30,
        "to tell why something happened",
        _all(lambda before: delete(Timer).where(Timer.status != "waiting", Timer.due_at < before)),
    ),
    Period(
        "invitations past their end",
        30,
        "to tell who opened one",
        _all(lambda before: delete(Invitation).where(Invitation.expires_at < before)),
    ),
    Period(
        "examples that count no more",
        30,
        "to undo a mistake",
        _all(lambda before: delete(Example).where(Example.forgotten_at < before)),
    ),
    Period(
        "words of needs and offers that are withdrawn, from when they were made",
        365,
        "to take one up again; topic, town and how it ended stay for the reports",
        _withdrawn,
    ),
    Period(
        "reasons for a no, in words",
        365,
        "so that nobody is asked again for what they turned down",
        _reasons,
    ),
    Period(
        "alerts, settled or not",
        365,
        "for the year's report; they hold numbers, no words",
        _all(lambda before: delete(Alert).where(Alert.created_at < before)),
    ),
)
"""Not here: people, open needs and offers, proposals, meetings and what came of them stay until their person erases
them or the union does; the journal of erasures stays as long as any backup; counts of readings name nobody."""


def keep_to_periods(session: Session, now: datetime) -> None:
    """Take away what has had its time, and come back tomorrow."""
    for period in PERIODS:
        period.past(session, now - timedelta(days=period.days))
    leave_no_trace(session)
    timers.promise(session, SWEEP, 0, now + EVERY)


def begin(session: Session, now: datetime) -> None:
    """Have the first round made now, unless one is promised already."""
    if not session.scalar(select(Timer.id).where(Timer.what == SWEEP, Timer.status == "waiting").limit(1)):
        timers.promise(session, SWEEP, 0, now)
