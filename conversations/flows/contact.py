"""How the other side may reach a person: asked once, before their first yes takes effect."""

from datetime import datetime

from conversations.flow import Answers, Flow, Slot
from conversations.readers import contact
from programme.decisions import AskAnotherTime, GiveContact, PickTime


def given(answers: Answers) -> GiveContact:
    how = answers.get("contact") or {}
    yes = AskAnotherTime if answers["another"] else PickTime
    return GiveContact(
        how.get("email"), how.get("phone"), yes(answers["proposal"], datetime.fromisoformat(answers["start"]))
    )


FLOW = Flow(
    name="contact",
    slots=(Slot("contact", reads=contact(), optional=True),),
    completes=given,
)
