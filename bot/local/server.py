"""The local platform as a server on loopback: the Bot API, the drive API and the phones page in one."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.local import phones
from bot.local.bot_api import BotApi
from bot.local.chats import Account
from bot.local.drive import Drive
from bot.local.faults import Fault
from bot.local.loopback import LOOPBACK, OnlyFromHere
from bot.local.people import Group, Person
from bot.local.platform import Platform, Request
from bot.local.wire import Line
from bot.serving import listening

PAGE = Path(__file__).with_name("page")
T = TypeVar("T")


def create_app(platform: Platform, page: Path = PAGE) -> ASGIApp:
    routes = [*BotApi(platform).routes(), *Drive(platform).routes()]
    return OnlyFromHere(
        Starlette(routes=[*routes, Mount("/", StaticFiles(directory=page, html=True, check_dir=False))])
    )


class LocalTelegram:
    """The local platform, running in a thread of its own as long as the context lasts."""

    def __init__(self, platform: Platform | None = None, port: int = 0) -> None:
        self.platform = platform or Platform()
        self.token = self.platform.token
        self._socket = listening(LOOPBACK, port)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://{LOOPBACK}:{self.port}"
        config = uvicorn.Config(
            create_app(self.platform),
            http=Line,
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="warning",
            access_log=False,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, name="local platform", daemon=True)
        self._up = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        self._up.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._thread.is_alive():
            self.do(self.platform.close)
            self._server.should_exit = True
            self._thread.join()

    def _serve(self) -> None:
        asyncio.run(self._run())

    async def _run(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._up.set()
        await self._server.serve(sockets=[self._socket])

    def do(self, act: Callable[..., T], *args: Any, **more: Any) -> T:
        """Let the platform do something where its state lives: in the server's own thread while it runs."""

        if not self._thread.is_alive():
            return act(*args, **more)

        async def done() -> T:
            return act(*args, **more)

        return self.wait(done())

    def wait(self, awaited: Awaitable[T]) -> T:
        async def result() -> T:
            return await awaited

        return asyncio.run_coroutine_threadsafe(result(), self.loop).result()

    def fails(self, method: str = "*", how: str = "before", **more: Any) -> None:
        """Order a fault; see bot.local.faults."""
        self.do(self.platform.faults.order, Fault(method, how, **more))

    def works_again(self) -> None:
        self.do(self.platform.faults.clear)

    def inject(self, update: dict[str, Any]) -> dict[str, Any]:
        """Queue an update exactly as it is: one already seen, unknown or unparseable."""
        return self.do(self.platform.updates.inject, update)

    def asked(self, method: str) -> list[Request]:
        """The bot's requests for that method so far, oldest first."""
        return [request for request in self.platform.requests if request.method.lower() == method.lower()]

    def violations(self) -> list[str]:
        """Everything the bot asked for against the Bot API's rules, refused or overlooked."""
        return [f"{request.method}: {what}" for request in self.platform.requests for what in request.violations]

    def person(self, first_name: str, language_code: str | None = "tr", **more: Any) -> Person:
        def arrives() -> Account:
            account = Account(more.pop("id", None) or self.platform.next_person_id(), first_name, **more)
            account.language_code = language_code
            return self.platform.add_person(account)

        return Person(self, self.do(arrives))

    def group(self, title: str, members: list[Person], **more: Any) -> Group:
        chat = self.do(phones.open_group, self.platform, title, [person.id for person in members], **more)
        return Group(self, chat.id)
