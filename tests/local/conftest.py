from collections.abc import Iterator

import pytest

from bot.local.server import LocalTelegram


@pytest.fixture
def telegram() -> Iterator[LocalTelegram]:
    with LocalTelegram() as running:
        yield running
