"""A pattern passed over is one that could not have matched."""

import json
import re
from itertools import compress
from pathlib import Path

import pytest

from conversations.understanding import days, hours
from conversations.understanding.gates import Gates, needed
from conversations.understanding.line import line

MESSAGES = Path(__file__).with_name("messages.jsonl")
PATTERNS = [pattern for pattern, _ in (*days.PATTERNS, *hours.PATTERNS)]


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        ("salı|cuma(?:ya)?", {"salı", "cuma"}),
        (r"(?:on )?[12]\d\.", {r"\d"}),
        (r"\b(?:bu|gelecek) ay", {"bu ay", "gelecek ay"}),
        (r"her\w* gun", {"her"}),
    ],
)
def test_a_pattern_needs_one_of_its_strings(pattern: str, strings: set[str]) -> None:
    assert strings in needed(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"\w+", "a?", "(?i:salı)", "(?:salı)?", "[^0-9]", r"\d*"])
def test_where_it_cannot_be_told_nothing_is_needed(pattern: str) -> None:
    assert needed(re.compile(pattern)) == ()


def test_no_message_is_kept_from_a_pattern_that_matches_it() -> None:
    texts = [json.loads(one)["text"] for one in MESSAGES.read_text("utf-8").splitlines()]
    plain = [line(text).plain for text in texts]
    gates, tried = Gates(PATTERNS), 0
    for each in plain:
        opened = gates.open(each)
        tried += sum(opened)
        shut = compress(PATTERNS, [not one for one in opened])
        assert not [pattern.pattern for pattern in shut if pattern.search(each)], each
    assert tried < len(plain) * len(PATTERNS) / 10
