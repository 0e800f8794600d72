"""Copies of a SQLite database: made while the bot goes on, put back while nobody works on it, checked both times."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.database import ONLY_OWNER, known_revision, migrate, only_process, open_engine, sessions
from storage.tables import Heard

BESIDE = ("", "-wal", "-shm")
"""What a SQLite database consists of on the disk."""


class NoBackup(Exception):
    """This file is none that could be put back, or none can be written there; the text says why."""


@dataclass(frozen=True)
class Counted:
    """Rows by table."""

    rows: dict[str, int]

    @property
    def whole(self) -> int:
        return sum(self.rows.values())


def back_up(source: Path, into: Path) -> Counted:
    """A whole copy of this database as it is at one moment, in a file of its own that only its owner may read.

    Whoever works on the database goes on meanwhile. Raises NoBackup when the copy cannot be written or is not sound.
    """
    if into.exists():
        raise NoBackup(f"{into} is there already")
    if not source.exists():
        raise NoBackup(f"there is no database {source} yet")
    unfinished = into.with_name(f"{into.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(ONLY_OWNER)
        counted = _copy(source, unfinished)
        _to_disk(unfinished)
        unfinished.rename(into)
        _to_disk(into.parent)
    except (OSError, sqlite3.DatabaseError) as error:
        unfinished.unlink(missing_ok=True)
        raise NoBackup(f"{into}: {getattr(error, 'strerror', None) or error}") from None
    return counted


def put_back(
    file: Path, database: Path, now: datetime, then: Callable[[Session], object] = lambda session: None
) -> tuple[Counted, Path | None]:
    """Make this copy the database, brought up to this release, and keep the old one beside it; where that is now.

    `then` has its say in what is put back before anybody works on it. What people wrote since the copy was made is
    not in it, so they are told at the next start. Raises InUse while a process works on the database, NoBackup when
    the file is no sound copy of one; then nothing has changed.
    """
    with only_process(f"sqlite:///{database}"):
        fresh = database.with_name(f"{database.name}.restored")
        _remove(fresh)
        try:
            _check_release(file)
            fresh.touch(ONLY_OWNER)
            _copy(file, fresh)
            counted = _bring_up_to_date(fresh, now, then)
        except BaseException as error:
            _remove(fresh)
            if isinstance(error, OSError | sqlite3.DatabaseError):
                raise NoBackup(f"{file}: {getattr(error, 'strerror', None) or error}") from None
            raise
        aside = _set_aside(database, now) if database.exists() else None
        fresh.rename(database)
        _to_disk(database.parent)
    return counted, aside


def _copy(source: Path, into: Path) -> Counted:
    """Page by page from one moment's view of the source, and checked against that view."""
    with closing(_reading(source)) as old, closing(sqlite3.connect(into)) as new:
        old.execute("BEGIN")
        counted = _count(old)
        old.backup(new)
        old.rollback()
        new.execute("PRAGMA journal_mode=DELETE")
        (told,) = new.execute("PRAGMA integrity_check(1)").fetchone()
        if told != "ok" or _count(new) != counted:
            raise NoBackup(f"{source} is damaged: its copy is not sound")
    return counted


def _reading(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        raise NoBackup(f"there is no file {file}")
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=30)


def _count(connection: sqlite3.Connection) -> Counted:
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
    return Counted({name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables})


def _check_release(file: Path) -> None:
    """That this release knows what is in the file."""
    with closing(_reading(file)) as connection:
        ours = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone() if ours else None
    if found is None:
        raise NoBackup(f"{file} is no copy of İmece's database")
    if not known_revision(found[0]):
        raise NoBackup(f"{file} is of a newer release ({found[0]}); bring the program up to date first")


def _bring_up_to_date(file: Path, now: datetime, then: Callable[[Session], object]) -> Counted:
    url = f"sqlite:///{file}"
    migrate(url)
    engine = open_engine(url)
    with sessions(engine).begin() as session:
        then(session)
        for heard in session.scalars(select(Heard)):
            heard.lost_until = now
    engine.dispose()
    with closing(_reading(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return _count(connection)


def _set_aside(database: Path, now: datetime) -> Path:
    """Give the old database another name, with all that belongs to it: its journal would be read into the new one."""
    with suppress(sqlite3.DatabaseError), closing(_reading(database)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    aside = database.with_name(f"{database.name}.before-{now:%Y-%m-%d-%H%M%S}")
    for ending in BESIDE:
        part = database.with_name(database.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def _remove(file: Path) -> None:
    for ending in BESIDE:
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
