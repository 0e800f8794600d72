"""What each of Telegram's errors means for the message that was being sent."""

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.outcomes import Lost, Migrated, NothingToEdit, NotNow, Outcome, Refused, Sent, Uncertain

# Telegram's own sentences in 400 and 403, as far as they need an answer of their own; compared without capitals.
SENTENCES: tuple[tuple[str, Outcome], ...] = (
    ("message is not modified", Sent()),
    ("message to edit not found", NothingToEdit()),
    ("message can't be edited", NothingToEdit()),
    ("there is no text in the message to edit", NothingToEdit()),
    ("message_id_invalid", NothingToEdit()),
    ("message thread not found", Lost()),
    ("topic_closed", Lost()),
    ("chat not found", Lost()),
    ("peer_id_invalid", Lost()),
    ("user not found", Lost()),
    ("input_user_deactivated", Lost()),
    ("not enough rights to send", Lost()),
    ("have no rights to send", Lost()),
    ("chat_write_forbidden", Lost()),
    ("group chat was deactivated", Lost()),
    ("too many requests", NotNow()),
)

# The request never left: the same message can go again without being doubled.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


TOPICS = ("message thread not found", "topic_closed")
"""Said of one topic of a group. We write to the general one only, so a new message closed out is a group lost."""


def meaning(error: TelegramError, editing: bool = False) -> Outcome:
    """BadRequest and TimedOut are NetworkErrors in the library, so the narrow ones come first.

    Only an edit can have nothing to edit; of a new message that would be said again and again.
    """
    match error:
        case RetryAfter():
            return NotNow(seconds=seconds_to_wait(error))
        case ChatMigrated():
            return Migrated(str(error.new_chat_id))
        case Forbidden():
            return Lost()
        case InvalidToken() | Conflict():
            # 401 and 404 come and go while Telegram mends itself; the token was good when the bot started.
            return NotNow(everywhere=True)
        case BadRequest():
            return _by_sentence(error.message, editing)
        case NetworkError() if isinstance(error.__cause__, NOT_SENT):
            return NotNow(everywhere=True)
        case NetworkError() if "too large" in error.message.casefold():
            return Refused(error.message)
    return Uncertain()


def seconds_to_wait(error: RetryAfter) -> float:
    wanted = error.retry_after
    return float(wanted) if isinstance(wanted, int) else wanted.total_seconds()


def _by_sentence(said: str, editing: bool) -> Outcome:
    plain = said.casefold()
    if editing and any(sentence in plain for sentence in TOPICS):
        return NothingToEdit()
    outcome = next((outcome for sentence, outcome in SENTENCES if sentence in plain), Refused(said))
    return Refused(said) if isinstance(outcome, NothingToEdit) and not editing else outcome
