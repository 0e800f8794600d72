"""Questions asked of the offers."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from storage.changes import FINDABLE
from storage.tables import Meeting, Offer, Person, Proposal


def of_person(session: Session, person: Person) -> list[Offer]:
    """What this person shares, oldest first; what was withdrawn is left out."""
    return list(
        session.scalars(
            select(Offer).where(Offer.person_id == person.id, Offer.status != "withdrawn").order_by(Offer.id)
        )
    )


def active(session: Session, among: Collection[int] | None = None) -> list[Offer]:
    """Every offer that may be proposed now, with its person; with `among`, of these ids."""
    may_be = select(Offer).join(Offer.person).options(joinedload(Offer.person)).where(FINDABLE).order_by(Offer.id)
    return list(session.scalars(may_be if among is None else may_be.where(Offer.id.in_(among))))


def sharing(session: Session, people: Collection[int]) -> list[tuple[str, int]]:
    """For which municipality each of these people has something to share that may be proposed now."""
    may_be = select(Offer.municipality, Offer.person_id).join(Offer.person).where(FINDABLE).distinct()
    return [(town, person) for town, person in session.execute(may_be.where(Offer.person_id.in_(people)))]


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
