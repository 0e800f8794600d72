"""What the platform refuses, in its own words, and what it overlooks but we do not."""

import json
from typing import Any

import pytest

from bot.local.bot_api import METHODS
from bot.local.chats import Account
from bot.local.platform import Platform
from bot.local.schema import schema
from tests.local.bots import BareBot


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "\u200b \n"}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "ğ" * 4097}, "message is too long"),
        ({"text": "a" * 32_769}, "text is too long"),
        ({"text": "a\x00"}, "strings must be encoded in UTF-8"),
        ({"text": "a < b", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
        ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"text": "a", "reply_markup": keyboard({"text": "x", "callback_data": "ş" * 33})},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "x"})},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "x", "url": "imece"})},
            "inline keyboard button URL 'imece' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "a", "reply_markup": keyboard(*[{"text": "x", "callback_data": "y"}] * 101)},
            "reply markup is too long",
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 101], "z": 1}},
            "reply markup is too long",
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": 5}]]}},
            "can't parse string callback_data",
        ),
        ({"text": "a", "reply_markup": "{"}, "can't parse InlineKeyboardMarkup JSON object"),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "a", "message_thread_id": 5}, "message thread not found"),
    ],
)
def test_it_refuses_a_message(bot: BareBot, ayse: Account, sent: dict[str, Any], sentence: str) -> None:
    assert bot.refusal("sendMessage", chat_id=ayse.id, **sent) == f"Bad Request: {sentence}"
    assert not bot.platform.chats[ayse.id].messages


def test_lengths_are_counted_after_the_markup_is_read(bot: BareBot, ayse: Account) -> None:
    text = "<b>" + "&amp;" * 4096 + "</b>"
    assert bot.result("sendMessage", chat_id=ayse.id, text=text, parse_mode="HTML")["text"] == "&" * 4096


def test_64_bytes_of_callback_data_are_accepted(bot: BareBot, ayse: Account) -> None:
    markup = json.dumps(keyboard({"text": "x", "callback_data": "ş" * 32}))
    assert bot.result("sendMessage", chat_id=ayse.id, text="a", reply_markup=markup)["reply_markup"]


@pytest.mark.parametrize(
    ("method", "sent", "sentence"),
    [
        ("sendMessage", {"chat_id": 1, "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "a"}, "chat not found"),
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("editMessageText", {"text": "a"}, "message identifier is not specified"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout expired"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
        ("setMyCommands", {"commands": [{"command": "İhtiyaç", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ("setMyShortDescription", {"short_description": "a" * 121}, "BOT_ABOUT_TOO_LONG"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
    ],
)
def test_it_refuses_in_its_own_words(bot: BareBot, method: str, sent: dict[str, Any], sentence: str) -> None:
    assert bot.refusal(method, **sent).startswith(f"Bad Request: {sentence}")


@pytest.mark.parametrize(
    ("method", "sent", "violation"),
    [
        ("sendMessage", {"txt": 1}, "sendMessage.txt: unknown parameter"),
        (
            "sendMessage",
            {"reply_markup": keyboard({"text": "x", "callback_data": "a", "colour": "red"})},
            "sendMessage.reply_markup.inline_keyboard[0][0].colour: not a field of InlineKeyboardButton",
        ),
        (
            "sendMessage",
            {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 9]}},
            "sendMessage.reply_markup: 9 buttons in a row, 8 allowed",
        ),
        ("getUpdates", {"limit": 500}, "getUpdates.limit: 500 is out of range"),
        ("getUpdates", {"allowed_updates": ["mesage"]}, "getUpdates.allowed_updates: unknown kind 'mesage'"),
    ],
)
def test_what_it_overlooks_is_written_down(
    bot: BareBot, ayse: Account, method: str, sent: dict[str, Any], violation: str
) -> None:
    more = {"chat_id": ayse.id, "text": "a"} if method == "sendMessage" else {}
    bot.result(method, **more, **sent)
    assert violation in bot.last_violations()


def test_a_start_link_with_a_forbidden_payload_is_written_down(bot: BareBot, ayse: Account) -> None:
    markup = keyboard({"text": "x", "url": "https://t.me/imece_bot?start=a.b"})
    bot.result("sendMessage", chat_id=ayse.id, text="a", reply_markup=markup)
    assert bot.last_violations() == [
        "sendMessage.reply_markup.inline_keyboard[0][0]: start payload: 1 to 64 of A-Z a-z 0-9 _ -"
    ]


def test_a_wrong_token_and_an_unknown_method(bot: BareBot, platform: Platform) -> None:
    answer = bot.http("GET", "/bot1:wrong/getMe")
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")
    answer = bot.http("GET", f"/bot{platform.token}/getMee")
    assert (answer.status_code, answer.json()["description"]) == (404, "Not Found")


def test_parameters_may_come_by_address_form_or_json(bot: BareBot, ayse: Account) -> None:
    path = f"/bot{bot.platform.token}/SENDMESSAGE"
    for answer in (
        bot.http("GET", path, params={"chat_id": ayse.id, "text": "a"}),
        bot.http("POST", path, data={"chat_id": ayse.id, "text": "a"}),
        bot.http("POST", path, json={"chat_id": str(ayse.id), "text": "a"}),
        bot.http("POST", path, data={"chat_id": ayse.id, "text": "a"}, files={"unused": b""}),
    ):
        assert answer.json()["result"]["text"] == "a"
    assert bot.http("POST", path, content=b"{", headers={"content-type": "application/json"}).status_code == 400


def test_every_method_it_knows_it_serves() -> None:
    assert set(schema().methods) == {*METHODS, "getupdates"}
