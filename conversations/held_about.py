"""Everything that is held about a person, as plain JSON: what they get when they ask for a copy."""

from datetime import datetime
from html import unescape
from re import compile as pattern
from typing import Any

from sqlalchemy import inspect, or_, select
from sqlalchemy.orm import Session

from conversations.proposal_cards import across, part_of
from storage import parties
from storage.emptying import OF_NEEDS, OF_OFFERS, OF_PROPOSALS
from storage.tables import Alert, Example, Handled, Invitation, Meeting, Message, Person, Proposal, Timer

_TAG = pattern(r"<[^>]*>")
NOT_THEIRS = {"asker": ("expert_picks",), "expert": ("asker_picks",)}
"""What the other side said of a proposal: theirs to ask for."""


def held_about(session: Session, person: Person, now: datetime) -> dict[str, Any]:
    """Section by section, oldest first; moments are ISO in UTC."""
    session.flush()
    needs, offers = parties.needs(session, person), parties.offers(session, person)
    proposals, meetings = parties.proposals(session, person), parties.meetings(session, person)
    things = {
        OF_NEEDS: [one.id for one in needs],
        OF_OFFERS: [one.id for one in offers],
        OF_PROPOSALS: [one.id for one in proposals],
    }
    about = {f"person:{person.id}"}
    about |= {f"need:{one.id}" for one in needs} | {f"offer:{one.id}" for one in offers}
    about |= {f"proposal:{one.id}" for one in proposals} | {f"meeting:{one.id}" for one in meetings}
    timers = or_(*(Timer.what.in_(kinds) & Timer.about.in_(ids) for kinds, ids in things.items()))
    keys = Handled.key.startswith(f"{person.platform}:{person.account}:")
    own = (Message.platform == person.platform) & (Message.chat == person.account)
    alerts = Alert.about.in_(about) | (Alert.settled_by == person.id)
    return {
        "made_at": now.isoformat(),
        "person": [_row(person)],
        "draft": [person.draft] if person.draft else [],
        "needs": [{"reference": one.reference, **_row(one)} for one in needs],
        "offers": [{"reference": one.reference, **_row(one)} for one in offers],
        "proposals": [_proposal(one, person) for one in proposals],
        "meetings": [_meeting(one, person) for one in meetings],
        "messages": [_message(one) for one in session.scalars(select(Message).where(own).order_by(Message.id))],
        "alerts": [_row(one) for one in session.scalars(select(Alert).where(alerts).order_by(Alert.id))],
        "timers": [_row(one) for one in session.scalars(select(Timer).where(timers).order_by(Timer.id))],
        "examples": [_row(one) for one in session.scalars(select(Example).where(Example.person_id == person.id))],
        "invitations": [
            _row(one) for one in session.scalars(select(Invitation).where(Invitation.used_by == person.id))
        ],
        "handled": [_row(one) for one in session.scalars(select(Handled).where(keys))],
    }


def _row(one: Any, *besides: str) -> dict[str, Any]:
    """Every column as it is kept."""
    columns = [column.key for column in inspect(type(one)).column_attrs if column.key not in besides]
    return {column: _plain(getattr(one, column)) for column in columns}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _proposal(proposal: Proposal, person: Person) -> dict[str, Any]:
    part = part_of(proposal, person) or "asker"
    not_theirs = NOT_THEIRS[part] + (() if proposal.ended_by in (part, None) else ("reason", "declined_for"))
    other = proposal.offer if part == "asker" else proposal.need
    mine = {"need": proposal.need.reference, "side": part, "other_side": other.municipality}
    return mine | _row(proposal, *not_theirs)


def _meeting(meeting: Meeting, person: Person) -> dict[str, Any]:
    part = part_of(meeting.proposal, person) or "asker"
    other = meeting.proposal.offer if across(part) == "expert" else meeting.proposal.need
    return {"need": meeting.proposal.need.reference, "side": part, "other_side": other.municipality} | _row(meeting)


def _message(message: Message) -> dict[str, Any]:
    """As it is read on the telephone; its file went with it."""
    return {
        "at": _plain(message.sent_at or message.created_at),
        "status": message.status,
        "text": unescape(_TAG.sub("", message.body["text"])),
        "buttons": [choice["label"] for row in message.body.get("choices", ()) for choice in row],
        "document": message.document_name,
        "platform_message": message.platform_message,
    }
