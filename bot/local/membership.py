"""The Bot API's methods about chats and who is in them."""

from typing import Any

from bot.local.methods import Method, Sent, Uploads
from bot.local.platform import PRIVATE, Platform
from bot.local.refusals import bad_request


def pin(platform: Platform, sent: Sent, files: Uploads) -> bool:
    """Pinning and unpinning, of which the phones show nothing."""
    platform.chat_to_write_to(sent["chat_id"])
    return True


def get_chat(platform: Platform, sent: Sent, files: Uploads) -> Any:
    chat = platform.chat(sent["chat_id"])
    return {
        **platform.as_chat(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
            False,
        ),
    }


def get_chat_member(platform: Platform, sent: Sent, files: Uploads) -> Any:
    chat, user = platform.chat_to_write_to(sent["chat_id"]), sent["user_id"]
    if user == platform.bot_id:
        return {"status": "member", "user": platform.bot}
    person = platform.people.get(user)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"status": "member" if user in chat.members else "left", "user": person.as_user()}


def get_chat_member_count(platform: Platform, sent: Sent, files: Uploads) -> int:
    return len(platform.chat_to_write_to(sent["chat_id"]).members) + 1


def get_chat_administrators(platform: Platform, sent: Sent, files: Uploads) -> Any:
    chat = platform.chat_to_write_to(sent["chat_id"])
    if chat.type == PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    owner = platform.people[chat.members[0]]
    return [{"status": "creator", "user": owner.as_user(), "is_anonymous": False}]


def leave_chat(platform: Platform, sent: Sent, files: Uploads) -> bool:
    platform.chat_to_write_to(sent["chat_id"]).bot_was_kicked = True
    return True


METHODS: dict[str, Method] = {
    "pinChatMessage": pin,
    "unpinChatMessage": pin,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
}
