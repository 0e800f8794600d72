"""Runs the bot: brings the database up to date, then listens, delivers and keeps promises until told to end."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from telegram.error import TelegramError

from bot import faults
from bot.clock import Clock
from bot.deliver import Delivery, Platform
from bot.patience import growing, rest
from bot.telegram import incoming
from bot.telegram.introduce import introduce
from bot.telegram.listen import Listening
from bot.telegram.logs import keep_tokens_out
from bot.telegram.send import is_group, send
from bot.telegram.wire import Wire, connect
from bot.transactions import Transactions
from bot.turns import Turns
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
        engine = open_engine(settings.database_url)
        transactions = Transactions(engine)
        try:
            if await _meet(bot, stop):
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
    listening = Listening(bot, transactions, settings, turns, stop, now, heard=delivery.wake.set)
    await asyncio.gather(
        _keep_going(listening.run, "listening", stop),
        _keep_going(delivery.run, "delivering", stop),
        _keep_going(clock.run, "keeping time", stop),
        _introduce(bot, turns, stop),
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


async def _meet(bot: Wire, stop: asyncio.Event) -> bool:
    """Learn our own name; False when the bot ended before Telegram answered."""
    trouble = ""
    for pause in growing():
        try:
            await bot.initialize()
            # While a webhook is set, perhaps by whoever used this token before, polling is refused.
            await bot.delete_webhook()
        except TelegramError as error:
            if (said := type(error).__name__) != trouble:
                log.warning("Telegram does not answer (%s); trying again", said)
                trouble = said
        else:
            return True
        if await rest(stop, pause):
            return False
    return False


async def _introduce(bot: Wire, turns: Turns, stop: asyncio.Event) -> None:
    for pause in growing(first=60.0, most=3600.0):
        try:
            await introduce(bot, turns.commands, turns.describe)
        except TelegramError as error:
            log.warning("commands and descriptions are not set yet: %s", type(error).__name__)
        else:
            return
        if await rest(stop, pause):
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
