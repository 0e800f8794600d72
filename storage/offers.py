"""Questions asked of the offers."""

from collections import Counter
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from storage.tables import Meeting, Offer, Person, Proposal


def of_person(session: Session, person: Person) -> list[Offer]:
    """What this person shares, oldest first; what was withdrawn is left out."""
    return list(
        session.scalars(
            select(Offer).where(Offer.person_id == person.id, Offer.status != "withdrawn").order_by(Offer.id)
        )
    )


def active(session: Session) -> list[Offer]:
    """Every offer that may be proposed now, with its person."""
    return list(
        session.scalars(
            select(Offer)
            .join(Offer.person)
            .options(joinedload(Offer.person))
            .where(Offer.status == "active", Person.reachable, Person.standing != "refused")
            .order_by(Offer.id)
        )
    )


def load(session: Session, since: datetime, until: datetime | None = None) -> Counter[int]:
    """By offer: meetings that start, and proposals put and still open, since a moment (meetings until another)."""
    agreed = (
        select(Proposal.offer_id, func.count())
        .join(Meeting, Meeting.proposal_id == Proposal.id)
        .where(Meeting.status == "agreed", Meeting.starts_at >= since)
        .group_by(Proposal.offer_id)
    )
    if until:
        agreed = agreed.where(Meeting.starts_at < until)
    put = (
        select(Proposal.offer_id, func.count())
        .where(Proposal.status == "open", Proposal.created_at >= since)
        .group_by(Proposal.offer_id)
    )
    counted: Counter[int] = Counter()
    for query in (agreed, put):
        for offer, count in session.execute(query):
            counted[offer] += count
    return counted
