"""A match put to both sides with times, a deadline and its timer."""

from conversations.messages import Line
from conversations.outbox import Turn
from conversations.proposal_cards import card
from programme.matching import Ranked
from programme.municipality_list import municipality
from programme.proposals import Side, answer_deadline, best_times
from programme.times import Times
from storage import proposals as kept
from storage import timers
from storage.tables import Need, Offer, Person, Proposal

ANSWER = "answer"
"""The timer of a proposal's deadline."""
TRY_AGAIN = "try_again"
"""The timer of a need without an expert: capacities are new with the month."""


def propose(turn: Turn, need: Need, offer: Offer, ranked: Ranked, before: tuple[Line, ...] = ()) -> bool:
    """Put this match to both sides with times; `before` are lines that lead up to it for the asker.

    False when the clocks of the two sides leave no working hour to both.
    """
    asker, expert = side(need.person, need.times), side(offer.person, offer.times)
    taken = kept.taken(turn.session, need.person, offer.person)
    days = turn.settings.answer_days
    times = best_times(asker, expert, turn.now, taken=taken, days=days).starts
    if not times:
        return False
    wanted, possible = need.format, offer.format
    proposal = Proposal(
        need=need,
        offer=offer,
        score=ranked.score,
        reasons=[dict(reason) for reason in ranked.reasons],
        format=wanted if wanted != "either" else possible if possible != "either" else "online",
        times=[time.isoformat() for time in times],
        deadline=min(answer_deadline(turn.now, times[0], one, days) for one in (asker, expert)),
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
