"""A text or caption as the platform takes it: marked-up words in, visible words and entities out, or a refusal."""

import re
from typing import Any, NamedTuple

from bot.local.chats import Account
from bot.local.found import with_found
from bot.local.limits import CAPTION_LENGTH, MARKED_BYTES, PARSE_MODES, TEXT_LENGTH
from bot.local.markup import Entity, Unreadable, read_html, trimmed
from bot.local.refusals import bad_request

UNSEEN = re.compile(r"[\r\u2028-\u202e]")  # taken out: old directional marks, but not the isolating ones
CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
ACCOUNT = re.compile(r"tg://user/?\?id=(\d{1,15})$")
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u034f\u180e\u2800]+")


class Shown(NamedTuple):
    text: str
    entities: list[Entity]


def shown_text(sent: dict[str, Any], users: dict[int, Account]) -> Shown:
    shown = read(sent.get("text", ""), sent.get("parse_mode"), sent.get("entities"))
    if not INVISIBLE.sub("", shown.text):
        raise bad_request("message text is empty")
    if len(shown.text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    return Shown(shown.text, with_mentions(shown.entities, users))


def shown_caption(sent: dict[str, Any], users: dict[int, Account]) -> Shown:
    shown = read(sent.get("caption", ""), sent.get("parse_mode"), sent.get("caption_entities"))
    if len(shown.text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return Shown(shown.text, with_mentions(shown.entities, users))


def with_mentions(entities: list[Entity], users: dict[int, Account]) -> list[Entity]:
    """Links to accounts become mentions of those the platform knows; of others nothing is left."""
    shown = []
    for entity in entities:
        account = ACCOUNT.match(entity.get("url", ""))
        if account is None:
            shown.append(entity)
        elif user := users.get(int(account[1])):
            place = {key: entity[key] for key in ("offset", "length")}
            shown.append({"type": "text_mention", **place, "user": user.as_user()})
    return shown


def read(text: str, parse_mode: str | None, entities: list[Entity] | None) -> Shown:
    refuse_bad_characters(text)
    text = UNSEEN.sub("", CONTROL.sub(" ", text))
    if parse_mode and parse_mode.lower() not in PARSE_MODES:
        raise bad_request("unsupported parse_mode")
    if len(text.encode()) > MARKED_BYTES:
        raise bad_request("text is too long")
    if parse_mode and parse_mode.lower() == "html":
        try:
            visible, marked = read_html(text)
        except Unreadable as reason:
            raise bad_request(f"can't parse entities: {reason}") from None
    else:
        visible, marked = trimmed(text, entities or [])
    return Shown(visible, with_found(visible, marked))


def refuse_bad_characters(text: str) -> None:
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise bad_request("strings must be encoded in UTF-8")
