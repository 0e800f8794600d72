"""A person's wish to be erased: what it would end, and then everything about them, everywhere it stands."""

from datetime import timedelta
from typing import Any

from conversations.carry_out.endings import call_off, hand_on
from conversations.carry_out.handing_over import hand_over
from conversations.carry_out.meetings import cancel
from conversations.carry_out.questions import ask_to_erase
from conversations.carry_out.seeking import seek
from conversations.messages import Address, Line, say
from conversations.outbox import Turn, about
from conversations.values import TownName
from programme.decisions import Erase
from storage import erasures, meetings, needs, offers, queue
from storage.emptying import empty
from storage.redaction import redact
from storage.tables import Meeting, Need, Offer, Person

TAKES_BACK = timedelta(hours=48)
"""So long the platform lets a bot delete what it sent."""
AT_ONCE = 100
"""Messages the platform deletes in one call."""


def what_ends(turn: Turn, person: Person) -> dict[str, Any]:
    """What an erasure would end now, as the flow's answers."""
    own: list[Need | Offer] = [*needs.of_person(turn.session, person), *offers.of_person(turn.session, person)]
    coming = meetings.coming(turn.session, person, turn.now)
    met_for = {meeting.proposal.need_id for meeting in coming}
    return {
        "open": [one.reference for one in own if one.status != "agreed" or one.id in met_for],
        "coming": [meeting.starts_at.isoformat() for meeting in coming],
    }


def erase(turn: Turn, person: Person, decision: Erase) -> None:
    """What was chosen. If more would end by now than was said, it is said anew before anything is done."""
    ends = what_ends(turn, person)
    if decision.way == "keep":
        turn.say(person, say("erase.cancelled"))
    elif decision.way == "copy":
        hand_over(turn, person)
        ask_to_erase(person, ends)
    elif ends != {"open": list(decision.open), "coming": list(decision.coming)}:
        ask_to_erase(person, ends)
    else:
        _erase(turn, person)


def _erase(turn: Turn, person: Person) -> None:
    """What was said before loses the name first, so that the others can then be told without it."""
    address, language = Address(person.platform, person.account), person.language
    there = queue.standing_there(turn.session, person.platform, person.account, turn.now - TAKES_BACK)
    erasure = erasures.record(turn.session, person, turn.now)
    redact(turn.session, person, turn.called)
    _end_for_others(turn, person)
    empty(turn.session, person, turn.now)
    turn.answered, turn.pressed = True, None
    key = "erase.done" if there else "erase.done_quietly"
    turn.say_to_chat(address, say(key, reference=erasure.reference), language, in_passing=True)
    for first in range(0, len(there), AT_ONCE):
        queue.put(
            turn.session,
            address.platform,
            address.chat,
            {"text": "", "choices": []},
            turn.now,
            kind="take_back",
            target=",".join(there[first : first + AT_ONCE]),
            in_passing=True,
        )
    turn.alert("erased", about("erasure", erasure.id), reference=erasure.reference)


def _end_for_others(turn: Turn, person: Person) -> None:
    """Everybody who waits for this person or would meet them hears that it comes to nothing; who sought, seeks on."""
    for need in needs.of_person(turn.session, person):
        call_off(turn, need, "erased")
        need.status = "withdrawn" if need.status != "agreed" else need.status
    shared = offers.of_person(turn.session, person)
    for offer in shared:
        offer.status = "withdrawn"
    turn.session.flush()
    for offer in shared:
        hand_on(turn, offer, "erased")
    for meeting in meetings.coming(turn.session, person, turn.now):
        cancel(turn, meeting, erased=person)
        _seek_on(turn, meeting, person)


def _seek_on(turn: Turn, meeting: Meeting, erased: Person) -> None:
    need, offer = meeting.proposal.need, meeting.proposal.offer
    if need.person is not erased:
        seek(turn, need, Line("proposal.not_available", {"town": TownName(offer.municipality)}))
