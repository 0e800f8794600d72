"""Who is to be seen on the page: three people with phones, and the coordinators' group."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.local.people import Group, Person
from bot.local.server import LocalTelegram

PHONES = Path(__file__).with_name("phones.toml")


@dataclass(frozen=True)
class Cast:
    phones: tuple[Person, ...]
    coordinator: Person
    group: Group


def enter(telegram: LocalTelegram) -> Cast:
    """Let them be on the platform, always in the same order, so that a kept database knows them again."""
    cast = tomllib.loads(PHONES.read_text(encoding="utf-8"))
    phones = tuple(
        telegram.person(
            each["first_name"], each["language"], last_name=each["last_name"], title=each["title"], chips=each["chips"]
        )
        for each in cast["phones"]
    )
    group = cast["group"]
    coordinator = telegram.person(group["first_name"], "tr", last_name=group["last_name"])
    return Cast(phones, coordinator, telegram.group(group["title"], [coordinator]))
