"""A match put to both sides with times, a deadline and its timer."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from conversations.messages import Line
from conversations.outbox import Turn
from conversations.proposal_cards import card
from programme import capacity
from programme.matching import Ranked
from programme.municipality_list import municipality
from programme.proposals import Proposed, Side, answer_deadline, best_times
from programme.times import Times
from storage import offers, timers
from storage import proposals as kept
from storage.tables import Need, Offer, Person, Proposal

ANSWER = "answer"
"""The timer of a proposal's deadline."""
TRY_AGAIN = "try_again"
"""The timer of a need without an expert: capacities are new with the month."""
A_YEAR = timedelta(days=366)
SUPPOSED = ("capacity", "times", "expert_times_differ")
"""Reasons that ranking could only suppose; once the times are chosen it is known."""
BY_THE_WAY = ("met_before", "size", "region")
"""Reasons said after all others."""


def propose(turn: Turn, need: Need, offer: Offer, ranked: Ranked, before: tuple[Line, ...] = ()) -> bool:
    """Put this match to both sides with times; `before` are lines that lead up to it for the asker.

    False when the clocks of the two sides leave no working hour to both, in months in which the expert has room.
    """
    asker, expert = side(need.person, need.times), side(offer.person, offer.times)
    load = load_of(turn, offer)
    closed = capacity.full(offer.per_month, load, expert.zone)
    taken = kept.taken(turn.session, need.person, offer.person)
    days = turn.settings.answer_days
    found = best_times(asker, expert, turn.now, taken=[*taken, *closed], days=days)
    if not found.starts:
        return False
    wanted, possible = need.format, offer.format
    proposal = Proposal(
        need=need,
        offer=offer,
        score=ranked.score,
        reasons=_reasons(ranked, _room(offer, load, found.starts), *_kept_to(need, offer, found)),
        format=wanted if wanted != "either" else possible if possible != "either" else "online",
        place=_place(need, offer),
        times=[time.isoformat() for time in found.starts],
        deadline=min(answer_deadline(turn.now, found.starts[0], one, days) for one in (asker, expert)),
        created_at=turn.now,
    )
    turn.session.add(proposal)
    turn.session.flush()
    need.status = "proposed"
    timers.cancel(turn.session, TRY_AGAIN, need.id)
    timers.promise(turn.session, ANSWER, proposal.id, proposal.deadline)
    turn.say(need.person, card(proposal, "asker", before))
    turn.say(offer.person, card(proposal, "expert"))
    return True


def side(person: Person, times: dict[str, object] | None) -> Side:
    country = municipality(person.municipality).country if person.municipality else "TR"
    return Side(Times.from_json(times) if times else None, person.zone, country)


def load_of(turn: Turn, offer: Offer, besides: int | None = None) -> Counter[date]:
    """By month, what this offer holds already; `besides` names a proposal to be left out."""
    held = offers.held(turn.session, turn.now - A_YEAR, besides)
    return capacity.by_month(held[offer.id], offer.person.zone)


def _reasons(ranked: Ranked, *known: dict[str, Any]) -> list[dict[str, Any]]:
    """Why this expert: what was ranked by, and what is `known` since the times were chosen."""
    ranked_by = [dict(reason) for reason in ranked.reasons if reason["code"] not in SUPPOSED]
    by_the_way = [reason for reason in ranked_by if reason["code"] in BY_THE_WAY]
    return [*(reason for reason in ranked_by if reason not in by_the_way), *known, *by_the_way]


def _kept_to(need: Need, offer: Offer, found: Proposed) -> list[dict[str, Any]]:
    """Whose words the times keep to, or do not; nothing to say when only one side said any and they are kept."""
    if found.keeps_to == "both":
        return [{"code": "times"}] if need.times and offer.times else []
    left_out = [part for part in ("asker", "expert") if part != found.keeps_to]
    return [{"code": f"{part}_times_differ"} for part in left_out]


def _room(offer: Offer, load: Counter[date], starts: Sequence[datetime]) -> dict[str, Any]:
    """What the expert still has free in the month of the first time."""
    month = capacity.month_of(starts[0], offer.person.zone)
    left = capacity.room_in(month, offer.per_month, load)
    of = capacity.most_in_a_month(offer.per_month)
    return {"code": "capacity", "left": left, "of": of, "month": month.isoformat()}


def _place(need: Need, offer: Offer) -> dict[str, Any] | None:
    """Where they would meet face to face, the asker's wish first; None while it is open."""
    for place, host, guest in ((need.place, need, offer), (offer.place, offer, need)):
        if place in ("ours", "theirs"):
            return {"town": (host if place == "ours" else guest).municipality}
        if place and place != "anywhere":
            return {"words": place}
    return None
