from collections.abc import Iterator

import pytest

from bot.local.server import LocalTelegram


@pytest.fixture
def telegram() -> Iterator[LocalTelegram]:
    """The platform; whatever a test did there, the bot kept to the Bot API's rules."""
    with LocalTelegram() as running:
        yield running
        assert running.violations() == []
