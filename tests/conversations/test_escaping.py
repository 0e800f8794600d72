"""Whatever a person writes or is called: in no text does it become markup, turn a line round or name a folder."""

import html
import re
from string import Formatter

import pytest

from bot.local.markup import read_html
from conversations.messages import Line
from conversations.values import Account
from conversations.wording import LANGUAGES, Reader, catalogue, file_name, label, safe, speak

HOSTILE = (
    '<b>bold</b> & <a href="tg://user?id=1">link</a>',
    '"><script>alert(1)</script>',
    "&lt;b&gt; &amp; &#x202e;",
    "{union} {0} %s {{x}}",
    "</b></i></a><pre>",
    "=HYPERLINK(1)",
    "שלום <i>abc</i>",
)
TURNING = "Ayşe\u202eeşyA\u2066x\u200f\u0000\u0007\u061c"
KEYS = sorted(catalogue("tr"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words_in_every_text(language: str, words: str) -> None:
    reader = Reader(language)
    for key in KEYS:
        gaps = {name for _, name, _, _ in Formatter().parse(catalogue(language)[key]) if name}
        if not gaps:
            continue
        said = speak(Line(key, dict.fromkeys(gaps, words)), reader)
        plain, marks = read_html(said)
        bare, ours = read_html(speak(Line(key, dict.fromkeys(gaps, "x")), reader))
        assert plain.replace("\u2068", "").replace("\u2069", "") == bare_with(key, language, words), key
        assert len(marks) == len(ours), key
        assert bare
        assert words in label(Line(key, dict.fromkeys(gaps, words)), reader).replace("\u2068", "").replace("\u2069", "")


def bare_with(key: str, language: str, words: str) -> str:
    """The text as its translator wrote it, with these very words in the gaps."""
    text = html.unescape(re.sub(r"</?[bi]>", "", catalogue(language)[key]))
    pieces = [literal + (words if name is not None else "") for literal, name, _, _ in Formatter().parse(text)]
    return "".join(pieces).strip()


def test_marks_that_turn_a_line_round_are_taken_out_and_other_scripts_kept_to_themselves() -> None:
    assert not set(safe(TURNING)) & set("\u202e\u2066\u200f\u0000\u0007\u061c")
    assert safe("محمد").startswith("\u2068")
    assert safe("محمد").endswith("\u2069")
    assert safe("\u2069محمد\u2069").count("\u2069") == 1


def test_an_account_s_name_and_number_open_nothing_else() -> None:
    said = speak(Line("answers.value", {"value": Account('1"><b>', "<i>Ayşe</i>")}), Reader("tr"))
    assert said == '<a href="account:1&quot;&gt;&lt;b&gt;">&lt;i&gt;Ayşe&lt;/i&gt;</a>'


@pytest.mark.parametrize(
    ("named", "saved"),
    [
        ("gorusme-2026-12-01.ics", "gorusme-2026-12-01.ics"),
        ("../../etc/passwd", "etc-passwd"),
        (".bashrc", "bashrc"),
        ("a/b\\c:d*e?.json", "a-b-c-d-e-.json"),
        ("Ayşe\u202efdp.exe", "Ayşefdp.exe"),
        ("x\r\nContent-Type: text/html", "x-Content-Type- text-html"),
        ("", "imece"),
        ("....", "imece"),
        ("x" * 300 + ".ics", "x" * 76 + ".ics"),
    ],
)
def test_a_download_has_a_name_and_no_more(named: str, saved: str) -> None:
    assert file_name(named) == saved
