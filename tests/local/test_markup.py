from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.found import find_entities
from bot.local.markup import Unreadable, read_html, utf16


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("düz yazı", "düz yazı", []),
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
        ("👋 <i>b</i>", "👋 b", [("italic", 3, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("&lt;b&gt; &amp; &quot;x&quot; &#304;&#x131;", '<b> & "x" İı', []),
        ("&nbsp;&hellip;", "&nbsp;&hellip;", []),
        ("<b></b>a", "a", []),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("a > b", "a > b", []),
        ("<s>a</s><u>b</u><code>c</code>", "abc", [("strikethrough", 0, 1), ("underline", 1, 1), ("code", 2, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("<a>example.org</a> <a>👋</a>", "example.org 👋", [("text_link", 0, 11)]),
        ("<pre>a<code>b</code></pre>", "ab", [("pre", 0, 2), ("code", 1, 1)]),
    ],
)
def test_it_reads_the_words_and_their_marks(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    seen, marks = read_html(html)
    assert seen == text
    assert [(mark["type"], mark["offset"], mark["length"]) for mark in marks] == entities


@pytest.mark.parametrize(
    ("html", "mark"),
    [
        (
            '<a href="https://example.org/?a=1&amp;b=2">x</a>',
            {"type": "text_link", "url": "https://example.org/?a=1&b=2"},
        ),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
        ('<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', {"custom_emoji_id": "5368324170671202286"}),
        (
            '<tg-time unix="1647531900" format="wDT">x</tg-time>',
            {"type": "date_time", "unix_time": 1647531900, "date_time_format": "wDT"},
        ),
    ],
)
def test_marks_carry_what_they_point_to(html: str, mark: dict[str, object]) -> None:
    _, (found,) = read_html(html)
    assert found == {"type": found["type"], "offset": 0, "length": 1, **mark}


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("ü<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href=", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_it_says_why_it_cannot_read(html: str, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_html(html)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("/ihtiyac@imece_bot", [("bot_command", 0, 18)]),
        ("1/2 ya da a/b", []),
        ("👋 https://example.org/x.", [("url", 3, 21)]),
        ("ayse@example.org", [("email", 0, 16)]),
        ("@imece_bot merhaba", [("mention", 0, 10)]),
    ],
)
def test_it_finds_commands_and_addresses_by_itself(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in find_entities(text)] == found


@given(st.text())
def test_escaped_words_come_out_as_they_were(words: str) -> None:
    assert read_html(f"<b>{escape(words)}</b>")[0] == words.strip()


@given(st.text(alphabet="<>/abi &;#lt=\"'👋ğ ", max_size=40))
def test_it_reads_or_says_why_not(html: str) -> None:
    try:
        text, marks = read_html(html)
    except Unreadable:
        return
    assert all(0 <= mark["offset"] < mark["offset"] + mark["length"] <= utf16(text) for mark in marks)
