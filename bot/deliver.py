"""Sends what is queued: in order in each chat, at the platform's pace, and as sure as the platform lets it be."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from bot import faults, metrics
from bot.outcomes import Lost, Migrated, NothingToEdit, NotNow, Outcome, Refused, Sent, Uncertain, WordsSent
from bot.pace import Pace
from bot.patience import Stopping
from bot.transactions import Transactions
from bot.turns import Turns
from programme.settings import Settings
from storage import chats, queue
from storage.tables import Message

log = logging.getLogger(__name__)

AT_ONCE = 50
LOOK_EVERY = 1.0
LONG_HOLD = 10.0
"""A platform that asks for so many seconds means the whole bot, not one chat."""
LONGEST_PAUSE = 30.0
LAND_WITHIN = 5.0

T = TypeVar("T")

Send = Callable[[Message, str | None], Awaitable[Outcome]]


@dataclass(frozen=True)
class Platform:
    """One way to reach people: its name in addresses, how it sends, which of its chats are groups."""

    name: str
    send: Send
    is_group: Callable[[str], bool]


@dataclass
class Delivery:
    """`wake` is set by whoever has just committed something to send; `ticks` paces, in seconds that never go back."""

    platform: Platform
    transactions: Transactions
    settings: Settings
    turns: Turns
    stop: asyncio.Event
    now: Callable[[], datetime]
    ticks: Callable[[], float] = time.monotonic
    pace: Pace = field(default_factory=Pace)
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _flying: set[asyncio.Task[None]] = field(default_factory=set)
    _misses: int = 0

    async def run(self) -> None:
        """Until the bot ends; then waits for what is on its way, so that a clean stop doubles nothing."""
        try:
            left = await self._patiently(lambda session: queue.recover(session, self.platform.name, self.now()))
            if left:
                log.warning("%d messages were on their way when the bot was last killed", left)
            while not self.stop.is_set():
                self.wake.clear()
                await self._until_woken(await self.send_what_may_go())
        except Stopping:
            pass
        finally:
            await self._land()

    async def send_what_may_go(self) -> float:
        """Start one message in every chat that is free for one. Returns the seconds until the next look."""
        until_any_may_go = self.pace.all_free_at() - self.ticks()
        if until_any_may_go > 0:
            return until_any_may_go
        firsts = await self._patiently(lambda session: queue.first_due(session, self.platform.name, self.now()))
        chosen, look_again = self._choose(firsts)
        if chosen:
            for due in await self._patiently(lambda session: queue.begin(session, chosen)):
                task = asyncio.create_task(self._deliver(due))
                self._flying.add(task)
                task.add_done_callback(self._flying.discard)
        return look_again

    def _choose(self, firsts: list[tuple[int, str]]) -> tuple[list[int], float]:
        now = self.ticks()
        look_at = now + LOOK_EVERY
        chosen: list[int] = []
        for message, chat in firsts:
            if len(chosen) + len(self._flying) >= AT_ONCE:
                break
            group = self.platform.is_group(chat)
            free_at = self.pace.free_at(chat, group)
            if free_at <= now:
                self.pace.note(chat, group, now)
                chosen.append(message)
            else:
                look_at = min(look_at, free_at)
        return chosen, look_at - now

    async def _deliver(self, due: queue.Due) -> None:
        try:
            outcome = await self.platform.send(due.message, due.target)
        except Exception as error:
            outcome = Refused(f"fault {faults.note(error, f'sending message {due.message.id}')}")
        metrics.deliveries.labels(metrics.kind_of(outcome)).inc()
        self._keep_pace(due.message.chat, outcome)
        try:
            await self._patiently(lambda session: self._settle(session, due.message.id, outcome))
        except Stopping:
            log.warning("message %s ended without its record: it may be sent again", due.message.id)
        except Exception as error:
            faults.note(error, f"settling message {due.message.id}")
            with contextlib.suppress(Stopping):
                await self._patiently(lambda session: queue.fail(session, due.message.id))
        self.wake.set()

    def _keep_pace(self, chat: str, outcome: Outcome) -> None:
        if not isinstance(outcome, NotNow):
            self._misses = 0
            return
        pause = outcome.seconds or 1.0
        if outcome.everywhere:
            self._misses += 1
            pause = outcome.seconds or min(0.25 * 2**self._misses, LONGEST_PAUSE)
        if outcome.everywhere or pause >= LONG_HOLD:
            log.warning("sending rests for %.1f seconds", pause)
            self.pace.hold_all(self.ticks() + pause)
        self.pace.hold(chat, self.ticks() + pause)

    def _settle(self, session: Session, row: int, outcome: Outcome) -> None:
        """Write down what became of it, and tell the conversations what concerns them."""
        message, now = session.get_one(Message, row), self.now()
        match outcome:
            case Sent(platform_message):
                queue.arrived(message, platform_message, now)
            case WordsSent():
                queue.words_arrived(message)
            case NotNow():
                queue.put_back(message)
            case NothingToEdit():
                queue.send_anew(message)
            case Uncertain():
                if not queue.doubt(message, now):
                    self.turns.undelivered(session, message, now, self.settings)
            case Lost():
                queue.put_back(message)
                self.turns.lost(session, message.platform, message.chat, now, self.settings)
                chats.shut(session, message.platform, message.chat)
            case Migrated(chat):
                queue.put_back(message)
                self.turns.moved(session, message.platform, message.chat, chat, now, self.settings)
                chats.readdress(session, message.platform, message.chat, chat)
            case Refused(why):
                log.error("message %s was refused: %s", message.id, why)
                message.status = "failed"
                self.turns.undelivered(session, message, now, self.settings)

    async def _until_woken(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.wake.wait(), max(seconds, 0.01))

    async def _land(self) -> None:
        if self._flying:
            _, left = await asyncio.wait(self._flying, timeout=LAND_WITHIN)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def _patiently(self, do: Callable[[Session], T]) -> T:
        return await self.transactions.patiently(do, self.stop)
