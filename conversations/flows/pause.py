"""A rest for a need or an offer: until a day, or until the person writes."""

from datetime import date

from conversations.flow import Answers, Flow, Slot
from conversations.until_readers import until
from programme.decisions import Pause


def pause(answers: Answers) -> Pause:
    day = answers["until"]
    return Pause(answers["what"], answers["number"], None if day == "open" else date.fromisoformat(day))


FLOW = Flow(
    name="pause",
    slots=(Slot("until", reads=until()),),
    gaps=lambda answers: {"reference": answers["reference"]},
    completes=pause,
)
