"""Elects the one process for what only one may do: the database gives the place, and takes it back from the dead."""

from contextlib import suppress
from threading import Lock
from zlib import crc32

from sqlalchemy import Connection, Engine, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

OURS = crc32(b"imece") >> 1
"""The half of a lock's name that keeps ours apart from other programs' in the same database."""
CONNECTING = {
    "connect_timeout": 3,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 5_000,
}
"""A line that has died without a word is noticed here within seconds (libpq; all but the last in seconds)."""
AND_THERE = ("tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count")
"""And by the server, which lets somebody else have the place."""


class Place:
    """One thing for one process: an advisory lock, held by a connection of its own.

    Beside SQLite there is one process anyway (storage.database.only_process), and it has every place.
    A pooler that gives a connection to several clients in turn must not stand between.
    """

    def __init__(self, engine: Engine, what: str) -> None:
        self.what = what
        self._name = {"ours": OURS, "what": crc32(what.encode()) >> 1}
        self._connection: Connection | None = None
        self._held = self._alone = engine.dialect.name == "sqlite"
        self._one_thread = Lock()
        if not self._alone:
            self._engine = create_engine(
                engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=CONNECTING
            )

    def mine(self) -> bool:
        """Whether this process has the place: asks for it, or makes sure that it still has it."""
        if self._alone:
            return True
        with self._one_thread:
            try:
                self._held = self._ask()
            except DBAPIError:
                self._hang_up()
            return self._held

    def leave(self) -> None:
        """Let somebody else have it, at once if the database can be told."""
        with self._one_thread:
            if self._connection is not None:
                with suppress(DBAPIError):
                    self._connection.execute(text("SELECT pg_advisory_unlock_all()"))
            self._hang_up()

    def _ask(self) -> bool:
        if self._connection is None:
            self._connection = self._engine.connect()
            for setting in AND_THERE:
                self._connection.execute(text(f"SET {setting} = 3"))
        question = "SELECT true" if self._held else "SELECT pg_try_advisory_lock(:ours, :what)"
        return bool(self._connection.scalar(text(question), {} if self._held else self._name))

    def _hang_up(self) -> None:
        """The lock goes with the connection, which must never be opened again behind our back."""
        self._held = self._alone
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
