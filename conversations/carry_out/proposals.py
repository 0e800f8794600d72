"""A match put to both sides: accepted, moved, declined, or handed on when nobody answers."""

from datetime import datetime, timedelta
from typing import Literal

from conversations.carry_out import meetings
from conversations.carry_out.proposing import ANSWER, side
from conversations.carry_out.questions import ask_contact, reachable_by_others, yeses_that_waited
from conversations.carry_out.resting import rest, resting
from conversations.carry_out.seeking import next_month, seek
from conversations.messages import Line, Say, say
from conversations.outbox import Turn, about
from conversations.proposal_cards import Part, another, card, other_side, part_of, suits
from conversations.values import At, TownName
from programme.decisions import AskAnotherTime, Decline, GiveContact, PickTime
from programme.proposals import answer_deadline, earliest_start, first_common
from storage import proposals as kept
from storage import timers
from storage.tables import Need, Offer, Person, Proposal

MINUTES = 60
MOST_TIMES = 6


def pick(turn: Turn, person: Person, decision: PickTime) -> None:
    """This time suits this side; the first that suits both is the meeting."""
    found = _open(turn, person, decision.proposal)
    if found is None:
        return
    proposal, part = found
    start = decision.start.isoformat()
    if start not in proposal.times or decision.start <= turn.now:
        turn.say(person, card(proposal, part, (Line("proposal.time_gone"),)))
        return
    if _clashes(turn, proposal, decision.start):
        turn.say(person, card(proposal, part, (Line("proposal.clash", {"at": At(decision.start)}),)))
        return
    if not reachable_by_others(person):
        ask_contact(person, decision)
        return
    _note(proposal, part, start)
    if not _settle(turn, proposal):
        turn.say(person, card(proposal, part, edits=True))
        if _wants_to_hear(proposal, part):
            turn.say(other_side(proposal, part), suits(proposal, part, decision.start))


def ask_another_time(turn: Turn, person: Person, decision: AskAnotherTime) -> None:
    """Put a further time to the other side; it counts as picked by whoever asks for it."""
    found = _open(turn, person, decision.proposal)
    if found is None:
        return
    proposal, part = found
    other = other_side(proposal, part)
    if decision.start < earliest_start(turn.now, side(other, None)):
        turn.say(person, card(proposal, part, (Line("proposal.time_gone"),)))
        return
    if _clashes(turn, proposal, decision.start):
        turn.say(person, card(proposal, part, (Line("proposal.clash", {"at": At(decision.start)}),)))
        return
    if not reachable_by_others(person):
        ask_contact(person, decision)
        return
    start = decision.start.isoformat()
    ahead = [time for time in proposal.times if datetime.fromisoformat(time) > turn.now and time != start]
    proposal.times = sorted([*ahead[-(MOST_TIMES - 1) :], start])
    proposal.asker_picks = [time for time in proposal.asker_picks if time in proposal.times]
    proposal.expert_picks = [time for time in proposal.expert_picks if time in proposal.times]
    _note(proposal, part, start)
    proposal.revision += 1
    if _settle(turn, proposal):
        return
    first = datetime.fromisoformat(proposal.times[0])
    proposal.deadline = answer_deadline(turn.now, first, side(other, None), turn.settings.answer_days)
    timers.promise(turn.session, ANSWER, proposal.id, proposal.deadline)
    town = TownName(other.municipality or "")
    turn.say(person, say("proposal.asked", town=town, deadline=At(proposal.deadline)))
    turn.say(other, another(proposal, part, decision.start))


def decline(turn: Turn, person: Person, decision: Decline) -> None:
    """Not this side: rest as long as they said, and ask the next expert."""
    found = _open(turn, person, decision.proposal)
    if found is None:
        return
    proposal, part = found
    need, offer = proposal.need, proposal.offer
    _end(turn, proposal, "declined", part, decision.reason)
    if part == "asker":
        turn.say(offer.person, say("proposal.asker_declined", town=TownName(need.municipality)))
        seek(turn, need)
        return
    if decision.until != "once":
        rest(turn, offer, next_month(turn.now) if decision.until == "month" else None)
    turn.say(person, say(f"proposal.declined_{decision.until}"))
    turn.alert(
        "decline", about("need", need.id), reference=need.reference, town=TownName(offer.municipality), words=need.words
    )
    key = "proposal.busy_this_month" if decision.until == "month" else "proposal.not_available"
    seek(turn, need, Line(key, {"town": TownName(offer.municipality)}))


def give_contact(turn: Turn, person: Person, decision: GiveContact) -> None:
    """Keep how the person is reached, then let every yes of theirs that waited for it take effect."""
    person.email, person.phone = decision.email or person.email, decision.phone or person.phone
    person.contact_asked = True
    for then in (decision.then, *yeses_that_waited(person)):
        if isinstance(then, PickTime):
            pick(turn, person, then)
        else:
            ask_another_time(turn, person, then)


def silence(turn: Turn, proposal: Proposal) -> None:
    """The deadline has passed: hand the need on, tell both sides and the coordinators."""
    if proposal.status != "open":
        return
    need, offer = proposal.need, proposal.offer
    town, seeker = TownName(offer.municipality), TownName(need.municipality)
    asker_is_silent = bool(proposal.expert_picks) and not proposal.asker_picks
    both_answered = bool(proposal.expert_picks and proposal.asker_picks)
    ended_by: Part | None = None if both_answered else "asker" if asker_is_silent else "expert"
    _end(turn, proposal, "silent", ended_by)
    turn.alert("silence", about("need", need.id), reference=need.reference, asker=seeker, expert=town)
    if asker_is_silent:
        turn.say(offer.person, Say((Line("proposal.asker_silent", {"town": seeker}),)))
        rest(turn, need, None)
        turn.say(need.person, resting(need, "proposal.you_were_silent"))
        return
    turn.say(offer.person, Say((Line("proposal.time_is_up", {"town": seeker}),)))
    key = "proposal.no_common_time" if both_answered else "proposal.expert_silent"
    seek(turn, need, Line(key, {"town": town}))


def call_off(turn: Turn, need: Need, why: Literal["changed", "withdrawn", "paused", "unreachable"]) -> None:
    """End the need's open proposal, if there is one, from the asker's side; the expert may be asked again."""
    for proposal in kept.of_need(turn.session, need):
        if proposal.status == "open":
            _end(turn, proposal, "closed", "asker")
            lines = (Line(f"proposal.off_{why}", {"town": TownName(need.municipality)}),)
            turn.say(proposal.offer.person, Say(lines))


def hand_on(turn: Turn, offer: Offer, key: str) -> None:
    """The expert is not there any more: every need put to them goes on to the next."""
    for proposal in kept.open_of_offer(turn.session, offer):
        _end(turn, proposal, "declined", "expert")
        seek(turn, proposal.need, Line(key, {"town": TownName(offer.municipality)}))


def _open(turn: Turn, person: Person, number: int) -> tuple[Proposal, Part] | None:
    """The proposal and this person's side of it, while it can be answered; otherwise a kind word is said."""
    proposal = turn.session.get(Proposal, number, with_for_update=True)
    part = part_of(proposal, person) if proposal else None
    if proposal is None or part is None:
        turn.say(person, say("proposal.not_yours"))
        return None
    if proposal.status != "open":
        turn.say(person, say("proposal.over_agreed" if proposal.status == "agreed" else "proposal.over"))
        return None
    return proposal, part


def _picks(proposal: Proposal, part: Part) -> list[str]:
    return list(proposal.asker_picks if part == "asker" else proposal.expert_picks)


def _wants_to_hear(proposal: Proposal, part: Part) -> bool:
    """Whether the other side is told which time suits: who asked hears the first, who chose others hears every one."""
    theirs = _picks(proposal, "expert" if part == "asker" else "asker")
    return bool(theirs) or (part == "expert" and len(_picks(proposal, part)) == 1)


def _note(proposal: Proposal, part: Part, start: str) -> None:
    picks = sorted({*_picks(proposal, part), start})
    if part == "asker":
        proposal.asker_picks = picks
    else:
        proposal.expert_picks = picks


def _settle(turn: Turn, proposal: Proposal) -> bool:
    """Make the meeting when both picked a time."""
    both = [[datetime.fromisoformat(time) for time in _picks(proposal, part)] for part in ("asker", "expert")]
    start = first_common(*both)
    if start is None:
        return False
    _end(turn, proposal, "agreed", None)
    meetings.agree(turn, proposal, start, MINUTES)
    return True


def _end(turn: Turn, proposal: Proposal, status: str, by: Part | None, reason: str | None = None) -> None:
    proposal.status, proposal.ended_by, proposal.reason = status, by, reason
    proposal.revision += 1
    timers.cancel(turn.session, ANSWER, proposal.id)


def _clashes(turn: Turn, proposal: Proposal, start: datetime) -> bool:
    end = start + timedelta(minutes=MINUTES)
    taken = kept.taken(turn.session, proposal.need.person, proposal.offer.person)
    return any(start < until and since < end for since, until in taken)
