from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.local.server import LocalTelegram
from programme.settings import Settings
from storage.database import migrate, open_engine
from tests.bot.running import Kept, bot_runs, settings_for


@pytest.fixture
def telegram() -> Iterator[LocalTelegram]:
    with LocalTelegram() as running:
        yield running


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path}/imece.db"
    migrate(address)
    return address


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.fixture
def kept(engine: Engine) -> Kept:
    return Kept(engine)


@pytest.fixture
def settings(url: str, telegram: LocalTelegram) -> Settings:
    return settings_for(url, telegram)


@pytest.fixture
def running_bot(settings: Settings) -> Iterator[Settings]:
    with bot_runs(settings):
        yield settings


@pytest.fixture
def nothing_forbidden_is_asked(telegram: LocalTelegram) -> Iterator[None]:
    """Every request keeps the Bot API's rules; a test that breaks them on purpose forgets its requests."""
    yield
    assert telegram.violations() == []
