"""Words that answer an open proposal: a time, a yes, a no, another time, a question."""

from conversations.carry_out import proposals
from conversations.carry_out.meant_times import meant_by_yes, named
from conversations.carry_out.questions import ask_another_start, ask_how_long
from conversations.messages import Line, say
from conversations.outbox import Turn
from conversations.proposal_cards import Part, card, more, part_of, start_of, which_time
from conversations.understanding import Reading, read
from conversations.understanding.answers import wish
from conversations.understanding.line import line
from conversations.wording import Reader, label
from programme.decisions import AnswerProposal, Decline, PickTime
from programme.words import fold
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
    """Take words for this proposal: a button's label or number first; False when they say nothing of it."""
    part = part_of(proposal, person)
    if part is None:
        return False
    named_times = named(proposal, text, reading, person.zone)
    meant = meant_by_yes(proposal, part, turn.now)
    if value := _button_named(person, proposal, part, text) or (not reading.windows and wish(line(text).plain)):
        press(turn, person, proposal, part, value)
    elif len(named_times) == 1:
        proposals.pick(turn, person, PickTime(proposal.id, named_times[0]))
    elif named_times and reading.yes_no != "no":
        turn.say(person, which_time(proposal, part))
    elif reading.windows:
        ask_another_start(turn, person, proposal, reading)
    elif reading.yes_no == "yes" and len(meant) == 1:
        proposals.pick(turn, person, PickTime(proposal.id, meant[0]))
    elif reading.yes_no == "yes":
        turn.say(person, which_time(proposal, part))
    elif reading.yes_no == "no":
        press(turn, person, proposal, part, "no")
    else:
        return False
    return True


def press(turn: Turn, person: Person, proposal: Proposal, part: Part, value: str) -> bool:
    """Do what a button of the card says; False when no such button was ever on it."""
    if value == "another":
        ask_another_start(turn, person, proposal)
    elif value == "more":
        turn.say(person, more(proposal, part))
    elif value == "no" and part == "asker":
        proposals.decline(turn, person, Decline(proposal.id, "once"))
    elif value == "no":
        ask_how_long(person, proposal)
    elif start := start_of(value):
        proposals.pick(turn, person, PickTime(proposal.id, start))
    else:
        return False
    return True


def _button_named(person: Person, proposal: Proposal, part: Part, text: str) -> str:
    """The value of the card's button that these words name, by its label or its number."""
    reader = Reader(person.language, person.zone)
    buttons = [choice for row in card(proposal, part).choices for choice in row if choice.press]
    labels = [fold(label(Line(choice.label, choice.values), reader)) for choice in buttons]
    typed = fold(text).strip(" .!?")
    place = int(typed) - 1 if typed.isdecimal() and len(typed) < 3 else labels.index(typed) if typed in labels else -1
    chosen = buttons[place].press if 0 <= place < len(buttons) else None
    return chosen.value if chosen else ""
