"""Fetches updates and has each answered; what is not yet committed is never acknowledged."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import RetryAfter, TelegramError

from bot.patience import Stopping, growing, rest
from bot.telegram.failures import seconds_to_wait
from bot.telegram.take import Raw, Taking, lane_of
from bot.telegram.wire import Wire

log = logging.getLogger(__name__)

KEPT = timedelta(hours=24)
"""For so long Telegram keeps updates that nobody fetches."""
MOST = 100
"""So many updates come at once when more are waiting."""
NO_ANSWER_AFTER = 60.0
"""A poll that hangs longer than this is given up; the library's own time limits do not cover a trickling answer."""


@dataclass
class Listening:
    """`heard` is called whenever Telegram has answered a poll, `caught_up` whenever all that waited is answered."""

    bot: Wire
    taking: Taking
    stop: asyncio.Event
    heard: Callable[[datetime], None]
    caught_up: Callable[[], Awaitable[None]]
    _trouble: str = ""
    _behind: bool = True
    """Whether something may have been waiting for long; then it is asked for without waiting for more."""

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
            lanes.setdefault(lane_of(update), []).append(update)
        ends = await asyncio.gather(*(self._take_in_order(lane) for lane in lanes.values()), return_exceptions=True)
        for error in ends:
            if isinstance(error, BaseException):
                raise error

    async def _take_in_order(self, updates: list[Raw]) -> None:
        for update in updates:
            if self.stop.is_set():
                raise Stopping
            await self.taking.take(update)

    def _note_success(self) -> None:
        self.heard(self.taking.now())
        if self._trouble:
            log.warning("Telegram answers again")
            self._trouble = ""

    def _note_trouble(self, error: Exception) -> None:
        """Once for each change of state, not for each of a thousand tries."""
        trouble = f"{type(error).__name__}: {error}"
        if trouble != self._trouble:
            log.warning("Telegram does not answer (%s); trying again", trouble)
            self._trouble = trouble
