"""What the edge asks of the conversations: functions handed in by whoever starts the bot, `TURNS` for the real ones."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from conversations.clock import ring
from conversations.menu import commands
from conversations.messages import Incoming
from conversations.outage import missed
from conversations.reach import lost, moved, undelivered
from conversations.turn import apologise, slow_down, spoils, take_turn
from conversations.wording import catalogue
from programme.settings import Settings
from storage import retention
from storage.hearing import Lost
from storage.tables import Message, Timer


class Lose(Protocol):
    def __call__(self, session: Session, platform: str, chat: str, now: datetime, settings: Settings) -> None: ...


class Move(Protocol):
    def __call__(
        self, session: Session, platform: str, old_chat: str, new_chat: str, now: datetime, settings: Settings
    ) -> None: ...


@dataclass(frozen=True)
class Turns:
    """Each writes in the session it is given and commits nothing."""

    take: Callable[[Session, Incoming, Settings], None]
    """One turn: answers what came in, once for its key."""
    apologise: Callable[[Session, Incoming, str, Settings], None]
    """What came in could not be answered; the trace finds the fault in the log."""
    spoils: Callable[[Session, str, str, datetime, Settings], None]
    """Something came in (key, trace) that cannot even be read."""
    ring: Callable[[Session, Timer, datetime, Settings], None]
    """What was promised for now."""
    lost: Lose
    """This chat cannot be reached any more."""
    moved: Move
    """This group goes on elsewhere."""
    undelivered: Callable[[Session, Message, datetime, Settings], None]
    """This message was given up."""
    commands: Callable[[str], list[tuple[str, str]]]
    """The commands of a language, with what each does."""
    missed: Callable[[Session, str, Lost, datetime, Settings], None]
    """What people wrote on this platform in that time never came."""
    describe: Callable[[str, str], str]
    """The words of this language for this key."""
    slow_down: Callable[[Session, Incoming, Settings], None]
    """Too much came from one person at once; said once, and what follows is not looked at."""
    begin: Callable[[Session, datetime], None] = lambda session, now: None
    """The bot starts: what comes back by itself is promised."""


TURNS = Turns(
    take=take_turn,
    apologise=apologise,
    slow_down=slow_down,
    spoils=spoils,
    ring=ring,
    lost=lost,
    moved=moved,
    undelivered=undelivered,
    commands=commands,
    missed=missed,
    describe=lambda language, key: catalogue(language)[key],
    begin=retention.begin,
)
"""The conversations, as they are."""
