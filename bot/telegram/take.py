"""Takes one update as Telegram gave it: reads it, stops the spinner, and has it answered or parked."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError

from bot import faults
from bot.answer import Answering
from bot.telegram import incoming

log = logging.getLogger(__name__)

Raw = dict[str, Any]


@dataclass
class Taking:
    bot: Bot
    answering: Answering
    now: Callable[[], datetime]
    _answers: set[asyncio.Task[None]] = field(default_factory=set)

    async def take(self, raw: Raw) -> None:
        """Afterwards it is done with, and what came of it committed. Raises what Answering raises before that."""
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


def lane_of(raw: Raw) -> str:
    """Who did this; what nobody did is a lane of its own."""
    for kind in raw.values():
        if isinstance(kind, dict) and isinstance(kind.get("from"), dict):
            return f"person {kind['from'].get('id')}"
    return f"update {raw.get('update_id')}"


def _key_of_unreadable(raw: Raw) -> str:
    print_of_it = hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:12]
    return f"{incoming.PLATFORM}:{raw.get('update_id')}:{print_of_it}"
