"""By webhook nobody sees an empty queue, so Telegram is asked now and then whether anything waits there."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from telegram import WebhookInfo
from telegram.error import TelegramError

from bot.patience import Stopping, rest
from bot.telegram.wire import Wire

log = logging.getLogger(__name__)

ASK_EVERY = 60.0
STUCK_FOR = timedelta(hours=1)
"""Telegram tries again ever more seldom; an error not older than this may well go on."""


async def keep_asking(
    bot: Wire, caught_up: Callable[[], Awaitable[None]], stop: asyncio.Event, now: Callable[[], datetime]
) -> None:
    """`caught_up` is called each time that all has come, or comes as fast as it is written."""
    while True:
        try:
            if comes(await bot.get_webhook_info(), now()):
                await caught_up()
        except Stopping:
            return
        except TelegramError as error:
            log.debug("Telegram was not asked what waits: %s", type(error).__name__)
        if await rest(stop, ASK_EVERY):
            return


def comes(info: WebhookInfo, now: datetime) -> bool:
    """Whether nothing is stuck on its way to the webhook."""
    failed_at = info.last_error_date
    return info.pending_update_count == 0 or failed_at is None or now - failed_at > STUCK_FOR
