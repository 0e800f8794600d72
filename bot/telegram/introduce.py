"""Tells Telegram what the bot is and which commands it knows, in each language."""

from collections.abc import Callable

from telegram import Bot, BotCommandScopeAllPrivateChats

# Clients in any other language get the default, which is English.
LANGUAGES = (None, "tr", "en")
DEFAULT = "en"


async def introduce(
    bot: Bot, commands: Callable[[str], list[tuple[str, str]]], describe: Callable[[str, str], str]
) -> None:
    """Raises TelegramError when it could not be said; saying it again does no harm.

    Commands are offered in private only: groups are where the bot tells, not where it is told.
    """
    for code in LANGUAGES:
        language = code or DEFAULT
        await bot.set_my_commands(commands(language), scope=BotCommandScopeAllPrivateChats(), language_code=code)
        await bot.set_my_description(describe(language, "bot.description"), language_code=code)
        await bot.set_my_short_description(describe(language, "bot.short"), language_code=code)
