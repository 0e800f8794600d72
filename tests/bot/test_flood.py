"""A flood by one person: answered as far as anybody could read, told once, and everybody else is answered as before."""

from sqlalchemy import Engine

from bot.turns import TURNS
from conversations.wording import catalogue
from programme.caps import MESSAGES_AT_ONCE
from storage.tables import Handled, Message
from tests.bot.running import Kept
from tests.bot.test_listening import listen, said

FLOOD = 300


def test_others_are_answered_and_the_flood_is_told_once(engine: Engine, kept: Kept) -> None:
    flood = [said(number, "/help", person=66) for number in range(FLOOD)]
    others = [said(FLOOD + person, "/help", person=person) for person in range(1, 6)]
    listen(engine, flood[:100], [*flood[100:200], *others], flood[200:], turns=TURNS)
    texts = [(message.chat, message.body["text"]) for message in kept.all(Message)]
    assert sum(chat == "66" and text in (slow("tr"), slow("en")) for chat, text in texts) == 1
    helped = [chat for chat, text in texts if text == catalogue("tr")["menu.help"]]
    assert helped.count("66") == MESSAGES_AT_ONCE
    assert {*helped} == {"66", *(str(person) for person in range(1, 6))}
    assert len(kept.all(Handled)) == MESSAGES_AT_ONCE + 1 + len(others), "what is left alone costs no transaction"


def slow(language: str) -> str:
    return catalogue(language)["answers.too_many"]
