"""After an outage in which messages were lost: whoever may have been left unanswered is asked to write again."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from conversations.carry_out.proposing import ANSWER, side
from conversations.messages import Line, Say
from conversations.outbox import Turn, button
from conversations.proposal_cards import card
from conversations.values import At
from programme.proposals import answer_deadline
from programme.settings import Settings
from storage import hearing, timers
from storage.tables import Person, Proposal

A_DAY = 1
"""Working days that a side has at least, after the outage, to answer what was put to it before."""


def missed(session: Session, platform: str, lost: hearing.Lost, now: datetime, settings: Settings) -> None:
    """Nobody falls silent for what they could not say: deadlines that passed or are near give a working day more."""
    turn = Turn(session, settings, now)
    told = hearing.with_something_open(session, platform, now)
    for person in told:
        line = Line("answers.outage", {"since": At(lost.since), "until": At(lost.until)})
        turn.say(person, Say((line,), ((button("menu.status_button", "menu", "status"),),)))
    for proposal in session.scalars(select(Proposal).where(Proposal.status == "open").order_by(Proposal.id)):
        if _given_more_time(turn, proposal):
            _show_again(turn, proposal.need.person, proposal)
            _show_again(turn, proposal.offer.person, proposal)
    away = f"platform:{platform}"
    turn.alert("outage", away, since=At(lost.since), until=At(lost.until), people=len(told))


def _given_more_time(turn: Turn, proposal: Proposal) -> bool:
    """Not when the times themselves have passed or are too near: then it is over, and the next one is sought."""
    times = [start for time in proposal.times if (start := datetime.fromisoformat(time)) > turn.now]
    if not times:
        return False
    sides = (side(one, None) for one in (proposal.need.person, proposal.offer.person))
    deadline = min(answer_deadline(turn.now, min(times), one, A_DAY) for one in sides)
    if deadline <= max(turn.now, proposal.deadline):
        return False
    proposal.deadline = deadline
    timers.promise(turn.session, ANSWER, proposal.id, deadline)
    return True


def _show_again(turn: Turn, person: Person, proposal: Proposal) -> None:
    turn.say(person, card(proposal, "asker" if person is proposal.need.person else "expert"))
