"""How fast the platform lets a bot send: not by itself, for its true limits are unpublished, but when a test asks."""

from collections import defaultdict, deque
from collections.abc import Callable
from math import ceil

from bot.local.refusals import too_many_requests

CHAT = (5, 5.0)  # messages, seconds: one a second, short bursts pass
GROUP = (20, 60.0)
ALL = (30, 1.0)


class Pace:
    def __init__(self, now: Callable[[], float], *, kept: bool = False) -> None:
        self.now = now
        self.kept = kept
        self._sent: dict[int, deque[float]] = defaultdict(lambda: deque(maxlen=GROUP[0]))
        self._sent_in_all: deque[float] = deque(maxlen=ALL[0])

    def step(self, chat: int) -> None:
        """Count one message to that chat; refused with 429 when it comes too early."""
        if not self.kept:
            return
        limits = [(self._sent[chat], GROUP if chat < 0 else CHAT), (self._sent_in_all, ALL)]
        wait = max(self._wait(sent, *limit) for sent, limit in limits)
        if wait > 0:
            raise too_many_requests(ceil(wait))
        for sent, _ in limits:
            sent.append(self.now())

    def _wait(self, sent: deque[float], most: int, seconds: float) -> float:
        return sent[-most] + seconds - self.now() if len(sent) >= most else 0
