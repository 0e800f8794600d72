"""Fetches updates and has each answered; what is not yet committed is never acknowledged."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from telegram import Update
from telegram.error import RetryAfter, TelegramError

from bot import faults
from bot.answer import Answering
from bot.patience import Stopping, growing, rest
from bot.telegram import incoming
from bot.telegram.failures import seconds_to_wait
from bot.telegram.wire import Wire

log = logging.getLogger(__name__)

Raw = dict[str, Any]

KEPT = timedelta(hours=24)
"""For so long Telegram keeps updates that nobody fetches."""
MOST = 100
"""So many updates come at once when more are waiting."""
NO_ANSWER_AFTER = 60.0
"""A poll that hangs longer than this is given up; the library's own time limits do not cover a trickling answer."""


@dataclass
class Listening:
    """`caught_up` is called whenever all that waited is answered."""

    bot: Wire
    answering: Answering
    stop: asyncio.Event
    now: Callable[[], datetime]
    caught_up: Callable[[], Awaitable[None]]
    polled_at: datetime | None = None
    """When Telegram last answered."""
    _trouble: str = ""
    _behind: bool = True
    """Whether something may have been waiting for long; then it is asked for without waiting for more."""
    _answers: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self) -> None:
        pauses = growing()
        done_with: int | None = None
        while not self.stop.is_set():
            try:
                updates = await self._fetch(done_with)
                await self._take_all(updates)
                self._behind = len(updates) >= MOST
                if not self._behind:
                    await self.caught_up()
            except Stopping:
                return
            except (TelegramError, TimeoutError) as error:
                self._note_trouble(error)
                self._behind = True
                wanted = seconds_to_wait(error) if isinstance(error, RetryAfter) else 0.0
                await rest(self.stop, max(next(pauses), wanted))
                continue
            pauses = growing()
            # Asked without an offset when there is nothing to acknowledge: ids may begin again below the last one.
            done_with = updates[-1]["update_id"] + 1 if updates else None

    async def _fetch(self, offset: int | None) -> list[Raw]:
        """What came in, as it came. Raises Stopping when the bot ends meanwhile: nothing is lost by not waiting."""
        asking = asyncio.create_task(asyncio.wait_for(self.bot.updates(offset, wait=not self._behind), NO_ANSWER_AFTER))
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
            await self.answering.spoil(_key_of_unreadable(raw), trace)
            return
        if update.callback_query:
            self._stop_spinner(update.callback_query.id)
        if came:
            await self.answering.answer(came)

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
