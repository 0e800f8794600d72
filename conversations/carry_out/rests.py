"""Needs and offers at rest: paused until a day or until word comes, taken up again, withdrawn."""

from conversations.carry_out.endings import call_off, hand_on
from conversations.carry_out.proposing import TRY_AGAIN
from conversations.carry_out.resting import RESUME, Kind, end_of, kind_of, open_again, rest, resume_button
from conversations.carry_out.seeking import seek, try_waiting
from conversations.carry_out.vouching import refused
from conversations.messages import Line, Say, say
from conversations.outbox import Turn
from conversations.values import On
from programme.decisions import Pause, Resume, Withdraw
from storage import timers
from storage.tables import Need, Offer, Person


def pause(turn: Turn, person: Person, decision: Pause) -> None:
    one = _own(turn, person, decision.what, decision.number)
    if one is None:
        return
    after = decision.until
    until = end_of(after, person.zone) if after else None
    if isinstance(one, Need):
        call_off(turn, one, "paused")
    rest(turn, one, until)
    if isinstance(one, Offer):
        hand_on(turn, one, "paused")
    key = f"pause.done_{decision.what}" if after else f"pause.open_{decision.what}"
    line = Line(key, {"reference": one.reference} | ({"until": On(after)} if after else {}))
    turn.say(person, Say((line,), resume_button(one)))


def resume(turn: Turn, person: Person, decision: Resume) -> None:
    one = _own(turn, person, decision.what, decision.number)
    if one is not None:
        take_up(turn, one)


def take_up(turn: Turn, one: Need | Offer) -> None:
    """Out of the pause again, by word or by timer: said, and tried at once."""
    if one.status != "paused":
        return
    if refused(one.person):
        rest(turn, one, None)
        turn.say(one.person, say("meeting.you_are_refused"))
        return
    open_again(turn, one)
    one.revision += 1
    turn.say(one.person, Say((Line(f"pause.over_{kind_of(one)}", {"reference": one.reference}),)))
    if isinstance(one, Need):
        seek(turn, one)
    else:
        try_waiting(turn)


def withdraw(turn: Turn, person: Person, decision: Withdraw) -> None:
    one = _own(turn, person, decision.what, decision.number)
    if one is None:
        return
    one.status, one.paused_until = "withdrawn", None
    one.revision += 1
    timers.cancel(turn.session, RESUME[decision.what], one.id)
    turn.say(person, say(f"withdraw.done_{decision.what}", reference=one.reference))
    if isinstance(one, Need):
        timers.cancel(turn.session, TRY_AGAIN, one.id)
        call_off(turn, one, "withdrawn")
    else:
        hand_on(turn, one, "withdrawn")


def _own(turn: Turn, person: Person, kind: Kind, number: int) -> Need | Offer | None:
    """The person's own need or offer, while it stands; otherwise a kind word is said."""
    one = turn.session.get(Need, number) if kind == "need" else turn.session.get(Offer, number)
    if one is None or one.person_id != person.id or one.status in ("withdrawn", "agreed"):
        turn.say(person, say(f"{kind}.gone"))
        return None
    return one
