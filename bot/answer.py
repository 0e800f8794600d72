"""Has what came in answered: one turn in one transaction, tried three times, and parked when it cannot be."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from bot import faults, metrics
from bot.patience import Away, Stopping, rest
from bot.transactions import Transactions
from bot.turns import Turns
from conversations.messages import Incoming, Moved, Press, Reached
from programme.settings import Settings
from storage import chats, handled, queue

T = TypeVar("T")

TRIES = 3
BETWEEN_TRIES = (0.2, 1.0)
"""Seconds; others wait for them too, since nothing is acknowledged before its turn is over."""


@dataclass
class Answering:
    """`answered` is called after each turn, for it may have queued messages.

    While the database is away, `patient` waits as long as it takes; otherwise Away is raised.
    """

    transactions: Transactions
    settings: Settings
    turns: Turns
    stop: asyncio.Event
    now: Callable[[], datetime]
    answered: Callable[[], None]
    patient: bool = True

    async def answer(self, came: Incoming) -> None:
        """Afterwards it is done with, one way or the other. Raises Stopping when the bot ends before that, or Away."""
        began, outcome = time.perf_counter(), "answered"
        while trace := await self._fault(f"answering {came.key}", lambda session: self._turn(session, came)):
            tries = await self._count(came.key, trace)
            if tries >= TRIES:
                await self._apologise(came, trace)
                outcome = "parked"
                break
            if await rest(self.stop, BETWEEN_TRIES[tries - 1]):
                raise Stopping
        metrics.turn_seconds.observe(time.perf_counter() - began)
        metrics.turns.labels(outcome).inc()
        self.answered()

    async def spoil(self, key: str, trace: str) -> None:
        """Park what cannot be answered, or not even read; once, however often it comes."""

        def park(session: Session) -> None:
            if handled.remember(session, key, self.now()):
                self.turns.spoils(session, key, trace, self.now(), self.settings)

        if await self._fault(f"parking {key}", park):
            await self._do(lambda session: handled.give_up(session, key, self.now()))
        metrics.turns.labels("unreadable").inc()
        self.answered()

    def _turn(self, session: Session, came: Incoming) -> None:
        """What came in also says something about what went out: that it arrives, or that this very message did."""
        platform, chat = came.address.platform, came.address.chat
        if not isinstance(came.what, Reached | Moved):
            chats.reopen(session, platform, chat)
        if isinstance(came.what, Press) and came.message:
            queue.proven(session, platform, chat, came.message, came.what.about, came.what.revision)
        self.turns.take(session, came, self.settings)

    async def _count(self, key: str, trace: str) -> int:
        return await self._do(lambda session: handled.count_failure(session, key, trace))

    async def _apologise(self, came: Incoming, trace: str) -> None:
        def apologise(session: Session) -> None:
            self.turns.apologise(session, came, trace, self.settings)

        if await self._fault(f"apologising for {came.key}", apologise):
            await self.spoil(came.key, trace)

    async def _fault(self, doing: str, do: Callable[[Session], None]) -> str:
        """Do this in a transaction. Empty when it is committed, else the trace of what went wrong."""
        try:
            await self._do(do)
        except (Stopping, Away):
            raise
        except Exception as error:
            return faults.note(error, doing)
        return ""

    async def _do(self, do: Callable[[Session], T]) -> T:
        if not self.patient:
            return await self.transactions.at_once(do)
        return await self.transactions.patiently(do, self.stop)
