"""Plain functions of a session, each run as one transaction in a thread, so that the loop never waits for a disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.patience import Away, is_away, is_overtaken, until_back
from storage.database import sessions

T = TypeVar("T")

OVERTAKEN_AT_MOST = 3


class Transactions:
    """SQLite has one writer at a time, so one thread serves it best; other engines take several side by side."""

    def __init__(self, engine: Engine) -> None:
        self._sessions = sessions(engine)
        self._threads = ThreadPoolExecutor(1 if engine.dialect.name == "sqlite" else 8, "transaction")

    async def once(self, do: Callable[[Session], T]) -> T:
        """Commits when `do` returns, rolls back when it raises; does it anew when another transaction overtook it."""

        def transaction() -> T:
            with self._sessions.begin() as session:
                return do(session)

        def overtaken_at_most() -> T:
            for _ in range(OVERTAKEN_AT_MOST):
                try:
                    return transaction()
                except DBAPIError as error:
                    if not is_overtaken(error):
                        raise
            return transaction()

        return await asyncio.get_running_loop().run_in_executor(self._threads, overtaken_at_most)

    async def at_once(self, do: Callable[[Session], T]) -> T:
        """The same; raises Away when the database cannot do it now."""
        try:
            return await self.once(do)
        except Exception as error:
            if is_away(error):
                raise Away from error
            raise

    async def patiently(self, do: Callable[[Session], T], stop: asyncio.Event) -> T:
        """The same, however long the database is away. Raises Stopping when the bot ends meanwhile."""
        return await until_back(lambda: self.once(do), stop)

    def close(self) -> None:
        self._threads.shutdown()
