"""How a need or an offer is put to rest, and how that looks."""

from datetime import UTC, date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from conversations.carry_out.proposing import TRY_AGAIN
from conversations.messages import Choice, Line, Say
from conversations.outbox import Turn, about, button
from storage import timers
from storage.tables import Need, Offer

RESUME = {"need": "resume_need", "offer": "resume_offer"}
"""The timers that end a rest."""
Kind = Literal["need", "offer"]


def kind_of(resting: Need | Offer) -> Kind:
    return "need" if isinstance(resting, Need) else "offer"


def rest(turn: Turn, one: Need | Offer, until: datetime | None) -> None:
    """Pause quietly; with a moment it resumes by itself."""
    one.status, one.paused_until = "paused", until
    one.revision += 1
    what = RESUME[kind_of(one)]
    if isinstance(one, Need):
        timers.cancel(turn.session, TRY_AGAIN, one.id)
    if until:
        timers.promise(turn.session, what, one.id, until)
    else:
        timers.cancel(turn.session, what, one.id)


def open_again(turn: Turn, one: Need | Offer) -> None:
    """Out of the pause, if it was in one; nothing is said."""
    one.status = "open" if isinstance(one, Need) else "active"
    one.paused_until = None
    timers.cancel(turn.session, RESUME[kind_of(one)], one.id)


def end_of(day: date, zone: str) -> datetime:
    """The last minute of a day by the clocks of a zone, in UTC."""
    return datetime.combine(day, time(23, 59), ZoneInfo(zone)).astimezone(UTC)


def resting(one: Need | Offer, key: str) -> Say:
    """Words about something at rest, with the button that takes it up again."""
    return Say((Line(key, {"reference": one.reference}),), resume_button(one))


def resume_button(one: Need | Offer) -> tuple[tuple[Choice, ...], ...]:
    return ((button("pause.resume", about(kind_of(one), one.id), "resume", one.revision),),)
