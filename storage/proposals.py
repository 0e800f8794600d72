"""Questions asked of the proposals."""

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from storage.tables import Meeting, Need, Offer, Person, Proposal


def open_to(session: Session, person: Person) -> list[Proposal]:
    """Proposals that are open and have this person on one side, oldest first."""
    return list(
        session.scalars(
            select(Proposal)
            .join(Proposal.need)
            .join(Proposal.offer)
            .where(Proposal.status == "open", or_(Need.person_id == person.id, Offer.person_id == person.id))
            .order_by(Proposal.id)
        )
    )


def lately(session: Session, person: Person, since: datetime) -> list[Proposal]:
    """Proposals put since a moment that have this person on one side, whatever became of them, newest first."""
    return list(
        session.scalars(
            select(Proposal)
            .join(Proposal.need)
            .join(Proposal.offer)
            .where(Proposal.created_at >= since, or_(Need.person_id == person.id, Offer.person_id == person.id))
            .order_by(Proposal.id.desc())
        )
    )


def of_need(session: Session, need: Need) -> list[Proposal]:
    return list(session.scalars(select(Proposal).where(Proposal.need_id == need.id).order_by(Proposal.id)))


def before(session: Session, proposal: Proposal) -> Proposal | None:
    """What was proposed for the same need before this, if anything was."""
    earlier = select(Proposal).where(Proposal.need_id == proposal.need_id, Proposal.id < proposal.id)
    return session.scalar(earlier.order_by(Proposal.id.desc()).limit(1))


def open_of_offer(session: Session, offer: Offer) -> list[Proposal]:
    return list(session.scalars(select(Proposal).where(Proposal.offer_id == offer.id, Proposal.status == "open")))


def ended(session: Session, since: datetime) -> list[Proposal]:
    """Proposals put since a moment that came to nothing by a no or by silence, with their needs and offers."""
    with_both = select(Proposal).options(joinedload(Proposal.need), joinedload(Proposal.offer))
    of_no_use = Proposal.status.in_(("declined", "silent"))
    return list(session.scalars(with_both.where(of_no_use, Proposal.created_at >= since).order_by(Proposal.id)))


def put(session: Session, since: datetime) -> Counter[int]:
    """By expert's person: proposals put to them since a moment, whatever became of them."""
    counted = (
        select(Offer.person_id, func.count())
        .join(Proposal, Proposal.offer_id == Offer.id)
        .where(Proposal.created_at >= since)
        .group_by(Offer.person_id)
    )
    return Counter(dict(session.execute(counted).all()))


def met(session: Session, person: Person, now: datetime) -> frozenset[int]:
    """Persons who were an expert in a meeting this person asked for, begun by now and not cancelled."""
    return frozenset(
        session.scalars(
            select(Offer.person_id)
            .join(Proposal, Proposal.offer_id == Offer.id)
            .join(Need, Proposal.need_id == Need.id)
            .join(Meeting, Meeting.proposal_id == Proposal.id)
            .where(Need.person_id == person.id, Meeting.status != "cancelled", Meeting.starts_at <= now)
        )
    )


def taken(session: Session, *people: Person) -> list[tuple[datetime, datetime]]:
    """Hours at which one of these people has a meeting already, as (start, end)."""
    ids = [person.id for person in people]
    meetings = session.scalars(
        select(Meeting)
        .join(Meeting.proposal)
        .join(Proposal.need)
        .join(Proposal.offer)
        .where(Meeting.status == "agreed", or_(Need.person_id.in_(ids), Offer.person_id.in_(ids)))
    )
    return [(meeting.starts_at, meeting.starts_at + timedelta(minutes=meeting.minutes)) for meeting in meetings]
