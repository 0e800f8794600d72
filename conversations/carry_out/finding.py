"""Who might be asked for a need: the offers and what is remembered of their people, as matching sees them."""

from collections import Counter
from datetime import datetime

from conversations.carry_out.memory import RECENT, remember
from conversations.carry_out.pool import POOL, offered
from conversations.carry_out.proposing import A_YEAR, side
from conversations.outbox import Turn
from programme.capacity import by_month, month_of, used_in
from programme.caps import A_WEEK, PROPOSALS_A_WEEK
from programme.experts import Expert, Sought
from programme.matching import Ranked, given_by, rank
from programme.municipality_list import municipality
from programme.proposals import earliest_start, last_day_searched
from programme.times import Times, intervals
from programme.topic_fit import meaning
from programme.topics import Topics
from storage import changes, offers
from storage import proposals as kept
from storage.tables import Need, Offer

MOST = 300
"""Offers that are weighed for a need: those whose topic fits best."""


def find(turn: Turn, need: Need, topic: str | None = None) -> list[Ranked]:
    """Experts who fit this need and have not had it yet, best first; with a topic, as if that were sought."""
    memory = remember(turn, need)
    sought = Sought(
        Topics.load()[topic].label(need.person.language) if topic else need.words,
        (topic,) if topic else tuple(need.topics),
        need.format,
        tuple(need.languages),
        Times.from_json(need.times) if need.times else None,
        need.municipality,
        need.person.zone,
        declined=memory.declined,
        turned_down=memory.turned_down,
        reluctant=memory.reluctant,
        met=kept.met(turn.session, need.person, turn.now),
    )
    lately = offers.load(turn.session, turn.now - RECENT)
    asked = kept.put(turn.session, turn.now - A_WEEK)
    pool = [
        one
        for one in _likely(turn, sought, need, lately)
        if one.person_id != need.person_id and asked[one.person_id] < PROPOSALS_A_WEEK
    ]
    when, held = wished_for(turn.now, need), offers.held(turn.session, turn.now - A_YEAR)
    experts = [
        expert(offer, used(offer, held[offer.id], when), lately[offer.person_id], memory.silent[offer.person_id])
        for offer in pool
    ]
    sharing = offers.sharing(turn.session, lately.keys() - {need.person_id})
    return rank(sought, experts, turn.now.date(), given=given_by(sharing, lately))


def _likely(turn: Turn, sought: Sought, need: Need, lately: Counter[int]) -> list[Offer]:
    """The offers nearest to what is sought; of those that fit alike, of the people who gave least lately."""
    likely = [
        one
        for one in POOL.likely(turn.session, meaning(Topics.load(), sought.words, sought.topics))
        if one.person not in (need.person_id, *sought.declined)
        and one.municipality not in (sought.municipality, *sought.turned_down)
    ]
    likely.sort(key=lambda one: (-round(one.fit, 4), lately[one.person], one.offer))
    return offers.active(turn.session, {*changes.here(turn.session), *(one.offer for one in likely[:MOST])})


def wished_for(now: datetime, need: Need) -> datetime:
    """The first hour at which the asker would meet and an expert asked now could."""
    asker = side(need.person, need.times)
    soonest = earliest_start(now, asker)
    hours = intervals(asker.times, asker.zone, soonest.date(), last_day_searched(now, asker))
    return next((until for _, until in hours if until > soonest), soonest)


def used(offer: Offer, held: list[list[datetime]], when: datetime) -> int:
    """Of what the expert agreed to in the month of that moment, how much is set or asked already."""
    load = by_month(held, offer.person.zone)
    return used_in(month_of(when, offer.person.zone), offer.per_month, load)


def expert(offer: Offer, held: int, lately: int, silent: int) -> Expert:
    """An offer as matching sees it; `held` are the meetings of that month.

    `lately` are the person's meetings, `silent` their unanswered proposals of the last 90 days.
    """
    return Expert(
        offer.id,
        offer.person_id,
        offer.municipality,
        tuple(offered(offer)),
        frozenset({"online", "face_to_face"} if offer.format == "either" else {offer.format}),
        tuple(offer.languages),
        offer.per_month,
        held,
        Times.from_json(offer.times) if offer.times else None,
        offer.person.zone,
        municipality(offer.municipality).country,
        lately,
        silent,
    )
