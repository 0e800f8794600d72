"""Each error of Telegram's, and what it means for the message."""

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.outcomes import Lost, Migrated, NothingToEdit, NotNow, Outcome, Refused, Sent, Uncertain
from bot.telegram.failures import meaning


def because_of(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RetryAfter(35), NotNow(seconds=35)),
        (ChatMigrated(-1005), Migrated("-1005")),
        (Forbidden("Forbidden: bot was blocked by the user"), Lost()),
        (Forbidden("Forbidden: user is deactivated"), Lost()),
        (Forbidden("Forbidden: bot was kicked from the group chat"), Lost()),
        (BadRequest("Bad Request: chat not found"), Lost()),
        (BadRequest("Bad Request: message is not modified: specified new message content is the same"), Sent()),
        (BadRequest("Bad Request: message to edit not found"), NothingToEdit()),
        (BadRequest("Bad Request: message can't be edited"), NothingToEdit()),
        (BadRequest("Bad Request: there is no text in the message to edit"), NothingToEdit()),
        (BadRequest("Bad Request: MESSAGE_ID_INVALID"), NothingToEdit()),
        (BadRequest("Bad Request: message is too long"), Refused("Message is too long")),
        (InvalidToken("Unauthorized"), NotNow(everywhere=True)),
        (Conflict("Conflict"), NotNow(everywhere=True)),
        (because_of(NetworkError("x"), httpx.ConnectError("x")), NotNow(everywhere=True)),
        (because_of(TimedOut(), httpx.ConnectTimeout("x")), NotNow(everywhere=True)),
        (because_of(TimedOut(), httpx.PoolTimeout("x")), NotNow(everywhere=True)),
        (because_of(TimedOut(), httpx.ReadTimeout("x")), Uncertain()),
        (because_of(TimedOut(), httpx.WriteTimeout("x")), Uncertain()),
        (because_of(NetworkError("x"), httpx.ReadError("x")), Uncertain()),
        (because_of(NetworkError("x"), httpx.RemoteProtocolError("x")), Uncertain()),
        (NetworkError("Bad Gateway"), Uncertain()),
        (NetworkError("Request Entity Too Large"), Refused("Request Entity Too Large")),
        (TelegramError("Invalid server response"), Uncertain()),
    ],
)
def test_what_an_error_means(error: TelegramError, outcome: Outcome) -> None:
    assert meaning(error, editing=True) == outcome


@pytest.mark.parametrize("said", ["message thread not found", "TOPIC_CLOSED"])
def test_a_closed_topic_takes_an_edit_elsewhere_and_loses_what_is_new(said: str) -> None:
    """A new message would only be refused in the same way once more, for ever."""
    error = BadRequest(f"Bad Request: {said}")
    assert (meaning(error, editing=True), meaning(error)) == (NothingToEdit(), Lost())


def test_a_new_message_has_nothing_to_edit() -> None:
    assert meaning(BadRequest("Bad Request: MESSAGE_ID_INVALID")) == Refused("Message_id_invalid")
