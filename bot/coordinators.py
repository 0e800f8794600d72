"""Coordinators for whoever runs the bot: listed and removed; a removed one can do nothing more."""

from datetime import datetime

from sqlalchemy.orm import Session

from storage import acts, invitations, people
from storage.tables import Person


def listed(session: Session) -> list[str]:
    """A line each: the account, which `remove` takes, and the name if there is one."""
    return [f"{one.account} {one.name or ''}".rstrip() for one in people.coordinators(session)]


def remove(session: Session, account: str, now: datetime) -> tuple[Person | None, int]:
    """Who is a coordinator no more, None when nobody by this account was; and how many unused links ended with it.

    A link not yet opened may be in their hands, and would bring them back.
    """
    found = next((one for one in people.coordinators(session) if one.account == account), None)
    if found is None:
        return None, 0
    acts.acting(session, now, acts.OPERATOR)
    found.coordinator = False
    return found, invitations.end_all(session, now)
