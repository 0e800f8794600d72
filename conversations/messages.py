"""What comes in and what is said, in no platform's own words."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Address:
    """Where somebody is reached: a platform and a chat on it."""

    platform: str
    chat: str


@dataclass(frozen=True)
class Text:
    """Words somebody typed; a command is a text that begins with a stroke."""

    text: str


@dataclass(frozen=True)
class Press:
    """A button pressed: what it answers, the state of that it was made for, and what it says.

    `about` names a thing ("draft", "proposal:12", "need:4", "menu"); `revision` is the thing's own when the button
    was made, so that an old button is known for one.
    """

    about: str
    revision: int
    value: str


@dataclass(frozen=True)
class Contact:
    """A telephone number shared through the platform's own card; `own` when it is the sender's."""

    phone: str
    own: bool


@dataclass(frozen=True)
class Unreadable:
    """Something without words: a sticker, a voice message, a photo (`kind`), with its caption if it has one."""

    kind: str
    caption: str = ""


@dataclass(frozen=True)
class Edited:
    """An earlier message changed afterwards: answered with a kind word, never acted on a second time."""

    text: str


@dataclass(frozen=True)
class Reached:
    """Whether the bot can reach this chat any more: blocked, taken back, put out of a group, let in."""

    reachable: bool


@dataclass(frozen=True)
class Moved:
    """A group goes on under another address."""

    to: Address


What = Text | Press | Contact | Unreadable | Edited | Reached | Moved


@dataclass(frozen=True)
class Incoming:
    """One thing a person did. `key` is unique on its platform for good, `at` is the platform's own time, in UTC."""

    key: str
    address: Address
    sender: str
    at: datetime
    what: What
    private: bool = True
    first_name: str = ""
    language_code: str | None = None
    message: str | None = None
    """The message the button hung on, so that it can be edited in place."""


@dataclass(frozen=True)
class Choice:
    """A button. Its label is a catalogue key with values, spoken in the reader's language; `url` opens a page."""

    label: str
    press: Press | None = None
    values: dict[str, Any] = field(default_factory=dict)
    url: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Document:
    """A file that goes with a message."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Line:
    """A catalogue key with its values: words that are not chosen until it is known who reads them."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Say:
    """One message to one reader: lines, the choices beneath them, a document.

    `edits` asks for the pressed message to be changed in place.
    """

    lines: tuple[Line, ...]
    choices: tuple[tuple[Choice, ...], ...] = ()
    document: Document | None = None
    edits: bool = False


def say(key: str, *choices: tuple[Choice, ...], edits: bool = False, **values: Any) -> Say:
    """A message of one line, with rows of choices."""
    return Say((Line(key, values),), choices, edits=edits)
