"""Somebody wrote a topic and nothing else: do they seek support on it, or share their experience?"""

from conversations.flow import Flow, Slot
from conversations.readers import one_of
from programme.decisions import Begin

FLOW = Flow(
    name="bare_topic",
    slots=(Slot("side", reads=one_of("need", "offer", kind="side", reads=lambda reading: reading.intent)),),
    completes=lambda answers: Begin(answers["side"], answers["words"]),
    passing=True,
)
