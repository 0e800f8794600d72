"""Timers: rung once, in order, each in its own transaction."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from bot.clock import Clock
from bot.transactions import Transactions
from programme.settings import Settings
from storage import timers
from storage.tables import Timer
from tests.bot.echo import ECHO
from tests.bot.running import Kept

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def promise(kept: Kept, what: str, about: int, minutes: float) -> None:
    kept.write(lambda session: timers.promise(session, what, about, NOON + timedelta(minutes=minutes)))


def until(engine: Engine, minutes: float, step: float = 0.5) -> int:
    """Let the clock run for so many minutes from noon; how many rang."""
    rang: list[None] = []

    async def work() -> None:
        transactions, at = Transactions(engine), NOON
        clock = Clock(
            transactions,
            Settings(_env_file=None),
            ECHO,
            asyncio.Event(),
            now=lambda: at,
            rang=lambda: rang.append(None),
        )
        while at <= NOON + timedelta(minutes=minutes):
            while await clock.ring_next():
                pass
            at += timedelta(minutes=step)
        transactions.close()

    asyncio.run(work())
    return len(rang)


def test_each_timer_rings_once_when_it_is_due(engine: Engine, kept: Kept) -> None:
    promise(kept, "late", 1, 2)
    promise(kept, "early", 2, 1)
    promise(kept, "never", 3, 60)
    assert until(engine, 5) == 2
    assert until(engine, 5) == 0
    assert [text for text, _ in kept.messages()] == ["ring early", "ring late"]


def test_a_timer_that_fails_holds_up_no_other_and_is_given_up(engine: Engine, kept: Kept) -> None:
    promise(kept, "boom", 1, 0)
    promise(kept, "fine", 2, 0)
    until(engine, 3)
    assert [(timer.what, timer.status, timer.tries) for timer in kept.all(Timer)] == [
        ("boom", "failed", 3),
        ("fine", "fired", 0),
    ]


def test_a_timer_promised_again_while_it_rings_waits_for_its_next_time(engine: Engine, kept: Kept) -> None:
    promise(kept, "weekly", 1, 0)
    kept.write(lambda session: timers.cancel(session, "weekly", 1))
    promise(kept, "weekly", 1, 1)
    assert until(engine, 3) == 1
    assert [timer.status for timer in kept.all(Timer)] == ["cancelled", "fired"]
