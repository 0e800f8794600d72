"""A polite no to a proposal: for this once, for this month, or until the person writes again."""

from conversations.flow import Flow, Slot
from conversations.until_readers import how_long
from programme.decisions import Decline

FLOW = Flow(
    name="not_me",
    slots=(Slot("until", reads=how_long()),),
    completes=lambda answers: Decline(answers["proposal"], answers["until"]),
)
