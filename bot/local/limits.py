"""The platform's limits that its schema does not say, with the words it refuses in where it refuses."""

import re
from typing import NamedTuple


class Length(NamedTuple):
    least: int
    most: int
    unit: str  # "characters" (code points) or "bytes"
    refusal: str


LENGTHS = {
    ("answerCallbackQuery", "text"): Length(0, 200, "characters", "MESSAGE_TOO_LONG"),
    ("setMyDescription", "description"): Length(0, 512, "characters", "BOT_DESCRIPTION_TOO_LONG"),
    ("setMyShortDescription", "short_description"): Length(0, 120, "characters", "BOT_ABOUT_TOO_LONG"),
    ("setMyName", "name"): Length(0, 64, "characters", "BOT_TITLE_INVALID"),
    ("setWebhook", "secret_token"): Length(0, 256, "characters", "secret token is too long"),
    ("InlineKeyboardButton", "callback_data"): Length(1, 64, "bytes", "BUTTON_DATA_INVALID"),
    ("CopyTextButton", "text"): Length(1, 256, "characters", "BUTTON_COPY_TEXT_INVALID"),
    ("BotCommand", "command"): Length(1, 32, "characters", "BOT_COMMAND_INVALID"),
    ("BotCommand", "description"): Length(1, 256, "characters", "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("ForceReply", "input_field_placeholder"): Length(1, 64, "characters", "PLACEHOLDER_INVALID"),
    ("ReplyKeyboardMarkup", "input_field_placeholder"): Length(1, 64, "characters", "PLACEHOLDER_INVALID"),
    ("ReplyParameters", "quote"): Length(0, 1024, "characters", "QUOTE_TEXT_INVALID"),
    ("createForumTopic", "name"): Length(1, 128, "characters", "TOPIC_TITLE_INVALID"),
}
PATTERNS = {
    ("setWebhook", "secret_token"): (re.compile(r"[A-Za-z0-9_-]*\Z"), "secret token contains unallowed characters"),
    ("BotCommand", "command"): (re.compile(r"[a-z0-9_]*\Z"), "BOT_COMMAND_INVALID"),
}
ITEMS = {
    ("setMyCommands", "commands"): (0, 100, "BOT_COMMANDS_TOO_MUCH"),
    ("deleteMessages", "message_ids"): (1, 100, "there are too many messages to delete"),
}
RANGES = {  # out of range the platform quietly takes the nearest value
    ("getUpdates", "limit"): (1, 100),
    ("getUpdates", "timeout"): (0, 50),
    ("setWebhook", "max_connections"): (1, 100),
}
PARSE_MODES = {"html", "markdownv2", "markdown"}
EITHER = {
    "editMessageText": ({"chat_id", "message_id"}, {"inline_message_id"}),
    "editMessageCaption": ({"chat_id", "message_id"}, {"inline_message_id"}),
    "editMessageReplyMarkup": ({"chat_id", "message_id"}, {"inline_message_id"}),
}
TEXT_LENGTH = 4096  # code points, after entities are read
CAPTION_LENGTH = 1024
MARKED_BYTES = 32768
INLINE_ROW, INLINE_BUTTONS = 8, 100
REPLY_ROW, REPLY_BUTTONS = 12, 300
MARKUP_BYTES = 10_000
NOT_A_KIND = {"text", "icon_custom_emoji_id", "style"}
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
