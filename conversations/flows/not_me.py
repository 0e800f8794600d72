"""A polite no to a proposal: for this once, for this month, until a day, or until the person writes again."""

from datetime import date

from conversations.flow import Answers, Flow, Slot
from conversations.until_readers import LENGTHS, how_long
from programme.decisions import Decline


def decline(answers: Answers) -> Decline:
    said = answers["until"]
    if said in LENGTHS:
        return Decline(answers["proposal"], said)
    return Decline(answers["proposal"], "month", last=date.fromisoformat(said))


FLOW = Flow(
    name="not_me",
    slots=(Slot("until", reads=how_long()),),
    completes=decline,
)
