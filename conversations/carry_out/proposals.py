"""What either side answers to a proposal: this time, another time, not me."""

from datetime import datetime, timedelta

from conversations import learning
from conversations.carry_out import endings, meetings
from conversations.carry_out.holding import held
from conversations.carry_out.proposing import ANSWER, load_of, side
from conversations.carry_out.questions import ask_contact, reachable_by_others, yeses_that_waited
from conversations.messages import Line, say
from conversations.outbox import Turn
from conversations.proposal_cards import Part, across, another, card, other_side, part_of, picks, suits
from conversations.values import At, Month, TownName
from programme.capacity import month_of, room_in
from programme.decisions import AskAnotherTime, Decline, GiveContact, PickTime
from programme.meetings import MINUTES
from programme.proposals import answer_deadline, earliest_start, first_common
from programme.working_days import add_working_days
from storage import proposals as kept
from storage import timers
from storage.tables import Person, Proposal

MOST_TIMES = 6


def pick(turn: Turn, person: Person, decision: PickTime) -> None:
    """This time suits this side; the first that suits both is the meeting."""
    found = _open(turn, person, decision.proposal)
    if found is None:
        return
    proposal, part = found
    if held(proposal):
        turn.say(person, say("report.proposal_waits"))
        return
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
    if held(proposal):
        turn.say(person, say("report.proposal_waits"))
        return
    if decision.start.isoformat() in picks(proposal, across(part)):
        pick(turn, person, PickTime(decision.proposal, decision.start))
        return
    if against := _against(turn, proposal, part, decision.start):
        turn.say(person, card(proposal, part, (against,)))
        return
    if not reachable_by_others(person):
        ask_contact(person, decision)
        return
    _add(turn, proposal, part, decision.start)
    if _settle(turn, proposal):
        return
    other = other_side(proposal, part)
    town = TownName(other.municipality or "")
    turn.say(person, say("proposal.asked", town=town, deadline=At(proposal.deadline)))
    turn.say(other, another(proposal, part, decision.start))


def decline(turn: Turn, person: Person, decision: Decline) -> None:
    """Not this side, for as long as they said."""
    found = _open(turn, person, decision.proposal)
    if found is not None:
        endings.decline(turn, person, *found, decision)


def give_contact(turn: Turn, person: Person, decision: GiveContact) -> None:
    """Keep how the person is reached, then let every yes of theirs that waited for it take effect."""
    person.email, person.phone = decision.email or person.email, decision.phone or person.phone
    person.contact_asked = True
    for then in (decision.then, *yeses_that_waited(person)):
        if isinstance(then, PickTime):
            pick(turn, person, then)
        else:
            ask_another_time(turn, person, then)


def _against(turn: Turn, proposal: Proposal, part: Part, start: datetime) -> Line | None:
    """Why the other side cannot be asked for this start. An expert may give more than they agreed to, of themselves."""
    offer = proposal.offer
    if start < earliest_start(turn.now, side(other_side(proposal, part), None)):
        return Line("proposal.time_gone")
    if _clashes(turn, proposal, start):
        return Line("proposal.clash", {"at": At(start)})
    month = month_of(start, offer.person.zone)
    if part == "asker" and not room_in(month, offer.per_month, load_of(turn, offer, besides=proposal.id)):
        return Line("proposal.month_full", {"town": TownName(offer.municipality), "month": Month(month)})
    return None


def _add(turn: Turn, proposal: Proposal, part: Part, start: datetime) -> None:
    """Put this start beside the others, with as much room to answer as the times that wait for the other side allow.

    Of the times nobody has chosen, those too near for that go.
    """
    other = side(other_side(proposal, part), None)
    soonest, days = earliest_start(turn.now, other), turn.settings.answer_days
    theirs = picks(proposal, across(part))
    when = {time: datetime.fromisoformat(time) for time in (*proposal.times, start.isoformat())}
    mine = {*picks(proposal, part), start.isoformat()}
    waiting = {time for time in mine.difference(theirs) if when[time] >= soonest}
    proposal.deadline = answer_deadline(turn.now, min(when[time] for time in waiting), other, days)
    unhurried = add_working_days(proposal.deadline, 1, other.zone, other.country)
    still = {time for time, at in when.items() if at >= unhurried or (time in theirs and at > turn.now)}
    others = sorted(still - waiting)
    proposal.times = sorted([*waiting, *others[max(0, len(others) + len(waiting) - MOST_TIMES) :]])
    proposal.asker_picks = [time for time in proposal.asker_picks if time in proposal.times]
    proposal.expert_picks = [time for time in proposal.expert_picks if time in proposal.times]
    _note(proposal, part, start.isoformat())
    proposal.revision += 1
    timers.promise(turn.session, ANSWER, proposal.id, proposal.deadline)


def _open(turn: Turn, person: Person, number: int) -> tuple[Proposal, Part] | None:
    """The proposal and this person's side of it, while it can be answered; otherwise a kind word is said."""
    turn.session.flush()
    proposal = turn.session.get(Proposal, number, with_for_update=True, populate_existing=True)
    part = part_of(proposal, person) if proposal else None
    if proposal is None or part is None:
        turn.say(person, say("proposal.not_yours"))
        return None
    if proposal.status != "open":
        turn.say(person, say("proposal.over_agreed" if proposal.status == "agreed" else "proposal.over"))
        return None
    return proposal, part


def _wants_to_hear(proposal: Proposal, part: Part) -> bool:
    """Whether the other side is told which time suits: who asked hears the first, who chose others hears every one."""
    theirs = picks(proposal, across(part))
    return bool(theirs) or (part == "expert" and len(picks(proposal, part)) == 1)


def _note(proposal: Proposal, part: Part, start: str) -> None:
    picked = sorted({*picks(proposal, part), start})
    if part == "asker":
        proposal.asker_picks = picked
    else:
        proposal.expert_picks = picked


def _settle(turn: Turn, proposal: Proposal) -> bool:
    """Make the meeting when both picked a time."""
    both = [[datetime.fromisoformat(time) for time in picks(proposal, part)] for part in ("asker", "expert")]
    start = first_common(*both)
    if start is None:
        return False
    endings.end(turn, proposal, "agreed")
    learning.agreed(turn, proposal)
    meetings.agree(turn, proposal, start)
    return True


def _clashes(turn: Turn, proposal: Proposal, start: datetime) -> bool:
    end = start + timedelta(minutes=MINUTES)
    taken = kept.taken(turn.session, proposal.need.person, proposal.offer.person)
    return any(start < until and since < end for since, until in taken)
