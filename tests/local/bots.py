"""Bots that talk to the local platform: python-telegram-bot over HTTP, and bare requests without a socket."""

import asyncio
from typing import Any

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.local.platform import Platform
from bot.local.server import LocalTelegram, create_app


def a_bot(telegram: LocalTelegram, token: str = "", read_timeout: float = 5) -> Bot:
    def request() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"trust_env": False}, read_timeout=read_timeout)

    return Bot(
        token or telegram.token,
        base_url=f"{telegram.url}/bot",
        base_file_url=f"{telegram.url}/file/bot",
        request=request(),
        get_updates_request=request(),
    )


class BareBot:
    """Sends what it is told, valid or not, and returns the platform's whole answer."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.runner = asyncio.Runner()
        self._app = create_app(platform)

    def http(self, verb: str, path: str, **more: Any) -> httpx.Response:
        async def request() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.request(verb, path, **more)

        return self.runner.run(request())

    def asks(self, method: str, files: Any = None, **sent: Any) -> dict[str, Any]:
        path = f"/bot{self.platform.token}/{method}"
        return self.http("POST", path, **({"data": sent, "files": files} if files else {"json": sent})).json()

    def result(self, method: str, **sent: Any) -> Any:
        answer = self.asks(method, **sent)
        assert answer["ok"], answer
        return answer["result"]

    def refusal(self, method: str, **sent: Any) -> str:
        answer = self.asks(method, **sent)
        assert not answer["ok"], answer
        return answer["description"]

    def last_violations(self) -> list[str]:
        return self.platform.requests[-1].violations
