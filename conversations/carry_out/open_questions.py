"""Words that answer an open proposal: a time, a yes, a no, another time, a question."""

from conversations.carry_out import proposals
from conversations.carry_out.meant_times import meant_by_yes, named
from conversations.carry_out.questions import ask_another_start, ask_how_long
from conversations.messages import Line, say
from conversations.outbox import Turn
from conversations.proposal_cards import card, more, part_of, which_time
from conversations.understanding import Reading, read
from programme.decisions import AnswerProposal, Decline, PickTime
from storage.tables import Person, Proposal


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
    named_times = named(proposal, text, reading, person.zone)
    meant = meant_by_yes(proposal, part, turn.now)
    if len(named_times) == 1:
        proposals.pick(turn, person, PickTime(proposal.id, named_times[0]))
    elif named_times and reading.yes_no != "no":
        turn.say(person, which_time(proposal, part))
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
