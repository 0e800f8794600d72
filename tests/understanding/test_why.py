"""Every result can say why: which words of the message led to which field."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from conversations.understanding import Reading, read

MESSAGES = [json.loads(line) for line in (Path(__file__).parent / "messages.jsonl").read_text("utf-8").splitlines()]
NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Europe/Istanbul"))


def heard(message: dict[str, Any]) -> Reading:
    return read(message["text"], now=datetime.fromisoformat(message["now"]), pending=message["pending"])


def unexplained(said: Reading) -> set[str]:
    fields = {name for name, value in said.to_json().items() if value}
    fields |= {name for name in ("name", "email", "phone") if getattr(said, name)}
    return fields - {"lang", "intent"} - {slot for slot, _ in said.why}


def test_every_field_of_every_message_has_words_that_led_to_it() -> None:
    wrong = {message["text"]: left for message in MESSAGES if (left := unexplained(heard(message)))}
    assert not wrong


def test_the_words_are_the_persons_own() -> None:
    for message in MESSAGES:
        assert all(words in message["text"] for _, words in heard(message).why), message["text"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("komşum kaçak kat çıkıyor şikayet etmek istiyorum", ("intent", "komşum")),
        ("İNGİLİZCE DEVAM EDELİM", ("lang_to", "İNGİLİZCE DEVAM")),
        ("Merhaba", ("intent", "Merhaba")),
        ("Kompost için destek arıyoruz, 15 Aralık'a kadar", ("deadline", "15 Aralık'a")),
        ("Kompost için destek arıyoruz, haftaya ama cuma olmasın", ("exclude", "cuma")),
        ("Kompost için destek arıyoruz, Tire Belediyesi ile görüşelim", ("target_municipality", "Tire Belediyesi")),
    ],
)
def test_which_words_led_to_what(text: str, why: tuple[str, str]) -> None:
    assert why in read(text, now=NOW).why


@pytest.mark.parametrize(
    ("text", "pending", "why"),
    [
        ("hayır, olmaz", "confirm", ("yes_no", "hayır")),
        ("bence 5 üzerinden 4", "feedback", ("rating", "5 üzerinden 4")),
        ("we'll take it from here ourselves", "followup", ("followup", "take it from here")),
        ("benim için fark etmez", "time", ("windows", "fark etmez")),
        ("3", "capacity", ("capacity_per_month", "3")),
    ],
)
def test_which_words_answered(text: str, pending: str, why: tuple[str, str]) -> None:
    assert why in read(text, now=NOW, pending=pending).why
