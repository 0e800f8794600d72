"""Until when all that was written has been answered, so that an outage in which messages were lost is noticed, once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Text, cast, exists, func, or_, select
from sqlalchemy.orm import Session

from storage.tables import Heard, Meeting, Need, Offer, Person, Proposal


@dataclass(frozen=True)
class Lost:
    """What was written between these moments never came."""

    since: datetime
    until: datetime


def note(session: Session, platform: str, now: datetime, kept: timedelta) -> Lost | None:
    """Note that all is answered now on this platform, which keeps messages for so long; what was lost since then."""
    heard = session.get(Heard, platform, with_for_update=True)
    if heard is None:
        session.add(Heard(platform=platform, at=now))
        return None
    oldest = now - kept
    lost = Lost(heard.at, max(oldest, heard.lost_until or oldest))
    heard.at, heard.lost_until = now, None
    return lost if lost.until > lost.since else None


def is_recent(session: Session, platform: str, now: datetime, span: timedelta) -> bool:
    """Whether nothing has been waiting there for an answer for longer than this."""
    heard = session.get(Heard, platform)
    return heard is not None and abs(now - heard.at) < span


def with_something_open(session: Session, platform: str, now: datetime) -> list[Person]:
    """Whoever can be reached there and has a half-finished answer, a need, a proposal or a meeting to come."""
    proposed = select(Proposal.id).join(Proposal.need).join(Proposal.offer).outerjoin(Meeting)
    alive = or_(Proposal.status == "open", (Meeting.status == "agreed") & (Meeting.starts_at > now))
    theirs = or_(Need.person_id == Person.id, Offer.person_id == Person.id)
    seeks = exists().where(Need.person_id == Person.id, Need.status.in_(("open", "proposed")))
    half_said = func.coalesce(cast(Person.draft, Text), "null") != "null"
    return list(
        session.scalars(
            select(Person)
            .where(
                Person.platform == platform,
                Person.reachable,
                or_(half_said, seeks, proposed.where(alive, theirs).correlate(Person).exists()),
            )
            .order_by(Person.id)
        )
    )
