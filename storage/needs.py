"""Questions asked of the needs."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from storage.tables import Need, Person, Proposal

CHANGEABLE = ("open", "proposed", "paused")
ALIVE = (*CHANGEABLE, "agreed")


def of_person(session: Session, person: Person) -> list[Need]:
    """What this person still seeks, oldest first."""
    return list(
        session.scalars(select(Need).where(Need.person_id == person.id, Need.status.in_(ALIVE)).order_by(Need.id))
    )


def waiting(session: Session) -> list[Need]:
    """Needs without an expert, whoever has waited longest first."""
    asked = exists().where(Proposal.need_id == Need.id, Proposal.status == "open")
    return list(session.scalars(select(Need).where(Need.status == "open", ~asked).order_by(Need.id)))
