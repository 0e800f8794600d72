"""The webhook is set again when somebody led it elsewhere, and what keeps Telegram from bringing is said once."""

import asyncio

import httpx
import pytest

from bot.local.server import LocalTelegram
from bot.serving import listening
from bot.telegram.door import Door, keep_open, show
from bot.telegram.wire import connect
from programme.settings import Settings

pytestmark = pytest.mark.road


def look(settings: Settings, door: Door, until: str, caplog: pytest.LogCaptureFixture) -> None:
    """Show the door once, then keep it open until the log has these words."""

    async def work() -> None:
        stop = asyncio.Event()
        async with connect(settings) as bot:
            keeping = asyncio.create_task(keep_open(bot, door, stop, look_every=0.05))
            async with asyncio.timeout(20):
                while until not in caplog.text:
                    await asyncio.wait({keeping}, timeout=0.05)
            stop.set()
            await keeping

    asyncio.run(work())


def test_a_webhook_led_elsewhere_comes_back(
    telegram: LocalTelegram, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    door = Door("http://127.0.0.1:9/imece", "a-secret-of-the-tests")
    look(settings, door, "they come here again", caplog)
    info = httpx.get(f"{telegram.url}/bot{telegram.token}/getWebhookInfo", trust_env=False).json()["result"]
    assert info["url"] == door.url
    assert door.secret not in repr(door)


def test_what_keeps_telegram_from_bringing_is_said_once(
    telegram: LocalTelegram, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with listening("127.0.0.1", 0) as free:
        door = Door(f"http://127.0.0.1:{free.getsockname()[1]}/imece", "a-secret-of-the-tests")

    async def shown() -> None:
        async with connect(settings) as bot:
            await show(bot, door)

    asyncio.run(shown())
    telegram.person("Ayşe").says("my words")
    look(settings, door, "cannot bring", caplog)
    assert caplog.text.count("Telegram cannot bring updates: ConnectError") == 1
    assert "my words" not in caplog.text
