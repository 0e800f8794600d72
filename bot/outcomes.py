"""What became of an attempt to send a message, in no platform's own words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """It arrived, and stands in its chat under this id of the platform's."""

    message: str | None = None


@dataclass(frozen=True)
class WordsSent:
    """The words of a message with a file have arrived; the file is still to come."""


@dataclass(frozen=True)
class NotNow:
    """It was certainly not sent and can be, later: after so many seconds if the platform said how many.

    `everywhere` means that nobody can be reached now, not only this chat.
    """

    seconds: float | None = None
    everywhere: bool = False


@dataclass(frozen=True)
class Uncertain:
    """It may have arrived: the answer was lost."""


@dataclass(frozen=True)
class Lost:
    """The bot cannot reach this chat any more: blocked, put out, or the account is gone."""


@dataclass(frozen=True)
class Migrated:
    """The group goes on under another address."""

    chat: str


@dataclass(frozen=True)
class NothingToEdit:
    """The message that was to be changed is not there any more, or cannot be changed."""


@dataclass(frozen=True)
class Refused:
    """The platform will never take this message: our fault. `why` holds the platform's words, never the message's."""

    why: str


Outcome = Sent | WordsSent | NotNow | Uncertain | Lost | Migrated | NothingToEdit | Refused
