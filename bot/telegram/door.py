"""Tells Telegram where to bring updates, looks whether it still does, and says so when it cannot."""

import asyncio
import logging
from dataclasses import dataclass, field

from telegram import Bot
from telegram.error import TelegramError

from bot.patience import rest

log = logging.getLogger(__name__)

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
LOOK_EVERY = 60.0


@dataclass(frozen=True)
class Door:
    """Where Telegram is to bring updates, and what it says to show that it is Telegram."""

    url: str
    secret: str = field(repr=False)


async def show(bot: Bot, door: Door | None) -> None:
    """Updates are brought to this door from now on, or wait to be fetched. Saying it again does no harm.

    Raises TelegramError.
    """
    if door is None:
        # While a webhook is set, perhaps by whoever used this token before, polling is refused.
        await bot.delete_webhook()
    else:
        await bot.set_webhook(door.url, allowed_updates=WANTED, secret_token=door.secret)


async def keep_open(bot: Bot, door: Door, stop: asyncio.Event, look_every: float = LOOK_EVERY) -> None:
    """Until the bot ends: whoever else uses the token may lead updates elsewhere, and a proxy may refuse them."""
    trouble = ""
    while not await rest(stop, look_every):
        try:
            known = await bot.get_webhook_info()
            if known.url != door.url:
                log.warning("somebody else who has the token led updates elsewhere; they come here again")
                await show(bot, door)
        except TelegramError as error:
            log.debug("the webhook was not looked at: %s", type(error).__name__)
            continue
        found = known.last_error_message or "" if known.pending_update_count else ""
        if found and found != trouble:
            log.warning("Telegram cannot bring updates: %s", found)
        trouble = found
