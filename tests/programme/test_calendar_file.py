"""The calendar file: what others read in it, whatever their clocks do."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, Timezone

from programme.clock_changes import clock_changes
from programme.meetings import Attendee, CalendarEntry, calendar_file, meeting_link, new_code

ZONES = ("Europe/Istanbul", "Europe/Berlin", "Europe/Athens", "Europe/London", "Europe/Sarajevo", "America/New_York")
MOMENTS = st.integers(0, 4 * 365 * 24 * 4).map(lambda n: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * n))

MEETING = CalendarEntry(
    uid="Zx81kQ@imece.example",
    sequence=0,
    stamp=datetime(2026, 11, 23, 7, 30, tzinfo=UTC),
    start=datetime(2026, 12, 1, 11, tzinfo=UTC),
    zone="Europe/Istanbul",
    summary="Sıfır atık: Nilüfer, Bandırma",
    organizer=Attendee("imece@birlik.example", "Örnek Birliği"),
    description="Kompost; kaynağında ayrıştırma\nGörüşmeden önce: \\ yok",
    link="https://gorusme.example/Zx81kQ",
    attendees=(Attendee("ayse@nilufer.example", "Ayşe Örnek"), Attendee("mehmet@bandirma.example")),
)


def read(written: bytes) -> Calendar:
    calendar = Calendar.from_ical(written)
    assert isinstance(calendar, Calendar)
    return calendar


def event_of(written: bytes) -> Event:
    (event,) = read(written).walk("VEVENT")
    return event


def unfolded(written: bytes) -> list[str]:
    return written.decode().replace("\r\n ", "").split("\r\n")


def test_what_was_put_in_is_read_back() -> None:
    calendar = read(calendar_file(MEETING))
    event = event_of(calendar_file(MEETING))
    assert calendar["METHOD"] == "REQUEST"
    assert calendar["VERSION"] == "2.0"
    assert event["UID"] == "Zx81kQ@imece.example"
    assert event["SEQUENCE"] == 0
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"] == "Sıfır atık: Nilüfer, Bandırma"
    assert event["DESCRIPTION"] == "Kompost; kaynağında ayrıştırma\nGörüşmeden önce: \\ yok"
    assert event["URL"] == event["LOCATION"] == event["CONFERENCE"] == "https://gorusme.example/Zx81kQ"
    assert event["ORGANIZER"] == "mailto:imece@birlik.example"
    assert event["ORGANIZER"].params["CN"] == "Örnek Birliği"
    assert event["ATTENDEE"] == ["mailto:ayse@nilufer.example", "mailto:mehmet@bandirma.example"]
    assert event["ATTENDEE"][0].params["CN"] == "Ayşe Örnek"
    assert event["DTSTAMP"].dt == MEETING.stamp
    assert event["DTSTART"].dt == MEETING.start
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=60)


def test_the_lines_are_those_of_the_standard() -> None:
    lines = unfolded(calendar_file(MEETING))
    assert "DTSTART;TZID=Europe/Istanbul:20261201T140000" in lines
    assert "DTSTAMP:20261123T073000Z" in lines
    assert "CONFERENCE;FEATURE=VIDEO;VALUE=URI:https://gorusme.example/Zx81kQ" in lines
    assert "SUMMARY:Sıfır atık: Nilüfer\\, Bandırma" in lines
    assert "DESCRIPTION:Kompost\\; kaynağında ayrıştırma\\nGörüşmeden önce: \\\\ yok" in lines


def test_a_place_comes_before_the_link() -> None:
    assert event_of(calendar_file(replace(MEETING, place="Nilüfer Belediyesi")))["LOCATION"] == "Nilüfer Belediyesi"
    bare = event_of(calendar_file(replace(MEETING, place="Nilüfer Belediyesi", link=None, description="")))
    assert not {"URL", "CONFERENCE", "DESCRIPTION"} & set(bare)


def test_who_gave_no_e_mail_is_not_named() -> None:
    assert "ATTENDEE" not in event_of(calendar_file(replace(MEETING, attendees=())))


def test_a_move_is_the_same_meeting_with_a_higher_sequence() -> None:
    moved = event_of(calendar_file(replace(MEETING, sequence=1, start=datetime(2026, 12, 2, 7, tzinfo=UTC))))
    assert (moved["UID"], moved["SEQUENCE"]) == (MEETING.uid, 1)
    assert moved["DTSTART"].dt == datetime(2026, 12, 2, 7, tzinfo=UTC)


def test_a_cancellation_cancels() -> None:
    written = calendar_file(replace(MEETING, sequence=2, method="CANCEL"))
    assert read(written)["METHOD"] == "CANCEL"
    assert event_of(written)["STATUS"] == "CANCELLED"
    assert event_of(written)["UID"] == MEETING.uid


@pytest.mark.parametrize(
    ("start", "zone", "local", "name"),
    [
        ("2026-03-27 09:00", "Europe/Berlin", "20260327T100000", "CET"),
        ("2026-03-30 08:00", "Europe/Berlin", "20260330T100000", "CEST"),
        ("2026-10-23 08:00", "Europe/Berlin", "20261023T100000", "CEST"),
        ("2026-10-26 09:00", "Europe/Berlin", "20261026T100000", "CET"),
        ("2026-03-27 08:00", "Europe/Athens", "20260327T100000", "EET"),
        ("2026-03-30 07:00", "Europe/Athens", "20260330T100000", "EEST"),
        ("2026-10-23 09:00", "Europe/London", "20261023T100000", "BST"),
        ("2026-10-26 10:00", "Europe/London", "20261026T100000", "GMT"),
        ("2026-03-06 15:00", "America/New_York", "20260306T100000", "EST"),
        ("2026-03-09 14:00", "America/New_York", "20260309T100000", "EDT"),
        ("2026-10-30 14:00", "America/New_York", "20261030T100000", "EDT"),
        ("2026-11-02 15:00", "America/New_York", "20261102T100000", "EST"),
        ("2026-10-26 09:00", "Europe/Sarajevo", "20261026T100000", "CET"),
        ("2026-03-30 07:00", "Europe/Istanbul", "20260330T100000", "+03"),
        ("2026-10-26 07:00", "Europe/Istanbul", "20261026T100000", "+03"),
    ],
)
def test_ten_o_clock_stays_ten_o_clock_across_the_clock_changes(start: str, zone: str, local: str, name: str) -> None:
    instant = datetime.fromisoformat(start).replace(tzinfo=UTC)
    written = calendar_file(replace(MEETING, start=instant, zone=zone))
    assert f"DTSTART;TZID={zone}:{local}" in unfolded(written)
    assert event_of(written)["DTSTART"].dt == instant
    assert _read_by_rules(written, "DTSTART") == (instant, name)


def test_the_clocks_change_when_the_law_says() -> None:
    around = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    assert clock_changes("Europe/Berlin", *around) == [
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 10, 25, 1, tzinfo=UTC),
    ]
    assert clock_changes("America/New_York", *around) == [
        datetime(2026, 3, 8, 7, tzinfo=UTC),
        datetime(2026, 11, 1, 6, tzinfo=UTC),
    ]
    assert clock_changes("Europe/Istanbul", *around) == []


def test_an_onset_is_written_by_the_clocks_that_it_ends() -> None:
    lines = unfolded(calendar_file(replace(MEETING, zone="Europe/Berlin")))
    assert "DTSTART:20270328T020000" in lines
    assert "DTSTART:20261025T030000" in lines


@settings(deadline=None, max_examples=150)
@given(MOMENTS, st.sampled_from([*ZONES, "Africa/Casablanca", "Asia/Beirut", "Europe/Dublin", "Asia/Gaza"]))
def test_a_reader_with_and_one_without_zones_of_its_own_see_the_same_instants(start: datetime, zone: str) -> None:
    written = calendar_file(replace(MEETING, start=start, zone=zone))
    event = event_of(written)
    assert event["DTSTART"].dt.astimezone(UTC) == start
    assert event["DTEND"].dt.astimezone(UTC) == start + timedelta(hours=1)
    assert _read_by_rules(written, "DTSTART")[0] == start
    assert _read_by_rules(written, "DTEND")[0] == start + timedelta(hours=1)


def _read_by_rules(written: bytes, name: str) -> tuple[datetime, str]:
    """A moment as RFC 5545 has it read: from the VTIMEZONE in the file alone, by the last onset that has passed."""
    calendar = read(written)
    moment = calendar.walk("VEVENT")[0][name].dt
    if moment.tzinfo is UTC or moment.tzname() == "UTC":
        return moment, "UTC"
    local = moment.replace(tzinfo=None, fold=0)
    (zone,) = calendar.walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    passed = [part for part in zone.subcomponents if part["DTSTART"].dt <= local]
    last: Any = max(passed, key=lambda part: part["DTSTART"].dt)
    # The hour that comes twice is meant the first time (3.3.5).
    gained = last["TZOFFSETFROM"].td - last["TZOFFSETTO"].td
    first_time = last["DTSTART"].dt - gained <= local < last["DTSTART"].dt
    offset = last["TZOFFSETFROM"] if first_time else last["TZOFFSETTO"]
    return (local - offset.td).replace(tzinfo=UTC), str(last["TZNAME"])


WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300)


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_whatever_people_write_comes_back_and_adds_no_line(summary: str, description: str, name: str) -> None:
    entry = replace(MEETING, summary=summary, description=description, attendees=(Attendee("a@b.example", name),))
    written = calendar_file(entry)
    event = event_of(written)
    assert event["SUMMARY"] == summary
    assert event.get("DESCRIPTION", "") == description
    assert [name for name in event if name.startswith("X-")] == []
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    for line in written.split(b"\r\n"):
        line.decode()


@pytest.mark.parametrize(
    "bad", ["x\r\nATTENDEE:mailto:a@b.example", "x\nBEGIN:VALARM", 'a" ;CN=b', "bell\x07", "a\x00b"]
)
def test_no_words_become_a_line_of_their_own(bad: str) -> None:
    entry = replace(MEETING, summary=bad, description=bad, place=bad, organizer=Attendee("a@b.example", bad))
    calendar = read(calendar_file(entry))
    (event,) = calendar.walk("VEVENT")
    assert event["ATTENDEE"] == ["mailto:ayse@nilufer.example", "mailto:mehmet@bandirma.example"]
    assert not event.subcomponents
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", calendar_file(entry))


def test_a_code_is_long_new_and_safe_in_an_address() -> None:
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(re.fullmatch(r"[\w-]{22}", code, re.ASCII) for code in codes)


def test_the_link_holds_the_code() -> None:
    assert meeting_link("https://gorusme.example/{code}?dil=tr", "abc") == "https://gorusme.example/abc?dil=tr"
    assert meeting_link("https://gorusme.example/{oda}/{code}", "abc") == "https://gorusme.example/{oda}/abc"
