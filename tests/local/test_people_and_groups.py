"""What becomes of the bot when people block it, groups move, and everybody else talks."""

from typing import Any

import pytest

from bot.local import phones
from bot.local.chats import Account, Chat
from bot.local.content import EXAMPLES
from bot.local.platform import Platform
from tests.local.bots import BareBot


@pytest.fixture
def group(platform: Platform, ayse: Account, mehmet: Account) -> Chat:
    chat = phones.open_group(platform, "Koordinatörler", [ayse.id, mehmet.id])
    platform.updates.waiting.clear()
    return chat


def heard(platform: Platform) -> list[dict[str, Any]]:
    return [waiting.update for waiting in platform.updates.waiting]


def test_whoever_blocked_the_bot_hears_nothing(bot: BareBot, ayse: Account) -> None:
    bot.http("POST", "/local/block", json={"user": ayse.id, "blocked": True})
    refusal = bot.refusal("sendMessage", chat_id=ayse.id, text="a")
    assert refusal == "Forbidden: bot was blocked by the user"
    bot.http("POST", "/local/block", json={"user": ayse.id, "blocked": False})
    assert bot.result("sendMessage", chat_id=ayse.id, text="a")
    standing = [
        (update["my_chat_member"]["old_chat_member"]["status"], update["my_chat_member"]["new_chat_member"]["status"])
        for update in heard(bot.platform)
    ]
    assert standing == [("member", "kicked"), ("kicked", "member")]


def test_whoever_writes_again_has_unblocked_it(platform: Platform, ayse: Account) -> None:
    phones.block(platform, ayse.id, blocked=True)
    phones.say(platform, ayse.id, ayse.id, "/start")
    assert [list(update)[1] for update in heard(platform)] == ["my_chat_member", "my_chat_member", "message"]


def test_people_who_never_came_or_have_left(bot: BareBot, platform: Platform, ayse: Account) -> None:
    ayse.started = False
    refusal = bot.refusal("sendMessage", chat_id=ayse.id, text="a")
    assert refusal == "Forbidden: bot can't initiate conversation with a user"
    phones.say(platform, ayse.id, ayse.id, "/start")
    assert bot.result("sendMessage", chat_id=ayse.id, text="a")
    phones.deactivate(platform, ayse.id)
    assert bot.refusal("sendMessage", chat_id=ayse.id, text="a") == "Forbidden: user is deactivated"


def test_a_group_that_moved_says_where(bot: BareBot, platform: Platform, group: Chat) -> None:
    new = bot.http("POST", "/local/migrate", json={"chat": group.id}).json()
    answer = bot.asks("sendMessage", chat_id=group.id, text="a")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new["id"]}
    assert bot.result("sendMessage", chat_id=new["id"], text="a")["chat"]["type"] == "supergroup"
    moved = [update["message"] for update in heard(platform)]
    assert moved[0]["migrate_to_chat_id"] == new["id"]
    assert moved[1]["migrate_from_chat_id"] == group.id


def test_a_group_that_threw_it_out(bot: BareBot, platform: Platform, group: Chat) -> None:
    bot.http("POST", "/local/kick", json={"chat": group.id})
    refusal = bot.refusal("sendMessage", chat_id=group.id, text="a")
    assert refusal == "Forbidden: bot was kicked from the group chat"
    phones.say(platform, group.id, group.members[0], "/start")
    (update,) = heard(platform)
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


def test_in_a_group_it_hears_what_is_meant_for_it(bot: BareBot, platform: Platform, group: Chat) -> None:
    ayse = group.members[0]
    sent = bot.result("sendMessage", chat_id=group.id, text="Onaylıyor musunuz?")
    for text in ("günaydın", "/durum", "/durum@imece_bot", "/durum@other_bot", "@imece_bot merhaba"):
        phones.say(platform, group.id, ayse, text)
    phones.say(platform, group.id, ayse, "evet", reply_to_message=sent)
    texts = [update["message"]["text"] for update in heard(platform)]
    assert texts == ["/durum", "/durum@imece_bot", "@imece_bot merhaba", "evet"]
    group.bot_reads_all = True
    phones.say(platform, group.id, ayse, "günaydın")
    assert heard(platform)[-1]["message"]["text"] == "günaydın"


def test_who_is_in_a_group(bot: BareBot, group: Chat, ayse: Account) -> None:
    assert bot.result("getChat", chat_id=group.id)["title"] == "Koordinatörler"
    assert bot.result("getChatMemberCount", chat_id=group.id) == 3
    assert bot.result("getChatMember", chat_id=group.id, user_id=ayse.id)["status"] == "member"
    assert bot.result("getChatAdministrators", chat_id=group.id)[0]["user"]["first_name"] == "Ayşe"
    assert bot.result("leaveChat", chat_id=group.id) is True
    assert bot.asks("sendMessage", chat_id=group.id, text="a")["error_code"] == 403


@pytest.mark.parametrize("kind", ["document", *EXAMPLES])
def test_people_send_more_than_words(bot: BareBot, platform: Platform, ayse: Account, kind: str) -> None:
    sent = bot.http("POST", "/local/send", json={"chat": ayse.id, "from": ayse.id, "kind": kind})
    assert sent.json()[kind]
    assert heard(platform) == [{"update_id": 734_000_001, "message": sent.json()}]


def test_people_edit_what_they_said(bot: BareBot, platform: Platform, ayse: Account) -> None:
    said = phones.say(platform, ayse.id, ayse.id, "merhaba")
    edit = {"kind": "edited", "chat": ayse.id, "from": ayse.id, "message_id": said["message_id"], "text": "/iptal"}
    bot.http("POST", "/local/send", json=edit)
    message = heard(platform)[-1]["edited_message"]
    assert (message["text"], message["entities"][0]["type"], message["edit_date"]) == (
        "/iptal",
        "bot_command",
        message["date"],
    )


def test_a_press_on_a_deleted_message_arrives_without_it(bot: BareBot, platform: Platform, ayse: Account) -> None:
    sent = bot.result("sendMessage", chat_id=ayse.id, text="a")
    bot.result("deleteMessage", chat_id=ayse.id, message_id=sent["message_id"])
    press = {"chat": ayse.id, "from": ayse.id, "message_id": sent["message_id"], "data": "x"}
    assert bot.http("POST", "/local/press", json=press).json()["id"]
    assert heard(platform)[-1]["callback_query"]["message"]["date"] == 0


def test_a_forum_topic_comes_and_goes(bot: BareBot, platform: Platform, ayse: Account) -> None:
    forum = phones.open_group(platform, "Koordinatörler", [ayse.id], type="supergroup", is_forum=True)
    thread = bot.result("createForumTopic", chat_id=forum.id, name="Uyarılar")["message_thread_id"]
    sent = bot.result("sendMessage", chat_id=forum.id, message_thread_id=thread, text="a")
    assert sent["message_thread_id"] == thread
    phones.close_topic(platform, forum.id, thread)
    gone = bot.refusal("sendMessage", chat_id=forum.id, message_thread_id=thread, text="a")
    assert gone == "Bad Request: message thread not found"
    assert forum.messages == {}


def test_an_anonymous_administrator_is_nobody_in_particular(platform: Platform, group: Chat) -> None:
    phones.say_anonymously(platform, group.id, "/durum")
    (update,) = heard(platform)
    assert update["message"]["from"]["username"] == "GroupAnonymousBot"
    assert update["message"]["sender_chat"]["id"] == group.id
