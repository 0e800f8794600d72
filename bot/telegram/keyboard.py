"""Choices as buttons, and what a pressed button says: `about|revision|value` in at most 64 bytes."""

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from conversations.messages import Press

DATA_AT_MOST = 64
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
UNKNOWN = Press("unknown", 0, "")


def buttons(rows: list[list[dict[str, Any]]]) -> InlineKeyboardMarkup | None:
    """The rows of a message's choices, as Telegram draws them."""
    drawn = [[_button(choice) for choice in row] for row in rows if row]
    return InlineKeyboardMarkup(drawn) if drawn else None


def encode(press: Press) -> str:
    """What a button carries. Raises ValueError when the platform could not carry it or we not read it back."""
    if "|" in press.about or press.revision < 0:
        raise ValueError(f"a button cannot carry {press}")
    carried = f"{press.about}|{_in_base_36(press.revision)}|{press.value}"
    if len(carried.encode()) > DATA_AT_MOST:
        raise ValueError(f"a button carries at most {DATA_AT_MOST} bytes: {carried}")
    return carried


def decode(carried: str | None) -> Press:
    """What a button said. One that we did not make, or no longer understand, is UNKNOWN."""
    match (carried or "").split("|", 2):
        case [about, revision, value] if about and revision and set(revision) <= set(DIGITS):
            return Press(about, int(revision, 36), value)
    return UNKNOWN


def _button(choice: dict[str, Any]) -> InlineKeyboardButton:
    if choice.get("url"):
        return InlineKeyboardButton(choice["label"], url=choice["url"])
    press = Press(choice["about"], choice["revision"], choice["value"])
    return InlineKeyboardButton(choice["label"], callback_data=encode(press))


def _in_base_36(number: int) -> str:
    written = ""
    while number:
        number, digit = divmod(number, 36)
        written = DIGITS[digit] + written
    return written or "0"
