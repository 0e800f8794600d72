"""Commands by stroke and by word, in both languages, whatever the keyboard makes of İ and ı."""

import pytest

from conversations import menu
from conversations.understanding import read
from tests.conversations.world import MONDAY, World, words


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("/start", ("start", "")),
        ("/start abc-_123", ("start", "abc-_123")),
        ("/ihtiyac", ("need", "")),
        ("/ihtiyaç", ("need", "")),
        ("/İHTİYAÇ", ("need", "")),
        ("/IHTIYAC", ("need", "")),
        ("/need", ("need", "")),
        ("/teklif", ("offer", "")),
        ("/İptal", ("cancel", "")),
        ("/dil en", ("language", "en")),
        ("/yardım\nlütfen", ("help", "lütfen")),
        ("/bilinmeyen", ("help", "")),
        ("/", ("help", "")),
        ("need", None),
        (" /need", None),
        ("", None),
    ],
)
def test_a_command_by_its_stroke(typed: str, command: tuple[str, str] | None) -> None:
    assert menu.named(typed) == command


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("yardım", "help"),
        ("YARDIM", "help"),
        ("help", "help"),
        ("iptal", "cancel"),
        ("İPTAL", "cancel"),
        ("geri", "back"),
        ("back", "back"),
        ("durum", "status"),
        ("koordinatör", "human"),
        ("English please", "en"),
        ("Türkçe yazalım", "tr"),
        ("verilerimi sil", "delete"),
        ("delete my data", "delete"),
        ("atla", None),
        ("sıfır atık konusunda destek arıyoruz", None),
    ],
)
def test_a_command_in_words(typed: str, command: str | None) -> None:
    assert menu.meant(read(typed, now=MONDAY)) == command


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_listed_command_is_one_a_platform_takes(language: str) -> None:
    for name, about in menu.commands(language):
        assert name.isascii()
        assert name.islower()
        assert len(name) <= 32
        assert menu.named(f"/{name}") != ("help", "") or name in ("yardim", "help")
        assert about


def test_no_name_means_two_commands() -> None:
    names = [name for command in menu.COMMANDS for name in command.names]
    assert len(names) == len(set(names))


def test_every_command_does_something(world: World) -> None:
    for command in menu.COMMANDS:
        for name in command.names:
            assert world.says("1", f"/{name}"), name


def test_the_same_command_twice_is_one_conversation(world: World) -> None:
    world.says("1", "/need")
    world.says("1", "sıfır atık")
    asked = words(world.says("1", "/need"), "1")
    assert "umuyorsunuz" in asked, "goes on where it was"
    world.says("1", "/offer")
    world.says("1", "/need")
    world.says("1", "iptal")
    assert world.person("1").draft is not None, "the offer"
    world.says("1", "iptal")
    assert world.person("1").draft is None
