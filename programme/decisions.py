"""What a person decided: the ends that conversations come to, before anything is changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal


@dataclass(frozen=True)
class Introduce:
    """This is who I am."""

    name: str | None
    municipality: str | None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class RecordNeed:
    """This is what we seek; with a number, that earlier need is changed. JSON as storage.tables.Need keeps it."""

    who: Introduce
    words: str
    topics: tuple[str, ...]
    goal: str | None
    format: str
    place: str | None
    times: dict[str, Any] | None
    languages: tuple[str, ...]
    number: int | None = None
    read: tuple[str, ...] = ()
    """Slots read from words and kept as they were read."""


@dataclass(frozen=True)
class RecordOffer:
    """This is what I can share; with a number, that earlier offer is changed."""

    who: Introduce
    topics: tuple[dict[str, Any], ...]
    experience: str | None
    format: str
    place: str | None
    times: dict[str, Any] | None
    languages: tuple[str, ...]
    per_month: float
    number: int | None = None
    read: tuple[str, ...] = ()
    """As in RecordNeed."""


@dataclass(frozen=True)
class Pause:
    """Nothing for this need or offer until a day; without a day, until I write."""

    what: Literal["need", "offer"]
    number: int
    until: date | None


@dataclass(frozen=True)
class Resume:
    what: Literal["need", "offer"]
    number: int


@dataclass(frozen=True)
class Withdraw:
    what: Literal["need", "offer"]
    number: int


@dataclass(frozen=True)
class PickTime:
    """This proposed time suits me."""

    proposal: int
    start: datetime


@dataclass(frozen=True)
class AskAnotherTime:
    """Could we meet then instead?"""

    proposal: int
    start: datetime


@dataclass(frozen=True)
class Decline:
    """Not me. `until` says for how long nothing more should come: this once, this month, until I write.

    `last` is the last day without anything, where the person named one.
    """

    proposal: int
    until: Literal["once", "month", "open"]
    reason: str | None = None
    last: date | None = None


@dataclass(frozen=True)
class GiveContact:
    """How the other side may reach me; then the yes that had to wait for it."""

    email: str | None
    phone: str | None
    then: PickTime | AskAnotherTime


@dataclass(frozen=True)
class GiveLink:
    """Where the meeting is held online."""

    meeting: int
    link: str


@dataclass(frozen=True)
class AnswerProposal:
    """These words were meant for that proposal."""

    proposal: int
    words: str


@dataclass(frozen=True)
class Erase:
    """Everything about me, or a copy of it first, or nothing after all.

    `open` (references) and `coming` (starts) are what was said to end with it.
    """

    way: Literal["delete", "copy", "keep"]
    open: tuple[str, ...]
    coming: tuple[str, ...]


@dataclass(frozen=True)
class Begin:
    """This is what those words were about."""

    flow: Literal["need", "offer"]
    words: str


@dataclass(frozen=True)
class Report:
    """The other side of this proposal did what a coordinator should look at."""

    proposal: int


Decision = (
    Introduce
    | RecordNeed
    | RecordOffer
    | Pause
    | Resume
    | Withdraw
    | PickTime
    | AskAnotherTime
    | Decline
    | GiveContact
    | GiveLink
    | AnswerProposal
    | Erase
    | Begin
    | Report
)
