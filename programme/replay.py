"""Past needs matched once more, with topics and weights as they would be: what would change, before it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from programme.experts import Expert, Sought
from programme.matching import rank
from programme.topics import Topics

Verdict = Literal["same", "topic", "expert", "found", "lost"]
"""Another topic; the same topic and another first expert; one where nobody was; nobody where one was."""
ASKED = 3


@dataclass(frozen=True)
class Past:
    """A need as it was when experts were looked for first: whom there was to ask, and what came of it.

    `sought` has the topics that were agreed with the asker; `first` is the offer that was proposed first, if any was.
    """

    reference: str
    sought: Sought
    experts: Sequence[Expert]
    day: date
    first: int | None

    def town(self, offer: int | None) -> str | None:
        return next((expert.municipality for expert in self.experts if expert.offer == offer), None)


def replay(past: Past, topics: Topics, weights: Mapping[str, float]) -> dict[str, Any]:
    """What was then and what would be now, as plain data."""
    sought = past.sought
    found = topics.find(sought.words, sought.municipality)
    likely = [topic for topic, _ in found.ranked[:ASKED]] if found.verdict != "none" else []
    now = _agreed(sought.topics, likely, found.verdict == "match")
    ranked = rank(replace(sought, topics=now), past.experts, past.day, topics, weights)
    first = ranked[0].offer if ranked else None
    places = {one.offer: place for place, one in enumerate(ranked, start=1)}
    return {
        "need": past.reference,
        "topic_then": list(sought.topics),
        "topic_now": list(now),
        "asked_now": likely if found.verdict == "ask" else [],
        "expert_then": past.first,
        "town_then": past.town(past.first),
        "expert_now": first,
        "town_now": past.town(first),
        "then_comes_now": places.get(past.first or 0),
        "verdict": _verdict(sought.topics, now, past.first, first),
    }


def _agreed(then: tuple[str, ...], likely: Sequence[str], sure: bool) -> tuple[str, ...]:
    """The topics it would come to: the one that is sure, else the asker's own if it would be among those asked."""
    if sure:
        return (likely[0],)
    return tuple(topic for topic in then if topic in likely)


def _verdict(
    topic_then: tuple[str, ...], topic_now: tuple[str, ...], first_then: int | None, first_now: int | None
) -> Verdict:
    if first_then and not first_now:
        return "lost"
    if first_now and not first_then:
        return "found"
    if topic_then != topic_now:
        return "topic"
    return "same" if first_then == first_now else "expert"


def read_weights(said: Mapping[str, Any], known: Mapping[str, float]) -> dict[str, float]:
    """The known weights with these in their place; ValueError for one that is not known or no number of 0 or more."""
    for name, value in said.items():
        if name not in known or isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise ValueError(f"no such weight: {name} = {value}")
    return {**known, **said}
