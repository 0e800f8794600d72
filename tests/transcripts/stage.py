"""Where a story is played: a real database, the telephones of its people, and a clock that only the story moves."""

import html
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import groupby
from typing import Any

from babel.dates import format_datetime
from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session, sessionmaker

from bot.telegram.listen import KEPT
from conversations import clock
from conversations.messages import Address, Incoming, Press, What
from conversations.outage import missed
from conversations.turn import slow_down, take_turn
from conversations.wording import DAY, LOCALE
from programme.caps import Buckets
from programme.municipalities import resolve
from programme.municipality_list import municipality
from programme.settings import Settings
from programme.topics import Topics
from storage import hearing, people, queue, timers
from storage.database import open_engine, sessions
from storage.invitations import invite
from storage.tables import Meeting, Message, Offer, Timer
from tests.transcripts.story import COORDINATORS, HOME, Expert, Story

PLATFORM = "telegram"
GROUP = "-100"
A_LINE = timedelta(minutes=1)
"""How long a person needs to write a line."""
CODE = {"tr": "KOD", "en": "CODE"}
"""Stands for the random part of a meeting's link."""
_LINK = re.compile(r'<a href="account:[^"]*">(.*?)</a>')
_TAG = re.compile(r"<[^>]*>")


@dataclass
class Shown:
    """A message on a telephone: every state it has had, as (text, buttons), the last being what is seen."""

    states: list[tuple[str, list[list[dict[str, Any]]]]] = field(default_factory=list)


class Stage:
    """Everything is read back from the database at every step; only the telephones and the clock live here."""

    def __init__(self, story: Story, url: str) -> None:
        self.story = story
        self.url = url
        self.now = story.begins.astimezone(UTC)
        self.engine = _open(url)
        self.accounts = {name: str(number) for number, name in enumerate(story.clients, 1)}
        self.telephones: dict[str, dict[str, Shown]] = {}
        self.said: list[str] = []
        self.last: Incoming | None = None
        self.keys = 0
        self.buckets = Buckets()
        self.settings = _settings(story)
        self.invitation = ""
        with self._session().begin() as session:
            for expert in story.experts:
                self._add(session, expert)

    def does(
        self, name: str, what: What, group: bool = False, message: str | None = None, took: timedelta = A_LINE
    ) -> None:
        """This person does something, and hears what the bot has to say to it."""
        self.keys += 1
        self.now += took
        account = self.accounts[name]
        self.last = Incoming(
            f"{PLATFORM}:{self.keys}",
            Address(PLATFORM, GROUP if group else account),
            account,
            self.now,
            what,
            not group,
            name,
            self.story.clients[name],
            message,
        )
        self.again()

    def again(self) -> None:
        """What came last is taken in (once more)."""
        if self.last is None:
            raise ValueError("nothing has come in yet")
        with self._session().begin() as session:
            match self.buckets.take(self.last.sender, self.last.at):
                case "answer":
                    take_turn(session, self.last, self.settings)
                case "tell":
                    slow_down(session, self.last, self.settings)
        self._deliver(answering=self.last.address.chat)

    def floods(self, name: str, what: What, times: int) -> None:
        """All within a moment; what the bot says over and over is written down once, with how often."""
        for _ in range(times):
            self.does(name, what, took=timedelta())
        runs = [(said, len(list(same))) for said, same in groupby(self.said)]
        self.said = [said if count == 1 else f"{said}\n  (×{count})" for said, count in runs]

    def press(self, name: str, label: str, *, group: bool, old: bool, times: int) -> None:
        """The newest button of this label that is on the telephone, or the oldest there ever was."""
        found = [
            (button, message, chat == GROUP)
            for chat in ([GROUP] if group else [self.accounts[name], GROUP] if old else [self.accounts[name]])
            for message, shown in self.telephones.get(chat, {}).items()
            for _, rows in (shown.states if old else shown.states[-1:])
            for row in rows
            for button in row
            if button["label"] == label and "about" in button
        ]
        if not found:
            raise ValueError(f"no button [{label}] on the telephone of {name}")
        button, message, there = found[0 if old else -1]
        for _ in range(times):
            self.does(name, Press(button["about"], button["revision"], button["value"]), there, message)

    def opens_invitation(self, name: str, start: Any) -> None:
        if not self.invitation:
            with self._session().begin() as session:
                self.invitation = invite(session, "coordinator", self.now)
        self.does(name, start(f"/start {self.invitation}"))

    def wait(self, until: datetime) -> None:
        """Let time pass, and whatever falls due on the way happen at its own moment."""
        while (due := self._next_due()) is not None and due <= until:
            self.now = max(self.now, due)
            self._ring()
            self._deliver(answering=None)
        self.now = until

    def away(self, time: timedelta) -> None:
        """Nothing happens for so long; then the bot starts, hears what it lost, and what fell due meanwhile happens."""
        with self._session().begin() as session:
            hearing.note(session, PLATFORM, self.now, KEPT)
        self.now += time
        self.restart()
        with self._session().begin() as session:
            if lost := hearing.note(session, PLATFORM, self.now, KEPT):
                missed(session, PLATFORM, lost, self.now, self.settings)
        self._ring()
        self._deliver(answering=None)

    def restart(self) -> None:
        self.engine.dispose()
        self.engine = _open.__wrapped__(self.url)

    def close(self) -> None:
        self.engine.dispose()

    def _session(self) -> sessionmaker[Session]:
        return sessions(self.engine)

    def _next_due(self) -> datetime | None:
        with self._session()() as session:
            waiting = [
                session.scalar(select(func.min(Timer.due_at)).where(Timer.status == "waiting")),
                session.scalar(select(func.min(Message.due_at)).where(Message.status == "queued")),
            ]
        return min((moment for moment in waiting if moment), default=None)

    def _ring(self) -> None:
        while True:
            with self._session().begin() as session:
                timer = timers.next_due(session, self.now)
                if timer is None:
                    return
                clock.ring(session, timer, self.now, self.settings)
                timer.status = "fired"

    def _deliver(self, answering: str | None) -> None:
        """Send what is due, in the queue's own order."""
        with self._session().begin() as session:
            codes = list(session.scalars(select(Meeting.code)))
            while firsts := queue.first_due(session, PLATFORM, self.now):
                due = queue.begin(session, [min(firsts)[0]])[0]
                self.said.append(self._arrives(due.message, due.target, codes, answering))
                queue.arrived(due.message, due.target or str(due.message.id), self.now)

    def _arrives(self, message: Message, target: str | None, codes: list[str], answering: str | None) -> str:
        if message.kind == "take_back":
            taken = (target or "").split(",")
            self.telephones[message.chat] = {
                each: shown for each, shown in self.telephones[message.chat].items() if each not in taken
            }
            return f"Bot{self._to(message.chat, answering, False)} ⌫ {len(taken)}"
        text = _plain(message.body["text"])
        for code in codes:
            text = text.replace(code, CODE[self.story.language])
        choices = message.body["choices"]
        telephone = self.telephones.setdefault(message.chat, {})
        shown = telephone.setdefault(target or str(message.id), Shown())
        before = shown.states[-1][0] if shown.states else None
        shown.states.append((text, choices))
        edited = target is not None
        if before and edited and text.startswith(before) and text != before:
            text = "… " + text.removeprefix(before).strip()
        lines = [*text.split("\n"), *(" ".join(f"[{button['label']}]" for button in row) for row in choices)]
        if message.document_name:
            lines.append(f"📎 {message.document_name}")
        return "\n  ".join([f"Bot{self._to(message.chat, answering, edited)} {lines[0]}", *lines[1:]])

    def _to(self, chat: str, answering: str | None, edited: bool) -> str:
        """Whom it is for, unless it is whoever just wrote; the hour, when nobody did."""
        mark = " ✎" if edited else ""
        if chat == answering:
            return mark or ":"
        names = {account: name for name, account in self.accounts.items()}
        whom = names.get(chat, COORDINATORS[self.story.language])
        return f"{mark} → {whom}{'' if answering else f' ({self._clock()})'}:"

    def _clock(self) -> str:
        language = self.story.language
        return format_datetime(self.now.astimezone(HOME), f"{DAY[language]} HH:mm", locale=LOCALE[language])

    def _add(self, session: Session, expert: Expert) -> None:
        found = resolve(expert.town)
        if found.outcome != "one":
            raise ValueError(f"no one municipality: {expert.town}")
        person = people.add(session, PLATFORM, self.accounts[expert.who], self.story.clients[expert.who], self.now)
        person.name, person.municipality, person.email = expert.who, found.ids[0], expert.email
        person.zone = municipality(found.ids[0]).zone
        person.standing, person.contact_asked, person.noticed_at = "confirmed", bool(expert.email), self.now
        topics = [{"words": words, "topic": _topic(words)} for words in expert.topics]
        offer = Offer(person=person, municipality=found.ids[0], topics=topics, created_at=self.now, status="active")
        offer.format, offer.languages, offer.per_month = expert.format, list(expert.languages), expert.per_month
        session.add(offer)


@cache
def _open(url: str) -> Engine:
    """The real engine, but for waiting on the disk: nobody pulls the plug here, and there are a thousand lines.

    Stories played one after the other in the same place share what it has learnt of the statements.
    """
    engine = open_engine(url)
    hurry = "PRAGMA synchronous=OFF" if engine.dialect.name == "sqlite" else "SET synchronous_commit TO off"
    event.listen(engine, "connect", lambda connection, _record: connection.execute(hurry))
    return engine


def _topic(words: str) -> str | None:
    found = Topics.load().find(words)
    return found.ranked[0][0] if found.verdict == "match" else None


def _settings(story: Story) -> Settings:
    chosen: dict[str, Any] = {
        "coordinator_chats": GROUP,
        "coordinator_language": story.language,
        "confirm_people": "no",
        "meeting_link": {"tr": "https://gorusme.example/{code}", "en": "https://meet.example/{code}"}[story.language],
        "union_name": {"tr": "Örnek Belediyeler Birliği", "en": "Example Union of Municipalities"}[story.language],
    }
    return Settings(
        _env_file=None, **(chosen | {name: "" if value == "-" else value for name, value in story.settings.items()})
    )


def _plain(text: str) -> str:
    """What is read, without markup; a name that opens a chat carries an arrow."""
    return html.unescape(_TAG.sub("", _LINK.sub(r"\1 ↗", text)))
