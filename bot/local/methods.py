"""The Bot API's methods for messages, each a function of the platform and the checked parameters."""

from collections.abc import Callable
from typing import Any

from bot.local.chats import Chat, File, Message
from bot.local.platform import PRESS_ANSWERABLE, Platform
from bot.local.refusals import bad_request
from bot.local.texts import shown_caption, shown_text

Sent = dict[str, Any]
Uploads = dict[str, File]
Method = Callable[[Platform, Sent, Uploads], Any]

DELETABLE = 48 * 3600  # seconds
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def send_message(platform: Platform, sent: Sent, files: Uploads) -> Message:
    chat = platform.chat_to_write_to(sent["chat_id"])
    shown = shown_text(sent, platform.people)
    content: Sent = {"text": shown.text}
    if shown.entities:
        content["entities"] = shown.entities
    return post(platform, chat, sent, content)


def send_document(platform: Platform, sent: Sent, files: Uploads) -> Message:
    chat = platform.chat_to_write_to(sent["chat_id"])
    return post(
        platform, chat, sent, {"document": sent_file(platform, "document", sent, files), **caption(platform, sent)}
    )


def send_photo(platform: Platform, sent: Sent, files: Uploads) -> Message:
    chat = platform.chat_to_write_to(sent["chat_id"])
    file = sent_file(platform, "photo", sent, files)
    size = {key: file[key] for key in ("file_id", "file_unique_id", "file_size")}
    return post(platform, chat, sent, {"photo": [{**size, "width": 90, "height": 90}], **caption(platform, sent)})


def caption(platform: Platform, sent: Sent) -> Sent:
    shown = shown_caption(sent, platform.people)
    content: Sent = {"caption": shown.text} if shown.text else {}
    return content | ({"caption_entities": shown.entities} if shown.entities else {})


def sent_file(platform: Platform, field: str, sent: Sent, files: Uploads) -> Sent:
    """The file of a request: a part of that name, an attached part, or one the platform knows already."""
    name = str(sent.get(field, "")).removeprefix("attach://")
    file = files.get(field) or files.get(name) or platform.files.get(name)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not file.content:
        raise bad_request("file must be non-empty")
    return file.as_document()


def post(platform: Platform, chat: Chat, sent: Sent, content: Sent) -> Message:
    markup = sent.get("reply_markup") or {}
    if "inline_keyboard" in markup:
        content["reply_markup"] = markup
    elif markup:
        chat.keyboard = markup if "keyboard" in markup else None
    if sent.get("protect_content"):
        content["has_protected_content"] = True
    content |= topic(chat, sent) | answered(chat, sent)
    platform.pace.step(chat.id)
    return platform.post(chat, platform.bot, **content)


def topic(chat: Chat, sent: Sent) -> Sent:
    thread = sent.get("message_thread_id")
    if thread is None:
        return {}
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return {"message_thread_id": thread, "is_topic_message": True}


def answered(chat: Chat, sent: Sent) -> Sent:
    reply = sent.get("reply_parameters") or {}
    if "message_id" not in reply:
        return {}
    message = chat.messages.get(reply["message_id"])
    if message is None:
        if reply.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in message.items() if key != "reply_to_message"}}


def edit_message_text(platform: Platform, sent: Sent, files: Uploads) -> Message:
    chat, message = own_message(platform, sent, "edit")
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    shown = shown_text(sent, platform.people)
    changed = {**bare(message), "text": shown.text}
    if shown.entities:
        changed["entities"] = shown.entities
    return changed_message(platform, chat, message, with_markup(changed, sent))


def edit_message_caption(platform: Platform, sent: Sent, files: Uploads) -> Message:
    chat, message = own_message(platform, sent, "edit")
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    return changed_message(platform, chat, message, with_markup(bare(message) | caption(platform, sent), sent))


def edit_message_reply_markup(platform: Platform, sent: Sent, files: Uploads) -> Message:
    chat, message = own_message(platform, sent, "edit")
    changed = {key: value for key, value in message.items() if key != "reply_markup"}
    return changed_message(platform, chat, message, with_markup(changed, sent))


def bare(message: Message) -> Message:
    words = ("text", "entities", "caption", "caption_entities", "reply_markup")
    return {key: value for key, value in message.items() if key not in words}


def with_markup(message: Message, sent: Sent) -> Message:
    markup = sent.get("reply_markup") or {}
    return {**message, "reply_markup": markup} if markup.get("inline_keyboard") else message


def changed_message(platform: Platform, chat: Chat, old: Message, new: Message) -> Message:
    if old == new:
        raise bad_request(SAME)
    return platform.change(chat, new)


def own_message(platform: Platform, sent: Sent, verb: str) -> tuple[Chat, Message]:
    if "chat_id" not in sent or "message_id" not in sent:
        raise bad_request(f"message to {verb} not found")  # inline messages are not to be had here
    chat = platform.chat_to_write_to(sent["chat_id"])
    message = chat.messages.get(sent["message_id"])
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if message["from"]["id"] != platform.bot_id and verb == "edit":
        raise bad_request("message can't be edited")
    return chat, message


def delete_message(platform: Platform, sent: Sent, files: Uploads) -> bool:
    chat, message = own_message(platform, sent, "delete")
    if platform.now() - message["date"] > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    platform.remove(chat, message["message_id"])
    return True


def delete_messages(platform: Platform, sent: Sent, files: Uploads) -> bool:
    chat = platform.chat_to_write_to(sent["chat_id"])
    for message_id in sent["message_ids"]:
        if message_id in chat.messages:
            platform.remove(chat, message_id)
    return True


def answer_callback_query(platform: Platform, sent: Sent, files: Uploads) -> bool:
    press = platform.presses.get(sent["callback_query_id"])
    if press is None or press.answered or platform.now() - press.at > PRESS_ANSWERABLE:
        raise bad_request(TOO_OLD)
    press.answered = True
    platform.feed.tell(
        "toast", press.chat, user=press.user, text=sent.get("text", ""), alert=bool(sent.get("show_alert"))
    )
    return True


def send_chat_action(platform: Platform, sent: Sent, files: Uploads) -> bool:
    chat = platform.chat_to_write_to(sent["chat_id"])
    platform.feed.tell("typing", chat.id, text=sent["action"])
    return True


def set_message_reaction(platform: Platform, sent: Sent, files: Uploads) -> bool:
    chat = platform.chat_to_write_to(sent["chat_id"])
    message = chat.messages.get(sent["message_id"])
    if message is None:
        raise bad_request("message to react not found")
    message = chat.messages[message["message_id"]] = {**message, "reaction": sent.get("reaction", [])}
    platform.feed.tell("edited", chat.id, message=message)
    return True


def create_forum_topic(platform: Platform, sent: Sent, files: Uploads) -> Any:
    chat = platform.chat_to_write_to(sent["chat_id"])
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    thread = platform.post(chat, platform.bot, forum_topic_created={"name": sent["name"]})["message_id"]
    chat.topics[thread] = sent["name"]
    return {"message_thread_id": thread, "name": sent["name"], "icon_color": sent.get("icon_color", 0x6FB9F0)}


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "sendChatAction": send_chat_action,
    "createForumTopic": create_forum_topic,
    "setMessageReaction": set_message_reaction,
}
