"""The bot when nobody answers at Telegram's address."""

from contextlib import ExitStack

import pytest

from bot.local.server import LocalTelegram
from tests.bot.running import Kept, bot_runs, settings_for

pytestmark = pytest.mark.road


def test_a_server_that_goes_and_comes_back_loses_and_doubles_nothing(url: str, kept: Kept) -> None:
    with ExitStack() as bot:
        with LocalTelegram() as before:
            ayse = before.person("Ayşe")
            platform, port = before.platform, before.port
            bot.enter_context(bot_runs(settings_for(url, before)))
            ayse.says("one")
            ayse.wait_for("echo one")
        platform.updates.closed = platform.feed.closed = False
        with LocalTelegram(platform, port) as after:
            ayse.telegram = after
            ayse.says("two")
            ayse.wait_for("echo two", seconds=20)
            bot.close()
    assert kept.messages() == [("echo one", "sent"), ("echo two", "sent")]
