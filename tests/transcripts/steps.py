"""What can happen in a story: what people do, and what befalls them."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Writes:
    who: str
    text: str
    group: bool = False


@dataclass(frozen=True)
class Floods:
    """Writes the same over and over, all at once."""

    who: str
    times: int
    text: str


@dataclass(frozen=True)
class Presses:
    who: str
    label: str
    group: bool = False
    old: bool = False
    twice: bool = False


@dataclass(frozen=True)
class Sends:
    """Something without words; a telephone card when `kind` is "contact"."""

    who: str
    kind: str
    words: str = ""


@dataclass(frozen=True)
class Edits:
    who: str
    text: str


@dataclass(frozen=True)
class Invited:
    """Opens the coordinators' link."""

    who: str


@dataclass(frozen=True)
class Blocks:
    who: str


@dataclass(frozen=True)
class Passes:
    time: timedelta


@dataclass(frozen=True)
class Away:
    """The bot is stopped for so long; nobody hears what is written meanwhile."""

    time: timedelta


@dataclass(frozen=True)
class Becomes:
    moment: datetime


@dataclass(frozen=True)
class Restarts:
    pass


@dataclass(frozen=True)
class ComesAgain:
    """The last message arrives a second time."""


Step = Writes | Floods | Presses | Sends | Edits | Invited | Blocks | Passes | Away | Becomes | Restarts | ComesAgain
