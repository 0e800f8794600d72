"""Fires what was promised for now: the only loop that reads the clock."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import faults
from bot.patience import Stopping, rest
from bot.transactions import Transactions
from bot.turns import Turns
from programme.settings import Settings
from storage import timers

LOOK_EVERY = 1.0
TRIES = 3
REST_AFTER_FAILURE = timedelta(seconds=20)


@dataclass
class Clock:
    """`rang` is called after each timer, for it may have queued messages.

    Nothing rings unless it `may_ring`: nobody falls silent while the bot cannot hear them.
    """

    transactions: Transactions
    settings: Settings
    turns: Turns
    stop: asyncio.Event
    now: Callable[[], datetime]
    rang: Callable[[], None]
    may_ring: Callable[[Session, datetime], bool] = lambda session, now: True
    _resting: dict[int, datetime] = field(default_factory=dict)
    _ringing: int | None = None

    async def run(self) -> None:
        try:
            while not self.stop.is_set():
                if not await self.ring_next():
                    await rest(self.stop, LOOK_EVERY)
        except Stopping:
            pass

    async def ring_next(self) -> bool:
        """Act for the timer that has been due the longest; False when none is due."""
        now, self._ringing = self.now(), None
        self._resting = {timer: until for timer, until in self._resting.items() if until > now}
        try:
            rang = await self.transactions.patiently(lambda session: self._ring(session, now), self.stop)
        except Stopping:
            raise
        except Exception as error:
            await self._count(error, now)
            return True
        if rang:
            self.rang()
        return rang

    def _ring(self, session: Session, now: datetime) -> bool:
        timer = timers.next_due(session, now, tuple(self._resting))
        if timer is None or not self.may_ring(session, now):
            return False
        self._ringing = timer.id
        self.turns.ring(session, timer, now, self.settings)
        timer.status = "fired"
        return True

    async def _count(self, error: Exception, now: datetime) -> None:
        """A timer that fails rests a while, so that it holds up no other, and is given up after three times."""
        timer = self._ringing
        if timer is None:
            raise error
        faults.note(error, f"ringing timer {timer}")
        await self.transactions.patiently(lambda session: timers.count_failure(session, timer, TRIES), self.stop)
        self._resting[timer] = now + REST_AFTER_FAILURE
