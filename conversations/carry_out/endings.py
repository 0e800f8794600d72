"""A proposal that comes to nothing: declined, silent past its deadline, called off, handed on to the next expert."""

from datetime import datetime
from typing import Literal

from conversations.carry_out.holding import held, prolong
from conversations.carry_out.proposing import ANSWER
from conversations.carry_out.resting import end_of, rest, resting
from conversations.carry_out.seeking import seek
from conversations.messages import Line, say
from conversations.outbox import Turn, about
from conversations.proposal_cards import Part
from conversations.values import On, TownName
from programme.capacity import next_month
from programme.decisions import Decline
from storage import proposals as kept
from storage import timers
from storage.tables import Need, Offer, Person, Proposal

Away = Literal["paused", "withdrawn", "changed", "moved", "unreachable", "refused"]
"""Why an expert who was asked is not there any more."""
Off = Literal["changed", "withdrawn", "paused", "unreachable", "refused", "erased"]
"""Why a need that was put to an expert is not there any more."""


def end(turn: Turn, proposal: Proposal, status: str, by: Part | None = None) -> None:
    proposal.status, proposal.ended_by = status, by
    proposal.revision += 1
    timers.cancel(turn.session, ANSWER, proposal.id)


def decline(turn: Turn, person: Person, proposal: Proposal, part: Part, decision: Decline) -> None:
    """Not this side: rest as long as they said, and ask the next expert."""
    need, offer = proposal.need, proposal.offer
    end(turn, proposal, "declined", part)
    proposal.reason = decision.reason
    if part == "asker":
        turn.say(offer.person, say("proposal.asker_declined", town=TownName(need.municipality)))
        seek(turn, need)
        return
    proposal.declined_for = decision.until
    if decision.until != "once":
        rest(turn, offer, _until(turn, person, decision))
    if decision.last:
        turn.say(person, say("proposal.declined_days", day=On(decision.last)))
    else:
        turn.say(person, say(f"proposal.declined_{decision.until}"))
    _alert(turn, "decline", need, TownName(offer.municipality), decision.until)
    key = "proposal.busy_this_month" if decision.until == "month" else "proposal.not_available"
    seek(turn, need, Line(key, {"town": TownName(offer.municipality)}))


def _until(turn: Turn, person: Person, decision: Decline) -> datetime | None:
    if decision.last:
        return end_of(decision.last, person.zone)
    return next_month(turn.now, person.zone) if decision.until == "month" else None


def silence(turn: Turn, proposal: Proposal) -> None:
    """The deadline has passed: hand the need on, tell both sides and the coordinators.

    An asker who leaves two proposals in a row unanswered, or one that the expert has answered, is asked before a
    further expert is.
    """
    if proposal.status != "open":
        return
    if held(proposal):
        prolong(turn, proposal)
        return
    need, offer = proposal.need, proposal.offer
    town, seeker = TownName(offer.municipality), TownName(need.municipality)
    expert_waits = bool(proposal.expert_picks) and not proposal.asker_picks
    both_answered = bool(proposal.expert_picks and proposal.asker_picks)
    asker_rests = expert_waits or (_unheard(proposal) and _unheard(kept.before(turn.session, proposal)))
    end(turn, proposal, "silent", None if both_answered else "asker" if expert_waits else "expert")
    turn.alert("silence", about("need", need.id), reference=need.reference, asker=seeker, expert=town)
    key = "proposal.asker_silent" if expert_waits else "proposal.time_is_up"
    turn.say(offer.person, say(key, town=seeker))
    if asker_rests:
        rest(turn, need, None)
        turn.say(need.person, resting(need, "proposal.you_were_silent"))
        return
    key = "proposal.no_common_time" if both_answered else "proposal.expert_silent"
    seek(turn, need, Line(key, {"town": town}))


def call_off(turn: Turn, need: Need, why: Off) -> None:
    """End the need's open proposal, if there is one, from the asker's side; the expert may be asked again."""
    for proposal in kept.of_need(turn.session, need):
        if proposal.status == "open":
            end(turn, proposal, "closed", "asker")
            turn.say(proposal.offer.person, say(f"proposal.off_{why}", town=TownName(need.municipality)))


def hand_on(turn: Turn, offer: Offer, why: Away | Literal["erased"], known_as: str | None = None) -> None:
    """The expert is not there as proposed: every need put to them goes on, to the next or to the changed offer.

    `known_as` is the municipality under which they were proposed, where that is another now. Of somebody erased no
    coordinator hears whose offer it was.
    """
    town = TownName(known_as or offer.municipality)
    changed = why in ("changed", "moved")
    for proposal in kept.open_of_offer(turn.session, offer):
        end(turn, proposal, "declined", "expert")
        if changed:
            turn.say(offer.person, say("proposal.off_by_you", town=TownName(proposal.need.municipality)))
        if why != "erased":
            _alert(turn, "handed_on", proposal.need, town, why)
        key = "proposal.offer_changed" if changed else "proposal.not_available"
        seek(turn, proposal.need, Line(key, {"town": town}))


def _unheard(proposal: Proposal | None) -> bool:
    """Neither side said anything to it until its end."""
    silent = proposal is not None and proposal.status in ("open", "silent")
    return proposal is not None and silent and not proposal.asker_picks and not proposal.expert_picks


def _alert(turn: Turn, kind: str, need: Need, town: TownName, why: str) -> None:
    because = Line(f"alerts.because_{why}")
    what = about("need", need.id)
    turn.alert(kind, what, reference=need.reference, town=town, words=need.words, because=because)
