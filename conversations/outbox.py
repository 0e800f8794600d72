"""One turn: the transaction, the moment it stands for, and what is said in it, all queued for after the commit."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from conversations.messages import Address, Choice, Line, Press, Say
from conversations.wording import Reader, file_name, label, speak
from programme.settings import Settings
from storage import acts, chats, people, queue
from storage.tables import Alert, Message, Person

QUIET = (time(20), time(8))
"""Between these, by the person's own clock, nothing comes that does not answer them (product.md, manners)."""
LONGEST_TEXT = 4000
"""Characters of HTML; the platforms we know take 4,096 of what is left of it."""
LONGEST_LABEL = 60
_TAG = re.compile(r"<[^>]*>?")
_HALF_SIGN = re.compile(r"&\w*$")
CHOSEN = "✓ "


@dataclass
class Turn:
    """What everything that happens in one transaction needs. `actor` is whoever made it happen, None for a timer."""

    session: Session
    settings: Settings
    now: datetime
    actor: Person | None = None
    pressed: str | None = None
    """The platform's id of the message whose button was pressed, until something is said in its place."""
    called: str = ""
    """What the platform calls whoever made it happen; not kept."""
    answered: bool = False
    """Whether anything was said to the actor yet."""

    def __post_init__(self) -> None:
        acts.acting(self.session, self.now)

    def acts(self, person: Person) -> None:
        """This person makes the turn happen, so they are awake: what the night held back for them goes first."""
        self.actor = person
        acts.acting(self.session, self.now, person)
        queue.release(self.session, person.platform, person.account, self.now)

    def say(self, person: Person, said: Say) -> Message:
        """Queue a message to a person, in their language and zone, to their private chat.

        By night whoever acts is answered at once and everything for everybody else waits until the morning, so that
        nothing overtakes what was said before it.
        """
        self.answered = self.answered or person is self.actor
        target = self.pressed if said.edits and person is self.actor else None
        if target:
            self.pressed = None
        return self._tell(person, said, target)

    def say_to_chat(
        self, address: Address, said: Say, language: str, target: str | None = None, in_passing: bool = False
    ) -> Message:
        """Queue a message to any chat, a group's for one, by day and by night; `in_passing` keeps nothing of it."""
        message = self._put(address, said, Reader(language), self.now, 0, target)
        message.in_passing = in_passing
        return message

    def alert(
        self, kind: str, about: str, *choices: tuple[Choice, ...], also: tuple[Line, ...] = (), **values: Any
    ) -> None:
        """Tell the coordinators of something; the text is `alerts.<kind>`, and what `also` belongs to it."""
        self.session.add(Alert(kind=kind, about=about, created_at=self.now))
        said = Say((Line(f"alerts.{kind}", values), *also), choices)
        for address, person in self.coordinators():
            if person:
                self._tell(person, said)
            else:
                self.say_to_chat(address, said, self.settings.coordinator_language)

    def coordinators(self) -> list[tuple[Address, Person | None]]:
        """Where coordinators hear of things: the configured chats that can be reached, else each of them in person."""
        reached: list[tuple[Address, Person | None]] = []
        for platform, configured in self.settings.coordinator_addresses:
            chat = chats.where_now(self.session, platform, configured)
            group, person = people.group(self.session, platform, chat), people.find(self.session, platform, chat)
            if all(one.reachable for one in (group, person) if one):
                reached.append((Address(platform, chat), person))
        known = people.coordinators(self.session)
        return reached or [(Address(one.platform, one.account), one) for one in known if one.reachable]

    def _tell(self, person: Person, said: Say, target: str | None = None) -> Message:
        due = self.now if person is self.actor else _awake(person, self.now, self.settings)
        reader = Reader(person.language, person.zone)
        return self._put(Address(person.platform, person.account), said, reader, due, person.revision, target)

    def _put(
        self, address: Address, said: Say, reader: Reader, due: datetime, revision: int, target: str | None
    ) -> Message:
        body = {
            "text": _fitting([speak(line, reader) for line in said.lines]),
            "choices": [[_button(choice, reader, revision) for choice in row] for row in said.choices],
        }
        file = said.document
        return queue.put(
            self.session,
            address.platform,
            address.chat,
            body,
            self.now,
            kind="edit" if target else "send",
            target=target,
            document=(file_name(file.name), file.mime, file.content) if file else None,
            due_at=due,
        )


def _fitting(lines: list[str]) -> str:
    """The lines as one text, the last ones left out where it would be longer than a platform takes."""
    kept = list(lines)
    while len(kept) > 1 and sum(map(len, kept)) + len(kept) > LONGEST_TEXT - 2:
        kept.pop()
    text = "\n".join(kept if len(kept) == len(lines) else [*kept, "…"])
    return text if len(text) <= LONGEST_TEXT else _HALF_SIGN.sub("", _TAG.sub("", text)[: LONGEST_TEXT - 1]) + "…"


def _button(choice: Choice, reader: Reader, revision: int) -> dict[str, Any]:
    words = label(Line(choice.label, choice.values), reader)
    shown = words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1] + "…"
    button: dict[str, Any] = {"label": CHOSEN + shown if choice.chosen else shown}
    if choice.press is None:
        return button | {"url": choice.url}
    press = choice.press if choice.press.about != "draft" else replace(choice.press, revision=revision)
    return button | {"about": press.about, "revision": press.revision, "value": press.value}


def _awake(person: Person, now: datetime, settings: Settings) -> datetime:
    """Now, or eight in the morning by the person's clock when it is night there."""
    local = now.astimezone(ZoneInfo(person.zone))
    evening, morning = QUIET
    if not settings.quiet_hours or morning <= local.time() < evening:
        return now
    day = local.date() + timedelta(days=1 if local.time() >= evening else 0)
    return datetime.combine(day, morning, local.tzinfo)


def about(kind: str, number: int) -> str:
    """The name of a thing as presses and alerts carry it: "proposal:12"."""
    return f"{kind}:{number}"


def button(label: str, what: str, answer: str, revision: int = 0, chosen: bool = False, **values: Any) -> Choice:
    return Choice(label, Press(what, revision, answer), values, chosen=chosen)
