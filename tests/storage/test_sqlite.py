"""SQLite as it is opened here: transactions that lose nothing, all of it on the disk, one process at a time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from storage.database import InUse, only_process, sessions
from storage.tables import Timer

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def url(file: str) -> str:
    return file


def test_two_who_count_at_once_lose_nothing(engine: Engine) -> None:
    times = 100
    opened = sessions(engine)
    with opened.begin() as session:
        session.add(Timer(what="count", about=1, due_at=NOON))

    def count(_: int) -> None:
        for _ in range(times):
            with opened.begin() as session:
                timer = session.scalars(select(Timer)).one()
                timer.tries += 1

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(count, range(2)))
    with opened.begin() as session:
        assert session.scalars(select(Timer)).one().tries == 2 * times


def test_what_is_committed_is_on_the_disk(engine: Engine) -> None:
    with engine.begin() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2


def test_a_second_process_is_refused(url: str) -> None:
    with only_process(url), pytest.raises(InUse), only_process(url):
        pass
    with only_process(url):
        pass


def test_two_files_do_not_hinder_each_other(tmp_path: Path) -> None:
    with only_process(f"sqlite:///{tmp_path}/one.db"), only_process(f"sqlite:///{tmp_path}/two.db"):
        pass


def test_rows_keep_their_parents(engine: Engine) -> None:
    with engine.begin() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
