"""Strangers who press, type and send anything at all, and what of everybody else's must not move or show thereby."""

import json
import random
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select
from telegram import Update, User

from bot.coordinators import remove
from bot.telegram.incoming import read
from conversations.menu import COMMANDS
from conversations.messages import Incoming
from storage import invitations
from storage.tables import Invitation, Meeting, Need, Offer, Person, Proposal, Table
from tests.conversations.at_a_question import CONTACTS, COORDINATOR, NAMES, NEWCOMER
from tests.conversations.world import GROUP, World, words
from tests.understanding.mutated import mutated

STRANGERS = (NEWCOMER, "9001", "9002", COORDINATOR)
"""The last was a coordinator once, and still is in the group."""
US = User(7, "İmece", is_bot=True, username="imece_bot")
MESSAGES = Path(__file__).parents[1] / "understanding" / "messages.jsonl"
SECRETS = frozenset(NAMES[who] for who in NAMES if who != NEWCOMER) | frozenset(CONTACTS.values())
KINDS = ("draft", "menu", "proposal", "need", "offer", "person", "meeting", "group", "update", "message", "unknown", "")
VALUES = (
    "yes", "no", "another", "more", "show", "change", "pause", "resume", "withdraw", "wait", "link", "confirm", "hold",
    "confirm bursa/nilufer", "refuse bursa/osmangazi", "hold bursa/osmangazi", "topic composting", "slot:name",
    "t1796119200", "t99999999999999", "0", "1", "-1", "next", "back", "cancel", "audit", "report", "start", "delete",
)  # fmt: skip


def updates(how_many: int, seed: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Random updates as the platform would bring them, each with the stranger it is from."""
    chance = random.Random(seed)
    texts = [json.loads(line)["text"] for line in MESSAGES.read_text("utf-8").splitlines()]
    wild = mutated(texts, how_many, seed)
    for number in range(how_many):
        who = chance.choice(STRANGERS)
        yield who, _update(chance, number + 1, who, wild)


def _update(chance: random.Random, number: int, who: str, wild: Iterator[str]) -> dict[str, Any]:
    sender = {
        "id": int(who),
        "is_bot": False,
        "first_name": "Deniz",
        "language_code": chance.choice(("tr", "en", "de")),
    }
    private = chance.random() < 0.85
    chat = {"id": int(who), "type": "private"} if private else {"id": int(GROUP), "type": "supergroup", "title": "x"}
    message = {"message_id": chance.randrange(1, 500), "date": 1796000000, "chat": chat, "from": sender}
    match chance.choices(("press", "text", "command", "edit", "other"), (60, 12, 12, 4, 12))[0]:
        case "press":
            hung = {**message, "from": US.to_dict(), "text": "x"}
            query = {"id": str(number), "from": sender, "chat_instance": "1", "message": hung, "data": data(chance)}
            return {"update_id": number, "callback_query": query}
        case "text":
            return {"update_id": number, "message": {**message, "text": next(wild)}}
        case "command":
            name = chance.choice(chance.choice(COMMANDS).names)
            rest = chance.choice(("", *VALUES, "N-0001", "d-abc", _noise(chance, 22)))
            return {"update_id": number, "message": {**message, "text": f"/{name} {rest}".strip()}}
        case "edit":
            return {"update_id": number, "edited_message": {**message, "text": next(wild), "edit_date": 1796000001}}
    odd = {"dice": {"emoji": "🎲", "value": 3}, "location": {"latitude": 41.0, "longitude": 29.0}}
    odd |= {
        "contact": {"phone_number": "+90 532 000 00 00", "first_name": "B"},
        "sender_chat": chat,
        "new_chat_title": "x",
    }
    picked = chance.choice(sorted(odd))
    return {"update_id": number, "message": {**message, picked: odd[picked]}}


def data(chance: random.Random) -> str:
    """What a button may say: ours, nearly ours, or noise; at most 64 bytes, as the platform lets through."""
    if chance.random() < 0.15:
        return _noise(chance, 64)
    number = chance.choice((*range(1, 8), 0, 10**9, 10**30))
    kind = chance.choice(KINDS)
    about = f"{kind}:{number}" if chance.random() < 0.9 else kind
    revision = chance.choice(("0", "1", "2", "a", "zz", "-1", ""))
    value = chance.choice(VALUES) if chance.random() < 0.9 else _noise(chance, 20)
    return f"{about}|{revision}|{value}"[:64]


def _noise(chance: random.Random, most: int) -> str:
    letters = string.printable + "şığİ|:ابج\u202e\u0000"
    return "".join(chance.choice(letters) for _ in range(chance.randrange(most)))


def comes(world: World, update: dict[str, Any], number: int) -> Incoming | None:
    """What the edge makes of it, at a moment of its own."""
    came = read(Update.de_json(update, None), US, world.now)
    if came is None:
        return None
    return Incoming(
        f"stranger:{number}", came.address, came.sender, world.now, came.what, came.private, came.first_name,
        came.language_code, came.message,
    )  # fmt: skip


def shows(told: list[Any]) -> set[str]:
    """Secrets of others in what strangers were told."""
    seen = words([one for one in told if one.chat in STRANGERS])
    return {secret for secret in SECRETS if secret in seen}


def others(world: World) -> dict[str, list[dict[str, object]]]:
    """All that is kept of and between everybody else, and of what the strangers are allowed."""
    with world.session() as session:
        strange = set(session.scalars(select(Person.id).where(Person.account.in_(STRANGERS))))
        return {
            "people": [_row(one) for one in session.scalars(select(Person)) if one.id not in strange],
            "needs": [_row(one) for one in session.scalars(select(Need)) if one.person_id not in strange],
            "offers": [_row(one) for one in session.scalars(select(Offer)) if one.person_id not in strange],
            "proposals": [
                _row(one)
                for one in session.scalars(select(Proposal))
                if not strange & {one.need.person_id, one.offer.person_id}
            ],
            "meetings": [
                _row(one)
                for one in session.scalars(select(Meeting))
                if not strange & {one.proposal.need.person_id, one.proposal.offer.person_id}
            ],
            "invitations": [_row(one) for one in session.scalars(select(Invitation))],
            "strangers": [
                {"account": one.account, "coordinator": one.coordinator, "standing": one.standing}
                for one in session.scalars(select(Person).where(Person.id.in_(strange)).order_by(Person.account))
                if one.account in (NEWCOMER, COORDINATOR)
            ],
        }


def _row(one: Table) -> dict[str, object]:
    return {column.key: getattr(one, column.key) for column in one.__table__.columns}


def settle(world: World) -> None:
    """The coordinator is one no more, an invitation lies unopened, and proposals wait where strangers might press."""
    with world.session() as session, session.begin():
        assert remove(session, COORDINATOR, world.now)[0]
        invitations.invite(session, "coordinator", world.now)
