"""Reading one message, Turkish or English, into intent and slots: `read`, and the readers of single slots."""

from datetime import datetime

from conversations.understanding import answers, capacity, formats, spoken
from conversations.understanding.line import line
from conversations.understanding.read import read
from conversations.understanding.reading import Reading, TopicSpan
from programme.times import Times

__all__ = [
    "Reading",
    "TopicSpan",
    "read",
    "read_capacity",
    "read_format",
    "read_languages",
    "read_times",
    "read_yes_no",
]


def read_times(text: str, now: datetime, zone: str = "Europe/Istanbul") -> Times | None:
    """The times an answer names, None when it names none."""
    times = read(text, now=now, zone=zone, pending="time").times
    return times if times != Times() else None


def read_format(text: str) -> str | None:
    """online, face_to_face or either."""
    return formats.formats(line(text).plain, asked=True)[0]


def read_languages(text: str) -> tuple[str, ...]:
    """ISO 639-1 codes, sorted."""
    return spoken.spoken(line(text).plain, asked=True)[0]


def read_capacity(text: str) -> float | None:
    """Meetings a month; a bare number counts."""
    return capacity.capacity(line(text).plain, asked=True)[0]


def read_yes_no(text: str) -> str | None:
    """yes or no."""
    return answers.yes_no(line(text).plain)
