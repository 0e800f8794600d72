"""What is written into the audit log by itself: whoever changes one of these, wherever in the code, is noted."""

from datetime import datetime
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from storage import audit
from storage.tables import Example, Invitation, Meeting, Need, Offer, Person, Proposal, Table

MADE: dict[type[Table], str] = {
    Need: "need.recorded",
    Offer: "offer.recorded",
    Proposal: "proposal.put",
    Meeting: "meeting.agreed",
    Invitation: "invitation.made",
}
"""A new row of these."""
CHANGED: dict[type[Table], tuple[tuple[str, str], ...]] = {
    Need: (("status", "need.{}"), ("topics", "need.changed"), ("times", "need.changed"), ("format", "need.changed")),
    Offer: (
        ("status", "offer.{}"),
        ("topics", "offer.changed"),
        ("times", "offer.changed"),
        ("format", "offer.changed"),
    ),
    Proposal: (
        ("status", "proposal.{}"),
        ("asker_picks", "proposal.answered"),
        ("expert_picks", "proposal.answered"),
    ),
    Meeting: (("status", "meeting.{}"), ("link", "meeting.linked")),
    Person: (("standing", "person.{}"), ("municipality", "person.municipality"), ("coordinator", "coordinator.{}")),
    Invitation: (("used_at", "invitation.redeemed"), ("expires_at", "invitation.ended")),
}
"""Another value in one of these columns; `{}` is the value."""

OPERATOR = "operator"
"""Whoever acts from the command line."""


def acting(session: Session, now: datetime, actor: Person | str | None = None) -> None:
    """From here on this transaction is this actor's; None is the bot of its own accord."""
    session.info[audit.MOMENT] = now
    session.info[audit.ACTOR] = actor.pseudonym if isinstance(actor, Person) else actor


@event.listens_for(Session, "after_flush")
def _note(session: Session, _context: object) -> None:
    for one in session.new:
        if action := MADE.get(type(one)):
            audit.note(session, action, _about(one))
        elif isinstance(one, Example) and one.kind == "correction":
            audit.note(session, "topic.corrected", f"example:{one.id}")
    for one in session.dirty:
        for column, action in CHANGED.get(type(one), ()):
            if inspect(one).attrs[column].history.has_changes():
                audit.note(session, action.format(_said(getattr(one, column))), _about(one))


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "made" if value else "removed"
    return str(value)


def _about(one: Any) -> str:
    match one:
        case Person():
            return audit.of_person(one)
        case Invitation():
            return f"invitation:{one.hash[:12]}"
    return f"{one.__tablename__.removesuffix('s')}:{one.id}"
