"""Takes a person out of the messages: those to them are emptied, those to others lose name, contact and words."""

import html
import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import parties, queue
from storage.tables import Message, Person

GONE = "…"
NOT_WORDS = ("ours", "theirs", "anywhere")
AWAY = ("sent", "held", "failed")


def redact(session: Session, person: Person, *called: str) -> None:
    """Leave nothing of this person in any message, sent or waiting; `called` are other names they go by.

    What waits for people who never had to do with them is left alone: their own words may be the same.
    """
    meetings = [f"-{one.id}@imece".encode() for one in parties.meetings(session, person)]
    buttons = {f"proposal:{one.id}" for one in parties.proposals(session, person)} | {f"person:{person.id}"}
    strangers = _strangers(session, person)
    said = _pattern(session, person, called)
    for message in session.scalars(select(Message).where(Message.platform == person.platform, Message.chat != "")):
        if message.chat == person.account:
            queue.empty(message)
        elif message.status in AWAY or message.chat not in strangers:
            _redact(message, said, meetings, buttons)


def _redact(message: Message, said: re.Pattern[str], meetings: list[bytes], buttons: set[str]) -> None:
    body = _without(message.body, said)
    if body != message.body:
        message.body = body
    if message.document and any(uid in message.document for uid in meetings):
        message.document = message.document_name = message.document_mime = None
        if message.body.get("words_sent"):
            message.status = "held"
    asked = {choice.get("about") for row in message.body.get("choices", ()) for choice in row}
    if message.status not in AWAY and asked & buttons:
        message.status = "held"


def _without(value: Any, said: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return said.sub(GONE, value)
    if isinstance(value, list):
        return [_without(each, said) for each in value]
    return {name: _without(each, said) for name, each in value.items()} if isinstance(value, dict) else value


def _strangers(session: Session, person: Person) -> set[str]:
    known = {other.id for other in parties.others(session, person)}
    everybody = session.execute(select(Person.id, Person.account).where(~Person.coordinator))
    return {account for number, account in everybody if number not in known and number != person.id}


def _pattern(session: Session, person: Person, called: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words and sentences of theirs, longest first, and links to their account with whatever stands in them."""
    words = {word for word in (*called, *_words(session, person)) if word and word.strip()}
    shown = sorted((re.escape(html.escape(word, quote=False)) for word in words), key=len, reverse=True)
    link = rf'<a href="account:{re.escape(html.escape(person.account))}">.*?</a>'
    return re.compile("|".join([link, *(rf"(?<!\w){word}(?!\w)" for word in shown)]))


def _words(session: Session, person: Person) -> Iterator[str | None]:
    """All that they may have been quoted with."""
    yield from (person.name, person.email, person.phone, person.account)
    for need in parties.needs(session, person):
        yield from (need.words, need.goal, _named(need.place))
    for offer in parties.offers(session, person):
        yield from (offer.experience, _named(offer.place), *(each["words"] for each in offer.topics))
    for proposal in parties.proposals(session, person):
        yield from (proposal.reason, (proposal.place or {}).get("words"))


def _named(place: str | None) -> str | None:
    """A place as words of theirs, unless it was a button."""
    return None if place in NOT_WORDS else place
