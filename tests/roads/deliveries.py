"""What the bot queued held against what came on people's phones: nothing missing, in order, doubled only by a kill."""

import re
from collections import Counter, defaultdict
from html import unescape
from itertools import groupby

from bot.local.server import LocalTelegram
from storage.tables import Message
from tests.roads.running import Imece

TAG = re.compile(r"<[^>]*>")


def delivered(telegram: LocalTelegram) -> dict[int, list[str]]:
    """The texts of the bot's new messages in each chat, in the order in which they came."""
    texts: dict[int, list[str]] = defaultdict(list)
    bot = telegram.platform.bot_id
    for event in telegram.platform.feed.events:
        if event["kind"] == "message" and event["message"]["from"]["id"] == bot:
            texts[event["chat"]].append(event["message"].get("text") or event["message"]["caption"])
    return texts


def queued(bot: Imece) -> dict[int, list[Message]]:
    """The new messages of each chat, in the order in which they were decided."""
    rows: dict[int, list[Message]] = defaultdict(list)
    for row in sorted(bot.kept.all(Message), key=lambda row: row.id):
        if row.kind == "send":
            rows[int(row.chat)].append(row)
    return rows


def assert_all_arrived(bot: Imece, telegram: LocalTelegram) -> None:
    """Each once and in turn; once more at most for each kill at which it was on its way."""
    assert {row.status for row in bot.kept.all(Message)} == {"sent"}
    came, sent = delivered(telegram), queued(bot)
    assert came.keys() == sent.keys()
    for chat, texts in came.items():
        assert_in_order(sent[chat], texts, bot.flying)


def assert_in_order(rows: list[Message], texts: list[str], flying: Counter[int]) -> None:
    """What was doubled stands beside itself, so stretches of the same text are compared, and how long they are."""
    decided = [(unescape(TAG.sub("", row.body["text"])), row.id) for row in rows]
    came = [(text, len(list(same))) for text, same in groupby(texts)]
    sent = [(text, [row for _, row in same]) for text, same in groupby(decided, key=lambda one: one[0])]
    assert [text for text, _ in came] == [text for text, _ in sent]
    for (text, times), (_, ids) in zip(came, sent, strict=True):
        assert len(ids) <= times <= len(ids) + sum(flying[row] for row in ids), text


def doubled(bot: Imece, telegram: LocalTelegram) -> int:
    """How many messages came more often than they were decided."""
    return sum(map(len, delivered(telegram).values())) - sum(map(len, queued(bot).values()))
