"""What a webhook answers, and when: its door knocked at as Telegram does it, and as others would."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, event, text
from telegram import User

from bot.answer import Answering
from bot.telegram.receive import LARGEST, SECRET, Receiving, secret_of
from bot.telegram.take import Taking
from bot.transactions import Transactions
from programme.settings import Settings
from storage.tables import Handled, Parked
from tests.bot.echo import ECHO
from tests.bot.running import Kept
from tests.bot.test_listening import NOON, said

OURS = "a-secret-of-the-tests"
PATH = "/imece"


class Us:
    bot = User(7, "İmece", is_bot=True, username="imece_bot")
    defaults = None


class Door:
    """The webhook's application, knocked at without a network."""

    def __init__(self, engine: Engine, stop: asyncio.Event) -> None:
        self.transactions = Transactions(engine)
        answering = Answering(
            self.transactions, Settings(_env_file=None), ECHO, stop, lambda: NOON, lambda: None, patient=False
        )
        app = Receiving(Taking(Us(), answering, lambda: NOON), OURS, stop).app(f"https://imece.example.org{PATH}")
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://imece.example.org")

    async def knock(self, what: Any, secret: str | None = OURS, path: str = PATH) -> httpx.Response:
        content = what if isinstance(what, bytes) else json.dumps(what).encode()
        return await self.client.post(path, content=content, headers={SECRET: secret} if secret else {})


def at_the_door(engine: Engine, act: Callable[[Door, asyncio.Event], Any]) -> Any:
    async def work() -> Any:
        stop = asyncio.Event()
        door = Door(engine, stop)
        try:
            return await act(door, stop)
        finally:
            await door.client.aclose()
            door.transactions.close()

    return asyncio.run(work())


def test_an_update_is_accepted_once_its_turn_is_committed(engine: Engine, kept: Kept) -> None:
    async def act(door: Door, stop: asyncio.Event) -> httpx.Response:
        return await door.knock(said(5, "a"))

    answer = at_the_door(engine, act)
    assert (answer.status_code, answer.content) == (200, b"")
    assert kept.messages() == [("echo a", "queued")]


@pytest.mark.parametrize("secret", [None, "", "a-secret-of-the-test", OURS + "x", "ş" * 5])
def test_without_the_secret_nothing_is_taken_and_nothing_is_said(
    engine: Engine, kept: Kept, secret: str | None
) -> None:
    async def act(door: Door, stop: asyncio.Event) -> httpx.Response:
        headers = {} if secret is None else {SECRET: secret.encode()}
        return await door.client.post(PATH, content=json.dumps(said(5, "a")).encode(), headers=headers)

    answer = at_the_door(engine, act)
    assert (answer.status_code, answer.content) == (401, b"")
    assert kept.all(Handled) == []


def test_there_is_no_other_door(engine: Engine) -> None:
    async def act(door: Door, stop: asyncio.Event) -> list[int]:
        elsewhere = [await door.knock(said(5, "a"), path=path) for path in ("/", "/metrics", "/healthz", PATH + "/x")]
        return [answer.status_code for answer in (*elsewhere, await door.client.get(PATH))]

    assert at_the_door(engine, act) == [404, 404, 404, 404, 405]


def test_what_is_too_large_is_not_read_to_its_end(engine: Engine, kept: Kept) -> None:
    async def act(door: Door, stop: asyncio.Event) -> int:
        return (await door.knock(said(5, "a" * LARGEST))).status_code

    assert at_the_door(engine, act) == 413
    assert kept.all(Handled) == []


@pytest.mark.parametrize(
    "unreadable",
    [b"", b"no json", b"[" * 100_000, b"[1]", b"\xff", {"update_id": 5, "callback_query": {"id": "1", "data": "x"}}],
)
def test_what_cannot_be_read_is_parked_once_and_accepted(engine: Engine, kept: Kept, unreadable: Any) -> None:
    async def act(door: Door, stop: asyncio.Event) -> list[int]:
        return [(await door.knock(unreadable)).status_code for _ in range(2)]

    assert at_the_door(engine, act) == [200, 200]
    assert len(kept.all(Parked)) == 1


def test_poison_is_parked_and_accepted(engine: Engine, kept: Kept) -> None:
    async def act(door: Door, stop: asyncio.Event) -> int:
        return (await door.knock(said(5, "boom"))).status_code

    assert at_the_door(engine, act) == 200
    assert [parked.tries for parked in kept.all(Parked)] == [3]
    assert [text for text, _ in kept.messages()] == ["sorry"]


def test_one_persons_updates_keep_the_order_in_which_they_came(engine: Engine, kept: Kept) -> None:
    async def act(door: Door, stop: asyncio.Event) -> None:
        await asyncio.gather(*(door.knock(said(n, f"{n}", person=42 + n % 2)) for n in range(40)))

    at_the_door(engine, act)
    texts = [text for text, _ in kept.messages()]
    assert [one for one in texts if int(one.split()[1]) % 2] == [f"echo {n}" for n in range(1, 40, 2)]
    assert [one for one in texts if int(one.split()[1]) % 2 == 0] == [f"echo {n}" for n in range(0, 40, 2)]


def test_while_the_database_is_away_telegram_keeps_it(
    engine: Engine, kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    async def act(door: Door, stop: asyncio.Event) -> list[int]:
        answers = []
        with engine.connect() as somebody:
            somebody.execute(text("SELECT 1"))
            answers += [(await door.knock(said(n, "my words"))).status_code for n in range(2)]
        answers.append((await door.knock(said(0, "my words"))).status_code)
        return answers

    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=10"))
    assert at_the_door(engine, act) == [503, 503, 200]
    assert len(kept.all(Handled)) == 1
    assert kept.all(Parked) == []
    assert [record.message for record in caplog.records] == [
        "the database is away; Telegram is told to wait",
        "the database is back",
    ]


def test_a_bot_that_ends_takes_nothing_new(engine: Engine, kept: Kept) -> None:
    async def act(door: Door, stop: asyncio.Event) -> int:
        stop.set()
        return (await door.knock(said(5, "a"))).status_code

    assert at_the_door(engine, act) == 503
    assert kept.all(Handled) == []


def test_every_process_with_the_same_token_comes_to_the_same_secret() -> None:
    def secret(token: str, **more: Any) -> str:
        return secret_of(Settings(_env_file=None, telegram_token=SecretStr(f"1:{token * 30}"), **more))

    assert secret("a") == secret("a") != secret("b")
    assert len(secret("a")) == 64
    assert "a" * 30 not in secret("a")
    assert secret("a", webhook_secret="chosen-by-somebody") == "chosen-by-somebody"
