"""Words that answer an open proposal: a time, a yes, a no, another time, a question."""

from datetime import datetime, timedelta

from conversations.carry_out import proposals
from conversations.carry_out.questions import ask_another_start, ask_how_long
from conversations.messages import Line, say
from conversations.outbox import Turn
from conversations.proposal_cards import Part, card, more, part_of, which_time
from conversations.understanding import Reading, read
from programme.decisions import AnswerProposal, Decline, PickTime
from programme.times import Times, intervals
from storage.tables import Person, Proposal

AN_HOUR = timedelta(hours=1)


def answer(turn: Turn, person: Person, decision: AnswerProposal) -> None:
    """The words, now that it is known for which proposal they were meant."""
    proposal = turn.session.get(Proposal, decision.proposal)
    part = part_of(proposal, person) if proposal else None
    if proposal is None or part is None or proposal.status != "open":
        turn.say(person, say("proposal.over"))
        return
    reading = read(decision.words, now=turn.now, zone=person.zone, pending="proposal")
    if not hear(turn, person, proposal, decision.words, reading):
        turn.say(person, card(proposal, part, (Line("proposal.unclear"),)))


def hear(turn: Turn, person: Person, proposal: Proposal, text: str, reading: Reading) -> bool:
    """Take words for this proposal; False when they say nothing of it."""
    part = part_of(proposal, person)
    if part is None:
        return False
    named = _named(proposal, text, reading, person.zone)
    meant = _meant_by_yes(proposal, part, turn.now)
    if named:
        proposals.pick(turn, person, PickTime(proposal.id, named))
    elif reading.windows:
        ask_another_start(turn, person, proposal, reading)
    elif reading.yes_no == "yes" and len(meant) == 1:
        proposals.pick(turn, person, PickTime(proposal.id, meant[0]))
    elif reading.yes_no == "yes":
        turn.say(person, which_time(proposal, part))
    elif reading.yes_no == "no" and part == "asker":
        proposals.decline(turn, person, Decline(proposal.id, "once"))
    elif reading.yes_no == "no":
        ask_how_long(person, proposal)
    elif reading.intent == "cmd:help":
        turn.say(person, more(proposal, part))
    else:
        return False
    return True


def _meant_by_yes(proposal: Proposal, part: Part, now: datetime) -> list[datetime]:
    """The times a bare yes may mean: those the other side has said yes to, else all that are proposed."""
    theirs = proposal.expert_picks if part == "asker" else proposal.asker_picks
    times = [datetime.fromisoformat(time) for time in theirs or proposal.times]
    return [time for time in times if time > now]


def _named(proposal: Proposal, text: str, reading: Reading, zone: str) -> datetime | None:
    """The proposed time that the words name: by its number, or by a window in which it is the only one."""
    times = [datetime.fromisoformat(time) for time in proposal.times]
    typed = text.strip(" .")
    if typed.isdecimal() and 1 <= int(typed) <= len(times):
        return times[int(typed) - 1]
    if not reading.windows:
        return None
    named = [time for time in times if _within(time, reading.times, zone)]
    return named[0] if len(named) == 1 else None


def _within(start: datetime, times: Times, zone: str) -> bool:
    """A bare hour ("14:30") names its own beginning only, longer stretches all that begins in them."""
    days = (start.date() - timedelta(days=1), start.date() + timedelta(days=1))
    said = intervals(times, zone, *days)
    return any(since == start or (since < start < until and until - since > AN_HOUR) for since, until in said)
