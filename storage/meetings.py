"""Questions asked of the meetings."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from storage.tables import Meeting, Need, Offer, Person, Proposal


def coming(session: Session, person: Person, now: datetime) -> list[Meeting]:
    """Meetings agreed with this person on one side that are not over yet, soonest first."""
    agreed = session.scalars(
        select(Meeting)
        .join(Meeting.proposal)
        .join(Proposal.need)
        .join(Proposal.offer)
        .where(Meeting.status == "agreed", or_(Need.person_id == person.id, Offer.person_id == person.id))
        .order_by(Meeting.starts_at)
    )
    return [meeting for meeting in agreed if meeting.starts_at + timedelta(minutes=meeting.minutes) > now]
