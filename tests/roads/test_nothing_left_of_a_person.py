"""Erased in a real run: the name, the number, the words and the contact were everywhere, and are nowhere any more."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.local.server import LocalTelegram
from storage import erasures
from storage.database import open_engine, sessions, sweep
from storage.tables import Erasure, Example, Meeting, Need, Person
from tests.roads.a_meeting import hold_a_meeting
from tests.roads.running import Imece, imece, until
from tests.roads.voices import Voice

pytestmark = pytest.mark.road

NAME, CONTACT, WORDS = "Ayşe Örnek", "+90 216 000 00 00", "Yağmur hendekleri bizim için yeni"
ACCOUNT = 734_512_906


def traces(folder: Path, name: str = "imece.db") -> set[str]:
    """What of the person stands in the database's files, as text or as JSON writes it."""
    content = b"".join(file.read_bytes() for file in folder.glob(f"{name}*"))
    looked_for = (NAME, CONTACT, WORDS, str(ACCOUNT))
    return {each for each in looked_for if each.encode() in content or json.dumps(each)[1:-1].encode() in content}


def test_found_whole_before_and_nothing_after(telegram: LocalTelegram, tmp_path: Path) -> None:
    coordinator = telegram.person("Zeynep")
    coordinator.says("/start")
    asker, expert = Voice(telegram, "Ayşe", "tr", id=ACCOUNT), Voice(telegram, "Jonas", "en")
    with imece(telegram, tmp_path, coordinator_chats=coordinator.id) as bot:
        hold_a_meeting(asker, expert, lambda act: act())
        asker.says("Yağmur suyu konusunda deneyimli bir belediye arıyoruz, çevrim içi, haftaya salı")
        asker.hears("need.confirm.ask")
        asker.presses("need.confirm.choice.yes")
        asker.hears("need.nobody", "need.nobody_near")
        bot.kept.write(lambda session: session.add(an_example(session)))
        until(telegram, bot.all_is_said, "all is said")
        assert traces(tmp_path) == {NAME, CONTACT, WORDS, str(ACCOUNT)}
        backed_up(tmp_path)

        asker.says("verilerimi sil")
        asker.taps("erase.sure.ask", "erase.sure.choice.delete")
        asker.hears("erase.done")
        expert.hears("meeting.cancelled_by_other")
        assert "D-0001" in coordinator.wait_for("verilerini sildi", 30).text
        until(telegram, lambda: bot.all_is_said() and not traces(tmp_path), "nothing is left", 20)
        (last,) = [one for one in asker.person.chat.messages.values() if one["from"]["is_bot"]]
        assert "Silindi" in last["text"], "all else the bot wrote is taken back"
        asker.person.blocks()
        assert bot.end() == 0
        assert traces(tmp_path) == set()
        assert [word for word in (NAME, CONTACT, WORDS, str(ACCOUNT)) if word in "".join(bot.logged)] == []
        assert [need.words for need in bot.kept.all(Need)] == ["", ""], "they still count, without their words"
        assert bot.count(Meeting, Meeting.status == "cancelled") == 1
        no_backup_brings_them_back(bot, tmp_path)


def an_example(session: object) -> Example:
    person = session.query(Person).filter(Person.account == str(ACCOUNT)).one()  # type: ignore[attr-defined]
    return Example(words=WORDS, topic="stormwater", kind="answer", person_id=person.id, created_at=person.created_at)


def backed_up(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "imece.db")) as live, closing(sqlite3.connect(folder / "backup.db")) as copy:
        live.backup(copy)
    assert traces(folder, "backup.db") == {NAME, CONTACT, WORDS, str(ACCOUNT)}


def no_backup_brings_them_back(bot: Imece, folder: Path) -> None:
    """The journal as JSON, replayed on what was kept before; the second time there is nothing to do."""
    journal = json.loads(json.dumps(bot.ask(erasures.journal)))
    assert str(ACCOUNT) not in json.dumps(journal)
    engine = open_engine(f"sqlite:///{folder}/backup.db")
    for erased in (1, 0):
        with sessions(engine).begin() as session:
            assert erasures.replay(session, journal) == erased
        sweep(session)
    with sessions(engine)() as session:
        assert [one.reference for one in session.query(Erasure)] == ["D-0001"]
    assert traces(folder, "backup.db") == set()
    engine.dispose()
