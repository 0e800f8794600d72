"""Taking a need or an offer back for good: said first, done after a yes."""

from conversations.flow import Flow, Slot
from conversations.readers import yes
from programme.decisions import Withdraw

FLOW = Flow(
    name="withdraw",
    slots=(Slot("sure", reads=yes()),),
    gaps=lambda answers: {"reference": answers["reference"]},
    completes=lambda answers: Withdraw(answers["what"], answers["number"]),
)
