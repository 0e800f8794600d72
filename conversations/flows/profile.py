"""What is on record about the person: name, municipality, how to be reached."""

from conversations.flow import Answers, Context, Flow, Slot, Unclear, Understood
from conversations.introduction import WHO, who_says
from conversations.readers import contact, yes
from conversations.understanding import Reading
from programme.decisions import Introduce


def fills(reading: Reading, context: Context) -> dict[str, Understood | Unclear]:
    filled = who_says(reading, context)
    if reading.email or reading.phone:
        filled["contact"] = Understood({"email": reading.email} if reading.email else {"phone": reading.phone})
    return filled


def introduce(answers: Answers) -> Introduce:
    reached = answers.get("contact") or {}
    return Introduce(answers["name"], answers["municipality"], reached.get("email"), reached.get("phone"))


FLOW = Flow(
    name="profile",
    commands=("profil", "profile"),
    slots=(*WHO, Slot("contact", reads=contact(), optional=True), Slot("confirm", reads=yes())),
    fills=fills,
    completes=introduce,
)
