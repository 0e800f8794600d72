"""Buttons: what each answers, authorised anew and checked against the state of what it was made for."""

from html import escape
from typing import TypeVar

from conversations import dialogue, menu, standing
from conversations.carry_out import confirming, open_questions
from conversations.messages import Address, Line, Press, Say, say
from conversations.outbox import Turn
from conversations.proposal_cards import card, part_of
from storage import queue
from storage.tables import Need, Offer, Person, Proposal

Kept = TypeVar("Kept", Need, Offer, Proposal)
LONGEST_NUMBER = 10
"""Numbers of this many digits are more than a database counts to; none of ours has them."""


def take(turn: Turn, person: Person, press: Press) -> None:
    """Do what a button says in a private chat; an old one gets a kind word and the current question."""
    kind, _, number = press.about.partition(":")
    match kind:
        case "draft":
            _draft(turn, person, press)
        case "menu" if press.value in menu.RUNS:
            menu.run(turn, person, press.value)
        case "proposal":
            _proposal(turn, person, _find(turn, Proposal, number), press)
        case "need" | "offer":
            found = _find(turn, Need, number) if kind == "need" else _find(turn, Offer, number)
            _own(turn, person, found, press)
        case "person" | "meeting" | "words":
            confirming.take(turn, person, press, Address(person.platform, person.account))
        case _:
            _old(turn, person)


def _draft(turn: Turn, person: Person, press: Press) -> None:
    draft = dialogue.draft_of(person)
    if draft is None or press.revision != person.revision:
        _old(turn, person)
        return
    _echo(turn, person, press)
    dialogue.press(turn, person, draft, press.value)


def _proposal(turn: Turn, person: Person, proposal: Proposal | None, press: Press) -> None:
    part = part_of(proposal, person) if proposal else None
    if proposal is None or part is None:
        turn.say(person, say("proposal.not_yours"))
    elif proposal.status != "open":
        turn.say(person, say("proposal.over_agreed" if proposal.status == "agreed" else "proposal.over"))
    elif press.revision != proposal.revision:
        turn.say(person, card(proposal, part, (Line("proposal.changed"),)))
    else:
        if press.value == "no" and part == "asker":
            _echo(turn, person, press)
        if not open_questions.press(turn, person, proposal, part, press.value):
            _old(turn, person)


def _own(turn: Turn, person: Person, one: Need | Offer | None, press: Press) -> None:
    if one is None or one.person_id != person.id or one.status == "withdrawn":
        turn.say(person, say("answers.not_there"))
    elif press.revision != one.revision and press.value != "show":
        turn.say(person, say("answers.old_button"))
        standing.show(turn, person, one)
    else:
        standing.pressed(turn, person, one, press.value)


def _old(turn: Turn, person: Person) -> None:
    """A button from another time: said kindly, then the question that is open now."""
    waits = dialogue.draft_of(person) is not None
    turn.say(person, Say((Line("answers.old_button"),), () if waits else menu.keyboard()))
    dialogue.ask_again(turn, person)


def _echo(turn: Turn, person: Person, press: Press) -> None:
    """Write the choice beneath the question it answered, and take the buttons away."""
    row = queue.sent_as(turn.session, person.platform, person.account, turn.pressed) if turn.pressed else None
    if row is None or press.value in ("change", "back") or press.value.startswith("slot:"):
        return
    buttons = [button for choices in row.body["choices"] for button in choices]
    chosen = next((one for one in buttons if (one.get("about"), one.get("value")) == (press.about, press.value)), None)
    if chosen is None:
        return
    body = {"text": f"{row.body['text']}\n<i>✓ {escape(chosen['label'], quote=False)}</i>", "choices": []}
    queue.put(turn.session, person.platform, person.account, body, turn.now, kind="edit", target=turn.pressed)
    turn.pressed = None


def _find(turn: Turn, table: type[Kept], number: str) -> Kept | None:
    return turn.session.get(table, int(number)) if number.isdecimal() and len(number) < LONGEST_NUMBER else None
