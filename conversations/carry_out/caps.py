"""Whether somebody has as much open as one person may; they hear what to do then."""

from conversations.messages import say
from conversations.outbox import Turn, button
from programme.caps import OPEN
from storage import needs, offers
from storage.tables import Person


def full(turn: Turn, person: Person, kind: str) -> bool:
    """True when nothing more of this kind is taken from this person now, and that is said."""
    kept = needs.of_person(turn.session, person) if kind == "need" else offers.of_person(turn.session, person)
    if sum(one.status != "agreed" for one in kept) < OPEN[kind]:
        return False
    turn.say(person, say(f"{kind}.full", (button("menu.status_button", "menu", "status"),), most=OPEN[kind]))
    return True
