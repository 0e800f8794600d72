"""Runs the bot: brings the database up to date, meets the platform, then works until told to end."""

import asyncio
import signal
from collections.abc import Callable
from datetime import UTC, datetime

from bot.telegram.logs import keep_tokens_out
from bot.telegram.wire import connect, meet
from bot.transactions import Transactions
from bot.turns import Turns
from bot.working import Working, open_ports
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

    Raises InUse when another process holds the database, CannotListen when a port is taken, ValueError without a token.
    """
    stop = stop or stop_on_signals()
    bot = connect(settings)
    keep_tokens_out(bot.token)
    with only_process(settings.database_url), open_ports(settings) as ports:
        await asyncio.to_thread(migrate, settings.database_url)
        await asyncio.to_thread(warm.up)
        engine = open_engine(settings.database_url)
        working = Working(bot, engine, Transactions(engine), settings, turns, stop, now)
        try:
            if await meet(bot, stop, working.door):
                ready(bot.username)
                await working.until_stopped(ports)
        finally:
            await bot.shutdown()
            working.transactions.close()
            engine.dispose()


def stop_on_signals() -> asyncio.Event:
    """Set by the first SIGTERM or Ctrl-C."""
    stop = asyncio.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    return stop
