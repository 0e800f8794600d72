"""Questions asked of the alerts."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.tables import Alert, Person


def settle(session: Session, kind: str, about: str, by: Person, now: datetime) -> None:
    """Note who settled the alerts of this kind about this thing."""
    session.execute(
        update(Alert)
        .where(Alert.kind == kind, Alert.about == about, Alert.settled_at.is_(None))
        .values(settled_at=now, settled_by=by.id)
    )
