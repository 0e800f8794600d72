"""A bot of python-telegram-bot and a person hold a whole conversation over HTTP."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Update

from bot.local.server import LocalTelegram
from tests.local.bots import a_bot

pytestmark = pytest.mark.road


def test_from_start_to_a_calendar_file(telegram: LocalTelegram) -> None:
    ayse = telegram.person("Ayşe")
    ayse.says("/start")

    async def answer() -> Update:
        async with a_bot(telegram) as bot:
            (started,) = await bot.get_updates(timeout=5)
            assert started.message.text == "/start"
            assert started.message.entities[0].type == "bot_command"
            assert started.message.from_user.language_code == "tr"
            keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Evet", callback_data="yes")]])
            sent = await bot.send_message(
                ayse.id, "Merhaba <b>Ayşe</b> &amp; 👋 <i>hoş geldiniz</i>", parse_mode="HTML", reply_markup=keyboard
            )
            assert sent.text == "Merhaba Ayşe & 👋 hoş geldiniz"
            assert [sent.parse_entity(entity) for entity in sent.entities] == ["Ayşe", "hoş geldiniz"]
            await asyncio.to_thread(ayse.presses, "Evet")
            (pressed,) = await bot.get_updates(offset=started.update_id + 1, timeout=5)
            assert pressed.callback_query.data == "yes"
            await pressed.callback_query.answer("Tamam")
            await pressed.callback_query.edit_message_text("Oldu")
            document = InputFile(b"BEGIN:VCALENDAR", filename="görüşme.ics")
            kept = await bot.send_document(ayse.id, document, caption="<b>Takvim</b>", parse_mode="HTML")
            file = await bot.get_file(kept.document.file_id)
            assert bytes(await file.download_as_bytearray()) == b"BEGIN:VCALENDAR"
            return pressed

    asyncio.run(answer())
    assert ayse.messages() == ["/start", "Oldu", "Takvim"]
    assert ayse.last.document["file_name"] == "görüşme.ics"
    assert ayse.last.document["mime_type"] == "text/calendar"
    assert [event["kind"] for event in telegram.platform.feed.events] == [
        "message",
        "message",
        "pressed",
        "toast",
        "edited",
        "message",
    ]
    assert [seen for seen in telegram.platform.requests if seen.violations] == []


def test_a_long_poll_waits_for_the_person(telegram: LocalTelegram) -> None:
    ayse = telegram.person("Ayşe")

    async def poll_and_say() -> tuple[Update, ...]:
        async with a_bot(telegram) as bot:
            poll = asyncio.create_task(bot.get_updates(timeout=20))
            while not telegram.platform.requests:
                await asyncio.sleep(0)
            await asyncio.to_thread(ayse.says, "merhaba")
            return await poll

    (update,) = asyncio.run(poll_and_say())
    assert update.message.text == "merhaba"


def test_it_ends_while_others_listen(telegram: LocalTelegram) -> None:
    with httpx.Client(base_url=telegram.url, trust_env=False) as client, ThreadPoolExecutor() as threads:
        poll = threads.submit(client.get, f"/bot{telegram.token}/getUpdates", params={"timeout": 50}, timeout=60)
        with client.stream("GET", "/local/events", timeout=60) as stream:
            lines = stream.iter_lines()
            assert next(lines) == ": hello"
            while not telegram.platform.requests:
                client.get("/local/events.json")
            closing = threads.submit(telegram.__exit__, None, None, None)
            assert set(lines) <= {"", ": still here"}
        closing.result()
        assert poll.result().json() == {"ok": True, "result": []}
