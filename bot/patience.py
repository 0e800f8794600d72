"""Waits out what will pass: a database that is away, a pause that a stop may cut short."""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

log = logging.getLogger(__name__)

T = TypeVar("T")

ROLLED_BACK = "40"
"""PostgreSQL's class of errors that end a deadlock or a conflict of transactions."""


class Stopping(Exception):
    """The bot is ending; what was being tried again is left for the next start."""


class Away(Exception):
    """The database cannot do it now."""


def growing(first: float = 0.5, most: float = 30.0) -> Iterator[float]:
    """Pauses in seconds, each twice the one before."""
    pause = first
    while True:
        yield min(pause, most)
        pause = min(pause * 2, most)


async def rest(stop: asyncio.Event, seconds: float) -> bool:
    """Wait so long, or until the bot ends; whether it does."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return False
    return True


def is_away(error: BaseException) -> bool:
    """Whether the database could not do it now: away, locked, its disk full.

    A wrong query, or a table or column that is not there, is not that: SQLite gives them its plain error.
    """
    if isinstance(error, PoolTimeout):
        return True
    if isinstance(error, OperationalError):
        code = getattr(error.orig, "sqlite_errorcode", None)
        return code is None or code & 0xFF != sqlite3.SQLITE_ERROR
    return isinstance(error, InterfaceError) or (isinstance(error, DBAPIError) and error.connection_invalidated)


def is_overtaken(error: BaseException) -> bool:
    """Whether another transaction at the same moment took the key or held the row: the next try sees what it did."""
    return isinstance(error, IntegrityError) or (
        isinstance(error, DBAPIError) and str(getattr(error.orig, "sqlstate", "")).startswith(ROLLED_BACK)
    )


async def until_back(attempt: Callable[[], Awaitable[T]], stop: asyncio.Event) -> T:
    """Do this, however long the database is away. Raises Stopping when the bot ends meanwhile."""
    for pause in growing():
        try:
            return await attempt()
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("the database is away (%s); waiting", type(getattr(error, "orig", error)).__name__)
        if await rest(stop, pause):
            raise Stopping
    raise AssertionError("pauses never end")
