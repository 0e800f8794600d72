"""What messages of many hands are for, from intents.txt; a third of its lines is held out from tuning."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conversations.understanding import read

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Europe/Istanbul"))
HEADING = re.compile(r"\[(?P<intent>[\w:]+)(?:, after (?P<pending>\w+))?(?P<tuned>, tuned)?]")


def _lines() -> list[tuple[str, str | None, str, bool]]:
    """Intent, what was asked, the message, and whether it is held out."""
    out: list[tuple[str, str | None, str, bool]] = []
    intent, pending, tuned, count = "", None, False, 0
    for line in (Path(__file__).parent / "intents.txt").read_text("utf-8").splitlines():
        if heading := HEADING.fullmatch(line):
            intent, pending, tuned, count = heading["intent"], heading["pending"], bool(heading["tuned"]), 0
        elif line and not line.startswith("#"):
            out.append((intent, pending, line, count % 3 == 2 and not tuned))
            count += 1
    return out


LINES = _lines()


@pytest.mark.parametrize(("held_out", "at_least"), [(False, 0.98), (True, 0.92)])
def test_intents_are_read_right(held_out: bool, at_least: float) -> None:
    asked = [(intent, pending, text) for intent, pending, text, held in LINES if held == held_out]
    misread = [text for intent, pending, text in asked if read(text, now=NOW, pending=pending).intent != intent]
    assert 1 - len(misread) / len(asked) >= at_least, misread if not held_out else len(misread)


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("valla çok verimli geçti, ellerinize sağlık", 5),
        ("it was all right, nothing special", 3),
        ("açıkçası zaman kaybıydı", 1),
        ("pek işimize yaramadı", 2),
        ("çok iyi değildi", 2),
        ("hiç fena değildi", 3),
        ("iyiydi", 4),
        ("useful, thanks", 4),
        ("We learned a lot, thank you", 5),
        ("dört verelim", 4),
        ("it wasn't bad", 3),
        ("tam bir rezaletti", 1),
    ],
)
def test_a_meeting_is_rated_in_words(text: str, rating: int) -> None:
    assert read(text, now=NOW, pending="feedback").rating == rating
