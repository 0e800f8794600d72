"""Questions asked of the meetings."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from storage.tables import Meeting, Need, Offer, Person, Proposal


def of_person(session: Session, person: Person) -> list[Meeting]:
    """Meetings agreed with this person on one side, soonest first."""
    return list(
        session.scalars(
            select(Meeting)
            .join(Meeting.proposal)
            .join(Proposal.need)
            .join(Proposal.offer)
            .where(Meeting.status == "agreed", or_(Need.person_id == person.id, Offer.person_id == person.id))
            .order_by(Meeting.starts_at)
        )
    )
