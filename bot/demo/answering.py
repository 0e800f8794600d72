"""The pool's experts answer what the bot asks them, a few seconds later, by pressing its buttons as people do."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx

from bot.demo.pool import Expert
from bot.telegram.keyboard import decode
from conversations.messages import Press

THINKS = 4.0
"""Seconds between reading and pressing."""
LISTENS = 20
TIME, NO, SKIP, THIS_MONTH = "t", "no", "skip", "0"


class Experts:
    """Everybody of the pool, following the platform's events over HTTP."""

    def __init__(self, experts: list[Expert], platform_url: str) -> None:
        self._experts = {expert.account.id: expert for expert in experts}
        self._line = httpx.AsyncClient(base_url=platform_url, trust_env=False, timeout=LISTENS + 10)
        self._thinking: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Until cancelled."""
        seen = 0
        async with self._line:
            while True:
                for event in await self._after(seen):
                    seen = event["n"]
                    if event["kind"] == "message" and event["chat"] in self._experts:
                        self._begin(self._experts[event["chat"]], event["message"])

    async def _after(self, seen: int) -> list[dict[str, Any]]:
        """What has happened since; nothing when the line is bad for a moment."""
        try:
            answer = await self._line.get("/local/events.json", params={"after": seen, "wait": LISTENS})
        except httpx.TransportError:
            await asyncio.sleep(THINKS)
            return []
        events: list[dict[str, Any]] = answer.json()
        return events

    def _begin(self, expert: Expert, message: dict[str, Any]) -> None:
        data = answer_to(message, expert.declines)
        if data is None:
            return
        task = asyncio.create_task(self._press(expert.account.id, message["message_id"], data))
        self._thinking.add(task)
        task.add_done_callback(self._thinking.discard)

    async def _press(self, who: int, message: int, data: str) -> None:
        await asyncio.sleep(THINKS)
        await self._line.post("/local/press", json={"chat": who, "from": who, "message_id": message, "data": data})


def answer_to(message: dict[str, Any], declines: bool) -> str | None:
    """What this expert presses under that message, if anything: no, else the first time, else skip the question."""
    wanted = (_is_no, _is_this_month) if declines else (_is_time, _is_skip)
    buttons = list(_buttons(message))
    return next((data for is_it in wanted for data, press in buttons if is_it(press)), None)


def _buttons(message: dict[str, Any]) -> Iterator[tuple[str, Press]]:
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            if data := button.get("callback_data"):
                yield data, decode(data)


def _is_time(press: Press) -> bool:
    return press.about.startswith("proposal:") and press.value[:1] == TIME and press.value[1:].isdecimal()


def _is_no(press: Press) -> bool:
    return press.about.startswith("proposal:") and press.value == NO


def _is_skip(press: Press) -> bool:
    return press.about == "draft" and press.value == SKIP


def _is_this_month(press: Press) -> bool:
    """The first choice of the only question that is put to whoever declines."""
    return press.about == "draft" and press.value == THIS_MONTH
