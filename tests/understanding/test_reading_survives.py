"""Whatever is typed is read without an exception and without hanging."""

import io
import json
import time
from datetime import datetime
from itertools import cycle
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.understanding import read
from conversations.understanding.lines import Unreadable, understand_lines
from conversations.understanding.read import ASKED
from conversations.understanding.spelling import mended
from programme.topics import Topics
from programme.words import tokens
from tests.understanding.mutated import mutated

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Europe/Istanbul"))
WORDS = [
    "haftaya",
    "salı",
    "konusunda",
    "arıyoruz",
    "ayda",
    "iki",
    "online",
    "yüz",
    "yüze",
    "14:00",
    "2",
    "Aralık",
    "olmasın",
    "pardon",
    "Nilüfer",
    "Belediyesi'nden",
    "before",
    "30",
    "June",
    "between",
    "9",
    "and",
    "not",
    "except",
    "her",
    "gün",
    "31.02",
    "99:99",
    "İ",
    "ı",
    "ß",
    "ﬁ",
    "\u202e",
    "\u200f",
    "<b>&amp;",
    "👍🏽",
    "½",
    "٣",
    ".,;:-–'’\n",
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)),
    pending=st.sampled_from([None, *sorted(ASKED)]),
)
def test_nothing_typed_makes_it_fail(text: str, pending: str | None) -> None:
    said = read(text, now=NOW, pending=pending)
    assert said.intent
    json.dumps(said.to_json())
    assert all(0 <= t.start < t.end <= len(text) and text[t.start : t.end] == t.text for t in said.topics)


def test_mutated_messages_are_read_all_the_same() -> None:
    """A hundred thousand of them: benchmarks/fuzz.py."""
    lines = (Path(__file__).parent / "messages.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    askings = cycle([None, None, *sorted(ASKED)])
    for text, pending in zip(mutated(texts, 400, seed=3), askings, strict=False):
        said = read(text, now=NOW, pending=pending)
        assert all(text[t.start : t.end] == t.text for t in said.topics), text
        json.dumps(said.to_json())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a" * 4096,
        "1" * 4096,
        "1 " * 2048,
        "salı " * 800,
        "2 Aralık, " * 400,
        "konusunda " * 400,
        "not " * 1000,
        "ayda iki " * 450,
        "-" * 4096,
        "'" * 4096,
        "ve ya da or and , " * 220,
        "belediye " * 450,
        "\u202e\u200f" * 2000,
        "x" * 100_000,
    ],
)
def test_long_and_repeated_words_are_read_soon(text: str) -> None:
    Topics.load()
    read("merhaba", now=NOW)
    started = time.perf_counter()
    read(text, now=NOW)
    assert time.perf_counter() - started < 3


def test_a_line_that_cannot_be_read_gives_an_error_and_is_counted() -> None:
    unreadable = Unreadable()
    lines = io.StringIO('{"text": "merhaba"}\nnot json\n{"no": "text"}\n[1]\n{"text": "x", "now": "yesterday"}\n')
    answers = [json.loads(line) for line in understand_lines(lines, unreadable=unreadable)]
    assert answers[0] == {"lang": "tr", "intent": "smalltalk", "topics": []}
    assert ["error" in answer for answer in answers] == [False, True, True, True, True]
    assert unreadable.count == 4


def test_no_word_of_the_programmes_topics_is_taken_for_a_slip() -> None:
    words = {word for topic in Topics.load() for said in topic.names() for word in tokens(said)}
    slips = {word: mended(word) for word in words if mended(word) != word}
    assert len(slips) < 30, slips
