"""Hands one message of the queue to Telegram: a new one, a changed one, a file, some to be taken back."""

import html
import re

from telegram import Bot, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.outcomes import Outcome, Sent, WordsSent
from bot.telegram.failures import meaning
from bot.telegram.keyboard import buttons
from storage.tables import Message

CAPTION_AT_MOST = 1024
TAG = re.compile(r"<[^>]*>")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def is_group(chat: str) -> bool:
    """Groups and channels have negative ids."""
    return chat.startswith("-")


async def send(bot: Bot, message: Message, target: str | None) -> Outcome:
    """Send this message, or change `target` into it. Raises ValueError for a button that cannot be made."""
    editing = target is not None and message.document is None
    try:
        if message.kind == "take_back":
            return await _take_back(bot, message)
        if message.document is not None:
            return await _send_file(bot, message)
        if target is not None:
            return await _edit(bot, message, target)
        return await _send_text(bot, message)
    except TelegramError as error:
        return meaning(error, editing)


async def _send_text(bot: Bot, message: Message, with_choices: bool = True) -> Outcome:
    sent = await bot.send_message(
        _chat(message),
        _text(message),
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=buttons(message.body.get("choices", [])) if with_choices else None,
    )
    return Sent(str(sent.message_id))


async def _edit(bot: Bot, message: Message, target: str) -> Outcome:
    await bot.edit_message_text(
        _text(message),
        chat_id=_chat(message),
        message_id=int(target),
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=buttons(message.body.get("choices", [])),
    )
    return Sent(target)


async def _take_back(bot: Bot, message: Message) -> Outcome:
    """What is not there any more, or too old, Telegram passes over."""
    await bot.delete_messages(_chat(message), [int(each) for each in (message.target or "").split(",")])
    return Sent()


async def _send_file(bot: Bot, message: Message) -> Outcome:
    """A file cannot be put into a message that has none, so it always comes as a new one.

    Words too long to stand beneath it go ahead alone, and are written down before the file is tried.
    """
    caption = "" if message.body.get("words_sent") else _text(message)
    if len(html.unescape(TAG.sub("", caption))) > CAPTION_AT_MOST:
        await _send_text(bot, message, with_choices=False)
        return WordsSent()
    sent = await bot.send_document(
        _chat(message),
        InputFile(message.document or b"", filename=message.document_name),
        caption=caption or None,
        parse_mode=ParseMode.HTML,
        reply_markup=buttons(message.body.get("choices", [])),
    )
    return Sent(str(sent.message_id))


def _text(message: Message) -> str:
    """A link to somebody's account opens a chat with them."""
    text: str = message.body["text"]
    return text.replace('href="account:', 'href="tg://user?id=')


def _chat(message: Message) -> int:
    return int(message.chat)
