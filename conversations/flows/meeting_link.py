"""A coordinator gives the link of a meeting for which no template is set."""

from conversations.flow import Flow, Slot
from conversations.readers import link
from conversations.values import TownName
from programme.decisions import GiveLink

FLOW = Flow(
    name="meeting_link",
    slots=(Slot("link", reads=link()),),
    gaps=lambda answers: {"asker": TownName(answers["asker"]), "expert": TownName(answers["expert"])},
    completes=lambda answers: GiveLink(answers["meeting"], answers["link"]),
)
