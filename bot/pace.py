"""How fast messages may go: to one chat, to one group, and in all; and who must be left alone for how long."""

from collections import deque
from dataclasses import dataclass, field

# Telegram's own words: "avoid sending more than one message per second" in a chat ("we may allow short bursts"),
# "not more than 20 messages per minute" in a group, "about 30 messages per second" in all.
A_CHAT_EACH = 1.0
A_CHAT_BURST = 3
A_GROUP_A_MINUTE = 20
IN_ALL_A_SECOND = 25


@dataclass
class _Lately:
    """When the last messages went: at most `most` within `seconds`."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def free_at(self) -> float:
        return self.times[0] + self.seconds if len(self.times) >= self.most else 0.0

    def note(self, now: float) -> None:
        self.times.append(now)
        if len(self.times) > self.most:
            self.times.popleft()


class Pace:
    """Moments are seconds of any clock that never goes back."""

    def __init__(self) -> None:
        self._all = _Lately(IN_ALL_A_SECOND, 1.0)
        self._chats: dict[str, float] = {}
        """When each chat will have made up for what it got, at one message a second."""
        self._groups: dict[str, _Lately] = {}
        self._held: dict[str, float] = {}
        self._all_held = 0.0

    def free_at(self, chat: str, group: bool) -> float:
        """The moment from which a message may go to this chat."""
        moments = [self.all_free_at(), self._held.get(chat, 0.0)]
        if chat in self._chats:
            moments.append(self._chats[chat] - (A_CHAT_BURST - 1) * A_CHAT_EACH)
        if group and chat in self._groups:
            moments.append(self._groups[chat].free_at())
        return max(moments)

    def all_free_at(self) -> float:
        return max(self._all.free_at(), self._all_held)

    def note(self, chat: str, group: bool, now: float) -> None:
        """A message goes to this chat now."""
        self._forget(now)
        self._all.note(now)
        self._chats[chat] = max(self._chats.get(chat, 0.0), now) + A_CHAT_EACH
        if group:
            self._groups.setdefault(chat, _Lately(A_GROUP_A_MINUTE, 60.0)).note(now)

    def hold(self, chat: str, until: float) -> None:
        self._held[chat] = max(until, self._held.get(chat, 0.0))

    def hold_all(self, until: float) -> None:
        self._all_held = max(until, self._all_held)

    def _forget(self, now: float) -> None:
        """Chats that nothing holds any more need no memory."""
        if len(self._chats) < 1000:
            return
        self._chats = {chat: made_up for chat, made_up in self._chats.items() if made_up > now}
        self._groups = {chat: lately for chat, lately in self._groups.items() if lately.times[-1] + 60 > now}
        self._held = {chat: until for chat, until in self._held.items() if until > now}
