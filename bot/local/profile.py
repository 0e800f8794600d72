"""The Bot API's methods about what the bot says of itself: commands, names, descriptions, by language."""

import json
from typing import Any

from bot.local.methods import Method, Sent, Uploads
from bot.local.platform import Platform


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


METHODS: dict[str, Method] = {
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
}
