"""Messages as the bot sends, edits and deletes them."""

from typing import Any

from bot.local import phones
from bot.local.chats import Account
from tests.local.bots import BareBot
from tests.local.conftest import Clock

YES = {"inline_keyboard": [[{"text": "Evet", "callback_data": "yes"}]]}


def test_an_edit_without_a_keyboard_takes_it_away(bot: BareBot, ayse: Account) -> None:
    sent = bot.result("sendMessage", chat_id=ayse.id, text="Olsun mu?", reply_markup=YES)
    edited = bot.result("editMessageText", chat_id=ayse.id, message_id=sent["message_id"], text="Oldu")
    assert edited["text"] == "Oldu"
    assert "reply_markup" not in edited
    assert edited["edit_date"]


def test_the_same_again_is_not_modified(bot: BareBot, ayse: Account) -> None:
    sent = bot.result("sendMessage", chat_id=ayse.id, text="<b>a</b>", parse_mode="HTML", reply_markup=YES)
    same = {"chat_id": ayse.id, "message_id": sent["message_id"], "text": "<b>a</b>", "parse_mode": "HTML"}
    again = bot.refusal("editMessageText", **same, reply_markup=YES)
    assert again.startswith("Bad Request: message is not modified")
    bot.result("editMessageText", **same)
    assert bot.refusal("editMessageText", **same).startswith("Bad Request: message is not modified")


def test_what_is_gone_or_not_its_own_it_cannot_edit(bot: BareBot, ayse: Account) -> None:
    said = phones.say(bot.platform, ayse.id, ayse.id, "merhaba")
    words = {"chat_id": ayse.id, "text": "b"}
    assert bot.refusal("editMessageText", message_id=77, **words) == "Bad Request: message to edit not found"
    own = bot.refusal("editMessageText", message_id=said["message_id"], **words)
    assert own == "Bad Request: message can't be edited"


def test_a_message_is_deleted_within_two_days(bot: BareBot, ayse: Account, clock: Clock) -> None:
    first, second = (bot.result("sendMessage", chat_id=ayse.id, text="a")["message_id"] for _ in range(2))
    assert bot.result("deleteMessage", chat_id=ayse.id, message_id=first) is True
    assert list(bot.platform.chats[ayse.id].messages) == [second]
    gone = bot.refusal("deleteMessage", chat_id=ayse.id, message_id=first)
    assert gone == "Bad Request: message to delete not found"
    clock.passes(49 * 3600)
    late = bot.refusal("deleteMessage", chat_id=ayse.id, message_id=second)
    assert late == "Bad Request: message can't be deleted for everyone"


def test_a_document_can_be_fetched_and_sent_again(bot: BareBot, ayse: Account) -> None:
    files = {"document": ("görüşme.ics", b"BEGIN:VCALENDAR", "text/calendar")}
    sent = bot.asks("sendDocument", files=files, chat_id=ayse.id, caption="<i>Takvim</i>", parse_mode="HTML")["result"]
    assert sent["caption"] == "Takvim"
    assert sent["document"]["file_size"] == 15
    again = bot.result("sendDocument", chat_id=ayse.id, document=sent["document"]["file_id"])
    assert again["document"] == sent["document"]
    path = bot.result("getFile", file_id=sent["document"]["file_id"])["file_path"]
    assert bot.http("GET", f"/file/bot{bot.platform.token}/{path}").content == b"BEGIN:VCALENDAR"
    assert bot.http("GET", f"/file/bot1:wrong/{path}").status_code == 401


def test_a_document_by_an_attached_part(bot: BareBot, ayse: Account) -> None:
    files = {"part": ("a.ics", b"x", "text/calendar")}
    sent = bot.asks("sendDocument", files=files, chat_id=ayse.id, document="attach://part")
    assert sent["result"]["document"]["file_name"] == "a.ics"
    assert bot.last_violations() == []


def test_an_empty_document_is_refused(bot: BareBot, ayse: Account) -> None:
    answer = bot.asks("sendDocument", files={"document": ("a.ics", b"")}, chat_id=ayse.id)
    assert answer["description"] == "Bad Request: file must be non-empty"


def test_a_press_is_answered_once_and_in_time(bot: BareBot, ayse: Account, clock: Clock) -> None:
    sent = bot.result("sendMessage", chat_id=ayse.id, text="Olsun mu?", reply_markup=YES)

    def press() -> str:
        return phones.press(bot.platform, ayse.id, ayse.id, sent["message_id"], "yes")

    in_time, late = press(), press()
    assert bot.result("answerCallbackQuery", callback_query_id=in_time, text="Tamam", show_alert=True)
    toast = bot.platform.feed.events[-1]
    assert (toast["kind"], toast["text"], toast["alert"], toast["user"]) == ("toast", "Tamam", True, ayse.id)
    clock.passes(151)
    assert "query is too old" in bot.refusal("answerCallbackQuery", callback_query_id=late)


def test_texts_about_the_bot_are_kept_by_language(bot: BareBot) -> None:
    commands = {
        "tr": [{"command": "ihtiyac", "description": "Talep"}],
        "": [{"command": "need", "description": "Need"}],
    }
    for language, listed in commands.items():
        scope: dict[str, Any] = {"type": "all_private_chats"}
        bot.result("setMyCommands", commands=listed, language_code=language, scope=scope)
        assert bot.result("getMyCommands", language_code=language, scope=scope) == listed
    assert bot.result("getMyCommands") == []
    assert bot.http("GET", "/local/state").json()["commands"] == commands
    bot.result("setMyDescription", description="Merhaba", language_code="tr")
    assert bot.result("getMyDescription", language_code="tr") == {"description": "Merhaba"}
    assert bot.result("getMyDescription", language_code="en") == {"description": ""}
    assert bot.result("getMyName") == {"name": "İmece"}
    assert [request.violations for request in bot.platform.requests] == [[]] * len(bot.platform.requests)


def test_a_link_to_an_account_becomes_a_mention(bot: BareBot, ayse: Account, mehmet: Account) -> None:
    text = f'<a href="tg://user?id={mehmet.id}">Mehmet</a> <a href="tg://user?id=5">Kimse</a>'
    (mention,) = bot.result("sendMessage", chat_id=ayse.id, text=text, parse_mode="HTML")["entities"]
    assert mention == {"type": "text_mention", "offset": 0, "length": 6, "user": mehmet.as_user()}


def test_a_message_quotes_another(bot: BareBot, ayse: Account) -> None:
    said = phones.say(bot.platform, ayse.id, ayse.id, "merhaba")
    reply = {"message_id": said["message_id"]}
    assert bot.result("sendMessage", chat_id=ayse.id, text="a", reply_parameters=reply)["reply_to_message"] == said
    gone = {"message_id": 77, "allow_sending_without_reply": True}
    assert "reply_to_message" not in bot.result("sendMessage", chat_id=ayse.id, text="a", reply_parameters=gone)


def test_a_reaction_is_seen(bot: BareBot, ayse: Account) -> None:
    said = phones.say(bot.platform, ayse.id, ayse.id, "merhaba")
    thumb = [{"type": "emoji", "emoji": "👍"}]
    assert bot.result("setMessageReaction", chat_id=ayse.id, message_id=said["message_id"], reaction=thumb)
    assert bot.platform.feed.events[-1]["message"]["reaction"] == thumb
    odd = bot.refusal("setMessageReaction", chat_id=ayse.id, message_id=1, reaction=[{"type": "emoji", "emoji": "x"}])
    assert odd.startswith("Bad Request: wrong")


def test_characters_nobody_should_see_are_taken_out(bot: BareBot, ayse: Account) -> None:
    sent = bot.result("sendMessage", chat_id=ayse.id, text="a\r\nb\tc \u202eters\u202c \u2068Ayşe\u2069")
    assert sent["text"] == "a\nb c ters \u2068Ayşe\u2069"
