"""Runs the bot: brings the database up to date, then listens, delivers and keeps promises until told to end."""

import asyncio
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from bot.answer import Answering
from bot.clock import Clock
from bot.deliver import Delivery, Platform
from bot.telegram import incoming
from bot.telegram.introduce import keep_introducing
from bot.telegram.listen import Listening
from bot.telegram.logs import keep_tokens_out
from bot.telegram.send import is_group, send
from bot.telegram.wire import Wire, connect, meet
from bot.transactions import Transactions
from bot.turns import Turns
from bot.watch import keep_going, watch
from conversations import warm
from programme.settings import Settings
from storage.database import migrate, only_process, open_engine


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
    stop = stop or stop_on_signals()
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
    await transactions.patiently(lambda session: turns.begin(session, now()), stop)
    telegram = Platform(incoming.PLATFORM, partial(send, bot), is_group)
    delivery = Delivery(telegram, transactions, settings, turns, stop, now)
    clock = Clock(transactions, settings, turns, stop, now, rang=delivery.wake.set)
    answering = Answering(transactions, settings, turns, stop, now, answered=delivery.wake.set)
    listening = Listening(bot, answering, stop, now)
    await asyncio.gather(
        keep_going(listening.run, "listening", stop),
        keep_going(delivery.run, "delivering", stop),
        keep_going(clock.run, "keeping time", stop),
        keep_introducing(bot, turns, stop),
        watch(lambda: listening.polled_at, stop, now),
    )


def stop_on_signals() -> asyncio.Event:
    """Set by the first SIGTERM or Ctrl-C."""
    stop = asyncio.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    return stop
