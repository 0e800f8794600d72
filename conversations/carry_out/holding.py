"""Proposals that wait while a coordinator decides about one of their sides."""

from conversations.carry_out.proposing import ANSWER
from conversations.carry_out.vouching import HELD
from conversations.outbox import Turn
from programme.working_days import add_working_days
from storage import timers
from storage.tables import Proposal


def held(proposal: Proposal) -> bool:
    """Whether it waits for a coordinator's decision about either side."""
    return HELD in (proposal.need.person.standing, proposal.offer.person.standing)


def prolong(turn: Turn, proposal: Proposal) -> None:
    """Nobody lost time by waiting for a coordinator."""
    zone = proposal.need.person.zone
    proposal.deadline = max(proposal.deadline, add_working_days(turn.now, 1, zone, "TR"))
    timers.promise(turn.session, ANSWER, proposal.id, proposal.deadline)
