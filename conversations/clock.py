"""What happens when something promised falls due."""

from datetime import datetime

from sqlalchemy.orm import Session

from conversations.carry_out.endings import silence
from conversations.carry_out.proposing import ANSWER, TRY_AGAIN
from conversations.carry_out.resting import RESUME
from conversations.carry_out.rests import take_up
from conversations.carry_out.seeking import seek
from conversations.learning import know
from conversations.messages import Line
from conversations.outbox import Turn
from programme.settings import Settings
from storage import retention
from storage.tables import Need, Offer, Proposal, Timer


def ring(session: Session, timer: Timer, now: datetime, settings: Settings) -> None:
    """Do what this timer was set for, if it still makes sense; the caller notes that it fired."""
    know(session)
    turn = Turn(session, settings, now)
    if timer.what == ANSWER:
        if proposal := session.get(Proposal, timer.about, with_for_update=True, populate_existing=True):
            silence(turn, proposal)
    elif timer.what == TRY_AGAIN:
        need = session.get(Need, timer.about)
        if need and need.status == "open":
            seek(turn, need, Line("need.found_after_all", {"reference": need.reference}), quietly=True)
    elif timer.what in RESUME.values():
        of_need = timer.what == RESUME["need"]
        resting = session.get(Need, timer.about) if of_need else session.get(Offer, timer.about)
        if resting:
            take_up(turn, resting)
    elif timer.what == retention.SWEEP:
        retention.keep_to_periods(session, now)
    else:
        raise LookupError(f"no such timer: {timer.what}")
