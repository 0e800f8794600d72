"""How the bot shows how it is: well or not, and numbers without anybody in them."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine

from bot.local.server import LocalTelegram
from bot.ops import Heard, Ops
from bot.serving import CannotListen, listening
from bot.transactions import Transactions
from storage import queue, timers
from storage.database import open_engine
from tests.bot.running import Kept, bot_runs, settings_for

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def asked(engine: Engine, path: str, heard: Heard | None = None) -> httpx.Response:
    async def work() -> httpx.Response:
        transactions = Transactions(engine)
        app = Ops(transactions, heard or Heard(), lambda: NOON).app()
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            answer = await client.get(path)
        transactions.close()
        return answer

    return asyncio.run(work())


def test_well(engine: Engine) -> None:
    answer = asked(engine, "/healthz", Heard(update_at=NOON - timedelta(seconds=5)))
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "well": True,
            "wrong": [],
            "database": True,
            "last_update": "2026-12-01T08:59:55+00:00",
            "queue": 0,
            "queue_age_seconds": 0.0,
            "timers_overdue": 0,
        },
    )


def minutes_ago(many: int) -> datetime:
    return NOON - timedelta(minutes=many)


@pytest.mark.parametrize(
    ("wrong", "happens"),
    [
        ("queue", lambda session: queue.put(session, "telegram", "1", {"text": "x"}, minutes_ago(6))),
        ("timers", lambda session: timers.promise(session, "answer", 1, minutes_ago(3))),
    ],
)
def test_what_waits_too_long_is_not_well(engine: Engine, kept: Kept, wrong: str, happens: Callable[..., Any]) -> None:
    kept.write(happens)
    answer = asked(engine, "/healthz")
    assert (answer.status_code, answer.json()["wrong"]) == (503, [wrong])


@pytest.mark.parametrize(
    ("heard", "status"),
    [
        (Heard(polling_since=minutes_ago(2)), 200),
        (Heard(polling_since=minutes_ago(60), polled_at=minutes_ago(1)), 200),
        (Heard(polling_since=minutes_ago(60), polled_at=minutes_ago(4)), 503),
        (Heard(polling_since=minutes_ago(4)), 503),
        (Heard(update_at=minutes_ago(900)), 200),
    ],
)
def test_a_platform_that_is_polled_and_silent_is_not_well(engine: Engine, heard: Heard, status: int) -> None:
    answer = asked(engine, "/healthz", heard)
    assert (answer.status_code, answer.json()["wrong"]) == (status, ["platform"] if status == 503 else [])


def test_a_database_that_is_away_is_not_well() -> None:
    nowhere = open_engine("sqlite:////nowhere/at/all/imece.db")
    answer = asked(nowhere, "/healthz")
    assert (answer.status_code, answer.json()["wrong"], answer.json()["database"]) == (503, ["database"], False)
    assert {"imece_database_up 0.0", "imece_queue_messages NaN"} < set(asked(nowhere, "/metrics").text.splitlines())


def test_a_port_that_is_taken_is_said_at_the_start(telegram: LocalTelegram, url: str) -> None:
    with listening("127.0.0.1", 0) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(CannotListen, match=address), bot_runs(settings_for(url, telegram, ops_listen=address)):
            pass


@pytest.mark.road
def test_a_running_bot_counts_what_it_does_and_names_nobody(telegram: LocalTelegram, url: str, kept: Kept) -> None:
    with listening("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    ayse = telegram.person("Ayşe")
    settings = settings_for(url, telegram, ops_listen=str(port))

    def shown(path: str) -> httpx.Response:
        return httpx.get(f"http://127.0.0.1:{port}{path}", trust_env=False)

    with bot_runs(settings):
        ayse.says("hello")
        ayse.wait_for("echo hello", seconds=30)
        before = numbers(shown("/metrics").text)
        ayse.says("boom, my words")
        ayse.wait_for("sorry", seconds=30)
        ayse.says("after")
        ayse.wait_for("echo after", seconds=30)
        said = shown("/metrics").text
        after = numbers(said)
        assert shown("/healthz").status_code == 200
        assert shown("/").status_code == 404
    assert after['imece_turns_total{outcome="parked"}'] == 1 + before.get('imece_turns_total{outcome="parked"}', 0)
    assert after['imece_turns_total{outcome="answered"}'] == 1 + before['imece_turns_total{outcome="answered"}']
    assert after["imece_turn_seconds_count"] == 2 + before["imece_turn_seconds_count"]
    assert after['imece_deliveries_total{outcome="sent"}'] > before['imece_deliveries_total{outcome="sent"}']
    assert after['imece_place_held{what="delivering"}'] == after["imece_database_up"] == 1
    assert after["imece_unreachable_people"] == 0
    for personal in (str(ayse.id), "Ayşe", "boom", "hello"):
        assert personal not in said


def numbers(said: str) -> dict[str, float]:
    lines = [line.rpartition(" ") for line in said.splitlines() if not line.startswith("#")]
    return {name: float(number) for name, _, number in lines}
