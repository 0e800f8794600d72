"""Which of the proposed times somebody's words mean."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.dated import dated
from conversations.proposal_cards import Part, across, picks
from conversations.understanding import Reading
from programme.times import Times, intervals
from programme.words import fold
from storage.tables import Proposal

AN_HOUR = timedelta(hours=1)
SHORT = 3
"""Words of an answer in which a bare number is an hour."""
_NUMBER = re.compile(r"\b\d{1,2}\b")
_PLACES = (
    re.compile(r"\b(ilk|birinci)\w*|\bfirst\b"),
    re.compile(r"\bikinci\w*|\bsecond\b"),
    re.compile(r"\bucuncu\w*|\bthird\b"),
)
"""First, second and third, among the times as they were listed."""


def meant_by_yes(proposal: Proposal, part: Part, now: datetime) -> list[datetime]:
    """The times a bare yes may mean: those the other side has said yes to, else all that are proposed."""
    theirs = picks(proposal, across(part))
    times = [datetime.fromisoformat(time) for time in theirs or proposal.times]
    return [time for time in times if time > now]


def named(proposal: Proposal, text: str, reading: Reading, zone: str) -> list[datetime]:
    """The proposed times that the words name: by number or place, hour, or weekday and hour; none or several, too."""
    times = [datetime.fromisoformat(time) for time in proposal.times]
    typed = text.strip(" .")
    if typed.isdecimal() and 1 <= int(typed) <= len(times):
        return [times[int(typed) - 1]]
    if not reading.windows:
        places = [place for place, words in enumerate(_PLACES) if words.search(fold(text))]
        if len(places) == 1 and places[0] < len(times):
            return [times[places[0]]]
        return [time for time in times if time.astimezone(ZoneInfo(zone)).hour in _hours(text)]
    said = [time for time in times if _within(time, reading.times, zone)]
    if not said and not dated(text):
        said = [time for time in times if _within(time, _any_week(reading.times), zone)]
    return said


def _hours(text: str) -> set[int]:
    """The hours that the numbers of a short answer can be ("14 olur", "2 works"); of a longer one, none."""
    spoken = [int(number) for number in _NUMBER.findall(text)] if len(text.split()) <= SHORT else []
    return {hour % 24 for number in spoken for hour in (number, number + 12 if number < 8 else number)}


def _any_week(times: Times) -> Times:
    """The same weekdays and hours, whichever week."""
    return replace(times, windows=tuple(window.weekly() for window in times.windows))


def _within(start: datetime, times: Times, zone: str) -> bool:
    """A bare hour ("14:30") names its own beginning only, longer stretches all that begins in them."""
    days = (start.date() - timedelta(days=1), start.date() + timedelta(days=1))
    said = intervals(times, zone, *days)
    return any(since == start or (since < start < until and until - since > AN_HOUR) for since, until in said)
