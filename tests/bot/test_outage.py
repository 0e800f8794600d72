"""After an outage people are told once, whatever fails; no timer rings while the platform is not heard."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from bot.clock import Clock
from bot.hearing import Hearing
from bot.transactions import Transactions
from bot.turns import Turns
from programme.settings import Settings
from storage import timers
from storage.tables import Heard
from tests.bot.echo import ECHO
from tests.bot.running import Kept

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
SETTINGS = Settings(_env_file=None, coordinator_chats="9")


def catch_up(engine: Engine, *hours: float, turns: Turns = ECHO) -> int:
    """One running bot catches up at each of these hours; how often messages may have been queued."""
    told: list[None] = []

    async def work() -> None:
        transactions, at = Transactions(engine), NOON
        hearing = Hearing(
            "telegram", timedelta(hours=24), transactions, SETTINGS, turns, asyncio.Event(),
            now=lambda: at, told=lambda: told.append(None),
        )  # fmt: skip
        for hour in hours:
            at = NOON + timedelta(hours=hour)
            await hearing.caught_up()
        transactions.close()

    asyncio.run(work())
    return len(told)


def test_an_outage_is_told_once_whether_the_bot_was_stopped_or_the_platform_away(engine: Engine, kept: Kept) -> None:
    catch_up(engine, 0, 1)
    catch_up(engine, 30, 31)
    catch_up(engine, 32, 62)
    assert [text for text, _ in kept.messages()] == ["missed 10:00 to 15:00", "missed 17:00 to 23:00"]


def test_it_is_noted_once_a_minute(engine: Engine, kept: Kept) -> None:
    assert catch_up(engine, *(seconds / 3600 for seconds in range(0, 121, 20))) == 3
    assert [heard.at for heard in kept.all(Heard)] == [NOON + timedelta(minutes=2)]


def test_a_fault_in_telling_it_stops_nobody(engine: Engine, kept: Kept) -> None:
    def falls_over(*_: object) -> None:
        raise RuntimeError("a fault")

    catch_up(engine, 0)
    catch_up(engine, 30, turns=replace(ECHO, missed=falls_over))
    catch_up(engine, 31)
    assert kept.messages() == []
    assert [heard.at for heard in kept.all(Heard)] == [NOON + timedelta(hours=31)]


def test_no_timer_rings_until_the_platform_is_heard(engine: Engine, kept: Kept) -> None:
    kept.write(lambda session: timers.promise(session, "due", 1, NOON))

    async def work() -> list[bool]:
        transactions, at, stop = Transactions(engine), NOON, asyncio.Event()
        hearing = Hearing(
            "telegram", timedelta(hours=24), transactions, SETTINGS, ECHO, stop, now=lambda: at, told=lambda: None
        )
        clock = Clock(transactions, SETTINGS, ECHO, stop, now=lambda: at, rang=lambda: None, may_ring=hearing.is_heard)
        rang = [await clock.ring_next()]
        await hearing.caught_up()
        at = NOON + timedelta(hours=1)
        rang.append(await clock.ring_next())
        await hearing.caught_up()
        rang += [await clock.ring_next(), await clock.ring_next()]
        transactions.close()
        return rang

    assert asyncio.run(work()) == [False, False, True, False]
