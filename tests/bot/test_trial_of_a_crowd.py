"""A crowd writes, the platform fails in every way it knows, the bot is killed three times: nothing is lost."""

import random
from collections import Counter

import pytest

from bot.local.server import LocalTelegram
from programme.settings import Settings
from storage.tables import Handled, Message
from tests.bot.running import Kept, process

pytestmark = pytest.mark.road

PEOPLE, TEXTS, KILLS = 20, 5, 3
MAY_DOUBLE = ("after", "drop_after")


def order_faults(telegram: LocalTelegram, chance: random.Random) -> int:
    """Some trouble of each kind; how many messages it may double."""
    for how in ("before", "drop", *MAY_DOUBLE):
        telegram.fails("sendMessage", how, status=502)
    telegram.fails("sendMessage", status=429, retry_after=1)
    telegram.fails("getUpdates", chance.choice(["before", "drop_after"]), status=chance.choice([404, 409, 502]))
    return len(MAY_DOUBLE)


def test_nothing_is_lost_and_nothing_done_twice(telegram: LocalTelegram, settings: Settings, kept: Kept) -> None:
    chance = random.Random(1)
    people = [telegram.person(f"Kişi {n}") for n in range(PEOPLE)]
    turn_of_speech = [person for person in people for _ in range(TEXTS)]
    chance.shuffle(turn_of_speech)
    said: Counter[int] = Counter()
    doubled_at_most = 0
    for times in range(KILLS + 1):
        if times < 2:
            doubled_at_most += order_faults(telegram, chance)
        with process(settings) as bot:
            for person in turn_of_speech[:: KILLS + 1]:
                if said[person.id] < TEXTS:
                    person.says(f"{said[person.id]}")
                    said[person.id] += 1
            people[0].telegram.wait(some_more_answers(telegram, PEOPLE))
            bot.kill()
        doubled_at_most += len([row for row in kept.all(Message) if row.status == "sending"])
    for person in people:
        while said[person.id] < TEXTS:
            person.says(f"{said[person.id]}")
            said[person.id] += 1
    with process(settings):
        for person in people:
            person.wait_for(f"echo {TEXTS - 1}", seconds=60)
    answers = {person.id: [text for text in person.messages() if text.startswith("echo")] for person in people}
    wanted = [f"echo {n}" for n in range(TEXTS)]
    assert all(list(dict.fromkeys(heard)) == wanted for heard in answers.values())
    assert len(kept.all(Handled)) == PEOPLE * TEXTS
    assert len(kept.all(Message)) == PEOPLE * TEXTS
    assert sum(map(len, answers.values())) - PEOPLE * TEXTS <= doubled_at_most


async def some_more_answers(telegram: LocalTelegram, wanted: int) -> None:
    """Until so many more messages of the bot were seen."""
    feed = telegram.platform.feed
    n = feed.last
    while wanted > 0:
        events = await feed.wait(n, 20)
        assert events, "the bot fell silent"
        n = events[-1]["n"]
        wanted -= sum(event["kind"] == "message" and event["message"]["from"]["is_bot"] for event in events)
