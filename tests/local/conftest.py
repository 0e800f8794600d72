from collections.abc import Iterator

import pytest

from bot.local.chats import Account
from bot.local.platform import Platform
from bot.local.server import LocalTelegram
from tests.local.bots import BareBot


@pytest.fixture
def telegram() -> Iterator[LocalTelegram]:
    with LocalTelegram() as running:
        yield running


class Clock:
    def __init__(self) -> None:
        self.time = 1_796_000_000.0

    def __call__(self) -> float:
        return self.time

    def passes(self, seconds: float) -> None:
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def platform(clock: Clock) -> Platform:
    return Platform(now=clock)


@pytest.fixture
def ayse(platform: Platform) -> Account:
    return platform.add_person(Account(platform.next_person_id(), "Ayşe", "Örnek"))


@pytest.fixture
def mehmet(platform: Platform) -> Account:
    return platform.add_person(Account(platform.next_person_id(), "Mehmet", "Deneme", language_code="en"))


@pytest.fixture
def bot(platform: Platform) -> Iterator[BareBot]:
    bare = BareBot(platform)
    with bare.runner:
        yield bare
