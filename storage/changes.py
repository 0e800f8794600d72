"""Which offers changed: numbered as they are committed, so that every process can follow what it has not seen.

An offer changes with anything of its own, and when its person can be reached, or asked, no more or again.
"""

import secrets
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import and_, event, inspect, select, update
from sqlalchemy.orm import Session, UOWTransaction

from storage.tables import Offer, Person, Stamp

OFFERS = "offers"
_HERE = "offers changed in this transaction"
FINDABLE = and_(Offer.status == "active", Person.reachable, Person.standing.not_in(("refused", "held")))
"""Of an offer joined with its person: whether it may be proposed."""


class Mark(NamedTuple):
    """The number of the newest change, and the database's own word, without which numbers tell nothing."""

    database: str
    number: int


class Changed(NamedTuple):
    """A changed offer as it is now."""

    id: int
    person: int
    municipality: str
    topics: list[Any]
    findable: bool


def mark(session: Session) -> Mark | None:
    """None before the first change."""
    said = session.scalar(select(Stamp.mark).where(Stamp.what == OFFERS))
    return _read(said) if said else None


def since(session: Session, number: int) -> Iterable[Changed]:
    """The offers changed after that number, oldest first."""
    kept = select(Offer.id, Offer.person_id, Offer.municipality, Offer.topics, FINDABLE).join(Offer.person)
    return (Changed(*row) for row in session.execute(kept.where(Offer.change > number).order_by(Offer.id)))


def here(session: Session) -> set[int]:
    """The offers changed in this transaction, which have no number yet."""
    session.flush()
    return _here(session)


def _here(session: Session) -> set[int]:
    changed: set[int] = session.info.setdefault(_HERE, set())
    return changed


@event.listens_for(Session, "after_flush")
def _note(session: Session, _: UOWTransaction) -> None:
    for one in (*session.new, *session.dirty):
        if isinstance(one, Offer) and session.is_modified(one):
            _here(session).add(one.id)
        elif isinstance(one, Person) and _comes_or_goes(one):
            _here(session).update(session.scalars(select(Offer.id).where(Offer.person_id == one.id)))


def _comes_or_goes(person: Person) -> bool:
    known = inspect(person).attrs
    return any(known[name].history.has_changes() for name in ("reachable", "standing"))


@event.listens_for(Session, "before_commit")
def _number(session: Session) -> None:
    """Last of all, so that nobody waits for the stamp while something else is held."""
    changed = here(session)
    if not changed or session.in_nested_transaction():
        return
    stamp = session.get(Stamp, OFFERS, with_for_update=True, populate_existing=True)
    last = _read(stamp.mark) if stamp else Mark(secrets.token_hex(8), 0)
    stamp = stamp or Stamp(what=OFFERS)
    stamp.mark = f"{last.database}:{last.number + 1}"
    session.add(stamp)
    numbered = update(Offer).where(Offer.id.in_(changed)).values(change=last.number + 1)
    session.execute(numbered, execution_options={"synchronize_session": False})
    changed.clear()


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    _here(session).clear()


def _read(said: str) -> Mark:
    database, number = said.split(":")
    return Mark(database, int(number))
