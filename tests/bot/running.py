"""The bot at work in a test, and a look at what it keeps."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.local.server import LocalTelegram
from bot.run import run
from bot.turns import Turns
from programme.settings import Settings
from storage.database import sessions
from storage.tables import Message
from tests.bot.echo import ECHO


class Kept:
    """What the database holds, looked at from outside."""

    def __init__(self, engine: Engine) -> None:
        self._sessions = sessions(engine)

    def write(self, do: Callable[[Session], object]) -> None:
        with self._sessions.begin() as session:
            do(session)

    def all(self, table: type) -> list:
        with self._sessions() as session:
            return list(session.scalars(select(table)))

    def messages(self) -> list[tuple[str, str]]:
        """Text and status, in the order they were queued."""
        return [(message.body["text"], message.status) for message in self.all(Message)]


def settings_for(url: str, telegram: LocalTelegram, **more: object) -> Settings:
    return Settings(_env_file=None, telegram_token=telegram.token, telegram_url=telegram.url, database_url=url, **more)


class InThread:
    """The whole bot in a thread of its own."""

    def __init__(self, settings: Settings, turns: Turns = ECHO) -> None:
        self._settings, self._turns = settings, turns
        self._begun = threading.Event()
        self._raised: list[BaseException] = []
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self._begun.wait()

    def end(self) -> None:
        """Tell it to stop; whatever it raised is raised."""
        if not self._raised:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        for error in self._raised:
            raise error
        assert not self._thread.is_alive(), "the bot did not end within ten seconds"

    def _run(self) -> None:
        asyncio.run(self._work())

    async def _work(self) -> None:
        self._stop, self._loop = asyncio.Event(), asyncio.get_running_loop()
        self._begun.set()
        try:
            await run(self._settings, self._turns, stop=self._stop)
        except BaseException as error:
            self._raised.append(error)


@contextmanager
def bot_runs(settings: Settings, turns: Turns = ECHO) -> Iterator[None]:
    running = InThread(settings, turns)
    try:
        yield
    finally:
        running.end()


class Process:
    """The bot as a process of its own, that can be killed."""

    def __init__(self, settings: Settings, awaited: bytes = b"listens") -> None:
        token = settings.telegram_token
        assert token
        environment = {
            **os.environ,
            "IMECE_TELEGRAM_TOKEN": token.get_secret_value(),
            "IMECE_TELEGRAM_URL": settings.telegram_url,
            "IMECE_DATABASE_URL": settings.database_url,
            "IMECE_COORDINATOR_CHATS": ",".join(settings.coordinator_chats),
        }
        command = [sys.executable, "-m", "tests.bot.echo"]
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert self._process.stdout
        self._lines = iter(self._process.stdout.readline, b"")
        self._said: list[bytes] = []
        for line in self._lines:
            self._said.append(line)
            if awaited in line:
                return
        raise AssertionError(b"".join(self._said).decode())

    def kill(self) -> None:
        """Once or more often."""
        if self._process.returncode is None:
            self._process.kill()
            self._process.communicate()

    def end(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Tell it to end; its exit status and what it logged. Raises TimeoutExpired after ten seconds."""
        self._process.send_signal(how)
        logged, _ = self._process.communicate(timeout=10)
        return self._process.returncode, logged.decode()


@contextmanager
def process(settings: Settings) -> Iterator[Process]:
    running = Process(settings)
    try:
        yield running
    finally:
        running.kill()
