"""A bot of python-telegram-bot that talks to the local platform."""

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.local.server import LocalTelegram


def a_bot(telegram: LocalTelegram, token: str = "") -> Bot:
    def request() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"trust_env": False})

    return Bot(
        token or telegram.token,
        base_url=f"{telegram.url}/bot",
        base_file_url=f"{telegram.url}/file/bot",
        request=request(),
        get_updates_request=request(),
    )
