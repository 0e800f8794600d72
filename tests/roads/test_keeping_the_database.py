"""`backup`, `restore`, `copy-database`: by the command line, around a bot at work."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.local.server import LocalTelegram
from bot.turns import TURNS
from storage import erasures, people
from storage.database import migrate, open_engine, sessions
from storage.emptying import empty
from storage.tables import Meeting, Person
from tests.bot.running import bot_runs, settings_for
from tests.engines import Postgres
from tests.roads.a_meeting import agree, offers, seeks
from tests.roads.running import assert_one_line, command, imece, until
from tests.roads.voices import Voice

pytestmark = pytest.mark.road

ELSEWHERE = "postgresql+psycopg://imece:nobody-may-see-this@db.example/imece"


def test_a_backup_is_made_beside_the_running_bot_and_put_back_once_it_is_stopped(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    ayse, mehmet = Voice(telegram, "Ayşe"), Voice(telegram, "Mehmet")
    with imece(telegram, tmp_path) as bot:
        ayse.says("Sıfır atık konusunda destek arıyoruz, çevrim içi")
        ayse.hears("readers.time.ask")
        saved = command(tmp_path, "backup", "copy.db", **bot.settings)
        assert (saved.returncode, saved.stdout) == (0, "")
        assert "copy.db" in saved.stderr
        mehmet.says("merhaba")
        mehmet.hears("welcome.hello")
        refused = command(tmp_path, "restore", "copy.db", **bot.settings)
        assert_one_line(refused.stderr, "imece.db")
        assert refused.returncode == 2
        assert bot.end() == 0
        restored = command(tmp_path, "restore", "copy.db", **bot.settings)
        assert restored.returncode == 0
        assert "imece.db.before-" in restored.stderr
        bot.engine.dispose()
        assert [person.account for person in bot.kept.all(Person)] == [ayse.account]
        bot.start()
        ayse.hears("answers.outage")
        ayse.says("haftaya salı öğleden sonra")
        ayse.hears("readers.municipality.ask")
        assert bot.end() == 0


def test_a_backup_brings_nobody_back_who_was_erased_since(tmp_path: Path) -> None:
    url, now = f"sqlite:///{tmp_path}/imece.db", datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
    migrate(url)
    engine = open_engine(url)
    with sessions(engine).begin() as session:
        for account, name in (("7001", "Ayşe Örnek"), ("7002", "Mehmet Deneme")):
            people.add(session, "telegram", account, "tr", now).name = name
    assert command(tmp_path, "backup", "copy.db", database_url=url).returncode == 0
    with sessions(engine).begin() as session:
        leaving = people.find(session, "telegram", "7001")
        assert leaving
        erasures.record(session, leaving, now + timedelta(days=1))
        empty(session, leaving, now + timedelta(days=1))
    engine.dispose()
    assert command(tmp_path, "restore", "copy.db", database_url=url).returncode == 0
    with sessions(engine)() as session:
        assert [(one.account, one.name) for one in session.scalars(select(Person).order_by(Person.id))] == [
            ("erased 1", None),
            ("7002", "Mehmet Deneme"),
        ]
    engine.dispose()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("backup", "taken"), "taken"),
        (("backup", "nowhere/copy.db"), "nowhere"),
        (("restore", "nothing.db"), "nothing.db"),
        (("restore", "taken"), "taken"),
        (("copy-database", "somewhere"), "new database"),
        (("copy-database", "sqlite:///imece.db"), "in the settings"),
        (("copy-database", "postgresql+psycopg://imece:nobody-may-see-this@127.0.0.1:9/imece"), "databases"),
    ],
)
def test_what_cannot_be_is_one_clear_line(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    migrate(f"sqlite:///{tmp_path}/imece.db")
    (tmp_path / "taken").write_text("something else")
    ended = command(tmp_path, *words, database_url="sqlite:///imece.db")
    assert_one_line(ended.stderr, said)
    assert "nobody-may-see-this" not in ended.stderr
    assert (ended.returncode, ended.stdout) == (2, "")


@pytest.mark.parametrize(("word", "tool"), [("backup", "pg_dump"), ("restore", "pg_restore")])
def test_for_postgresql_it_names_the_tool_and_no_password(tmp_path: Path, word: str, tool: str) -> None:
    ended = command(tmp_path, word, "copy.db", database_url=ELSEWHERE)
    assert_one_line(ended.stderr, tool)
    assert "nobody-may-see-this" not in ended.stderr
    assert (ended.returncode, ended.stdout) == (2, "")


def test_a_database_of_a_newer_release_is_not_run(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path}/imece.db")
    engine = open_engine(f"sqlite:///{tmp_path}/imece.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    ended = command(tmp_path, "invite", "coordinator")
    assert_one_line(ended.stderr, "newer release")
    assert (ended.returncode, ended.stdout) == (2, "")


def test_a_road_begun_on_sqlite_ends_on_postgresql(
    telegram: LocalTelegram, tmp_path: Path, postgres_server: Postgres
) -> None:
    expert, asker = Voice(telegram, "Jonas", "en"), Voice(telegram, "Ayşe")
    with imece(telegram, tmp_path) as bot:
        offers(expert, "Freiburg")
        seeks(asker, lambda act: act())
        until(telegram, bot.all_is_said, "all is said")
        there = postgres_server.fresh()
        assert command(tmp_path, "copy-database", there, **bot.settings).returncode == 2
        assert bot.end() == 0
        copied = command(tmp_path, "copy-database", new_database_url=there, **bot.settings)
        assert (copied.returncode, copied.stdout) == (0, "")
        assert "the same on both sides" in copied.stderr
    settings = settings_for(there, telegram, meeting_link="https://meet.example.org/{code}", confirm_people=False)
    with bot_runs(settings, TURNS):
        agree(asker, expert, lambda act: act())
    engine = open_engine(there)
    with sessions(engine)() as session:
        assert session.scalar(select(func.count()).select_from(Meeting)) == 1
    engine.dispose()
