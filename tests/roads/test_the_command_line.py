"""`python main.py`: what each command says on which stream, and how it ends."""

import json
import signal
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.local.server import LocalTelegram
from storage.tables import Invitation, Person
from tests.roads.running import TOKEN, Imece, assert_one_line, command, imece
from tests.roads.voices import Voice

pytestmark = pytest.mark.road


class TestRun:
    @pytest.mark.parametrize(
        ("setting", "value"),
        [
            ("telegram_url", "ftp://somewhere.example"),
            ("answer_days", "soon"),
            ("coordinator_language", "de"),
            ("meeting_link", "https://meet.example.org/room"),
            ("database_url", "somewhere"),
            ("database_url", "oracle://somewhere"),
            ("database_url", "postgresql+psycopg://["),
            ("database_url", "postgresql+psycopg://localhost:nine/imece"),
            ("database_url", "postgresql+psycopg://127.0.0.1:9/imece"),
            ("database_url", "sqlite:////nowhere/at/all/imece.db"),
        ],
    )
    def test_a_wrong_setting_is_one_clear_line(self, tmp_path: Path, setting: str, value: str) -> None:
        ended = command(tmp_path, "run", telegram_token=TOKEN, **{setting: value})
        assert_one_line(ended.stderr, f"IMECE_{setting.upper()}")
        assert (ended.returncode, ended.stdout) == (2, "")

    @pytest.mark.parametrize("words", [("run",), ("invite",), ("match",), ("doctor",), ("report", "understanding")])
    @pytest.mark.parametrize(
        ("setting", "value"),
        [
            ("database_url", "postgresql+psycopg://["),
            ("database_url", "sqlite:////nowhere/at/all/imece.db"),
            ("database_url", "sqlite:///"),
            ("telegram_token", "not:a-token"),
        ],
    )
    def test_every_command_says_it_alike(
        self, tmp_path: Path, words: tuple[str, ...], setting: str, value: str
    ) -> None:
        ended = command(tmp_path, *words, **({"telegram_token": TOKEN} | {setting: value}))
        assert_one_line(ended.stderr, f"IMECE_{setting.upper()}")
        assert (ended.returncode, ended.stdout) == (2, "")

    def test_an_env_file_that_is_no_text_is_one_clear_line(self, tmp_path: Path) -> None:
        (tmp_path / ".env").write_bytes(b"IMECE_UNION_NAME=\xff\xfe")
        ended = command(tmp_path, "run", telegram_token=TOKEN)
        assert_one_line(ended.stderr, ".env")
        assert (ended.returncode, ended.stdout) == (2, "")

    def test_a_file_that_is_no_database_is_one_clear_line(self, tmp_path: Path) -> None:
        (tmp_path / "imece.db").write_text("merhaba " * 200)
        ended = command(tmp_path, "run", telegram_token=TOKEN, database_url="sqlite:///imece.db")
        assert_one_line(ended.stderr, "IMECE_DATABASE_URL")
        assert (ended.returncode, ended.stdout) == (2, "")

    @pytest.mark.parametrize("token", [None, ""])
    def test_without_a_token_it_says_where_to_get_one(self, tmp_path: Path, token: str | None) -> None:
        ended = command(tmp_path, "run", telegram_token=token)
        assert_one_line(ended.stderr, "IMECE_TELEGRAM_TOKEN")
        assert (ended.returncode, ended.stdout) == (2, "")

    def test_a_second_process_on_the_same_file_is_refused(self, telegram: LocalTelegram, tmp_path: Path) -> None:
        with imece(telegram, tmp_path) as bot:
            ended = command(tmp_path, "run", **bot.settings)
            assert_one_line(ended.stderr, "imece.db")
            assert (ended.returncode, ended.stdout) == (2, "")
            assert bot.end() == 0

    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
    def test_it_sets_up_its_database_and_ends_when_told_to(
        self, telegram: LocalTelegram, tmp_path: Path, how: signal.Signals
    ) -> None:
        somebody = Voice(telegram, "Ayşe")
        with imece(telegram, tmp_path) as bot:
            somebody.says("merhaba")
            somebody.hears("welcome.hello")
            assert bot.end(how) == 0
            assert bot.count(Person) == 1
            assert "Traceback" not in "".join(bot.logged)

    def test_no_token_is_ever_said(self, telegram: LocalTelegram, tmp_path: Path) -> None:
        somebody = Voice(telegram, "Ayşe")
        for status in (401, 404, 502):
            telegram.fails("getMe", status=status)
            telegram.fails("getUpdates", status=status)
            telegram.fails("sendMessage", status=status)
        telegram.fails("setMyCommands", "drop")
        with imece(telegram, tmp_path) as bot:
            somebody.says("merhaba")
            somebody.hears("welcome.hello")
            assert bot.end() == 0
            assert any("does not answer" in line for line in bot.logged)
            assert telegram.token.partition(":")[2] not in "".join(bot.logged)


class TestInvite:
    def test_the_link_makes_one_person_a_coordinator_once(self, telegram: LocalTelegram, tmp_path: Path) -> None:
        zeynep, mehmet = Voice(telegram, "Zeynep"), Voice(telegram, "Mehmet")
        with imece(telegram, tmp_path) as bot:
            ended = command(tmp_path, "invite", "coordinator", **bot.settings)
            address, _, word = ended.stdout.strip().partition("?start=")
            assert (address, ended.returncode) == ("https://t.me/imece_bot", 0)
            zeynep.says(f"/start {word}")
            zeynep.hears("welcome.coordinator")
            mehmet.says(f"/start {word}")
            mehmet.hears("welcome.link_spent")
            coordinators = {person.account for person in bot.kept.all(Person) if person.coordinator}
            assert coordinators == {zeynep.account}
            assert word not in [invitation.hash for invitation in bot.kept.all(Invitation)]
            assert bot.end() == 0

    def test_without_a_platform_it_gives_the_words_to_send(self, tmp_path: Path) -> None:
        ended = command(tmp_path, "invite", "coordinator")
        assert ended.stdout.startswith("/start ")
        assert (ended.returncode, ended.stderr) == (0, "")

    def test_nobody_is_made_a_mayor(self, tmp_path: Path) -> None:
        ended = command(tmp_path, "invite", "mayor")
        assert_one_line(ended.stderr, "invite coordinator")
        assert (ended.returncode, ended.stdout) == (2, "")


class TestReport:
    def test_how_well_messages_are_read_is_told_without_a_word_of_anybody(
        self, telegram: LocalTelegram, tmp_path: Path
    ) -> None:
        ayse = Voice(telegram, "Ayşe")
        with imece(telegram, tmp_path) as bot:
            ayse.says("Sıfır atık konusunda destek arıyoruz, online, haftaya salı. Ben Nilüfer Belediyesi'nden Ayşe")
            ayse.hears("need.confirm.ask")
            ayse.says("evet")
            ayse.hears("need.done")
            lines = command(tmp_path, "report", "understanding", "--json", **bot.settings).stdout
            table = command(tmp_path, "report", "understanding", **bot.settings).stdout
            assert bot.end() == 0
        told = {(line["slot"], line["language"]): line for line in map(json.loads, lines.splitlines())}
        assert told["topic", "tr"] == {
            "flow": "need", "slot": "topic", "language": "tr",
            "kept": 1, "edited": 0, "cleared": 0, "later": 0, "right": 1.0,
        }  # fmt: skip
        assert "topic" in table
        assert "sıfır" not in (lines + table).casefold()

    def test_nothing_counted_yet_is_no_error(self, tmp_path: Path) -> None:
        ended = command(tmp_path, "report", "understanding", "--json")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


class TestDoctor:
    def test_all_is_well_on_a_fresh_machine_and_nothing_is_left_behind(
        self, telegram: LocalTelegram, tmp_path: Path
    ) -> None:
        ended = self.asked(telegram, tmp_path)
        assert (ended.returncode, ended.stdout) == (0, "")
        assert "@imece_bot" in ended.stderr
        assert "✗" not in ended.stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_bot_at_work_is_nothing_ill(self, telegram: LocalTelegram, tmp_path: Path) -> None:
        with imece(telegram, tmp_path) as bot:
            ended = self.asked(telegram, tmp_path)
            assert "running on this database" in ended.stderr
            assert (ended.returncode, ended.stdout) == (0, "")
            assert bot.end() == 0

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            ({"telegram_token": None}, "IMECE_TELEGRAM_TOKEN is not set"),
            ({"telegram_token": TOKEN}, "refuses the token"),
            ({"telegram_url": "http://127.0.0.1:9"}, "does not answer"),
            ({"coordinator_chats": None}, "Nobody hears the alerts"),
            ({"organizer_email": None}, "IMECE_ORGANIZER_EMAIL"),
            ({"union_name": None}, "IMECE_UNION_NAME"),
        ],
    )
    def test_each_ailment_is_named(
        self, telegram: LocalTelegram, tmp_path: Path, more: dict[str, Any], said: str
    ) -> None:
        ended = self.asked(telegram, tmp_path, **more)
        (ill,) = (line for line in ended.stderr.splitlines() if "✗" in line)
        assert said in ill
        assert "Traceback" not in ended.stderr
        assert TOKEN not in ended.stderr
        assert (ended.returncode, ended.stdout) == (1, "")

    def test_a_webhook_of_another_program(self, telegram: LocalTelegram, tmp_path: Path) -> None:
        hook = {"url": "https://127.0.0.1:8443/left-behind"}
        httpx.post(f"{telegram.url}/bot{telegram.token}/setWebhook", json=hook, trust_env=False)
        ended = self.asked(telegram, tmp_path)
        telegram.platform.requests.clear()
        assert "by webhook" in ended.stderr
        assert ended.returncode == 1

    def asked(self, telegram: LocalTelegram, folder: Path, **more: Any) -> Any:
        settings = Imece(telegram, folder, coordinator_chats="5").settings | more
        return command(folder, "doctor", **settings)


class TestReplay:
    def test_without_any_need_nothing_changes(self, tmp_path: Path) -> None:
        ended = command(tmp_path, "match", "--replay")
        assert (ended.returncode, ended.stdout, ended.stderr.strip()) == (0, "", "Needs: 0.")

    @pytest.mark.parametrize("option", ["--topics", "--weights"])
    def test_a_file_that_is_none_is_one_clear_line(self, tmp_path: Path, option: str) -> None:
        (tmp_path / "wrong.json").write_text('[{"id": 1}]', encoding="utf-8")
        ended = command(tmp_path, "match", "--replay", option, "wrong.json")
        assert_one_line(ended.stderr, "wrong.json")
        assert (ended.returncode, ended.stdout) == (2, "")
