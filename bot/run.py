"""Runs the bot: brings the database up to date, then listens, delivers and keeps promises until told to end."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from bot import faults
from bot.answer import Answering
from bot.clock import Clock
from bot.deliver import Delivery, Platform
from bot.patience import growing, rest
from bot.telegram import incoming
from bot.telegram.introduce import keep_introducing
from bot.telegram.listen import Listening
from bot.telegram.logs import keep_tokens_out
from bot.telegram.send import is_group, send
from bot.telegram.wire import Wire, connect, meet
from bot.transactions import Transactions
from bot.turns import Turns
from conversations import warm
from programme.settings import Settings
from storage.database import migrate, only_process, open_engine

log = logging.getLogger(__name__)

SILENT_TOO_LONG = timedelta(minutes=3)


def utc_now() -> datetime:
    return datetime.now(UTC)


async def run(
    settings: Settings,
    turns: Turns,
    *,
    stop: asyncio.Event | None = None,
    now: Callable[[], datetime] = utc_now,
    ready: Callable[[str], None] = lambda username: None,
) -> None:
    """Until SIGTERM, SIGINT or `stop`; ends within ten seconds. `ready` hears the bot's name once Telegram answers.

    Raises InUse when another process holds the database, ValueError without a token.
    """
    stop = stop or _stop_on_signals()
    bot = connect(settings)
    keep_tokens_out(bot.token)
    with only_process(settings.database_url):
        await asyncio.to_thread(migrate, settings.database_url)
        await asyncio.to_thread(warm.up)
        engine = open_engine(settings.database_url)
        transactions = Transactions(engine)
        try:
            if await meet(bot, stop):
                ready(bot.username)
                await _work(bot, transactions, settings, turns, stop, now)
        finally:
            await bot.shutdown()
            transactions.close()
            engine.dispose()


async def _work(
    bot: Wire,
    transactions: Transactions,
    settings: Settings,
    turns: Turns,
    stop: asyncio.Event,
    now: Callable[[], datetime],
) -> None:
    telegram = Platform(incoming.PLATFORM, partial(send, bot), is_group)
    delivery = Delivery(telegram, transactions, settings, turns, stop, now)
    clock = Clock(transactions, settings, turns, stop, now, rang=delivery.wake.set)
    answering = Answering(transactions, settings, turns, stop, now, answered=delivery.wake.set)
    listening = Listening(bot, answering, stop, now)
    await asyncio.gather(
        _keep_going(listening.run, "listening", stop),
        _keep_going(delivery.run, "delivering", stop),
        _keep_going(clock.run, "keeping time", stop),
        keep_introducing(bot, turns, stop),
        _watch(listening, stop, now),
    )


async def _keep_going(work: Callable[[], Awaitable[None]], what: str, stop: asyncio.Event) -> None:
    """A loop that falls over is set up again: no fault of ours may end the bot without a word."""
    for pause in growing(first=1.0):
        try:
            await work()
        except Exception as error:
            faults.note(error, what)
        if stop.is_set() or await rest(stop, pause):
            return


async def _watch(listening: Listening, stop: asyncio.Event, now: Callable[[], datetime]) -> None:
    """Say so, once, when nothing has come through from Telegram for too long."""
    began, silent = now(), False
    while not await rest(stop, 10.0):
        late = now() - (listening.polled_at or began) > SILENT_TOO_LONG
        if late and not silent:
            log.error("nothing fetched from Telegram since %s", listening.polled_at or began)
        silent = late


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    return stop
