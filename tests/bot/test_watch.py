import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.watch import keep_going, watch

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def test_a_loop_that_falls_over_is_set_up_again(caplog: pytest.LogCaptureFixture) -> None:
    begun: list[None] = []

    async def test() -> None:
        stop = asyncio.Event()

        async def loop() -> None:
            begun.append(None)
            if len(begun) < 3:
                raise KeyError("what somebody wrote")
            stop.set()

        await keep_going(loop, "listening", stop, first_pause=0.001)

    asyncio.run(test())
    assert len(begun) == 3
    assert caplog.text.count("while listening") == 2


def test_a_long_silence_is_said_once_and_again_after_the_next_word(caplog: pytest.LogCaptureFixture) -> None:
    minutes = [1, 2, 5, 6, 7, 8, 12, 13]
    heard = {7: NOON + timedelta(minutes=7)}

    async def test() -> None:
        stop = asyncio.Event()
        at, last = [0], [None]

        def now() -> datetime:
            if not minutes:
                stop.set()
                return NOON + timedelta(minutes=at[0])
            moment = at[0]
            at[0] = minutes.pop(0)
            last[0] = heard.get(moment, last[0])
            return NOON + timedelta(minutes=moment)

        await watch(lambda: last[0], stop, now, look_every=0.001)

    asyncio.run(test())
    assert [record.message for record in caplog.records] == [
        "nothing fetched from the platform since 2026-12-01T09:00:00+00:00",
        "nothing fetched from the platform since 2026-12-01T09:07:00+00:00",
    ]
