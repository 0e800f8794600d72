"""The Bot API's methods around messages: the bot's profile, chats, files, the webhook."""

import json
from typing import Any

from bot.local.methods import Method, Sent, Uploads
from bot.local.platform import PRIVATE, Platform
from bot.local.refusals import bad_request


def done(platform: Platform, sent: Sent, files: Uploads) -> bool:
    """Answered with yes, and nothing to see of it here."""
    return True


def commands_key(sent: Sent) -> tuple[str, str]:
    scope = sent.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), sent.get("language_code", "")


def set_my_commands(platform: Platform, sent: Sent, files: Uploads) -> bool:
    platform.profile.commands[commands_key(sent)] = sent["commands"]
    return True


def get_my_commands(platform: Platform, sent: Sent, files: Uploads) -> Any:
    return platform.profile.commands.get(commands_key(sent), [])


def delete_my_commands(platform: Platform, sent: Sent, files: Uploads) -> bool:
    platform.profile.commands.pop(commands_key(sent), None)
    return True


def setter(table: str, field: str) -> Method:
    def set_it(platform: Platform, sent: Sent, files: Uploads) -> bool:
        getattr(platform.profile, table)[sent.get("language_code", "")] = sent.get(field, "")
        return True

    return set_it


def getter(table: str, field: str) -> Method:
    def get_it(platform: Platform, sent: Sent, files: Uploads) -> Any:
        texts = getattr(platform.profile, table)
        default = platform.bot["first_name"] if field == "name" else ""
        return {field: texts.get(sent.get("language_code", "")) or texts.get("") or default}

    return get_it


def set_chat_menu_button(platform: Platform, sent: Sent, files: Uploads) -> bool:
    platform.profile.menu_button = sent.get("menu_button", {"type": "default"})
    return True


def get_chat_menu_button(platform: Platform, sent: Sent, files: Uploads) -> Any:
    return platform.profile.menu_button


def set_webhook(platform: Platform, sent: Sent, files: Uploads) -> bool:
    platform.updates.allowed = sent.get("allowed_updates", platform.updates.allowed)
    if sent.get("drop_pending_updates"):
        platform.updates.waiting.clear()
    platform.webhook = {key: sent[key] for key in ("url", "secret_token", "max_connections") if sent.get(key)}
    if platform.webhook:
        platform.updates.webhook_takes_over()
    return True


def delete_webhook(platform: Platform, sent: Sent, files: Uploads) -> bool:
    platform.webhook = {}
    if sent.get("drop_pending_updates"):
        platform.updates.waiting.clear()
    return True


def get_webhook_info(platform: Platform, sent: Sent, files: Uploads) -> Any:
    return {
        "url": platform.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(platform.updates.waiting),
        **({"allowed_updates": platform.updates.allowed} if platform.updates.allowed else {}),
    }


def get_chat(platform: Platform, sent: Sent, files: Uploads) -> Any:
    chat = platform.chat_to_write_to(sent["chat_id"])
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


def get_file(platform: Platform, sent: Sent, files: Uploads) -> Any:
    file = platform.files.get(sent["file_id"])
    if file is None:
        raise bad_request("invalid file_id")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


METHODS: dict[str, Method] = {
    "logOut": done,
    "close": done,
    "pinChatMessage": done,
    "unpinChatMessage": done,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": setter("names", "name"),
    "getMyName": getter("names", "name"),
    "setMyDescription": setter("descriptions", "description"),
    "getMyDescription": getter("descriptions", "description"),
    "setMyShortDescription": setter("short_descriptions", "short_description"),
    "getMyShortDescription": getter("short_descriptions", "short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
    "getFile": get_file,
}
