"""The audit log for coordinators: the newest entries, people by name as long as they are known."""

from typing import Any

from conversations.messages import Choice, Line, Say
from conversations.outbox import Turn
from conversations.values import At
from conversations.wording import exists
from storage import audit
from storage.acts import OPERATOR
from storage.tables import Entry, Person

SHOWN = 20


def tell(turn: Turn, person: Person, onwards: tuple[tuple[Choice, ...], ...]) -> None:
    """To coordinators only; whoever else asks is told so."""
    if not person.coordinator:
        turn.say(person, Say((Line("audit.for_coordinators"),), onwards))
        return
    entries = audit.newest(turn.session, SHOWN)
    known = audit.people_named(turn.session, entries)
    head = Line("audit.newest" if entries else "audit.nothing")
    turn.say(person, Say((head, *(_line(entry, known) for entry in entries)), onwards))


def _line(entry: Entry, known: dict[str, Person]) -> Line:
    kind, _, word = entry.about.partition(":")
    about = _named(word, known) if kind == "person" else entry.about
    key = f"audit.{entry.action}"
    did: Any = Line(key) if exists(key) else entry.action
    who: Any = Line("audit.bot") if entry.actor is None else _named(entry.actor, known)
    return Line(
        "audit.entry", {"number": str(entry.number), "at": At(entry.at), "who": who, "did": did, "about": about}
    )


def _named(pseudonym: str, known: dict[str, Person]) -> Any:
    if pseudonym == OPERATOR:
        return Line("audit.operator")
    person = known.get(pseudonym)
    return person.name if person and person.name else pseudonym[:6]
