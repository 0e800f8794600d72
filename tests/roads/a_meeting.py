"""The whole road in one breath: an expert abroad, an asker in Kadıköy, a time that suits both, and the files."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from icalendar import Calendar, Event

from bot.local.people import Seen
from tests.roads.voices import Voice, times_of

Step = Callable[[Callable[[], object]], None]


def offers(expert: Voice, town: str, topic: str = "zero waste") -> None:
    expert.says(f"We can share our experience with {topic}, online, two meetings a month, in English and Turkish")
    expert.answers("readers.municipality.ask", town)
    expert.answers("readers.name.ask", "Jonas Example")
    expert.taps("offer.confirm.ask", "offer.confirm.choice.yes")
    expert.hears("offer.done")


def seeks(asker: Voice, step: Step, town: str = "Kadıköy", topic: str = "Sıfır atık") -> None:
    asker.says(f"{topic} konusunda deneyimli bir belediye arıyoruz, çevrim içi")
    asker.taps("readers.time.ask", "readers.time.any")
    asker.answers("readers.municipality.ask", town)
    asker.answers("readers.name.ask", "Ayşe Örnek")
    asker.hears("need.confirm.ask")
    step(lambda: asker.presses("need.confirm.choice.yes"))
    asker.hears("need.done")


def agree(asker: Voice, expert: Voice, step: Step) -> None:
    """Both take the first time; the expert gives an e-mail address, the asker a telephone number."""
    for voice, how in ((expert, "jonas@freiburg.example"), (asker, "+90 216 000 00 00")):
        card = voice.sees_times()
        time = times_of(card)[0][0]
        step(lambda voice=voice, card=card, time=time: voice.picks(card, time))
        voice.hears("readers.contact.ask")
        step(lambda voice=voice, how=how: voice.says(how))
    for voice in (asker, expert):
        voice.hears("meeting.agreed")


def hold_a_meeting(asker: Voice, expert: Voice, step: Step, town: str = "Freiburg") -> None:
    """`step` does what is said to it, and to the bot what it likes; nobody ever writes a second time."""
    offers(expert, town)
    seeks(asker, step)
    agree(asker, expert, step)


def files(voice: Voice) -> list[Seen]:
    """The calendar files on this person's phone."""
    return [seen for seen in voice.person.seen() if seen.document]


def downloaded(voice: Voice, seen: Seen) -> bytes:
    """The file as the person's own calendar gets it."""
    document: dict[str, Any] = seen.document or {}
    assert document["file_name"].endswith(".ics")
    assert document["mime_type"] == "text/calendar"
    address = f"{voice.person.telegram.url}/local/files/{document['file_id']}/{document['file_name']}"
    return httpx.get(address, trust_env=False).raise_for_status().content


def event_of(file: bytes) -> Event:
    """The one event in the file; its moments are checked by the file's own zone, known to no library."""
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    (stranger,) = Calendar.from_ical(file.replace(b"Europe/", b"Elsewhere/")).walk("VEVENT")
    for when in ("DTSTART", "DTEND"):
        assert stranger[when].dt.astimezone(UTC) == event[when].dt.astimezone(UTC)
    return event


def offset(zone: str, moment: datetime) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
