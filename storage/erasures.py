"""The journal of erasures: by it a backup from before is purged of whoever was erased since, without naming anybody."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from storage.database import open_engine, sessions
from storage.emptying import ERASED, empty
from storage.redaction import redact
from storage.tables import Erasure, Person

COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
"""Of scrypt: some 50 ms a guess, since accounts are numbers that a fast hash would let anybody try through."""


def record(session: Session, person: Person, now: datetime) -> Erasure:
    """Note that this person is erased. One salt does for all, so that a backup's people are hashed once each."""
    salt = session.scalar(select(Erasure.salt).order_by(Erasure.id.desc()).limit(1)) or secrets.token_hex(16)
    erasure = Erasure(at=now, salt=salt, hash=_hash(salt, person))
    session.add(erasure)
    session.flush()
    return erasure


def journal(session: Session) -> list[dict[str, Any]]:
    """Every erasure so far, oldest first, as JSON can hold it."""
    return [
        {"number": one.id, "at": one.at.isoformat(), "salt": one.salt, "hash": one.hash}
        for one in session.scalars(select(Erasure).order_by(Erasure.id))
    ]


def journal_of(file: Path) -> list[dict[str, Any]]:
    """The journal in this SQLite file, which is about to make way for a backup; empty where it can be read no more."""
    if not file.exists():
        return []
    engine = open_engine(f"sqlite:///{file}")
    try:
        with sessions(engine)() as session:
            return journal(session)
    except DatabaseError:
        return []
    finally:
        engine.dispose()


def replay(session: Session, entries: Sequence[dict[str, Any]]) -> int:
    """Erase again whoever a journal names and who is back here; how many. Nobody is told a second time.

    Whoever began anew after their erasure stays. References go on from the journal's; run twice, it changes nothing.
    """
    erased_at = {(each["salt"], each["hash"]): datetime.fromisoformat(each["at"]) for each in entries}
    salts = {salt for salt, _ in erased_at}
    again = 0
    for person in session.scalars(
        select(Person).where(Person.account.not_like(f"{ERASED}%")).order_by(Person.id)
    ).all():
        moments = [erased_at.get((salt, _hash(salt, person))) for salt in salts]
        latest = max((moment for moment in moments if moment), default=None)
        if latest and person.created_at <= latest:
            redact(session, person)
            empty(session, person, latest)
            again += 1
    for each in entries:
        if session.get(Erasure, each["number"]) is None:
            at = datetime.fromisoformat(each["at"])
            session.add(Erasure(id=each["number"], at=at, salt=each["salt"], hash=each["hash"]))
    return again


def _hash(salt: str, person: Person) -> str:
    address = f"{person.platform}:{person.account}".encode()
    return hashlib.scrypt(address, salt=bytes.fromhex(salt), **COST).hex()
