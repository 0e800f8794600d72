"""Notes until when all that was written has been answered: after a long outage people are told, once."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import faults
from bot.patience import Stopping
from bot.transactions import Transactions
from bot.turns import Turns
from bot.watch import SILENT_TOO_LONG
from programme.settings import Settings
from storage import hearing

log = logging.getLogger(__name__)

NOTE_EVERY = timedelta(minutes=1)


@dataclass
class Hearing:
    """`kept` is for how long the platform keeps what people write; `told` is called after messages were queued."""

    platform: str
    kept: timedelta
    transactions: Transactions
    settings: Settings
    turns: Turns
    stop: asyncio.Event
    now: Callable[[], datetime]
    told: Callable[[], None]
    _noted_at: datetime | None = None

    async def caught_up(self) -> None:
        """All that waited on the platform is answered. Raises Stopping when the bot ends meanwhile."""
        now = self.now()
        if self._noted_at and abs(now - self._noted_at) < NOTE_EVERY:
            return
        try:
            await self.transactions.patiently(lambda session: self._note(session, now), self.stop)
        except Stopping:
            raise
        except Exception as error:
            faults.note(error, "telling of an outage")
            await self.transactions.patiently(self._only_note, self.stop)
        self._noted_at = now
        self.told()

    def is_heard(self, session: Session, now: datetime) -> bool:
        """Whether an answer that was given in time has been heard by now, whichever process hears."""
        return hearing.is_recent(session, self.platform, now, SILENT_TOO_LONG)

    def _note(self, session: Session, now: datetime) -> None:
        lost = hearing.note(session, self.platform, now, self.kept)
        if lost:
            log.error("messages from %s to %s are lost", lost.since.isoformat(), lost.until.isoformat())
            self.turns.missed(session, self.platform, lost, now, self.settings)

    def _only_note(self, session: Session) -> None:
        hearing.note(session, self.platform, self.now(), self.kept)
