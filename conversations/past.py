"""Past needs as they stood when experts were looked for first, read from what is kept.

The moment is that of the first proposal, else of the need itself. Load and room are counted as of then; offers and
needs are taken as they read today, for earlier wordings are not kept, and an offer that rests today counts as it did
then. What was remembered of people then, and the hours both sides had left, are not reckoned with.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from conversations.carry_out.finding import expert, used, wished_for
from conversations.carry_out.memory import RECENT
from programme.experts import Sought
from programme.replay import Past
from programme.times import Times
from storage.tables import Meeting, Need, Offer, Proposal


def past(session: Session) -> Iterator[Past]:
    """Every need ever kept whose words are still there, oldest first."""
    proposals = _proposals(session)
    meetings = list(session.scalars(select(Meeting).options(joinedload(Meeting.proposal)).order_by(Meeting.id)))
    offers = list(session.scalars(select(Offer).options(joinedload(Offer.person)).order_by(Offer.id)))
    for need in session.scalars(
        select(Need).where(Need.words != "").options(joinedload(Need.person)).order_by(Need.id)
    ):
        first = next(iter(proposals[need.id]), None)
        moment = first.created_at if first else need.created_at
        before = [one for one in meetings if one.status != "cancelled" and one.created_at < moment]
        there = [one for one in offers if one.created_at <= moment and one.person_id != need.person_id]
        held: defaultdict[int, list[list[datetime]]] = defaultdict(list)
        lately = Counter[int]()
        for meeting in before:
            held[meeting.proposal.offer_id].append([meeting.starts_at])
            if meeting.starts_at >= moment - RECENT:
                lately[meeting.proposal.offer.person_id] += 1
        when = wished_for(moment, need)
        yield Past(
            need.reference,
            _sought(need),
            [expert(offer, used(offer, held[offer.id], when), lately[offer.person_id], 0) for offer in there],
            moment.date(),
            first.offer_id if first else None,
        )


def _proposals(session: Session) -> defaultdict[int, list[Proposal]]:
    """By need, oldest first."""
    found: defaultdict[int, list[Proposal]] = defaultdict(list)
    for proposal in session.scalars(select(Proposal).order_by(Proposal.id)):
        found[proposal.need_id].append(proposal)
    return found


def _sought(need: Need) -> Sought:
    return Sought(
        need.words,
        tuple(need.topics),
        need.format,
        tuple(need.languages),
        Times.from_json(need.times) if need.times else None,
        need.municipality,
        need.person.zone,
    )
