"""Opens the database: one schema on two engines, and transactions that do not lose each other's writes."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.types import DateTime, TypeDecorator

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_MS = 5_000
ONLY_OWNER = 0o600
"""Who may read what people said; what SQLite makes beside its file gets the same rights."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. Naive values are refused, for nobody can say what they mean."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class InUse(Exception):
    """Another process holds this SQLite file."""


class NoDatabase(Exception):
    """No database can be at such an address, or not one that can be opened here."""


def look_at(url: str) -> None:
    """Raises NoDatabase, with what is wrong, when this URL cannot be opened here. Nobody is called."""
    try:
        create_engine(url).dispose()
    except ModuleNotFoundError as error:
        raise NoDatabase(f"the Python package {error.name} is not installed, which this database needs") from None
    except ImportError as error:
        raise NoDatabase(str(error).strip().partition("\n")[0]) from None
    except (ArgumentError, ValueError):
        raise NoDatabase("is no address of a database, as in sqlite:///imece.db") from None
    if "[" in (make_url(url).host or ""):  # an IPv6 address that is never closed
        raise NoDatabase("is no address of a database, as in sqlite:///imece.db")
    file = sqlite_file(url)
    if file is None and make_url(url).get_backend_name() == "sqlite":
        raise NoDatabase("names no file, and what is only in memory is lost at the end")
    if file and not file.absolute().parent.is_dir():
        raise NoDatabase(f"there is no folder for {file}")


def open_engine(url: str, foreign_keys: bool = True) -> Engine:
    """An engine on the database at this SQLAlchemy URL. Its errors never quote what people wrote."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "secure_delete=ON",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        # The driver's own deferred transactions lose concurrent increments; a writer says so from the start.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def sessions(engine: Engine) -> sessionmaker[Session]:
    return sessionmaker(engine, expire_on_commit=False)


def leave_no_trace(session: Session) -> None:
    """What this transaction takes away shall not stay in the files either."""
    session.info["leaves_no_trace"] = True


def sweep(session: Session) -> None:
    """After the commit: have SQLite write its journal back and empty it, if something was to leave no trace.

    Freed pages are overwritten anyway (`secure_delete`). PostgreSQL overwrites in its own time, by its vacuum.
    """
    bind = session.info.pop("leaves_no_trace", False) and session.get_bind()
    if bind and bind.dialect.name == "sqlite":
        connection = bind.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()


def migrate(url: str) -> None:
    """Bring the schema up to this release, in one transaction; nothing happens when it is there already.

    Raises NoDatabase when it is that of a newer release.
    """
    # A batch ALTER with foreign keys on deletes the children that cascade; they are checked afterwards instead.
    file = sqlite_file(url)
    if file and not file.exists():
        file.touch(ONLY_OWNER)
    engine = open_engine(url, foreign_keys=False)
    config = _alembic()
    with engine.begin() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        if found and not known_revision(found):
            raise NoDatabase(f"is of a newer release ({found}): bring the program up to date")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if engine.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise RuntimeError(f"migration left {len(broken)} rows without their parents")
    engine.dispose()


def newest_revision() -> str | None:
    """The revision this release brings a database to."""
    return ScriptDirectory.from_config(_alembic()).get_current_head()


def known_revision(revision: str) -> bool:
    """Whether this release knows the revision; it does not know those of a newer one."""
    try:
        return ScriptDirectory.from_config(_alembic()).get_revision(revision) is not None
    except CommandError:
        return False


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


@contextmanager
def only_process(url: str) -> Iterator[None]:
    """Hold the one place beside a SQLite file for as long as the block runs.

    Raises InUse when another process has it. Other engines coordinate by themselves.
    """
    file = sqlite_file(url)
    if file is None:
        yield
        return
    lock: IO[str]
    with lock_of(file).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise InUse(str(file)) from None
        yield


def sqlite_file(url: str) -> Path | None:
    """The file this URL names; None for other engines, and for a database in memory."""
    database = make_url(url)
    named = database.database if database.get_backend_name() == "sqlite" else None
    return Path(named) if named and named != ":memory:" else None


def lock_of(file: Path) -> Path:
    """Held by the one process that works on this SQLite file."""
    return file.with_name(f"{file.name}.lock")
