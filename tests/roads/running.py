"""`python main.py` as whoever runs it starts it: settings by the environment, killed and started again at will."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from bot.local.server import LocalTelegram
from storage.database import sessions
from storage.tables import Message
from tests.bot.running import Kept

ROOT = Path(__file__).parent.parent.parent
MAIN = (sys.executable, str(ROOT / "main.py"))
STARTS_WITHIN = 60.0
ENDS_WITHIN = 10.0
TOKEN = "7000000001:a-token-that-nobody-may-see"

T = TypeVar("T")


def environment(**settings: object) -> dict[str, str]:
    """This process's, with these settings and no others: `telegram_url=…` is IMECE_TELEGRAM_URL."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("IMECE_")}
    named = {f"IMECE_{name.upper()}": str(value) for name, value in settings.items() if value is not None}
    return others | {"PYTHONPATH": str(ROOT)} | named


def command(folder: Path, *words: str, lines: str = "", **settings: object) -> subprocess.CompletedProcess[str]:
    """One command from beginning to end, in a folder without an .env file."""
    return subprocess.run(
        [*MAIN, *words], cwd=folder, env=environment(**settings), input=lines, capture_output=True, text=True
    )


def assert_one_line(said: str, naming: str) -> None:
    """What went wrong, said clearly, and no token with it."""
    (line,) = said.splitlines()
    assert naming in line
    assert TOKEN not in said


class Imece:
    """The bot on one database file and one platform; `settings` are those it is started with each time."""

    def __init__(self, telegram: LocalTelegram, folder: Path, **settings: object) -> None:
        self.telegram = telegram
        self.folder = folder
        self.settings: dict[str, object] = {
            "telegram_token": telegram.token,
            "telegram_url": telegram.url,
            "database_url": f"sqlite:///{folder}/imece.db",
            "confirm_people": "false",
            "quiet_hours": "false",
            "meeting_link": "https://meet.example.org/{code}",
            "organizer_email": "program@birlik.example",
            "union_name": "Örnek Birliği",
        } | settings
        # Not storage's own engine, whose transactions all begin as a writer's: looking must not hold up the bot.
        address = str(self.settings["database_url"])
        self.engine = create_engine(address, connect_args={"timeout": 10} if "sqlite" in address else {})
        self.kept = Kept(self.engine)
        self.logged: list[str] = []
        self.flying: Counter[int] = Counter()
        """Messages that were on their way when the bot was killed, and how often."""
        self.spinning: set[str] = set()
        """Presses that no kill left the time to acknowledge."""
        self._process: subprocess.Popen[str] | None = None

    def start(self, *program: str) -> None:
        """Returns once it listens; `program` in place of `main.py run`."""
        listens = threading.Event()
        self._polls_before = len(self.telegram.asked("getUpdates"))
        self._process = subprocess.Popen(
            [*(program or (*MAIN, "run"))],
            cwd=self.folder,
            env=environment(**self.settings),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, args=(self._process, listens), daemon=True)
        self._reader.start()
        if not listens.wait(STARTS_WITHIN):
            raise AssertionError("".join(self.logged))

    def waits_for_updates(self) -> bool:
        """Whether all that waited at its start is answered and noted, and it has asked for more."""
        return len(self.telegram.asked("getUpdates")) >= self._polls_before + 2

    def _read(self, process: "subprocess.Popen[str]", listens: threading.Event) -> None:
        assert process.stderr
        with process.stderr as lines:
            for line in lines:
                self.logged.append(line)
                if "Listening as" in line:
                    listens.set()

    def kill(self) -> None:
        """kill -9, and a look at what that left in the air."""
        self._stop(signal.SIGKILL)
        flying = select(Message.id).where(Message.status == "sending")
        self.flying.update(self.ask(lambda session: session.scalars(flying).all()))
        presses = self.telegram.platform.presses.values()
        self.spinning |= {press.id for press in presses if not press.answered}

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Told to end; its exit status. Raises TimeoutExpired after ten seconds."""
        return self._stop(how)

    def _stop(self, how: signal.Signals) -> int:
        process = self._process
        assert process
        process.send_signal(how)
        status = process.wait(ENDS_WITHIN)
        self._reader.join()
        self._process = None
        return status

    def close(self) -> None:
        if self._process:
            self._stop(signal.SIGKILL)
        self.engine.dispose()

    def ask(self, question: Callable[[Session], T]) -> T:
        with sessions(self.engine)() as session:
            return question(session)

    def count(self, table: type, *where: object) -> int:
        return len(self.ask(lambda session: session.scalars(select(table).where(*where)).all()))  # type: ignore[arg-type]

    def all_is_said(self) -> bool:
        return self.count(Message, Message.status.in_(("queued", "sending", "uncertain"))) == 0


def until(telegram: LocalTelegram, holds: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Look again whenever something happens on the platform, and ten times a second besides."""
    end = time.monotonic() + seconds
    feed = telegram.platform.feed
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds} s")
        telegram.wait(feed.wait(feed.last, 0.1))


@contextmanager
def imece(telegram: LocalTelegram, folder: Path, *program: str, **settings: object) -> Iterator[Imece]:
    """The bot, running."""
    running = Imece(telegram, folder, **settings)
    try:
        running.start(*program)
        yield running
    finally:
        running.close()
