"""Failures on demand, as a real client meets them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import httpx
import pytest
from telegram import Bot, error

from bot.local.people import Person
from bot.local.server import LocalTelegram
from tests.local.bots import BareBot, a_bot
from tests.local.conftest import Clock

pytestmark = pytest.mark.road


@pytest.fixture
def ayse(telegram: LocalTelegram) -> Person:
    return telegram.person("Ayşe")


def failure(telegram: LocalTelegram, act: Callable[[Bot], Awaitable[object]]) -> error.TelegramError:
    async def meet() -> error.TelegramError:
        async with a_bot(telegram, read_timeout=0.2) as bot:
            with pytest.raises(error.TelegramError) as raised:
                await act(bot)
            return raised.value

    return asyncio.run(meet())


@pytest.mark.parametrize(
    ("how", "status", "kind", "arrived"),
    [
        ("before", 502, error.NetworkError, []),
        ("after", 502, error.NetworkError, ["a"]),
        ("before", 403, error.Forbidden, []),
        ("before", 400, error.BadRequest, []),
    ],
)
def test_it_refuses_before_or_after_acting(
    telegram: LocalTelegram, ayse: Person, how: str, status: int, kind: type[Exception], arrived: list[str]
) -> None:
    telegram.fails("sendMessage", how, status=status)
    assert type(failure(telegram, lambda bot: bot.send_message(ayse.id, "a"))) is kind
    assert ayse.messages() == arrived


def test_it_is_slow(telegram: LocalTelegram, ayse: Person) -> None:
    telegram.fails("sendMessage", "slow", seconds=0.4)
    met = failure(telegram, lambda bot: bot.send_message(ayse.id, "a"))
    assert isinstance(met, error.TimedOut)
    assert isinstance(met.__cause__, httpx.ReadTimeout)
    assert ayse.messages() == ["a"]


@pytest.mark.parametrize(("how", "arrived"), [("drop", []), ("drop_after", ["a"])])
def test_it_hangs_up(telegram: LocalTelegram, ayse: Person, how: str, arrived: list[str]) -> None:
    telegram.fails("sendMessage", how)
    met = failure(telegram, lambda bot: bot.send_message(ayse.id, "a"))
    assert isinstance(met.__cause__, (httpx.RemoteProtocolError, httpx.ReadError))
    assert ayse.messages() == arrived
    assert [request.status for request in telegram.asked("sendMessage")] == [0]


def test_too_many_requests_say_how_long_to_wait(
    telegram: LocalTelegram, ayse: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    telegram.fails("sendMessage", retry_after=7)
    met = failure(telegram, lambda bot: bot.send_message(ayse.id, "a"))
    assert isinstance(met, error.RetryAfter)
    assert met.retry_after == timedelta(seconds=7)


@pytest.mark.parametrize(
    ("status", "kind"), [(401, error.InvalidToken), (404, error.InvalidToken), (409, error.Conflict)]
)
def test_polling_can_be_refused(telegram: LocalTelegram, status: int, kind: type[Exception]) -> None:
    telegram.fails("getUpdates", status=status)
    assert type(failure(telegram, lambda bot: bot.get_updates())) is kind


def test_a_fault_strikes_as_often_as_it_was_ordered_and_where(bot: BareBot) -> None:
    ids = [bot.http("POST", "/local/people", json={"first_name": name}).json()["id"] for name in ("Ayşe", "Mehmet")]
    bot.http("POST", "/local/faults", json={"method": "sendMessage", "status": 500, "times": 2, "chat": ids[0]})
    answers = [bot.asks("sendMessage", chat_id=id_, text="a")["ok"] for id_ in (ids[1], *[ids[0]] * 3)]
    assert answers == [True, False, False, True]
    bot.http("POST", "/local/faults", json={"times": None})
    assert bot.asks("getMe")["description"] == "Bad Gateway"
    bot.http("DELETE", "/local/faults")
    assert bot.asks("getMe")["ok"]


def test_it_keeps_the_pace_when_asked(bot: BareBot, clock: Clock) -> None:
    person = bot.http("POST", "/local/people", json={"first_name": "Ayşe"}).json()["id"]
    bot.http("POST", "/local/pace", json={"kept": True})
    answers = [bot.asks("sendMessage", chat_id=person, text="a") for _ in range(6)]
    assert [answer["ok"] for answer in answers] == [True] * 5 + [False]
    assert answers[-1]["description"] == "Too Many Requests: retry after 5"
    assert answers[-1]["parameters"] == {"retry_after": 5}
    clock.passes(5)
    assert bot.result("sendMessage", chat_id=person, text="a")
