"""What the listening acknowledges, and when: a script of what Telegram gives out, and the offsets it was asked with."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine
from telegram import User
from telegram.error import NetworkError

from bot.answer import Answering
from bot.telegram.listen import Listening
from bot.telegram.take import Taking
from bot.transactions import Transactions
from bot.turns import Turns
from programme.settings import Settings
from storage.tables import Parked
from tests.bot.echo import ECHO
from tests.bot.running import Kept

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


class Script:
    """Gives out one batch after the other, and at the end of the last tells the listening to stop."""

    bot = User(7, "İmece", is_bot=True, username="imece_bot")
    defaults = None

    def __init__(self, stop: asyncio.Event, *batches: list[Any] | Exception) -> None:
        self.stop = stop
        self.batches = list(batches)
        self.offsets: list[int | None] = []

    async def updates(self, offset: int | None, wait: bool = True) -> list[Any]:
        self.offsets.append(offset)
        if not self.batches:
            self.stop.set()
            await asyncio.Event().wait()
        batch = self.batches.pop(0)
        if isinstance(batch, Exception):
            raise batch
        return batch


def said(update_id: int, text: str, person: int = 42) -> dict[str, Any]:
    who = {"id": person, "is_bot": False, "first_name": "Ayşe"}
    chat = {"id": person, "type": "private"}
    message = {"message_id": 1, "date": int(NOON.timestamp()), "from": who, "chat": chat, "text": text}
    return {"update_id": update_id, "message": message}


def listen(engine: Engine, *batches: list[Any] | Exception, turns: Turns = ECHO) -> list[int | None]:
    """The offsets with which Telegram was asked."""

    async def work() -> list[int | None]:
        stop, transactions = asyncio.Event(), Transactions(engine)
        script = Script(stop, *batches)

        async def caught_up() -> None:
            pass

        answering = Answering(
            transactions, Settings(_env_file=None), turns, stop, now=lambda: NOON, answered=lambda: None
        )
        taking = Taking(script, answering, now=lambda: NOON)
        await Listening(script, taking, stop, heard=lambda at: None, caught_up=caught_up).run()
        transactions.close()
        return script.offsets

    return asyncio.run(work())


def test_a_batch_is_acknowledged_by_the_next_poll(engine: Engine, kept: Kept) -> None:
    assert listen(engine, [said(5, "a"), said(6, "b")]) == [None, 7]
    assert [text for text, _ in kept.messages()] == ["echo a", "echo b"]


def test_with_nothing_to_acknowledge_no_number_is_named(engine: Engine, kept: Kept) -> None:
    assert listen(engine, [said(900, "a")], [], [said(17, "b")]) == [None, 901, None, 18]
    assert [text for text, _ in kept.messages()] == ["echo a", "echo b"]


def test_an_error_forgets_no_acknowledgement(engine: Engine) -> None:
    assert listen(engine, [said(5, "a")], NetworkError("Bad Gateway")) == [None, 6, 6]


def test_people_go_on_side_by_side(engine: Engine, kept: Kept) -> None:
    batch = [said(1, "boom", 42), said(2, "after", 42), said(3, "hello", 43)]
    assert listen(engine, batch) == [None, 4]
    assert [text for text, _ in kept.messages()] == ["echo hello", "sorry", "echo after"]


def test_an_unreadable_update_is_parked_once_however_often_it_comes(engine: Engine, kept: Kept) -> None:
    unreadable = {"update_id": 5, "callback_query": {"id": "1", "data": "x"}}
    assert listen(engine, [unreadable], [unreadable, said(6, "later")]) == [None, 6, 7]
    assert len(kept.all(Parked)) == 1
    assert [text for text, _ in kept.messages()] == ["echo later"]
