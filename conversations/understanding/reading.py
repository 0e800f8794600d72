"""What one message says, slot by slot, and which words said it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from programme.municipalities import Mention
from programme.times import Times, Window

Role = Literal["need", "offer", "answer"]


@dataclass(frozen=True)
class TopicSpan:
    """A topic in the person's own words, and where it stands in the text (code points)."""

    role: Role
    text: str
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        return {"role": self.role, "text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True)
class Reading:
    """One message, read. A slot that the message does not fill is None, False or empty.

    `lang` is the language the sentence is built in; `lang_sure` is False where the words do not tell ("3", "ok").
    `intent` is need, offer, both, answer, smalltalk, oos (out of scope) or cmd:<command>.
    """

    lang: str
    intent: str
    lang_sure: bool = True
    topics: tuple[TopicSpan, ...] = ()
    municipality: tuple[Mention, ...] = ()
    target_municipality: tuple[Mention, ...] = ()
    place: tuple[Mention, ...] = ()
    format: str | None = None
    languages: tuple[str, ...] = ()
    capacity_per_month: float | None = None
    urgency: str | None = None
    deadline: date | None = None
    not_before: date | None = None
    staff_exchange: bool = False
    international: bool = False
    yes_no: str | None = None
    rating: int | None = None
    followup: str | None = None
    lang_to: str | None = None
    windows: tuple[Window, ...] = ()
    exclude: tuple[Window, ...] = ()
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    why: tuple[tuple[str, str], ...] = ()

    @property
    def times(self) -> Times:
        return Times(self.windows, self.exclude, self.not_before, self.deadline)

    def to_json(self) -> dict[str, Any]:
        """The fields that hold, as JSON; what the message does not say is absent."""
        said: dict[str, Any] = {
            "lang": self.lang,
            "intent": self.intent,
            "topics": [topic.to_json() for topic in self.topics],
        }
        for field in ("municipality", "target_municipality", "place"):
            if mentions := getattr(self, field):
                said[field] = [_mention(mention) for mention in mentions]
        for field in _PLAIN:
            value = getattr(self, field)
            if value is not None and value is not False:
                said[field] = value
        if self.languages:
            said["languages"] = list(self.languages)
        for field in ("deadline", "not_before"):
            if day := getattr(self, field):
                said[field] = day.isoformat()
        for field in ("windows", "exclude"):
            if windows := getattr(self, field):
                said[field] = [window.to_json() for window in windows]
        return said


_PLAIN = (
    "format",
    "capacity_per_month",
    "urgency",
    "staff_exchange",
    "international",
    "yes_no",
    "rating",
    "followup",
    "lang_to",
)


def _mention(mention: Mention) -> dict[str, Any]:
    said: dict[str, Any] = {"text": mention.text, "start": mention.start, "end": mention.end}
    if mention.ids:
        said["ids"] = list(mention.ids)
    return said
