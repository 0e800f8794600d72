"""Failures on demand: the platform refuses, stalls, or hangs up, before or after it has acted."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.local.refusals import REASONS, Refused, other_poller, too_many_requests

T = TypeVar("T")
HOWS = ("before", "after", "slow", "drop", "drop_after")


class HungUp(Exception):
    """The line is to be cut without an answer."""


@dataclass
class Fault:
    """`before` refuses without acting; `after` acts, then refuses; `slow` acts, then lets the answer wait;
    `drop` hangs up without acting; `drop_after` acts, then hangs up."""

    method: str = "*"  # every method
    how: str = "before"
    status: int = 502
    description: str = ""
    retry_after: int | None = None
    seconds: float = 0
    times: int | None = 1  # None: until taken away
    chat: int | None = None

    def __post_init__(self) -> None:
        if self.how not in HOWS:
            raise ValueError(f"how must be one of {', '.join(HOWS)}")

    def strikes(self, method: str, chat: Any) -> bool:
        return self.method.lower() in ("*", method.lower()) and self.chat in (None, chat)

    async def strike(self, act: Callable[[], Awaitable[T]]) -> T:
        """Act or not, and fail as ordered; raises Refused or HungUp."""
        match self.how:
            case "before":
                raise self.refusal()
            case "drop":
                raise HungUp
        result = await act()
        match self.how:
            case "after":
                raise self.refusal()
            case "drop_after":
                raise HungUp
        await asyncio.sleep(self.seconds)
        return result

    def refusal(self) -> Refused:
        if self.retry_after is not None or self.status == 429:
            return too_many_requests(self.retry_after or 1)
        if self.status == 409 and not self.description:
            return other_poller()
        return Refused(self.status, self.description or REASONS.get(self.status, "Error"))


class Faults:
    def __init__(self) -> None:
        self.ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self.ordered.append(fault)

    def clear(self) -> None:
        self.ordered.clear()

    def next(self, method: str, chat: Any) -> Fault | None:
        """The first fault ordered for such a request, used up once more."""
        for fault in self.ordered:
            if fault.strikes(method, chat):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self.ordered.remove(fault)
                return fault
        return None
