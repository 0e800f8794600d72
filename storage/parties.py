"""What hangs on a person: needs and offers, proposals and meetings with them on one side, and who is on the other."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from storage.tables import Meeting, Need, Offer, Person, Proposal


def needs(session: Session, person: Person) -> list[Need]:
    """Every one ever kept, oldest first."""
    return list(session.scalars(select(Need).where(Need.person_id == person.id).order_by(Need.id)))


def offers(session: Session, person: Person) -> list[Offer]:
    """Every one ever kept, oldest first."""
    return list(session.scalars(select(Offer).where(Offer.person_id == person.id).order_by(Offer.id)))


def proposals(session: Session, person: Person) -> list[Proposal]:
    """Every one with this person on either side, oldest first."""
    with_both = select(Proposal).join(Proposal.need).join(Proposal.offer)
    either = or_(Need.person_id == person.id, Offer.person_id == person.id)
    return list(session.scalars(with_both.where(either).order_by(Proposal.id)))


def meetings(session: Session, person: Person) -> list[Meeting]:
    """Every one with this person on either side, oldest first."""
    ids = [proposal.id for proposal in proposals(session, person)]
    return list(session.scalars(select(Meeting).where(Meeting.proposal_id.in_(ids)).order_by(Meeting.id)))


def others(session: Session, person: Person) -> list[Person]:
    """Whoever was ever put together with this person."""
    found = {side.person_id for one in proposals(session, person) for side in (one.need, one.offer)}
    return list(session.scalars(select(Person).where(Person.id.in_(found - {person.id})).order_by(Person.id)))
