"""A database that is locked, full or wrong."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from bot.patience import Stopping, growing, is_away, until_back
from bot.transactions import Transactions


def test_a_locked_database_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "locked.db"
    somebody = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    somebody.execute("CREATE TABLE words (word TEXT)")
    somebody.execute("BEGIN IMMEDIATE")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 0})
    tries: list[None] = []

    def write(session) -> None:
        tries.append(None)
        if len(tries) == 2:
            somebody.execute("COMMIT")
        session.execute(text("INSERT INTO words VALUES ('merhaba')"))

    async def work() -> None:
        transactions = Transactions(engine)
        await transactions.patiently(write, asyncio.Event())
        transactions.close()

    asyncio.run(work())
    assert len(tries) == 2
    assert somebody.execute("SELECT count(*) FROM words").fetchone() == (1,)
    somebody.close()
    engine.dispose()


def test_a_full_disk_is_waited_for_and_a_wrong_query_is_not(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/full.db")
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE words (word TEXT)"))
        connection.execute(text("PRAGMA max_page_count = 2"))
        with pytest.raises(OperationalError) as full:
            connection.execute(text("INSERT INTO words VALUES (:word)"), {"word": "x" * 100_000})
        with pytest.raises(OperationalError) as wrong:
            connection.execute(text("SELECT * FROM nowhere"))
        with pytest.raises(OperationalError) as strange:
            connection.execute(text("INSERT INTO words (never_heard_of) VALUES ('merhaba')"))
    engine.dispose()
    assert is_away(full.value)
    assert not is_away(wrong.value)
    assert not is_away(strange.value)


def test_an_ending_bot_waits_no_longer() -> None:
    async def work() -> None:
        stop = asyncio.Event()

        async def away() -> None:
            stop.set()
            raise OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))

        await until_back(away, stop)

    with pytest.raises(Stopping):
        asyncio.run(work())


def test_pauses_grow_up_to_a_limit() -> None:
    pauses = growing(1, 5)
    assert [next(pauses) for _ in range(5)] == [1, 2, 4, 5, 5]
