"""What people do on their phones: write, press, edit, block; each becomes the update the bot would get."""

from typing import Any

from bot.local.chats import Account, Chat, Message
from bot.local.found import with_found
from bot.local.platform import FIRST_SUPERGROUP, PRIVATE, Platform, Press
from bot.local.refusals import bad_request

ANONYMOUS = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
STANDING: dict[bool, dict[str, Any]] = {  # was the bot thrown out?
    True: {"status": "kicked", "until_date": 0},
    False: {"status": "member"},
}


def say(platform: Platform, chat_id: int, user: int, text: str, **more: Any) -> Message:
    content: dict[str, Any] = {"text": text}
    if entities := with_found(text, []):
        content["entities"] = entities
    return send(platform, chat_id, user, **content, **more)


def send(platform: Platform, chat_id: int, user: int, **content: Any) -> Message:
    """A message of any kind: its Bot API fields are the content."""
    chat, person = platform.chat(chat_id), _person(platform, user)
    if chat.type == PRIVATE:
        person.started = True
        if person.blocked:
            block(platform, user, blocked=False)
    message = platform.post(chat, person.as_user(), **content)
    if bot_hears(platform, chat, message):
        platform.updates.add("message", message)
    return message


def say_anonymously(platform: Platform, chat_id: int, text: str) -> Message:
    chat = platform.chat(chat_id)
    more = {"entities": entities} if (entities := with_found(text, [])) else {}
    message = platform.post(chat, ANONYMOUS, sender_chat=platform.as_chat(chat), text=text, **more)
    if bot_hears(platform, chat, message):
        platform.updates.add("message", message)
    return message


def bot_hears(platform: Platform, chat: Chat, message: Message) -> bool:
    """In a group a bot in privacy mode hears commands meant for it or for all, mentions, and answers to itself."""
    if chat.bot_was_kicked:
        return False
    if chat.type == PRIVATE or chat.bot_reads_all:
        return True
    answered = message.get("reply_to_message", {}).get("from", {}).get("id")
    text, at = message.get("text", ""), f"@{platform.bot['username']}"
    command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
    return answered == platform.bot_id or at in text or (bool(command) and "@" not in command)


def edit(platform: Platform, chat_id: int, message_id: int, text: str) -> Message:
    chat = platform.chat(chat_id)
    message = {**_message(chat, message_id), "text": text}
    message.pop("entities", None)
    if entities := with_found(text, []):
        message["entities"] = entities
    message = platform.change(chat, message)
    if bot_hears(platform, chat, message):
        platform.updates.add("edited_message", message)
    return message


def press(platform: Platform, chat_id: int, user: int, message_id: int, data: str) -> str:
    """Press a button; whatever was deleted meanwhile arrives as a message the bot can no longer see."""
    chat, person = platform.chat(chat_id), _person(platform, user)
    seen = {"chat": platform.as_chat(chat), "message_id": message_id, "date": 0}
    # Unique for good, as the platform's own are: also for a bot that remembers an earlier run.
    number = int(platform.now() * 1_000_000) + len(platform.presses)
    pressed = Press(str(number), chat_id, user, platform.now())
    platform.presses[pressed.id] = pressed
    platform.feed.tell("pressed", chat_id, user=user, text=data, message={"message_id": message_id})
    platform.updates.add(
        "callback_query",
        {
            "id": pressed.id,
            "from": person.as_user(),
            "message": chat.messages.get(message_id, seen),
            "chat_instance": str(abs(chat_id) * 7919),
            "data": data,
        },
    )
    return pressed.id


def block(platform: Platform, user: int, *, blocked: bool) -> None:
    person = _person(platform, user)
    if person.blocked == blocked:
        return
    person.blocked = blocked
    _bot_stands(platform, platform.chats[user], person, STANDING[not blocked], STANDING[blocked])


def deactivate(platform: Platform, user: int) -> None:
    _person(platform, user).deactivated = True


def open_group(platform: Platform, title: str, members: list[int], **more: Any) -> Chat:
    """A new group with the bot in it; its first member made it."""
    kind = more.pop("type", "group")
    first = FIRST_SUPERGROUP if kind == "supergroup" else None
    chat_id = platform.next_group_id(first) if first else platform.next_group_id()
    chat = platform.chats[chat_id] = Chat(chat_id, kind, title, list(members), **more)
    if members:
        founder = _person(platform, members[0])
        _bot_stands(platform, chat, founder, {"status": "left"}, STANDING[False])
    return chat


def close_topic(platform: Platform, chat_id: int, thread: int) -> None:
    """Delete a topic of a forum with all that was said in it."""
    chat = platform.chat(chat_id)
    del chat.topics[thread]
    for message_id, message in list(chat.messages.items()):
        if thread in (message_id, message.get("message_thread_id")):
            platform.remove(chat, message_id)


def kick(platform: Platform, chat_id: int) -> None:
    chat = platform.chat(chat_id)
    chat.bot_was_kicked = True
    _bot_stands(platform, chat, _person(platform, chat.members[0]), STANDING[False], STANDING[True])


def migrate(platform: Platform, chat_id: int) -> Chat:
    """Turn a group into a supergroup: a new id, and both chats say so."""
    old = platform.chat(chat_id)
    new_id = platform.next_group_id(FIRST_SUPERGROUP)
    new = Chat(new_id, "supergroup", old.title, list(old.members), bot_reads_all=old.bot_reads_all)
    platform.chats[new_id] = new
    founder = _person(platform, old.members[0]).as_user()
    platform.updates.add("message", platform.post(old, founder, migrate_to_chat_id=new_id))
    platform.updates.add("message", platform.post(new, founder, migrate_from_chat_id=chat_id))
    old.migrated_to = new_id
    return new


def _bot_stands(platform: Platform, chat: Chat, by: Account, old: dict[str, Any], new: dict[str, Any]) -> None:
    platform.updates.add(
        "my_chat_member",
        {
            "chat": platform.as_chat(chat),
            "from": by.as_user(),
            "date": int(platform.now()),
            "old_chat_member": {"user": platform.bot, **old},
            "new_chat_member": {"user": platform.bot, **new},
        },
    )


def _person(platform: Platform, user: int) -> Account:
    person = platform.people.get(user)
    if person is None:
        raise bad_request("user not found")
    return person


def _message(chat: Chat, message_id: int) -> Message:
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message not found")
    return message
