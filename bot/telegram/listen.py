"""Fetches updates and has each answered; what is not yet committed is never acknowledged."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session
from telegram import Update
from telegram.error import RetryAfter, TelegramError

from bot import faults
from bot.patience import Stopping, growing, rest
from bot.telegram import incoming
from bot.telegram.failures import seconds_to_wait
from bot.telegram.wire import Wire
from bot.transactions import Transactions
from bot.turns import Turns
from conversations.messages import Incoming, Moved, Press, Reached
from programme.settings import Settings
from storage import handled, queue

log = logging.getLogger(__name__)

Raw = dict[str, Any]

TRIES = 3
BETWEEN_TRIES = (0.2, 1.0)
NO_ANSWER_AFTER = 60.0
"""A poll that hangs longer than this is given up; the library's own time limits do not cover a trickling answer."""


@dataclass
class Listening:
    """`heard` is called after each turn, for it may have queued messages."""

    bot: Wire
    transactions: Transactions
    settings: Settings
    turns: Turns
    stop: asyncio.Event
    now: Callable[[], datetime]
    heard: Callable[[], None]
    polled_at: datetime | None = None
    """When Telegram last answered."""
    _trouble: str = ""
    _answers: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self) -> None:
        pauses = growing()
        done_with: int | None = None
        while not self.stop.is_set():
            try:
                updates = await self._fetch(done_with)
                await self._take_all(updates)
            except Stopping:
                return
            except (TelegramError, TimeoutError) as error:
                self._note_trouble(error)
                wanted = seconds_to_wait(error) if isinstance(error, RetryAfter) else 0.0
                await rest(self.stop, max(next(pauses), wanted))
                continue
            pauses = growing()
            # Asked without an offset when there is nothing to acknowledge: ids may begin again below the last one.
            done_with = updates[-1]["update_id"] + 1 if updates else None

    async def _fetch(self, offset: int | None) -> list[Raw]:
        """What came in, as it came. Raises Stopping when the bot ends meanwhile: nothing is lost by not waiting."""
        asking = asyncio.create_task(asyncio.wait_for(self.bot.updates(offset), NO_ANSWER_AFTER))
        stopping = asyncio.create_task(self.stop.wait())
        try:
            await asyncio.wait({asking, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                raise Stopping
            updates = asking.result()
        finally:
            asking.cancel()
            stopping.cancel()
        self._note_success()
        return updates

    async def _take_all(self, updates: list[Raw]) -> None:
        """Each person's updates in order, people side by side. Raises Stopping when some were left for next time."""
        lanes: dict[str, list[Raw]] = {}
        for update in updates:
            lanes.setdefault(_lane(update), []).append(update)
        ends = await asyncio.gather(*(self._take_in_order(lane) for lane in lanes.values()), return_exceptions=True)
        for error in ends:
            if isinstance(error, BaseException):
                raise error

    async def _take_in_order(self, updates: list[Raw]) -> None:
        for update in updates:
            if self.stop.is_set():
                raise Stopping
            await self._take(update)

    async def _take(self, raw: Raw) -> None:
        try:
            update = Update.de_json(raw, self.bot)
            came = incoming.read(update, self.bot.bot, self.now())
        except Exception as error:
            trace = faults.note(error, f"reading update {raw.get('update_id')}")
            await self._spoil(_key_of_unreadable(raw), trace)
            return
        if update.callback_query:
            self._stop_spinner(update.callback_query.id)
        if came:
            await self._answer(came)
            self.heard()

    async def _answer(self, came: Incoming) -> None:
        """One turn. What fails three times is parked, so that it stands in nobody's way."""
        while trace := await self._fault_of_turn(came):
            tries = await self._count(came.key, trace)
            if tries >= TRIES:
                await self._apologise(came, trace)
                return
            if await rest(self.stop, BETWEEN_TRIES[tries - 1]):
                raise Stopping

    async def _fault_of_turn(self, came: Incoming) -> str:
        """Empty when the turn is committed, else the fault's trace."""
        try:
            await self.transactions.patiently(lambda session: self._turn(session, came), self.stop)
        except Stopping:
            raise
        except Exception as error:
            return faults.note(error, f"answering {came.key}")
        return ""

    def _turn(self, session: Session, came: Incoming) -> None:
        """What came in also says something about what went out: that it arrives, or that this very message did."""
        platform, chat = came.address.platform, came.address.chat
        if not isinstance(came.what, Reached | Moved):
            queue.reopen(session, platform, chat)
        if isinstance(came.what, Press) and came.message:
            queue.proven(session, platform, chat, came.message, came.what.about, came.what.revision)
        self.turns.take(session, came, self.settings)

    async def _count(self, key: str, trace: str) -> int:
        return await self.transactions.patiently(lambda session: handled.count_failure(session, key, trace), self.stop)

    async def _apologise(self, came: Incoming, trace: str) -> None:
        try:
            await self.transactions.patiently(
                lambda session: self.turns.apologise(session, came, trace, self.settings), self.stop
            )
        except Stopping:
            raise
        except Exception as error:
            faults.note(error, f"apologising for {came.key}")
            await self._spoil(came.key, trace)

    async def _spoil(self, key: str, trace: str) -> None:
        try:
            await self.transactions.patiently(
                lambda session: self.turns.spoils(session, key, trace, self.settings), self.stop
            )
            self.heard()
        except Stopping:
            raise
        except Exception as error:
            faults.note(error, f"parking {key}")
            await self.transactions.patiently(lambda session: handled.give_up(session, key, self.now()), self.stop)

    def _stop_spinner(self, query: str) -> None:
        """Best effort, beside everything else: the effect of a press does not hang on it."""

        async def answer() -> None:
            try:
                await self.bot.answer_callback_query(query)
            except TelegramError as error:
                log.debug("a press was not acknowledged: %s", type(error).__name__)

        task = asyncio.create_task(answer())
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    def _note_success(self) -> None:
        self.polled_at = self.now()
        if self._trouble:
            log.warning("Telegram answers again")
            self._trouble = ""

    def _note_trouble(self, error: Exception) -> None:
        """Once for each change of state, not for each of a thousand tries."""
        trouble = f"{type(error).__name__}: {error}"
        if trouble != self._trouble:
            log.warning("Telegram does not answer (%s); trying again", trouble)
            self._trouble = trouble


def _lane(raw: Raw) -> str:
    """Who did this; what nobody did is a lane of its own."""
    for kind in raw.values():
        if isinstance(kind, dict) and isinstance(kind.get("from"), dict):
            return f"person {kind['from'].get('id')}"
    return f"update {raw.get('update_id')}"


def _key_of_unreadable(raw: Raw) -> str:
    print_of_it = hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:12]
    return f"{incoming.PLATFORM}:{raw.get('update_id')}:{print_of_it}"
