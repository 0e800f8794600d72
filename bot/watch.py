"""Keeps the loops going, and says so when one of them has fallen silent."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot import faults
from bot.patience import growing, rest

log = logging.getLogger(__name__)

SILENT_TOO_LONG = timedelta(minutes=3)
LOOK_EVERY = 10.0


async def keep_going(
    work: Callable[[], Awaitable[None]], what: str, stop: asyncio.Event, first_pause: float = 1.0
) -> None:
    """A loop that falls over is set up again: no fault of ours may end the bot without a word."""
    for pause in growing(first_pause):
        try:
            await work()
        except Exception as error:
            faults.note(error, what)
        if stop.is_set() or await rest(stop, pause):
            return


async def watch(
    last_heard: Callable[[], datetime | None],
    stop: asyncio.Event,
    now: Callable[[], datetime],
    look_every: float = LOOK_EVERY,
) -> None:
    """Say so, once, when the platform has not been heard for too long, whatever holds up the listening."""
    began, silent = now(), False
    while not await rest(stop, look_every):
        since = last_heard() or began
        late = now() - since > SILENT_TOO_LONG
        if late and not silent:
            log.error("nothing fetched from the platform since %s", since.isoformat(timespec="seconds"))
        silent = late
