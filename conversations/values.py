"""Values that stand in a message's gaps, spoken only when the reader's language and zone are known."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class TopicName:
    """A topic of the programme's list, by its id."""

    id: str


@dataclass(frozen=True)
class TownName:
    """A municipality, by its id: "Nilüfer", in `full` "Nilüfer Belediyesi"; `placed` adds where: "Nilüfer, Bursa".

    One that is called like its province is told from it by being said in full.
    """

    id: str
    full: bool = False
    placed: bool = False


@dataclass(frozen=True)
class At:
    """A moment, said as a day with its weekday and the hour in the reader's own zone."""

    moment: datetime


@dataclass(frozen=True)
class On:
    """A day with its weekday."""

    day: date


@dataclass(frozen=True)
class Month:
    """A month, by any of its days: "Aralık", "December"."""

    day: date


@dataclass(frozen=True)
class ZoneName:
    """Whose clock is meant, by the IANA name of its zone: "Berlin time"."""

    zone: str


@dataclass(frozen=True)
class Tongue:
    """A language, by its ISO code, said in the reader's."""

    code: str


@dataclass(frozen=True)
class Joined:
    """Several values in one line, between middle dots or what else `mark` says."""

    parts: tuple[object, ...]
    mark: str = " · "


@dataclass(frozen=True)
class Account:
    """A person by their account on the platform: their name, made a link that opens a chat with them."""

    account: str
    name: str
