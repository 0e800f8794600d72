"""The smallest conversation there is, on real tables: every text is said back. Run as a module, it is a whole bot."""

import asyncio
import logging
from datetime import datetime
from html import escape

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.run import run
from bot.turns import Turns
from conversations.messages import Edited, Incoming, Moved, Press, Reached, Text, Unreadable
from programme.settings import Settings
from storage import chats, handled, queue
from storage.hearing import Lost
from storage.tables import Group, Message, Timer

GATE = [[{"label": "Bas", "about": "gate", "revision": 1, "value": "open"}]]


def take(session: Session, incoming: Incoming, settings: Settings) -> None:
    if not handled.remember(session, incoming.key, incoming.at):
        return
    match incoming.what:
        case Text(text) if text.startswith("boom"):
            raise RuntimeError(f"cannot bear {text}")
        case Text("button"):
            _say(session, incoming, "press me", choices=GATE)
        case Text("digest"):
            _say(session, incoming, "digest", must_arrive=False)
        case Text("broken"):
            _say(session, incoming, "<b>never closed")
        case Text(text) if text.startswith("twice"):
            _say(session, incoming, f"{text}, first")
            _say(session, incoming, f"{text}, second")
        case Text(text):
            _say(session, incoming, f"echo {text}")
        case Press(_, _, value):
            _say(session, incoming, f"pressed {value}", edits=True)
        case Unreadable(kind, caption):
            _say(session, incoming, f"no words in {kind} {caption}".strip())
        case Edited(text):
            _say(session, incoming, f"edited {text}")
        case Reached(reachable):
            for group in session.scalars(select(Group).where(Group.chat == incoming.address.chat)):
                group.reachable = reachable
        case Moved(to):
            chats.readdress(session, to.platform, incoming.address.chat, to.chat)


def apologise(session: Session, incoming: Incoming, trace: str, settings: Settings) -> None:
    handled.give_up(session, incoming.key, incoming.at)
    _say(session, incoming, "sorry")


def slow_down(session: Session, incoming: Incoming, settings: Settings) -> None:
    _say(session, incoming, "slowly")


def spoils(session: Session, key: str, trace: str, now: datetime, settings: Settings) -> None:
    handled.give_up(session, key, now)


def ring(session: Session, timer: Timer, now: datetime, settings: Settings) -> None:
    if timer.what == "boom":
        raise RuntimeError("a timer's fault")
    queue.put(session, "telegram", str(timer.about), {"text": f"ring {timer.what}"}, now)


def lost(session: Session, platform: str, chat: str, now: datetime, settings: Settings) -> None:
    _alert(session, f"lost {chat}", now, settings)


def moved(session: Session, platform: str, old_chat: str, new_chat: str, now: datetime, settings: Settings) -> None:
    _alert(session, f"{old_chat} moved to {new_chat}", now, settings)


def undelivered(session: Session, message: Message, now: datetime, settings: Settings) -> None:
    _alert(session, f"undelivered {escape(message.body['text'][:4])}", now, settings)


def missed(session: Session, platform: str, lost: Lost, now: datetime, settings: Settings) -> None:
    _alert(session, f"missed {lost.since:%H:%M} to {lost.until:%H:%M}", now, settings)


def commands(language: str) -> list[tuple[str, str]]:
    return [("yardim", "Yardım")] if language == "tr" else [("help", "Help")]


def describe(language: str, key: str) -> str:
    return f"{key} ({language})"


def _say(session: Session, incoming: Incoming, text: str, choices=(), edits=False, must_arrive=True) -> None:
    address = incoming.address
    queue.put(
        session,
        address.platform,
        address.chat,
        {"text": text, "choices": list(choices)},
        incoming.at,
        kind="edit" if edits else "send",
        target=incoming.message if edits else None,
        must_arrive=must_arrive,
    )


def _alert(session: Session, text: str, now: datetime, settings: Settings) -> None:
    for chat in settings.coordinator_chats:
        queue.put(session, "telegram", chat, {"text": text}, now)


ECHO = Turns(take, apologise, spoils, ring, lost, moved, undelivered, commands, missed, describe, slow_down)

if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(run(Settings(), ECHO, ready=lambda name: print(f"@{name} listens", flush=True)))
