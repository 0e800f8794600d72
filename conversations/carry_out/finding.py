"""Who might be asked for a need: the offers as matching sees them, without those that said no to it."""

from datetime import datetime, timedelta

from conversations.carry_out.proposing import A_YEAR, side
from conversations.outbox import Turn
from programme.capacity import by_month, month_of, used_in
from programme.experts import Expert, OfferedTopic, Sought
from programme.matching import Ranked, rank
from programme.municipality_list import municipality
from programme.proposals import earliest_start, last_day_searched
from programme.times import Times, intervals
from programme.topics import Topics
from storage import offers
from storage import proposals as kept
from storage.tables import Need, Offer, Proposal

RECENT = timedelta(days=90)


def find(turn: Turn, need: Need, topic: str | None = None) -> list[Ranked]:
    """Experts who fit this need and have not had it yet, best first; with a topic, as if that were sought."""
    tried = kept.of_need(turn.session, need)
    sought = Sought(
        Topics.load()[topic].label(need.person.language) if topic else need.words,
        (topic,) if topic else tuple(need.topics),
        need.format,
        tuple(need.languages),
        Times.from_json(need.times) if need.times else None,
        need.municipality,
        need.person.zone,
        declined=frozenset(proposal.offer_id for proposal in tried if not _may_come_again(proposal)),
        met=kept.met(turn.session, need.person),
    )
    when = _wished_for(turn, need)
    held, lately = offers.held(turn.session, turn.now - A_YEAR), offers.load(turn.session, turn.now - RECENT)
    pool = [offer for offer in offers.active(turn.session) if offer.person_id != need.person_id]
    experts = [expert(offer, _used(offer, held[offer.id], when), lately[offer.id]) for offer in pool]
    return rank(sought, experts, turn.now.date())


def _may_come_again(proposal: Proposal) -> bool:
    """Whether it ended without a no to this very need: the expert can well be asked again, once they are there."""
    if proposal.status in ("silent", "declined"):
        by_asker = proposal.ended_by == "asker"
        return by_asker if proposal.status == "silent" else not by_asker and proposal.declined_for != "once"
    return proposal.status == "closed"


def _wished_for(turn: Turn, need: Need) -> datetime:
    """The first hour at which the asker would meet and an expert asked now could."""
    asker = side(need.person, need.times)
    soonest = earliest_start(turn.now, asker)
    hours = intervals(asker.times, asker.zone, soonest.date(), last_day_searched(turn.now, asker))
    return next((until for _, until in hours if until > soonest), soonest)


def _used(offer: Offer, held: list[list[datetime]], when: datetime) -> int:
    """Of what the expert agreed to in the month of that moment, how much is set or asked already."""
    load = by_month(held, offer.person.zone)
    return used_in(month_of(when, offer.person.zone), offer.per_month, load)


def expert(offer: Offer, used: int, lately: int) -> Expert:
    """An offer as matching sees it; `used` are the meetings of that month, `lately` those of the last 90 days."""
    return Expert(
        offer.id,
        offer.person_id,
        offer.municipality,
        tuple(OfferedTopic(topic["words"], topic["topic"]) for topic in offer.topics),
        frozenset({"online", "face_to_face"} if offer.format == "either" else {offer.format}),
        tuple(offer.languages),
        offer.per_month,
        used,
        Times.from_json(offer.times) if offer.times else None,
        offer.person.zone,
        municipality(offer.municipality).country,
        lately,
    )
