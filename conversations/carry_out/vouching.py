"""Whether a coordinator vouches for somebody, and what that allows."""

from conversations.outbox import Turn
from storage.tables import Person

HELD = "held"
"""The standing of whoever was reported, until a coordinator decides."""


def known_to_programme(turn: Turn, person: Person) -> bool:
    """Whether this person's name and contact may be shown to the other side."""
    doubted = person.standing in ("refused", HELD)
    return person.standing == "confirmed" or (not turn.settings.confirm_people and not doubted)


def refused(person: Person) -> bool:
    """A coordinator could not confirm them: nothing is sought or passed on for them."""
    return person.standing == "refused"
