"""What the platform wants of keyboards and their buttons beyond the types of their fields."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.local.limits import (
    INLINE_BUTTONS,
    INLINE_ROW,
    MARKUP_BYTES,
    NOT_A_KIND,
    REPLY_BUTTONS,
    REPLY_ROW,
    START_PAYLOAD,
)

Fault = tuple[str, str | None]  # what is wrong, and the refusal unless the platform overlooks it


def keyboard_faults(kind: str, value: dict[str, Any]) -> Iterator[Fault]:
    match kind:
        case "InlineKeyboardButton":
            yield from button_faults(value)
        case "KeyboardButton" if not str(value.get("text", "")).strip():
            yield "a button without words", "keyboard button text must be non-empty"
        case "InlineKeyboardMarkup":
            yield from size_faults(value.get("inline_keyboard"), INLINE_ROW, INLINE_BUTTONS)
            if len(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")) > MARKUP_BYTES:
                yield "too long a keyboard", "reply markup is too long"
        case "ReplyKeyboardMarkup":
            yield from size_faults(value.get("keyboard"), REPLY_ROW, REPLY_BUTTONS)


def button_faults(button: dict[str, Any]) -> Iterator[Fault]:
    kinds = [name for name in button if name not in NOT_A_KIND]
    if not kinds:
        yield (
            "a button that does nothing",
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        )
    elif len(kinds) > 1:
        yield f"a button of several kinds: {', '.join(kinds)}", None
    if not str(button.get("text", "")).strip():
        yield (
            "a button without words",
            "can't parse inline keyboard button: InlineKeyboardButton text must be non-empty",
        )
    if isinstance(button.get("url"), str):
        yield from url_faults(button["url"])


def size_faults(rows: Any, row_most: int, most: int) -> Iterator[Fault]:
    lengths = [len(row) for row in rows if isinstance(row, list)] if isinstance(rows, list) else []
    if sum(lengths) > most:
        yield f"{sum(lengths)} buttons, {most} allowed", "reply markup is too long"
    if any(length > row_most for length in lengths):
        yield f"{max(lengths)} buttons in a row, {row_most} allowed", None


def url_faults(address: str) -> Iterator[Fault]:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https", "tg") or not parts.netloc:
        yield "no address", f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL"
        return
    if parts.netloc.lower() in ("t.me", "telegram.me") or parts.scheme == "tg":
        for payload in parse_qs(parts.query, keep_blank_values=True).get("start", []):
            if not START_PAYLOAD.match(payload):
                yield "start payload: 1 to 64 of A-Z a-z 0-9 _ -", None
