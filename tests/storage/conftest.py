from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage.database import migrate, open_engine, sessions
from tests.engines import BOTH


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of an empty database of this release."""
    path = tmp_path_factory.mktemp("storage") / "empty.db"
    migrate(f"sqlite:///{path}")
    return path.read_bytes()


@pytest.fixture
def file(migrated: bytes, tmp_path: Path) -> str:
    """The URL of an empty SQLite database."""
    (tmp_path / "imece.db").write_bytes(migrated)
    return f"sqlite:///{tmp_path}/imece.db"


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, of either engine in turn."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("file"))
    return str(request.getfixturevalue("postgres_server").fresh())


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with sessions(engine).begin() as opened:
        yield opened
