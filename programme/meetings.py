"""An agreed meeting seen from outside: its code, its link, and the calendar file that puts, moves or cancels it."""

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from icalendar import Calendar, Conference, Event, vCalAddress

from programme.clock_changes import time_zone

PRODUCT = "-//Imece//Imece//TR"
MINUTES = 60
"""What a meeting lasts."""


@dataclass(frozen=True)
class Attendee:
    email: str
    name: str | None = None


@dataclass(frozen=True)
class CalendarEntry:
    """What a calendar keeps of a meeting.

    `uid` stays the same for the meeting's whole life; `sequence` grows with every change of time or place and with
    the cancellation; `stamp` is when this version was made. `start` is an instant, shown by the clocks of `zone`.
    """

    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    zone: str
    summary: str
    organizer: Attendee
    minutes: int = 60
    description: str = ""
    place: str | None = None
    link: str | None = None
    attendees: tuple[Attendee, ...] = ()
    method: Literal["REQUEST", "CANCEL"] = "REQUEST"


def new_code() -> str:
    """128 random bits, safe in an address: nobody finds somebody else's meeting by guessing."""
    return secrets.token_urlsafe(16)


def meeting_link(template: str, code: str) -> str:
    """The address of the online meeting; `template` holds {code}."""
    return template.replace("{code}", code)


def calendar_file(entry: CalendarEntry) -> bytes:
    """The entry as an iTIP message (RFC 5545, 5546, 7986): one VEVENT and the clock changes of its zone."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", entry.method)
    calendar.add_component(time_zone(entry.zone, entry.start))
    calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("dtstart", _shown(entry.start, entry.zone))
    event.add("dtend", _shown(entry.start + timedelta(minutes=entry.minutes), entry.zone))
    event.add("summary", _printable(entry.summary))
    event.add("status", "CANCELLED" if entry.method == "CANCEL" else "CONFIRMED")
    event.add("organizer", _address(entry.organizer))
    for attendee in entry.attendees:
        event.add("attendee", _address(attendee, role="REQ-PARTICIPANT", partstat="ACCEPTED", rsvp=False))
    if entry.description:
        event.add("description", _printable(entry.description))
    if where := entry.place or entry.link:
        event.add("location", _printable(where))
    if entry.link:
        event.add("url", entry.link)
        event.conferences = [Conference(entry.link, feature="VIDEO")]
    return event


def _printable(words: str) -> str:
    """The words without control characters, which no calendar file may hold; lines and tabs stay."""
    return "".join(character for character in words if character in "\n\t" or unicodedata.category(character) != "Cc")


def _shown(instant: datetime, zone: str) -> datetime:
    """The instant by the zone's clocks; in UTC when they show that hour a second time, which a file cannot say."""
    local = instant.astimezone(ZoneInfo(zone))
    return instant.astimezone(UTC) if local.fold else local


def _address(person: Attendee, **parameters: Any) -> vCalAddress:
    return vCalAddress.new(person.email, cn=person.name and _printable(person.name), **parameters)
