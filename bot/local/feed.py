"""What happened, numbered, for the phones page and the tests to follow."""

import asyncio
from typing import Any

from bot.local.bell import Bell

Event = dict[str, Any]


class Feed:
    def __init__(self) -> None:
        self.events: list[Event] = []
        self.closed = False
        self._bell = Bell()

    @property
    def last(self) -> int:
        """The number of the newest event; 0 before the first."""
        return len(self.events)

    def tell(self, kind: str, chat: int, **more: Any) -> None:
        self.events.append({"n": self.last + 1, "kind": kind, "chat": chat, **more})
        self._bell.ring()

    def after(self, n: int) -> list[Event]:
        return self.events[max(n, 0) :]

    async def wait(self, n: int, seconds: float) -> list[Event]:
        """Events after number n, as soon as there are any; an empty list when the time is over."""
        end = asyncio.get_running_loop().time() + seconds
        while not self.closed and self.last <= n:
            if not await self._bell.heard(end - asyncio.get_running_loop().time()):
                break
        return self.after(n)

    def close(self) -> None:
        """Let everybody who waits go home."""
        self.closed = True
        self._bell.ring()
