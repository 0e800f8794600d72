"""Values in the gaps of texts: escaped, kept to themselves, said in the reader's language and by the reader's clock."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from conversations.messages import Line
from conversations.values import Account, At, Joined, On, Tongue, TopicName, TownName
from conversations.wording import NoSuchText, Reader, exists, label, safe, speak, spoken
from programme.times import Times, Window

TR, EN, BERLIN = Reader("tr"), Reader("en"), Reader("en", "Europe/Berlin")
TUESDAY = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"),
        ("\"tek\" 'çift'", "\"tek\" 'çift'"),
        ("a\u202eb\u200bc\ufeff", "abc"),
        ("a\x00\x1b[31mb", "a[31mb"),
        ("iki\nsatır", "iki\nsatır"),
        ("شكرا", "\u2068شكرا\u2069"),
        ("שלום <b>", "\u2068שלום &lt;b&gt;\u2069"),
        ("{town}", "{town}"),
        ("👍🏽", "👍🏽"),
        ("", ""),
    ],
)
def test_a_persons_words_are_shown_and_never_obeyed(words: str, shown: str) -> None:
    assert safe(words) == shown


@pytest.mark.parametrize(
    ("value", "tr", "en"),
    [
        (At(TUESDAY), "1 Aralık Salı 14:00", "Tuesday 1 December 14:00"),
        (On(date(2026, 12, 1)), "1 Aralık Salı", "Tuesday 1 December"),
        (Tongue("en"), "İngilizce", "English"),
        (Tongue("xx"), "xx", "xx"),
        (2, "2", "2"),
        (2.0, "2", "2"),
        (0.5, "0,5", "0.5"),
        (1234, "1.234", "1,234"),
        (["a", "b", "c"], "a, b ve c", "a, b and c"),
        (("a",), "a", "a"),
        (Joined(("a", 1)), "a · 1", "a · 1"),
        (TopicName("recycling"), "Geri dönüşüm ve sıfır atık", "Recycling and zero waste"),
        (TownName("bursa/nilufer"), "Nilüfer", "Nilüfer"),
        (TownName("bursa/nilufer", full=True), "Nilüfer Belediyesi", "Nilüfer Municipality"),
        (TownName("bursa/nilufer", placed=True), "Nilüfer, Bursa", "Nilüfer, Bursa"),
        (Account("7", "<Ayşe>"), '<a href="account:7">&lt;Ayşe&gt;</a>', '<a href="account:7">&lt;Ayşe&gt;</a>'),
        (Account("7", ""), '<a href="account:7">7</a>', '<a href="account:7">7</a>'),
    ],
)  # fmt: skip
def test_a_value_is_said_in_both_languages(value: Any, tr: str, en: str) -> None:
    assert (spoken(value, TR), spoken(value, EN)) == (tr, en)


@pytest.mark.parametrize(
    ("moment", "reader", "said"),
    [
        (TUESDAY, BERLIN, "Tuesday 1 December 12:00 (Berlin time)"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), BERLIN, "Thursday 2 July 00:30 (Berlin time)"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), TR, "2 Temmuz Perşembe 01:30"),
        (TUESDAY, Reader("tr", "America/New_York"), "1 Aralık Salı 06:00 (New York saatiyle)"),
    ],
)
def test_a_moment_is_said_by_the_readers_own_clock(moment: datetime, reader: Reader, said: str) -> None:
    assert spoken(At(moment), reader) == said


@pytest.mark.parametrize("value", [None, True, object(), datetime(2026, 12, 1, tzinfo=UTC)])
def test_what_has_no_words_is_our_fault(value: Any) -> None:
    with pytest.raises(TypeError):
        spoken(value, TR)


def test_a_key_without_words_is_our_fault() -> None:
    assert not exists("need.nothing")
    with pytest.raises(NoSuchText):
        speak(Line("need.nothing"), TR)


def test_a_label_has_no_markup_and_nothing_escaped() -> None:
    line = Line("answers.item", {"label": "A&B", "value": "<x>"})
    assert speak(line, TR) == "<b>A&amp;B:</b> &lt;x&gt;"
    assert label(line, TR) == "A&B: <x>"


DAYS = Window("days", ("2026-12-01", "2026-12-02", "2026-12-03"))


@pytest.mark.parametrize(
    ("times", "tr", "en"),
    [
        (Times(), "mesai saatlerinde herhangi bir gün", "any day in working hours"),
        (Times((Window("days", ("2026-12-01",), "13:00", "18:00"),)),
         "1 Aralık Salı 13:00-18:00", "Tuesday 1 December 13:00-18:00"),
        (Times((DAYS,)), "1-3 Aralık", "1-3 December"),
        (Times((Window("days", ("2026-12-04", "2026-12-07")),)), "4-7 Aralık", "4-7 December"),
        (Times((Window("days", ("2026-12-01", "2026-12-08")),)), "1 Aralık Salı ve 8 Aralık Salı",
         "Tuesday 1 December and Tuesday 8 December"),
        (Times((Window("weekly", ("thu", "tue"), "09:00", "12:00"),)), "her salı ve perşembe 09:00-12:00",
         "every Tuesday and Thursday 09:00-12:00"),
        (Times((Window("weekly", ("mon",)), Window("weekly", ("fri",)))), "her pazartesi ve cuma",
         "every Monday and Friday"),
    ],
)  # fmt: skip
def test_times_are_said_shortly(times: Times, tr: str, en: str) -> None:
    assert (spoken(times, TR), spoken(times, EN)) == (tr, en)


@pytest.mark.parametrize("reader", [TR, EN])
def test_limits_and_exceptions_are_said_too(reader: Reader) -> None:
    said = spoken(
        Times((DAYS,), (Window("weekly", ("wed",)),), date(2026, 12, 1), date(2026, 12, 31)),
        reader,
    )
    assert said.count(";") == 3
    assert "31" in said
