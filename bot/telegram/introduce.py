"""Tells Telegram what the bot is and which commands it knows, in each language."""

import asyncio
import logging

from telegram import Bot, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot import faults
from bot.patience import growing, rest
from bot.turns import Turns

log = logging.getLogger(__name__)

# Clients in any other language get the default, which is English.
LANGUAGES = (None, "tr", "en")
DEFAULT = "en"


async def keep_introducing(bot: Bot, turns: Turns, stop: asyncio.Event) -> None:
    """Until Telegram has taken it, or the bot ends: people can write to the bot without it."""
    for pause in growing(first=60.0, most=3600.0):
        try:
            await introduce(bot, turns)
        except TelegramError as error:
            log.warning("commands and descriptions are not set yet (%s)", type(error).__name__)
        except Exception as error:
            faults.note(error, "introducing the bot")
            return
        else:
            return
        if await rest(stop, pause):
            return


async def introduce(bot: Bot, turns: Turns) -> None:
    """Raises TelegramError when it could not be said; saying it again does no harm.

    Commands are offered in private only: groups are where the bot tells, not where it is told.
    """
    for code in LANGUAGES:
        language = code or DEFAULT
        scope = BotCommandScopeAllPrivateChats()
        await bot.set_my_commands(turns.commands(language), scope=scope, language_code=code)
        await bot.set_my_description(turns.describe(language, "bot.description"), language_code=code)
        await bot.set_my_short_description(turns.describe(language, "bot.short"), language_code=code)
