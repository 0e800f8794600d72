"""Some sixty fictional experts of real municipalities: on the platform as people, in the database with their offers."""

import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.local.people import Person as OnPlatform
from bot.local.server import LocalTelegram
from bot.telegram.incoming import PLATFORM
from programme.municipality_list import municipality
from storage import people
from storage.tables import Offer

EXPERTS = Path(__file__).with_name("experts.csv")


@dataclass(frozen=True)
class Expert:
    """A row of the list, and that person's account on the platform. Who `declines` says no once, politely."""

    row: dict[str, str]
    account: OnPlatform

    @property
    def declines(self) -> bool:
        return self.row["answer"] == "declines"


def join(telegram: LocalTelegram) -> list[Expert]:
    """Let every expert of the list be on the platform; nobody plays them, so they have no sentences to try."""
    with EXPERTS.open(encoding="utf-8", newline="") as file:
        return [Expert(row, _on_platform(telegram, row)) for row in csv.DictReader(file)]


def keep(session: Session, experts: list[Expert], now: datetime) -> None:
    """Put the offers of all who are not known yet into the database."""
    for expert in experts:
        if people.find(session, PLATFORM, str(expert.account.id)) is None:
            _keep(session, expert, now)


def _on_platform(telegram: LocalTelegram, row: dict[str, str]) -> OnPlatform:
    town = municipality(row["municipality"])
    language = row["languages"].split("|")[0]
    return telegram.person(row["first_name"], language, last_name=row["last_name"], title=town.label(language))


def _keep(session: Session, expert: Expert, now: datetime) -> None:
    row, languages = expert.row, expert.row["languages"].split("|")
    person = people.add(session, PLATFORM, str(expert.account.id), languages[0], now)
    person.name = f"{row['first_name']} {row['last_name']}"
    person.municipality = row["municipality"]
    person.zone = municipality(person.municipality).zone
    person.noticed_at = now
    session.add(
        Offer(
            person=person,
            municipality=person.municipality,
            topics=[_topic(named) for named in row["topics"].split("|")],
            experience=row["experience"],
            format=row["format"],
            languages=languages,
            per_month=float(row["per_month"]),
            created_at=now,
        )
    )


def _topic(named: str) -> dict[str, str]:
    """ "own words=topic id" """
    words, _, topic = named.partition("=")
    return {"words": words, "topic": topic}
