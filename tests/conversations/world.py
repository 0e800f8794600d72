"""People who write to the bot, and the moment they do it at: turns and timers driven as the edge drives them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from conversations import clock
from conversations.messages import Address, Incoming, Press, Text, What
from conversations.turn import take_turn
from programme.settings import Settings
from storage import people, timers
from storage.tables import Message, Person

MONDAY = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
GROUP = "-100"


def settings_of_the_tests(**others: Any) -> Settings:
    chosen: dict[str, Any] = {
        "coordinator_chats": GROUP,
        "confirm_people": False,
        "meeting_link": "https://meet.example/{code}",
        "union_name": "Örnek Birliği",
    }
    return Settings(_env_file=None, **(chosen | others))


@dataclass(frozen=True)
class Button:
    """A button as it was shown: in which chat, on which message, with which words."""

    chat: str
    message: str
    label: str
    press: Press


@dataclass
class World:
    """`bind` is a database, or a connection in whose transaction every turn becomes a savepoint."""

    bind: Engine | Connection
    settings: Settings = field(default_factory=settings_of_the_tests)
    now: datetime = MONDAY
    turns: int = 0
    seen: int = 0
    """The last message that was looked at."""
    buttons: list[Button] = field(default_factory=list)
    """Every button ever shown, oldest first."""
    languages: dict[str, str] = field(default_factory=dict)

    def session(self) -> Session:
        return Session(self.bind, join_transaction_mode="create_savepoint", expire_on_commit=False)

    def does(self, who: str, what: What, *, chat: str | None = None, message: str | None = None) -> list[Message]:
        """Somebody does something, in private unless in a `chat`; what is said thereupon, to anybody."""
        self.turns += 1
        self.now += timedelta(seconds=20)
        address = Address("telegram", chat or who)
        language = self.languages.get(who, "tr")
        incoming = Incoming(
            f"test:{self.turns}", address, who, self.now, what, chat is None, "Deniz", language, message
        )
        return self.take(incoming)

    def take(self, incoming: Incoming) -> list[Message]:
        with self.session() as session, session.begin():
            take_turn(session, incoming, self.settings)
        return self.news()

    def says(self, who: str, text: str) -> list[Message]:
        return self.does(who, Text(text))

    def presses(self, who: str, label: str) -> list[Message]:
        """The newest button of this person whose label holds these words."""
        return self.press(who, next(one for one in reversed(self.buttons) if one.chat == who and label in one.label))

    def press(self, who: str, button: Button) -> list[Message]:
        chat = None if button.chat == who else button.chat
        return self.does(who, button.press, chat=chat, message=button.message)

    def passes(self, **time: float) -> list[Message]:
        """Time passes, and what falls due in it happens at its moment."""
        until = self.now + timedelta(**time)
        with self.session() as session:
            while True:
                with session.begin():
                    timer = timers.next_due(session, until)
                    if timer is None:
                        break
                    self.now = max(self.now, timer.due_at)
                    clock.ring(session, timer, self.now, self.settings)
                    timer.status = "fired"
        self.now = until
        return self.news()

    def news(self) -> list[Message]:
        """What was said since this was last asked; all of it arrives."""
        with self.session() as session, session.begin():
            said = list(session.scalars(select(Message).where(Message.id > self.seen).order_by(Message.id)))
            for message in said:
                message.status = "sent"
                message.platform_message = message.target if message.kind == "edit" else str(message.id)
                self.seen = message.id
                self.buttons += shown(message)
        return said

    def person(self, account: str) -> Person:
        with self.session() as session:
            found = people.find(session, "telegram", account)
        assert found is not None
        return found


def shown(message: Message) -> list[Button]:
    return [
        Button(
            message.chat,
            message.platform_message or "",
            choice["label"],
            Press(choice["about"], choice["revision"], choice["value"]),
        )
        for row in message.body["choices"]
        for choice in row
        if "about" in choice
    ]


def words(messages: list[Message], chat: str | None = None) -> str:
    """All that was said, to one chat or to any."""
    return "\n".join(message.body["text"] for message in messages if chat in (None, message.chat))
