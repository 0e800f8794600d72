from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from conversations.carry_out.pool import POOL
from storage.database import migrate, open_engine
from tests.conversations.world import World


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file of this release with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("conversations") / "empty.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def engine(migrated: Path) -> Iterator[Engine]:
    opened = open_engine(f"sqlite:///{migrated}")
    yield opened
    opened.dispose()


@pytest.fixture(scope="module")
def connection(engine: Engine) -> Iterator[Connection]:
    """One transaction for a module: every turn in it is a savepoint, and nothing is left in the end."""
    with engine.connect() as connected:
        transaction = connected.begin()
        yield connected
        transaction.rollback()


@pytest.fixture
def world(connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield World(connection)
    savepoint.rollback()
    POOL.forget()
