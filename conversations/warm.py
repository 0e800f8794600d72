"""Reads every list and catalogue before the first message, so that nobody waits for them."""

from datetime import UTC, datetime

from conversations.flows import flows
from conversations.understanding import read
from conversations.wording import LANGUAGES, catalogue
from programme.topics import Topics

_ANY = "Nilüfer Belediyesi olarak sıfır atık konusunda destek arıyoruz, 3 Aralık salı öğleden sonra"


def up() -> None:
    """Takes seconds the first time in a process, nothing after it."""
    flows()
    for language in LANGUAGES:
        catalogue(language)
    read(_ANY, now=datetime(2026, 11, 23, 9, tzinfo=UTC))
    Topics.load().find(_ANY)
