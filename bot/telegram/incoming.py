"""Telegram's updates as what a person did; None for what is nobody's or not for us."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.telegram.keyboard import decode
from conversations.messages import Address, Contact, Edited, Incoming, Moved, Reached, Text, Unreadable, What

PLATFORM = "telegram"
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
COMMAND = re.compile(r"/\w+(?:@(?P<bot>\w+))?")

# What a person can send that has no words, by the name of the message's field. Some messages carry two of them (an
# animation is also a document, a venue a location); the first names it.
WITHOUT_WORDS = (
    "sticker", "voice", "photo", "video_note", "video", "animation", "audio", "document", "venue", "location",
    "poll", "dice", "game", "story", "paid_media", "checklist", "giveaway", "invoice",
)  # fmt: skip


def read(update: Update, us: User, now: datetime) -> Incoming | None:
    """What somebody did. A press happens `now`, for Telegram does not date it, and nothing happens later than now."""
    came = _read(update, us, now)
    return replace(came, at=min(came.at, now)) if came else None


def _read(update: Update, us: User, now: datetime) -> Incoming | None:
    if update.callback_query:
        return _press(update.update_id, update.callback_query, now)
    if update.message:
        return _message(update.update_id, update.message, us)
    if update.edited_message:
        return _edited(update.update_id, update.edited_message)
    if update.my_chat_member:
        return _reached(update.update_id, update.my_chat_member)
    return None


def _message(update_id: int, message: Message, us: User) -> Incoming | None:
    if message.migrate_to_chat_id:
        moved = Moved(Address(PLATFORM, str(message.migrate_to_chat_id)))
        return _incoming(_key(update_id, message.date), message.chat, message.from_user, message.date, moved)
    sender = message.from_user
    if not _is_somebody(sender, message) or not _is_for_us(message, us):
        return None
    what = _what(message, us)
    if what is None:
        return None
    # An album is one thing a person sent, in several updates.
    album = message.media_group_id
    key = f"{PLATFORM}:{message.chat.id}:album:{album}" if album else _key(update_id, message.date)
    return _incoming(key, message.chat, sender, message.date, what)


def _what(message: Message, us: User) -> What | None:
    if message.text is not None:
        return Text(_without_our_name(message.text, us))
    if message.contact:
        own = message.from_user is not None and message.contact.user_id == message.from_user.id
        return Contact(message.contact.phone_number, own)
    kind = next((name for name in WITHOUT_WORDS if getattr(message, name, None)), None)
    return Unreadable(kind, message.caption or "") if kind else None


def _edited(update_id: int, message: Message) -> Incoming | None:
    """Words changed afterwards. A live location that moves is an edit too, and nothing anybody said."""
    words = message.text or message.caption
    if message.chat.type != ChatType.PRIVATE or not _is_somebody(message.from_user, message) or not words:
        return None
    at = message.edit_date or message.date
    return _incoming(_key(update_id, at), message.chat, message.from_user, at, Edited(words))


def _press(update_id: int, query: CallbackQuery, now: datetime) -> Incoming | None:
    chat = query.message.chat if query.message else Chat(query.from_user.id, ChatType.PRIVATE)
    hung_on = str(query.message.message_id) if query.message else None
    key = f"{PLATFORM}:{update_id}:{query.id}"
    return _incoming(key, chat, query.from_user, now, decode(query.data), hung_on)


def _reached(update_id: int, change: ChatMemberUpdated) -> Incoming | None:
    if change.chat.type == ChatType.CHANNEL:
        return None
    standing = change.new_chat_member
    inside = standing.status not in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
    if standing.status == ChatMemberStatus.RESTRICTED:
        inside = bool(getattr(standing, "is_member", False) and getattr(standing, "can_send_messages", False))
    return _incoming(_key(update_id, change.date), change.chat, change.from_user, change.date, Reached(inside))


def _is_somebody(sender: User | None, message: Message) -> bool:
    """Channels and anonymous admins write in the name of a chat; nobody knows who they are."""
    return sender is not None and not sender.is_bot and message.sender_chat is None


def _is_for_us(message: Message, us: User) -> bool:
    if message.chat.type == ChatType.PRIVATE:
        return True
    if message.chat.type not in GROUPS:
        return False
    command = COMMAND.match(message.text or "")
    if command:
        return command["bot"] is None or _is_our_name(command["bot"], us)
    answered = message.reply_to_message
    return answered is not None and answered.from_user is not None and answered.from_user.id == us.id


def _without_our_name(text: str, us: User) -> str:
    command = COMMAND.match(text)
    if command and command["bot"] and _is_our_name(command["bot"], us):
        return text[: command.start("bot") - 1] + text[command.end() :]
    return text


def _is_our_name(name: str, us: User) -> bool:
    """Usernames are ASCII, and Telegram compares them without capitals."""
    return name.casefold() == (us.username or "").casefold()


def _key(update_id: int, at: datetime) -> str:
    """Update ids begin anew after a quiet week; with the moment beside it a key is never used twice."""
    return f"{PLATFORM}:{update_id}:{int(at.timestamp())}"


def _incoming(
    key: str, chat: Chat, sender: User | None, at: datetime, what: What, message: str | None = None
) -> Incoming:
    return Incoming(
        key=key,
        address=Address(PLATFORM, str(chat.id)),
        sender=str(sender.id) if sender else "",
        at=at.astimezone(UTC),
        what=what,
        private=chat.type == ChatType.PRIVATE,
        first_name=sender.first_name if sender else "",
        language_code=sender.language_code if sender else None,
        message=message,
    )
