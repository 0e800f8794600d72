"""From a sentence to two calendar files with a kill -9 at every step, and the files read as a calendar reads them."""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.local.platform import Platform
from bot.local.server import LocalTelegram
from storage.tables import Alert, Meeting, Message, Need, Offer, Proposal
from tests.roads.a_meeting import downloaded, event_of, files, hold_a_meeting, offset
from tests.roads.deliveries import assert_all_arrived, doubled
from tests.roads.killing import MOMENTS
from tests.roads.running import Imece, imece, until
from tests.roads.voices import Voice

pytestmark = pytest.mark.road


@pytest.mark.parametrize("kills", MOMENTS, ids=lambda moment: moment.__name__)
def test_a_kill_at_every_step_loses_nothing_and_doubles_only_what_was_on_its_way(
    telegram: LocalTelegram, tmp_path: Path, kills: Callable[[Imece, Callable[[], object]], None]
) -> None:
    coordinator = telegram.person("Zeynep")
    coordinator.says("/start")
    asker, expert = Voice(telegram, "Ayşe", "tr"), Voice(telegram, "Jonas", "en")
    with imece(telegram, tmp_path, coordinator_chats=coordinator.id) as bot:
        coordinator.wait_for("İmece")

        def step(act: Callable[[], object]) -> None:
            kills(bot, act)
            bot.start()

        hold_a_meeting(asker, expert, step)
        coordinator.wait_for("Görüşme kesinleşti", seconds=30)
        until(telegram, bot.all_is_said, "all is said")
        assert bot.end() == 0
        assert [bot.count(table) for table in (Need, Offer, Proposal, Meeting)] == [1, 1, 1, 1]
        assert [alert.kind for alert in bot.kept.all(Alert)] == ["agreed"]
        assert_all_arrived(bot, telegram)
        assert 0 <= doubled(bot, telegram) <= bot.flying.total()
        for voice in (asker, expert):
            copies = [row for row in bot.kept.all(Message) if row.document_name and row.chat == voice.account]
            assert len(copies) == 1
            assert 1 <= len(files(voice)) <= 1 + bot.flying[copies[0].id]
        read_as_one_meeting(bot, asker, expert, "Europe/Berlin")


AROUND_CLOCK_CHANGES = [
    pytest.param("2027-03-24T09:00", "Freiburg", "Europe/Berlin", id="spring, Freiburg"),
    pytest.param("2027-10-26T07:00", "Bristol", "Europe/London", id="autumn, Bristol"),
]


@pytest.mark.parametrize(("today", "town", "zone"), AROUND_CLOCK_CHANGES)
def test_both_calendars_show_the_same_moment_whoever_changes_clocks(
    tmp_path: Path, today: str, town: str, zone: str
) -> None:
    ahead = datetime.fromisoformat(today).replace(tzinfo=UTC).timestamp() - time.time()
    with LocalTelegram(Platform(now=lambda: time.time() + ahead)) as telegram:
        asker, expert = Voice(telegram, "Ayşe", "tr"), Voice(telegram, "Jonas", "en")
        with imece(telegram, tmp_path, *elsewhen(ahead)) as bot:
            hold_a_meeting(asker, expert, lambda act: act(), town)
            start = read_as_one_meeting(bot, asker, expert, zone)
            assert offset(zone, start) != offset(zone, datetime.fromisoformat(today).replace(tzinfo=UTC))
            assert bot.end() == 0
        assert telegram.violations() == []


def elsewhen(ahead: float) -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.roads.elsewhen", str(ahead))


def read_as_one_meeting(bot: Imece, asker: Voice, expert: Voice, zone: str) -> datetime:
    """Both files say the same of one meeting, each by its reader's clocks; when it begins."""
    (meeting,) = bot.kept.all(Meeting)
    events = []
    for voice, home in ((asker, "Europe/Istanbul"), (expert, zone)):
        copies = [downloaded(voice, seen) for seen in files(voice)]
        assert len(set(copies)) == 1
        calendar = Calendar.from_ical(copies[0])
        (named,) = calendar.walk("VTIMEZONE")
        assert named["TZID"] == home
        event = event_of(copies[0])
        assert event["DTSTART"].params["TZID"] == home
        assert f"{event['DTSTART'].dt:%H:%M}" in files(voice)[0].text
        events.append(event)
    first, second = events
    assert first["DTSTART"].dt.astimezone(UTC) == second["DTSTART"].dt.astimezone(UTC) == meeting.starts_at
    assert first["DTEND"].dt.astimezone(UTC) == second["DTEND"].dt.astimezone(UTC)
    for same in ("UID", "SEQUENCE", "ORGANIZER", "URL"):
        assert first[same] == second[same]
    assert (first["SEQUENCE"], first["ORGANIZER"]) == (0, "mailto:program@birlik.example")
    assert first["ATTENDEE"] == second["ATTENDEE"] == "mailto:jonas@freiburg.example"
    assert meeting.link == first["URL"]
    return meeting.starts_at
