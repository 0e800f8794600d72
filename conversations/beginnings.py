"""What a message begins: one need or several, an offer, both, or a topic that may be either."""

from dataclasses import replace
from datetime import datetime

from conversations.understanding import Reading, read
from programme.topics import Topics
from programme.words import tokens

A_FEW = 4
"""Words that may still be nothing but a topic."""


def parts(reading: Reading) -> list[tuple[str, Reading]]:
    """A message with several needs, or a need and an offer, as one reading for each."""
    wanted = [span for span in reading.topics if span.role != "offer"]
    shared = tuple(span for span in reading.topics if span.role == "offer")
    found: list[tuple[str, Reading]] = []
    if reading.intent in ("need", "both"):
        found += [("need", replace(reading, topics=(span,))) for span in wanted] or [("need", reading)]
    if reading.intent in ("offer", "both"):
        found.append(("offer", replace(reading, topics=shared) if shared else reading))
    return found[:3]


def ordered(text: str, now: datetime, zone: str) -> Reading:
    """What stands behind a command: a sentence, or the topic alone. Which side is meant, the command has said."""
    reading = read(text, now=now, zone=zone, pending="topic")
    if reading.format or reading.languages or reading.windows or reading.capacity_per_month:
        whole = read(text, now=now, zone=zone)
        reading = whole if whole.topics else reading
    return replace(reading, topics=tuple(replace(span, role="answer") for span in reading.topics))


def bare(text: str, reading: Reading) -> bool:
    """Whether this is a topic and nothing else, so that nobody can say whether it is sought or shared."""
    if reading.intent not in ("need", "oos", "answer") or len(text.split()) > A_FEW:
        return False
    named = [tokens(span.text) for span in reading.topics]
    return named == [tokens(text)] or (not named and Topics.load().find(text).verdict == "match")
