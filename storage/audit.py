"""The audit log: who did what, as ids; each entry carries the hash of the last, so that none can be altered unseen."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from storage.tables import Entry, Person, Stamp

MOMENT, ACTOR = "audit_moment", "audit_actor"
"""Where a session says when and whose act it is (storage/acts.py)."""
_NOTED = "audit_noted"
_HEAD = "audit"
"""The stamp that holds the last entry's hash: an end cut off is missed too."""
_LOCK = 6
"""The advisory lock under which entries are appended one after the other."""


@dataclass(frozen=True)
class Chain:
    """`broken_at` is the number of the first entry that does not fit the one before; None when all do."""

    entries: int
    head: str
    broken_at: int | None


def note(session: Session, action: str, about: str) -> None:
    """Write down at the end of this transaction that its actor did this, in no words of a person's."""
    session.info.setdefault(_NOTED, []).append((action, about))


def of_person(person: Person) -> str:
    """A person as the log names them."""
    return f"person:{person.pseudonym}"


def forget(person: Person) -> None:
    """From here on nobody can say whom the entries so far mean; the chain stays whole."""
    person.pseudonym = token_hex(8)


def newest(session: Session, most: int) -> list[Entry]:
    """The last entries, newest first."""
    return list(session.scalars(select(Entry).order_by(Entry.number.desc()).limit(most)))


def happened(session: Session, actor: Person, action: str, about: str) -> bool:
    """Whether this person did this before."""
    same = select(Entry.number).where(Entry.about == about, Entry.action == action, Entry.actor == actor.pseudonym)
    return session.scalar(same.limit(1)) is not None


def people_named(session: Session, entries: Iterable[Entry]) -> dict[str, Person]:
    """By pseudonym, whoever of those named is still known."""
    named = {word for entry in entries for word in (entry.actor, entry.about.removeprefix("person:")) if word}
    return {one.pseudonym: one for one in session.scalars(select(Person).where(Person.pseudonym.in_(named)))}


def check(session: Session) -> Chain:
    """Read the whole chain again."""
    count, head = 0, ""
    with session.scalars(select(Entry).order_by(Entry.number).execution_options(yield_per=1000)) as entries:
        for entry in entries:
            count += 1
            if entry.number != count or entry.hash != _hash(head, entry):
                return Chain(count, head, entry.number)
            head = entry.hash
    stamped = session.scalar(select(Stamp.mark).where(Stamp.what == _HEAD)) or ""
    return Chain(count, head, None if stamped == head else count + 1)


@event.listens_for(Session, "before_commit")
def _write(session: Session) -> None:
    """Last of all: appending goes one after the other, and nobody should wait long for it."""
    session.flush()
    noted = session.info.pop(_NOTED, [])
    if not noted:
        return
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    last = next(iter(newest(session, 1)), None)
    before, head = (last.number, last.hash) if last else (0, "")
    at, actor = session.info.get(MOMENT) or datetime.now(UTC), session.info.get(ACTOR)
    for number, (action, about) in enumerate(dict.fromkeys(noted), before + 1):
        entry = Entry(number=number, at=at, actor=actor, action=action, about=about)
        entry.hash = head = _hash(head, entry)
        session.add(entry)
    session.merge(Stamp(what=_HEAD, mark=head))


@event.listens_for(Session, "after_soft_rollback")
def _drop(session: Session, _transaction: object) -> None:
    session.info.pop(_NOTED, None)


def _hash(head: str, entry: Entry) -> str:
    said = [head, entry.number, entry.at.astimezone(UTC).isoformat(), entry.actor, entry.action, entry.about]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
