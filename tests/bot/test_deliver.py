"""What delivery makes of each outcome: a platform that answers as it is told, a clock that is turned by hand."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.deliver import Delivery, Platform
from bot.outcomes import Lost, Migrated, NothingToEdit, NotNow, Outcome, Refused, Sent, Uncertain
from bot.transactions import Transactions
from programme.settings import Settings
from storage import queue
from storage.tables import Group, Message
from tests.bot.echo import ECHO
from tests.bot.running import Kept

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


class Post:
    """A platform in memory: answers each message with the next outcome it was given, then with Sent."""

    def __init__(self, *outcomes: Outcome | Exception) -> None:
        self.outcomes = list(outcomes)
        self.asked: list[tuple[float, str, str, str | None]] = []
        self.seconds = 0.0

    async def send(self, message: Message, target: str | None) -> Outcome:
        self.asked.append((self.seconds, message.chat, message.body["text"], target))
        outcome = self.outcomes.pop(0) if self.outcomes else Sent(target or str(len(self.asked)))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @property
    def texts(self) -> list[str]:
        return [text for _, _, text, _ in self.asked]


@pytest.fixture
def deliver(engine: Engine, kept: Kept) -> Callable[..., None]:
    def run(post: Post, seconds: float = 0.0) -> None:
        """Deliver all that may go from now until so many seconds later."""

        async def work() -> None:
            transactions = Transactions(engine)
            delivery = Delivery(
                Platform("telegram", post.send, lambda chat: chat.startswith("-")),
                transactions,
                Settings(_env_file=None, coordinator_chats="9"),
                ECHO,
                asyncio.Event(),
                now=lambda: NOON + timedelta(seconds=post.seconds),
                ticks=lambda: 1000 + post.seconds,
            )
            end = post.seconds + seconds
            while True:
                before = len(post.asked)
                look_again = await delivery.send_what_may_go()
                await asyncio.gather(*delivery._flying)
                if len(post.asked) > before:
                    continue
                if post.seconds >= end:
                    break
                post.seconds = min(post.seconds + look_again, end)
            transactions.close()

        asyncio.run(work())

    return run


@pytest.fixture
def put(kept: Kept) -> Callable[..., None]:
    def put_one(text: str, chat: str = "1", **more: object) -> None:
        kept.write(lambda session: queue.put(session, "telegram", chat, {"text": text}, NOON, **more))

    return put_one


def test_a_storm_keeps_the_pace_and_every_order(put, deliver, kept: Kept) -> None:
    for n in range(10):
        for chat in range(30):
            put(f"{chat} {n}", str(chat))
    post = Post()
    deliver(post, seconds=20)
    for chat in range(30):
        assert [text for text in post.texts if text.startswith(f"{chat} ")] == [f"{chat} {n}" for n in range(10)]
    for second in range(20):
        assert sum(second <= at < second + 1 for at, *_ in post.asked) <= 25
    assert {status for _, status in kept.messages()} == {"sent"}


def test_a_pause_asked_for_one_chat_leaves_the_others_alone(put, deliver) -> None:
    put("a1"), put("a2"), put("b", "2")
    post = Post(NotNow(seconds=7))
    deliver(post, seconds=10)
    assert [(at, text) for at, _, text, _ in post.asked] == [(0, "a1"), (0, "b"), (7, "a1"), (7, "a2")]


def test_a_long_pause_is_for_everybody(put, deliver) -> None:
    put("a"), put("b1", "2"), put("b2", "2")
    post = Post(NotNow(seconds=35))
    deliver(post, seconds=40)
    assert [(at, text) for at, _, text, _ in post.asked] == [(0, "a"), (0, "b1"), (35, "a"), (35, "b2")]


def test_when_nobody_can_be_reached_the_pauses_grow(put, deliver) -> None:
    put("a")
    post = Post(*[NotNow(everywhere=True)] * 4)
    deliver(post, seconds=20)
    assert [at for at, *_ in post.asked] == [0, 0.5, 1.5, 3.5, 7.5]


def test_what_may_have_arrived_comes_again_for_a_day_and_then_somebody_hears_of_it(put, deliver, kept: Kept) -> None:
    put("surely")
    post = Post(*[Uncertain()] * (len(queue.PAUSES) + 1))
    for _ in range(len(queue.PAUSES) + 1):
        deliver(post)
        post.seconds += 3600
    assert kept.messages()[0] == ("surely", "failed")
    assert post.texts[-1] == "undelivered sure"


def test_who_is_lost_is_not_written_to_again(put, deliver, kept: Kept) -> None:
    put("a"), put("b")
    post = Post(Lost())
    deliver(post, seconds=100)
    assert post.texts == ["a", "lost 1"]
    assert kept.messages()[:2] == [("a", "queued"), ("b", "queued")]


def test_a_lost_coordinator_is_no_endless_alarm(put, deliver, kept: Kept) -> None:
    put("alert", "9")
    post = Post(Lost(), Lost(), Lost())
    deliver(post, seconds=100)
    assert post.texts == ["alert"]
    assert [group.reachable for group in kept.all(Group)] == [False]


def test_a_group_that_moved_gets_it_there(put, deliver) -> None:
    put("a", "-5"), put("b", "-5")
    post = Post(Migrated("-1005"))
    deliver(post)
    assert [(chat, text) for _, chat, text, _ in post.asked if text in "ab"] == [
        ("-5", "a"),
        ("-1005", "a"),
        ("-1005", "b"),
    ]


def test_what_is_not_there_to_edit_comes_anew(put, deliver, kept: Kept) -> None:
    put("card", kind="edit", target="5")
    post = Post(NothingToEdit())
    deliver(post)
    assert [target for *_, target in post.asked] == ["5", None]
    assert kept.all(Message)[0].platform_message == "2"


@pytest.mark.parametrize("trouble", [Refused("Can't parse entities"), ValueError("a button cannot carry it")])
def test_our_own_fault_is_given_up_and_told(put, deliver, kept: Kept, trouble: Outcome | Exception) -> None:
    put("a"), put("b")
    post = Post(trouble)
    deliver(post)
    assert post.texts == ["a", "b", "undelivered a"]
    assert kept.messages()[0] == ("a", "failed")
