"""Updates brought to the bot's own address: in order within a lane, again and again until the bot says it has them.

A chat's messages are one lane, a person's presses another, so that a text and a press may overtake each other.
"""

import asyncio
from collections import defaultdict
from typing import Any

import httpx

from bot.local.updates import Updates, Waiting

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0  # seconds between tries; the real platform is more patient
SECRET = "X-Telegram-Bot-Api-Secret-Token"
Lane = tuple[str, Any]


def lane_of(update: dict[str, Any]) -> Lane:
    kind, content = next(((key, update[key]) for key in update if key != "update_id"), ("", None))
    if not isinstance(content, dict):
        return "", None
    if kind == "callback_query":
        return kind, content.get("from", {}).get("id")
    return "", content.get("chat", {}).get("id")


class Webhook:
    def __init__(self, updates: Updates, url: str, secret: str | None = None) -> None:
        self.url = url
        self.last_error = ""
        self._updates = updates
        self._headers = {SECRET: secret} if secret else {}
        self._lanes: dict[Lane, list[Waiting]] = defaultdict(list)
        self._task = asyncio.create_task(self._bring())

    def stop(self) -> None:
        self._task.cancel()

    async def _bring(self) -> None:
        async with (
            httpx.AsyncClient(trust_env=False, headers=self._headers) as client,
            asyncio.TaskGroup() as carriers,
        ):
            while True:
                for waiting in self._updates.waiting:
                    if waiting.carrier is not self:
                        waiting.carrier = self
                        self._put(waiting, client, carriers)
                await self._updates.bell.heard(60)

    def _put(self, waiting: Waiting, client: httpx.AsyncClient, carriers: asyncio.TaskGroup) -> None:
        lane = self._lanes[lane_of(waiting.update)]
        lane.append(waiting)
        if len(lane) == 1:
            carriers.create_task(self._carry(lane, client))

    async def _carry(self, lane: list[Waiting], client: httpx.AsyncClient) -> None:
        pause = FIRST_PAUSE
        while lane:
            if await self._accepted(lane[0].update, client):
                self._updates.forget(lane.pop(0))
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _accepted(self, update: dict[str, Any], client: httpx.AsyncClient) -> bool:
        try:
            answer = await client.post(self.url, json=update, timeout=60)
        except httpx.HTTPError as error:
            self.last_error = f"{type(error).__name__}"
            return False
        if not answer.is_success:
            self.last_error = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
        return answer.is_success
