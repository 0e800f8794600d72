"""People as other tests drive them."""

import pytest

from bot.local.server import LocalTelegram

pytestmark = pytest.mark.road


def asked(telegram: LocalTelegram, chat: int, *words: str) -> None:
    """The bot asks, without a bot: as if it had sent these words with a button."""
    markup = {"inline_keyboard": [[{"text": "Evet", "callback_data": f"yes{len(words)}"}]]}
    for text in words:
        chats = telegram.platform.chats
        telegram.do(telegram.platform.post, chats[chat], telegram.platform.bot, text=text, reply_markup=markup)


def test_waiting_goes_on_where_it_stopped(telegram: LocalTelegram) -> None:
    ayse = telegram.person("Ayşe")
    asked(telegram, ayse.id, "bir", "iki", "iki")
    assert ayse.wait_for("iki").id == 2
    assert ayse.wait_for(lambda seen: "Evet" in seen.buttons).id == 3
    with pytest.raises(TimeoutError, match="'iki' was not seen"):
        ayse.wait_for("iki", seconds=0.01)


def test_a_press_goes_to_the_newest_message_with_that_button(telegram: LocalTelegram) -> None:
    ayse = telegram.person("Ayşe")
    asked(telegram, ayse.id, "bir", "iki")
    ayse.presses("Evet")
    ayse.presses("Evet", ayse.seen()[0])
    with pytest.raises(KeyError, match="no message with a button 'Hayır'"):
        ayse.presses("Hayır")
    pressed = [waiting.update["callback_query"]["message"]["text"] for waiting in telegram.platform.updates.waiting]
    assert pressed == ["iki", "bir"]


def test_people_talk_and_press_in_a_group(telegram: LocalTelegram) -> None:
    ayse, mehmet = telegram.person("Ayşe"), telegram.person("Mehmet", "en")
    group = telegram.group("Koordinatörler", [ayse, mehmet])
    asked(telegram, group.chat_id, "Onaylıyor musunuz?")
    mehmet.presses("Evet", where=group)
    mehmet.says("evet", group, answering=group.last)
    assert group.messages() == ["Onaylıyor musunuz?", "evet"]
    assert [list(waiting.update)[1] for waiting in telegram.platform.updates.waiting] == [
        "my_chat_member",
        "callback_query",
        "message",
    ]


def test_what_was_said_can_be_read_after_the_end() -> None:
    with LocalTelegram() as telegram:
        ayse = telegram.person("Ayşe")
        ayse.says("merhaba")
    assert ayse.messages() == ["merhaba"]
