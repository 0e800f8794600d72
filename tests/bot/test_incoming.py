"""Telegram's updates, read one by one."""

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update, User

from bot.telegram.incoming import read
from conversations.messages import Address, Contact, Edited, Incoming, Moved, Press, Reached, Text, Unreadable

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DATE = int(AT.timestamp())
NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
US = User(7, "İmece", is_bot=True, username="imece_bot")
AYSE = {"id": 42, "is_bot": False, "first_name": "Ayşe", "language_code": "tr"}
PRIVATE = {"id": 42, "type": "private", "first_name": "Ayşe"}
GROUP = {"id": -100, "type": "supergroup", "title": "Koordinatörler"}
STICKER = {
    "file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1, "is_animated": False,
    "is_video": False,
}  # fmt: skip
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
LOCATION = {"latitude": 41.0, "longitude": 29.0}


def came(**update: Any) -> Incoming | None:
    return read(Update.de_json({"update_id": 5, **update}, None), US, NOW)


def message(chat: dict[str, Any] = PRIVATE, **fields: Any) -> dict[str, Any]:
    return {"message_id": 9, "date": DATE, "from": AYSE, "chat": chat, **fields}


def test_a_private_text_says_who_where_and_when() -> None:
    assert came(message=message(text="merhaba")) == Incoming(
        key=f"telegram:5:{DATE}",
        address=Address("telegram", "42"),
        sender="42",
        at=AT,
        what=Text("merhaba"),
        private=True,
        first_name="Ayşe",
        language_code="tr",
    )


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"text": "/start d-abc"}, Text("/start d-abc")),
        ({"text": "/start@imece_bot d-abc"}, Text("/start d-abc")),
        ({"text": "/Start@IMECE_bot"}, Text("/Start")),
        ({"text": "yazdım /start@imece_bot diye"}, Text("yazdım /start@imece_bot diye")),
        ({"text": "İ" * 4096}, Text("İ" * 4096)),
        ({"contact": {"phone_number": "+90", "first_name": "A", "user_id": 42}}, Contact("+90", own=True)),
        ({"contact": {"phone_number": "+90", "first_name": "B", "user_id": 43}}, Contact("+90", own=False)),
        ({"contact": {"phone_number": "+90", "first_name": "B"}}, Contact("+90", own=False)),
        ({"sticker": STICKER}, Unreadable("sticker")),
        ({"photo": PHOTO, "caption": "bakın"}, Unreadable("photo", "bakın")),
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}, Unreadable("voice")),
        ({"location": LOCATION}, Unreadable("location")),
        ({"venue": {"location": LOCATION, "title": "t", "address": "a"}, "location": LOCATION}, Unreadable("venue")),
        ({"dice": {"emoji": "🎲", "value": 3}}, Unreadable("dice")),
        ({"new_chat_title": "x"}, None),
        ({"pinned_message": message(text="x")}, None),
        ({"something_of_next_year": {"a": 1}}, None),
    ],
)
def test_what_a_private_message_says(fields: dict[str, Any], what: object) -> None:
    read_as = came(message=message(**fields))
    assert (read_as and read_as.what) == what


OURS = {"message_id": 1, "date": DATE, "chat": GROUP, "from": US.to_dict(), "text": "uyarı"}
SOMEBODY_S = {"message_id": 1, "date": DATE, "chat": GROUP, "from": AYSE, "text": "uyarı"}


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"text": "günaydın"}, None),
        ({"text": "@imece_bot günaydın"}, None),
        ({"text": "/durum"}, Text("/durum")),
        ({"text": "/durum@imece_bot hepsi"}, Text("/durum hepsi")),
        ({"text": "/start@other_bot"}, None),
        ({"text": "tamam", "reply_to_message": OURS}, Text("tamam")),
        ({"text": "tamam", "reply_to_message": SOMEBODY_S}, None),
        ({"text": "/durum@other_bot", "reply_to_message": OURS}, None),
        ({"sticker": STICKER}, None),
        ({"sticker": STICKER, "reply_to_message": OURS}, Unreadable("sticker")),
        ({"text": "/durum", "sender_chat": GROUP}, None),
        ({"text": "/durum", "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}}, None),
    ],
)
def test_in_a_group_only_what_is_meant_for_us_counts(fields: dict[str, Any], what: object) -> None:
    read_as = came(message=message(GROUP, **fields))
    assert (read_as and (read_as.what, read_as.private)) == (what and (what, False))


def test_an_album_is_one_thing_however_many_photos() -> None:
    keys = {
        read(Update.de_json({"update_id": n, "message": message(photo=PHOTO, media_group_id="77")}, None), US, NOW).key
        for n in (5, 6)
    }
    assert keys == {"telegram:42:album:77"}


def press(**fields: Any) -> dict[str, Any]:
    card = {"message_id": 9, "date": DATE, "chat": PRIVATE, "from": US.to_dict(), "text": "card"}
    return {"id": "881", "from": AYSE, "chat_instance": "1", "message": card, "data": "draft|a|yes", **fields}


def test_a_press_is_dated_by_us_and_names_its_message() -> None:
    assert came(callback_query=press()) == Incoming(
        key="telegram:5:881",
        address=Address("telegram", "42"),
        sender="42",
        at=NOW,
        what=Press("draft", 10, "yes"),
        first_name="Ayşe",
        language_code="tr",
        message="9",
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"data": "of_an_old_release"}, (Press("unknown", 0, ""), "42", "9", True)),
        ({"data": None, "game_short_name": "g"}, (Press("unknown", 0, ""), "42", "9", True)),
        ({"message": None, "inline_message_id": "i"}, (Press("draft", 10, "yes"), "42", None, True)),
        (
            {"message": {"message_id": 9, "date": 0, "chat": PRIVATE}},
            (Press("draft", 10, "yes"), "42", "9", True),
        ),
        (
            {"message": {"message_id": 9, "date": DATE, "chat": GROUP, "text": "x"}},
            (Press("draft", 10, "yes"), "-100", "9", False),
        ),
    ],
)
def test_presses_of_every_age(fields: dict[str, Any], expected: tuple[object, ...]) -> None:
    read_as = came(callback_query=press(**fields))
    assert read_as
    assert (read_as.what, read_as.address.chat, read_as.message, read_as.private) == expected


def test_an_edited_text_is_an_edit() -> None:
    read_as = came(edited_message=message(text="yeni", edit_date=DATE + 60))
    assert read_as
    assert (read_as.what, read_as.key) == (Edited("yeni"), f"telegram:5:{DATE + 60}")


def test_edits_that_say_nothing_are_nothing() -> None:
    assert came(edited_message=message(location=LOCATION, edit_date=DATE)) is None
    assert came(edited_message=message(GROUP, text="/durum", edit_date=DATE)) is None


def member(status: str, **more: Any) -> dict[str, Any]:
    return {"user": US.to_dict(), "status": status, **more}


RIGHTS = """
    can_send_messages can_change_info can_invite_users can_pin_messages can_send_polls can_send_other_messages
    can_add_web_page_previews can_manage_topics can_send_audios can_send_documents can_send_photos can_send_videos
    can_send_video_notes can_send_voice_notes can_react_to_messages can_edit_tag
"""
SILENCED = dict.fromkeys(RIGHTS.split(), False)


@pytest.mark.parametrize(
    ("chat", "standing", "what"),
    [
        (PRIVATE, member("kicked", until_date=0), Reached(False)),
        (PRIVATE, member("member"), Reached(True)),
        (GROUP, member("left"), Reached(False)),
        (GROUP, member("restricted", is_member=True, until_date=0, **SILENCED), Reached(False)),
        ({"id": -5, "type": "channel", "title": "c"}, member("member"), None),
    ],
)
def test_whether_a_chat_can_be_reached(chat: dict[str, Any], standing: dict[str, Any], what: object) -> None:
    change = {"chat": chat, "from": AYSE, "date": DATE, "old_chat_member": member("left"), "new_chat_member": standing}
    read_as = came(my_chat_member=change)
    assert (read_as and read_as.what) == what


def test_a_group_says_where_it_moved() -> None:
    read_as = came(message=message({"id": -5, "type": "group", "title": "K"}, migrate_to_chat_id=-1005))
    assert read_as
    assert (read_as.address.chat, read_as.what) == ("-5", Moved(Address("telegram", "-1005")))
    assert came(message=message(GROUP, migrate_from_chat_id=-5)) is None


def test_what_is_nobody_s_is_left_alone() -> None:
    channel = {"id": -5, "type": "channel", "title": "c"}
    post = {"message_id": 1, "date": DATE, "chat": channel, "sender_chat": channel, "text": "/start"}
    assert came(channel_post=post) is None
    assert came(message=post) is None
    assert came(edited_channel_post=post) is None
    assert came(edited_message=message(GROUP, text="/durum", edit_date=DATE + 60)) is None
    assert came(message=message(text="/start", sender_chat=channel)) is None
    assert came(poll_of_the_future={"x": 1}) is None
