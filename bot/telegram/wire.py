"""The connection to Telegram: the library's Bot, without its retries, its logs or its opinion of a whole batch."""

import asyncio
import json
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.patience import growing, rest
from programme.settings import Settings

log = logging.getLogger(__name__)

POLL = timedelta(seconds=25)
ANSWERS_WITHIN = 15.0
REFUSALS = {InvalidToken: "does not know this token", BadRequest: "refuses the webhook's address"}
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")


class Quiet(HTTPXRequest):
    """Requests straight to the server, whatever proxy the environment names."""

    def __init__(self, connections: int, read_timeout: float) -> None:
        super().__init__(
            connection_pool_size=connections,
            connect_timeout=5.0,
            read_timeout=read_timeout,
            write_timeout=ANSWERS_WITHIN,
            pool_timeout=5.0,
            httpx_kwargs={"trust_env": False},
        )

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The library's own writes a broken answer, people's words and all, into the log."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        return answer


class Wire(Bot):
    """A Bot that also hands over updates as they came, so that each can be read by itself."""

    async def updates(self, offset: int | None, wait: bool = True) -> list[dict[str, Any]]:
        """What has come in; asking with an offset tells Telegram that all before it is done with."""
        timeout = int(POLL.total_seconds()) if wait else 0
        wanted = {"offset": offset, "timeout": timeout, "allowed_updates": list(WANTED)}
        read_timeout = POLL.total_seconds() + ANSWERS_WITHIN
        updates: list[dict[str, Any]] = await self._post("getUpdates", wanted, read_timeout=read_timeout)
        return updates


def connect(settings: Settings) -> Wire:
    """Raises ValueError when no token is set."""
    if settings.telegram_token is None:
        raise ValueError("IMECE_TELEGRAM_TOKEN is not set")
    return Wire(
        settings.telegram_token.get_secret_value(),
        base_url=f"{settings.telegram_url}/bot",
        request=Quiet(connections=64, read_timeout=ANSWERS_WITHIN),
        get_updates_request=Quiet(connections=1, read_timeout=POLL.total_seconds() + ANSWERS_WITHIN),
    )


async def username(settings: Settings) -> str | None:
    """The bot's name on the platform; None without a token, or when the platform does not answer."""
    if settings.telegram_token is None:
        return None
    bot = connect(settings)
    try:
        await bot.initialize()
        return bot.username
    except TelegramError:
        return None
    finally:
        await bot.shutdown()


@dataclass(frozen=True)
class Door:
    """Where Telegram is to bring updates, and what it says to show that it is Telegram."""

    url: str
    secret: str = field(repr=False)


async def meet(bot: Wire, stop: asyncio.Event, door: Door | None = None) -> bool:
    """Learn the bot's own name and say how updates come, to a door or by being fetched, however long Telegram is away.

    False when it was told to end before.
    """
    trouble = ""
    for pause in growing():
        try:
            await bot.initialize()
            await show(bot, door)
        except TelegramError as error:
            said = REFUSALS.get(type(error), "does not answer")
            if said != trouble:
                log.warning("Telegram %s (%s); trying again", said, type(error).__name__)
                trouble = said
        else:
            return True
        if await rest(stop, pause):
            return False
    return False


async def show(bot: Wire, door: Door | None) -> None:
    """Saying it again does no harm. Raises TelegramError."""
    if door is None:
        # While a webhook is set, perhaps by whoever used this token before, polling is refused.
        await bot.delete_webhook()
    else:
        await bot.set_webhook(door.url, allowed_updates=WANTED, secret_token=door.secret)
