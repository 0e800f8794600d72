"""Questions asked of the offers."""

from collections import Counter, defaultdict
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
            .where(Offer.status == "active", Person.reachable, Person.standing.not_in(("refused", "held")))
            .order_by(Offer.id)
        )
    )


def load(session: Session, since: datetime) -> Counter[int]:
    """By person: meetings that start, and proposals put and still open, since a moment, under any of their offers."""
    of_person = select(Offer.person_id, func.count()).join(Proposal, Proposal.offer_id == Offer.id)
    agreed = of_person.join(Meeting, Meeting.proposal_id == Proposal.id).where(
        Meeting.status == "agreed", Meeting.starts_at >= since
    )
    put = of_person.where(Proposal.status == "open", Proposal.created_at >= since)
    counted: Counter[int] = Counter()
    for query in (agreed, put):
        for person, count in session.execute(query.group_by(Offer.person_id)):
            counted[person] += count
    return counted


def held(session: Session, since: datetime, besides: int | None = None) -> defaultdict[int, list[list[datetime]]]:
    """By offer: the start of every meeting set since a moment, and the starts that each open proposal may come to.

    `besides` names a proposal to be left out.
    """
    starts: defaultdict[int, list[list[datetime]]] = defaultdict(list)
    meetings = (
        select(Proposal.offer_id, Meeting.starts_at)
        .join(Meeting, Meeting.proposal_id == Proposal.id)
        .where(Meeting.status == "agreed", Meeting.starts_at >= since)
    )
    for offer, start in session.execute(meetings):
        starts[offer].append([start])
    for proposal in session.scalars(select(Proposal).where(Proposal.status == "open", Proposal.id != (besides or 0))):
        starts[proposal.offer_id].append([datetime.fromisoformat(time) for time in proposal.times])
    return starts
