"""Runs the demo: platform, people and bot in one process, until told to end."""

import asyncio
import logging
import webbrowser
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr
from rich.console import Console

from bot.demo import cast, pool
from bot.demo.answering import Experts
from bot.local.server import LocalTelegram
from bot.run import run, stop_on_signals
from bot.telegram.incoming import PLATFORM
from bot.turns import Turns
from programme.settings import Settings
from storage import hearing, invitations, people
from storage.database import migrate, open_engine, sessions

UNION = "Örnek Belediyeler Birliği"
KEPT = Path("demo.db")
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)

tell = Console(stderr=True, highlight=False)


async def run_demo(turns: Turns, *, browser: bool = True, keep: bool = False, port: int = 0) -> None:
    """Until SIGTERM or Ctrl-C. The page's address is printed alone on a line once the bot is ready.

    `keep` leaves the data in demo.db for the next time; the chats themselves begin anew.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    stop, ready = stop_on_signals(), asyncio.Event()
    with _database(keep) as url, LocalTelegram(port=port) as telegram:
        seen, experts = cast.enter(telegram), pool.join(telegram)
        if keep:
            _number_messages_on(telegram)
        with tell.status("Preparing the database…"):
            word = await asyncio.to_thread(_fill, url, seen, experts)
        settings = _settings(telegram, url, seen)
        bot = asyncio.create_task(run(settings, turns, stop=stop, ready=lambda name: ready.set()))
        answering = asyncio.create_task(Experts(experts, telegram.url).run())
        with tell.status("Starting the bot…"):
            await _either(ready.wait(), bot)
        if ready.is_set() and not stop.is_set():
            if word:
                seen.coordinator.says(f"/start {word}")
            await _open(telegram.url + "/", browser)
        await _either(bot, answering)
        stop.set()
        await bot
        answering.cancel()


def _fill(url: str, seen: cast.Cast, experts: list[pool.Expert]) -> str | None:
    """The pool into the database; the word that makes the coordinator one, unless a kept database knows them."""
    migrate(url)
    engine, now = open_engine(url), datetime.now(UTC)
    with sessions(engine).begin() as session:
        pool.keep(session, experts, now)
        known = people.find(session, PLATFORM, str(seen.coordinator.id))
        # The platform was away with the bot, so nobody wrote anything meanwhile.
        hearing.note(session, PLATFORM, now, timedelta(0))
        word = None if known and known.coordinator else invitations.invite(session, "coordinator", now)
    engine.dispose()
    return word


def _settings(telegram: LocalTelegram, url: str, seen: cast.Cast) -> Settings:
    """As they are in code: neither the environment nor an .env file has a say in the demo."""
    return Settings.model_construct(
        telegram_token=SecretStr(telegram.token),
        telegram_url=telegram.url,
        database_url=url,
        coordinator_chats=(str(seen.group.chat_id),),
        union_name=UNION,
        meeting_link="https://meet.example.org/{code}",
        confirm_people=False,
        quiet_hours=False,
    )


@contextmanager
def _database(keep: bool) -> Iterator[str]:
    if keep:
        yield f"sqlite:///{KEPT.resolve()}"
        return
    with TemporaryDirectory(prefix="imece-demo-") as folder:
        yield f"sqlite:///{folder}/demo.db"


def _number_messages_on(telegram: LocalTelegram) -> None:
    """The platform forgets what was said before, the database does not: no number may come a second time."""
    seconds = int((datetime.now(UTC) - FIRST_DAY).total_seconds())
    for chat in telegram.platform.chats.values():
        chat.sent = seconds


async def _either(*awaited: Awaitable[object]) -> None:
    """Until the first of these is done; what it raised is raised."""
    tasks = [asyncio.ensure_future(each) for each in awaited]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        task.result()


async def _open(address: str, browser: bool) -> None:
    print(address, flush=True)
    tell.print("Everybody's phone stands on this page. Ctrl-C ends the demo.")
    if browser:
        await asyncio.to_thread(webbrowser.open, address)
