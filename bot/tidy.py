"""Lets go, once a day, of what nobody will ask for any more: keys of old updates, timers long settled."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.patience import Stopping, rest
from bot.transactions import Transactions
from storage import handled, timers

A_DAY = timedelta(days=1)
KEYS_KEPT = timedelta(days=7)
"""No platform brings an update again after so long; Telegram itself forgets it after a day."""
TIMERS_KEPT = timedelta(days=90)


async def keep_tidy(transactions: Transactions, stop: asyncio.Event, now: Callable[[], datetime]) -> None:
    with contextlib.suppress(Stopping):
        while True:
            await transactions.patiently(lambda session: tidy(session, now()), stop)
            if await rest(stop, A_DAY.total_seconds()):
                return


def tidy(session: Session, now: datetime) -> None:
    handled.forget(session, now - KEYS_KEPT)
    timers.forget(session, now - TIMERS_KEPT)
