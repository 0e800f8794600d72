"""A thousand updates that come a second time, fetched or brought: none has a second effect."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.local.server import LocalTelegram
from bot.serving import listening
from bot.telegram.receive import SECRET
from storage.database import migrate
from storage.tables import Handled, Message, Parked
from tests.bot.running import Kept, bot_runs, settings_for
from tests.bot.test_listening import said
from tests.engines import BOTH

pytestmark = pytest.mark.road

MANY = 1_000
PEOPLE = 50
AT_ONCE = 20
OURS = "a-secret-of-the-tests"


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_server").fresh())
    address = f"sqlite:///{tmp_path}/imece.db"
    migrate(address)
    return address


@pytest.fixture
def updates(telegram: LocalTelegram) -> list[dict[str, Any]]:
    """Nothing is sent meanwhile: what was decided is looked at."""
    telegram.fails("sendMessage", status=429, retry_after=60, times=None)
    people = [telegram.person("Ayşe").id for _ in range(PEOPLE)]
    return [said(1_000 + n, f"{n}", person=people[n % PEOPLE]) for n in range(MANY)]


def assert_one_effect_each(kept: Kept, updates: list[dict[str, Any]]) -> None:
    assert len(kept.all(Handled)) == MANY
    assert kept.all(Parked) == []
    assert sorted(text for text, _ in kept.messages()) == sorted(f"echo {n}" for n in range(MANY))
    rows = sorted(kept.all(Message), key=lambda row: row.id)
    for person in {update["message"]["chat"]["id"] for update in updates}:
        texts = [int(row.body["text"].split()[1]) for row in rows if row.chat == str(person)]
        assert texts == sorted(texts)


def test_fetched_twice(telegram: LocalTelegram, url: str, kept: Kept, updates: list[dict[str, Any]]) -> None:
    for update in updates + updates:
        telegram.inject(update)
    waiting = telegram.platform.updates
    with bot_runs(settings_for(url, telegram)):
        telegram.wait(confirmed(waiting))
    assert_one_effect_each(kept, updates)


async def confirmed(updates: Any) -> None:
    while updates.waiting:
        await updates.bell.heard(0.05)


def test_brought_twice_at_the_same_moment(
    telegram: LocalTelegram, url: str, kept: Kept, updates: list[dict[str, Any]]
) -> None:
    with listening("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/imece"
    settings = settings_for(url, telegram, webhook=address, webhook_secret=OURS, webhook_listen=f"127.0.0.1:{port}")
    with bot_runs(settings):
        assert asyncio.run(bring(address, updates)) == [200] * 2 * MANY
    assert_one_effect_each(kept, updates)


async def bring(address: str, updates: list[dict[str, Any]]) -> list[int]:
    """Each twice at once; one person's in their order, people side by side."""
    lanes: dict[int, list[dict[str, Any]]] = {}
    for update in updates:
        lanes.setdefault(update["message"]["chat"]["id"], []).append(update)
    answers: list[int] = []
    few = asyncio.Semaphore(AT_ONCE)
    until_it_listens = httpx.AsyncHTTPTransport(retries=8)
    async with httpx.AsyncClient(transport=until_it_listens, headers={SECRET: OURS}, timeout=60) as client:

        async def lane(updates: list[dict[str, Any]]) -> None:
            for update in updates:
                async with few:
                    twice = [client.post(address, json=update) for _ in range(2)]
                    answers.extend(answer.status_code for answer in await asyncio.gather(*twice))

        await asyncio.gather(*map(lane, lanes.values()))
    return answers
