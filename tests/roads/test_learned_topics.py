"""`main.py topics`: what is corrected or forgotten on the command line is known by the bot that runs beside it."""

import json
from pathlib import Path

import pytest

from bot.local.server import LocalTelegram
from tests.roads.running import assert_one_line, command, imece
from tests.roads.voices import Voice

pytestmark = pytest.mark.road

ODD = "robot süpürge"
SENTENCE = f"Nilüfer Belediyesi olarak {ODD} konusunda deneyimli bir belediye arıyoruz, online, cuma günleri"


def test_a_running_bot_knows_of_a_correction_at_once_and_of_its_end(telegram: LocalTelegram, tmp_path: Path) -> None:
    with imece(telegram, tmp_path) as bot:
        ayse, mehmet = Voice(telegram, "Ayşe"), Voice(telegram, "Mehmet")
        ended = command(tmp_path, "topics", "correct", ODD, "waste", **bot.settings)
        assert (ended.returncode, ended.stdout) == (0, "")
        ayse.says(SENTENCE)
        ayse.sees("Atık yönetimi (")
        ended = command(tmp_path, "topics", "forget", "robot süpürgeler", **bot.settings)
        assert_one_line(ended.stderr, "robot supurge")
        mehmet.says(SENTENCE)
        mehmet.hears("readers.topic.did_you_mean")
        assert bot.end() == 0


def test_what_was_learned_is_listed_with_where_it_comes_from(tmp_path: Path) -> None:
    assert "Nothing" in command(tmp_path, "topics", "learned").stdout
    command(tmp_path, "topics", "correct", ODD, "waste")
    (line,) = command(tmp_path, "topics", "learned", "--json").stdout.splitlines()
    row = json.loads(line)
    assert (row["words"], row["topic"], row["corrections"], row["people"]) == ("robot supurge", "waste", 1, 0)
    shown = command(tmp_path, "topics", "learned").stdout
    assert "robot supurge" in shown
    assert "corrections 1" in shown
    command(tmp_path, "topics", "forget", str(row["id"]))
    assert command(tmp_path, "topics", "learned", "--json").stdout == ""


@pytest.mark.parametrize(
    ("words", "naming"),
    [
        (("correct", ODD, "no_such_topic"), "no_such_topic"),
        (("correct", "sıfır atık", "parks"), "name another topic"),
        (("forget", ODD), ODD),
    ],
)
def test_what_cannot_be_is_one_clear_line(tmp_path: Path, words: tuple[str, ...], naming: str) -> None:
    ended = command(tmp_path, "topics", *words)
    assert_one_line(ended.stderr, naming)
    assert (ended.returncode, ended.stdout) == (2, "")
