"""Two workers on one PostgreSQL database: a kill -9 of the one that sends is nothing anybody notices."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.local.server import LocalTelegram
from bot.telegram.receive import SECRET
from storage.tables import Handled, Meeting, Parked, Person
from tests.bot.test_listening import said
from tests.engines import Postgres
from tests.roads.a_meeting import hold_a_meeting
from tests.roads.deliveries import assert_all_arrived, doubled
from tests.roads.running import until
from tests.roads.voices import Voice
from tests.roads.workers import PLACES, free_port, holder, takes_over, workers

pytestmark = pytest.mark.road

OURS = "a-secret-of-the-tests"
NEWCOMERS = 25


@pytest.fixture
def url(postgres_server: Postgres) -> str:
    return postgres_server.fresh()


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_when_the_elected_worker_is_killed_another_takes_over(
    telegram: LocalTelegram, tmp_path: Path, url: str, way: str
) -> None:
    port = free_port()
    door = {"webhook": f"http://127.0.0.1:{port}/imece", "webhook_listen": port} if way == "webhook" else {}
    places = PLACES if way == "webhook" else (*PLACES, "listening")
    asker, expert = Voice(telegram, "Ayşe", "tr"), Voice(telegram, "Jonas", "en")
    with workers(telegram, tmp_path, url, **door) as (first, second):
        assert [holder([first, second], place) for place in places] == [first] * len(places)
        steps = iter(range(100))

        def step(act: Any) -> None:
            act()
            if next(steps) == 1:
                first.kill()
                takes_over(telegram, second, places)

        hold_a_meeting(asker, expert, step)
        until(telegram, second.all_is_said, "all is said")
        assert (second.count(Meeting), second.count(Parked)) == (1, 0)
        second.flying = first.flying
        assert_all_arrived(second, telegram)
        assert 0 <= doubled(second, telegram) <= first.flying.total()
        assert second.end() == 0
        assert "Traceback" not in "".join(second.logged)


def test_a_clean_end_hands_over_and_doubles_nothing(telegram: LocalTelegram, tmp_path: Path, url: str) -> None:
    port = free_port()
    voice = Voice(telegram, "Ayşe", "tr")
    with workers(telegram, tmp_path, url, webhook=f"http://127.0.0.1:{port}/imece", webhook_listen=port) as (
        first,
        second,
    ):
        voice.says("/start")
        voice.hears("welcome.ask")
        for _ in range(10):
            voice.says("/durum")
        assert first.end() == 0
        takes_over(telegram, second, PLACES)
        voice.says("/yardim")
        until(telegram, lambda: second.count(Handled) == 12 and second.all_is_said(), "all is said")
        assert_all_arrived(second, telegram)
        assert doubled(second, telegram) == 0


def test_two_first_messages_at_once_in_two_workers_make_one_person(
    telegram: LocalTelegram, tmp_path: Path, url: str
) -> None:
    ports = [free_port(), free_port()]
    doors = [f"http://127.0.0.1:{port}/imece" for port in ports]
    people = [telegram.person("Ayşe").id for _ in range(NEWCOMERS)]
    with workers(telegram, tmp_path, url, webhook=doors, webhook_listen=ports, webhook_secret=OURS) as (first, second):
        answers = asyncio.run(both_at_once(doors, people))
        assert answers == [200] * 2 * NEWCOMERS
        assert (first.count(Person), first.count(Handled), first.count(Parked)) == (NEWCOMERS, 2 * NEWCOMERS, 0)
        until(telegram, first.all_is_said, "all is said")
        for worker in (first, second):
            assert "fault" not in "".join(worker.logged)


async def both_at_once(doors: list[str], people: list[int]) -> list[int]:
    async with httpx.AsyncClient(trust_env=False, headers={SECRET: OURS}, timeout=60) as client:
        answers = []
        for number, person in enumerate(people):
            updates = [said(5_000 + 2 * number + n, f"merhaba {n}", person) for n in range(2)]
            brought = [client.post(door, json=update) for door, update in zip(doors, updates, strict=True)]
            answers.extend(answer.status_code for answer in await asyncio.gather(*brought))
        return answers
