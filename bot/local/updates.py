"""The updates that wait for the bot: numbered, kept for a day, given out by long polling, forgotten when confirmed."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.local.bell import Bell
from bot.local.refusals import Refused, other_poller

MESSAGES_KEPT = 24 * 3600  # seconds
PRESSES_KEPT = 150
LONGEST_POLL = 50
HURRY = 0.5  # the same offset asked again sooner than this yields one update
FUTURE = 10  # an offset further ahead than this confirms nothing

NOT_UNLESS_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Waiting:
    update: dict[str, Any]
    until: float
    given_out: bool = False
    injected: bool = False
    carrier: object = None  # the webhook that has it in hand

    def confirmed_by(self, offset: int) -> bool:
        """An injected update may carry a number long past; it counts as confirmed only once it was given out."""
        return self.update["update_id"] < offset and (self.given_out or not self.injected)


class Updates:
    def __init__(self, now: Callable[[], float], first_id: int = 734_000_001) -> None:
        self.now = now
        self.next_id = first_id
        self.allowed: list[str] = []  # empty: whatever the platform sends by default
        self.waiting: deque[Waiting] = deque()
        self.bell = Bell()
        self.closed = False
        self._poll = 0
        self._ended_by = other_poller()
        self._last_offset: int | None = None
        self._last_asked = float("-inf")

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_UNLESS_ASKED_FOR

    def add(self, kind: str, content: dict[str, Any]) -> None:
        if not self.wants(kind):
            return
        kept = PRESSES_KEPT if kind == "callback_query" else MESSAGES_KEPT
        self._append(Waiting({"update_id": self.next_id, kind: content}, self.now() + kept))
        self.next_id += 1

    def inject(self, update: dict[str, Any]) -> dict[str, Any]:
        """Queue an update exactly as it is; one without an id gets the next."""
        if "update_id" not in update:
            update = {"update_id": self.next_id, **update}
            self.next_id += 1
        self._append(Waiting(update, self.now() + MESSAGES_KEPT, injected=True))
        return update

    def renumber(self, first_id: int) -> None:
        """Go on from another number, as the platform does after a week without updates."""
        self.next_id = first_id

    def _append(self, waiting: Waiting) -> None:
        self.waiting.append(waiting)
        self.bell.ring()

    async def poll(self, offset: int, limit: int, timeout: int) -> list[dict[str, Any]]:
        """getUpdates: confirm what lies before the offset, give out what is there, else wait.

        A newer poll ends an older one with 409, as the platform does.
        """
        mine = self._end_polls(other_poller())
        if self._in_a_hurry(offset):
            limit = 1
        loop = asyncio.get_running_loop()
        end = loop.time() + min(timeout, LONGEST_POLL)
        while not (found := self._take(offset, limit)):
            if self.closed or not await self.bell.heard(end - loop.time()):
                break
            if mine != self._poll:
                raise self._ended_by
        return found

    def _end_polls(self, refusal: Refused) -> int:
        self._poll += 1
        self._ended_by = refusal
        self.bell.ring()
        return self._poll

    def forget(self, waiting: Waiting) -> None:
        """The bot has it."""
        self.waiting = deque(other for other in self.waiting if other is not waiting)

    def webhook_takes_over(self) -> None:
        self._end_polls(Refused(409, "Conflict: terminated by setWebhook request"))

    def close(self) -> None:
        """Let whoever polls go home with nothing."""
        self.closed = True
        self.bell.ring()

    def _in_a_hurry(self, offset: int) -> bool:
        asked = asyncio.get_running_loop().time()
        hurry = offset == self._last_offset and asked < self._last_asked + HURRY
        self._last_offset, self._last_asked = offset, asked
        return hurry

    def _take(self, offset: int, limit: int) -> list[dict[str, Any]]:
        now = self.now()
        if offset > self.next_id + FUTURE:
            offset = 0
        if offset < 0:
            keep = list(self.waiting)[offset:]
        else:
            keep = [waiting for waiting in self.waiting if not waiting.confirmed_by(offset)]
        self.waiting = deque(waiting for waiting in keep if waiting.until > now)
        given = list(self.waiting)[:limit]
        for waiting in given:
            waiting.given_out = True
        return [waiting.update for waiting in given]
