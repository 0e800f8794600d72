"""Does what only one process may do, while this one is it; another takes over within seconds of its end."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

from bot import metrics
from bot.patience import rest
from storage.election import Place

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
ANSWERS_WITHIN = 5.0
"""Seconds; a database that says nothing for longer may have given the place away."""


async def while_elected(place: Place, work: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event) -> None:
    """Stand for the place until the bot ends, and work whenever it is ours; `work` ends when the event it gets is set.

    Should both an old and a new holder work for a moment, rows are taken under locks: nothing is done twice for it.
    """
    while not stop.is_set():
        if await _mine(place):
            log.info("this process is the one for %s", place.what)
            await _serve(place, work, stop)
        elif await rest(stop, LOOK_EVERY):
            return


async def _serve(place: Place, work: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event) -> None:
    over = asyncio.Event()
    watching = asyncio.create_task(_watch(place, stop, over))
    metrics.place_held.labels(place.what).set(1)
    try:
        await work(over)
    finally:
        metrics.place_held.labels(place.what).set(0)
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
        await asyncio.to_thread(place.leave)


async def _watch(place: Place, stop: asyncio.Event, over: asyncio.Event) -> None:
    while not await rest(stop, LOOK_EVERY):
        if not await _mine(place):
            log.warning("this process is no longer the one for %s", place.what)
            break
    over.set()


async def _mine(place: Place) -> bool:
    try:
        return await asyncio.wait_for(asyncio.to_thread(place.mine), ANSWERS_WITHIN)
    except TimeoutError:
        return False
