"""What a decision changes, and whom it tells: a table from decisions to what is done, one file a noun."""

from collections.abc import Callable
from typing import Any

from conversations.carry_out import (
    erasing,
    meetings,
    needs,
    offers,
    open_questions,
    people,
    proposals,
    questions,
    reporting,
    rests,
)
from conversations.outbox import Turn
from programme import decisions
from programme.decisions import Decision
from storage.tables import Person

DOES: dict[type[Any], Callable[[Turn, Person, Any], None]] = {
    decisions.Introduce: people.introduce,
    decisions.RecordNeed: needs.record,
    decisions.RecordOffer: offers.record,
    decisions.Pause: rests.pause,
    decisions.Resume: rests.resume,
    decisions.Withdraw: rests.withdraw,
    decisions.PickTime: proposals.pick,
    decisions.AskAnotherTime: proposals.ask_another_time,
    decisions.Decline: proposals.decline,
    decisions.GiveContact: proposals.give_contact,
    decisions.GiveLink: meetings.give_link,
    decisions.AnswerProposal: open_questions.answer,
    decisions.Erase: erasing.erase,
    decisions.Begin: questions.begin,
    decisions.Report: reporting.report,
}


def carry_out(turn: Turn, person: Person, decision: Decision) -> None:
    """Do what the person decided; every right is looked up anew, for the decision may be old."""
    DOES[type(decision)](turn, person, decision)
