"""Somebody who talks to the bot in one language and knows its texts by their keys in the catalogue."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.local.people import Person, Seen
from bot.local.server import LocalTelegram
from conversations.wording import catalogue

PATIENCE = 90.0
"""Seconds that a person waits for an answer, killed bots and busy queues included."""
GAP_OR_TAG = re.compile(r"\{\w+\}|<[^>]*>|\n")
TIME = re.compile(r"proposal:\d+\|\w+\|t(\d+)")

Fits = str | Callable[[Seen], bool]


def said(key: str, language: str) -> str:
    """The longest stretch of this text that has no gap in it."""
    return max(GAP_OR_TAG.split(catalogue(language)[key]), key=len).strip()


def times_of(seen: Seen) -> list[tuple[int, str]]:
    """The times a card offers: seconds since 1970, and what a press on each sends."""
    data = [button.get("callback_data", "") for row in seen.rows for button in row]
    return [(int(time[1]), one) for one in data if (time := TIME.fullmatch(one))]


@dataclass(frozen=True)
class Says:
    """Whether a message has one of these stretches in it."""

    words: tuple[str, ...]

    def __call__(self, seen: Seen) -> bool:
        return any(words in seen.text for words in self.words)


class Voice:
    def __init__(self, telegram: LocalTelegram, first_name: str, language: str = "tr", **more: object) -> None:
        self.person: Person = telegram.person(first_name, language, **more)
        self.language = language

    @property
    def account(self) -> str:
        return str(self.person.id)

    def says(self, *lines: str) -> None:
        for line in lines:
            self.person.says(line)

    def hears(self, *keys: str) -> Seen:
        """The next message that has one of these texts in it, however long the bot is away meanwhile."""
        return self.person.wait_for(Says(tuple(said(key, self.language) for key in keys)), PATIENCE)

    def sees(self, fits: Fits) -> Seen:
        return self.person.wait_for(fits, PATIENCE)

    def gets_file(self) -> Seen:
        return self.sees(lambda seen: seen.document is not None)

    def presses(self, key: str, seen: Seen | None = None) -> None:
        """The button with this label, on the newest message that has it unless one is given."""
        self.person.presses(catalogue(self.language)[key], seen)

    def answers(self, key: str, words: str) -> Seen:
        """Wait for this question, then answer it in words."""
        seen = self.hears(key)
        self.says(words)
        return seen

    def taps(self, key: str, label: str) -> Seen:
        """Wait for this question, then answer it with a button."""
        seen = self.hears(key)
        self.presses(label, seen)
        return seen

    def picks(self, card: Seen, time: int | None = None) -> int:
        """Press a time of this card, the first unless one is named; which it was."""
        offered = times_of(card)
        at, data = next(one for one in offered if time in (None, one[0]))
        self.person.press_data(card, data)
        return at

    def sees_times(self) -> Seen:
        """The next card that offers times."""
        return self.sees(lambda seen: bool(times_of(seen)))
