"""Which experts suit a need, best first, and why: the topic decides, then what makes a meeting easy, then fairness."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from programme.experts import Expert, OfferedTopic, Sought
from programme.municipality_list import municipality
from programme.stretches import shared
from programme.times import intervals
from programme.topic_fit import TopicFit, fit, meaning
from programme.topics import Topics

__all__ = ["WEIGHTS", "Expert", "OfferedTopic", "Ranked", "Reason", "Sought", "rank"]

Reason = Mapping[str, Any]
"""A reason as data: {"code": ..., ...}; the catalogues word it."""

WEIGHTS = {
    "topic": 100.0,  # the fit of topic and own words: three quarters of it for being on the topic at all
    "language": 24.0,  # without a common language there is no meeting without an interpreter
    "format": 14.0,  # the way of meeting can be talked about, a language cannot
    "capacity": 6.0,  # who has most of the month still free is asked first
    "times": 8.0,  # windows that overlap in the coming weeks spare a round of messages
    "fairness": 8.0,  # who has given a lot lately, or whose municipality has, rests
    "willing": 10.0,  # who said no to this municipality lately, or left it unanswered, is asked after others
    "answers": 6.0,  # who leaves proposals unanswered, whoever asks, keeps people waiting
    "met": 6.0,  # a new acquaintance widens the exchange; a known one still counts
    "size": 2.0,  # only between equals: a municipality of similar size knows similar trouble
    "region": 2.0,  # only between equals: the same region is a short drive
}
NEAR = 0.4  # of the whole score, for a topic that is only near: so anybody on the very topic comes first
SEARCHED = timedelta(weeks=6)
MEETING = timedelta(minutes=60)
RESTS_AFTER = 6  # meetings in 90 days, a colleague's counted half, from which fairness gives nothing
SILENCES = 2  # proposals left unanswered in 90 days from which an expert counts as one who does not answer


@dataclass(frozen=True)
class Ranked:
    """An offer that suits, with a score from 0 to 1 and its reasons: what fits, then what does not."""

    offer: int
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class _Point:
    """One thing weighed: how well it fits from 0 to 1, and what to say of it, if anything."""

    weight: str
    fits: float
    reason: Reason | None = None


def rank(
    sought: Sought,
    experts: Iterable[Expert],
    today: date,
    topics: Topics | None = None,
    weights: Mapping[str, float] = WEIGHTS,
    given: Mapping[str, int] | None = None,
) -> list[Ranked]:
    """Experts of other municipalities who are on the topic, best first; ties by offer.

    Whose month is full gets nothing for capacity: there are months to come. `topics` are those of `load` unless said.
    `given` is what each municipality gave lately; it is counted over these experts unless said.
    """
    everybody = list(experts)
    if given is None:
        given = given_by(
            ((one.municipality, one.person) for one in everybody), {one.person: one.recent_load for one in everybody}
        )
    topics = topics or Topics.load()
    wanted = meaning(topics, sought.words, sought.topics)
    ranked = [
        _ranked(sought, expert, found, given[expert.municipality], today, weights)
        for expert in everybody
        if _may_be_asked(sought, expert) and (found := fit(topics, wanted, expert.topics))
    ]
    return sorted(ranked, key=lambda one: (-one.score, one.offer))


def given_by(sharing: Iterable[tuple[str, int]], lately: Mapping[int, int]) -> Counter[str]:
    """By municipality, what the people who share something for it gave lately, each counted once."""
    given = Counter[str]()
    for town, person in set(sharing):
        given[town] += lately[person]
    return given


def _may_be_asked(sought: Sought, expert: Expert) -> bool:
    elsewhere = expert.municipality not in (sought.municipality, *sought.turned_down)
    return elsewhere and expert.person not in sought.declined and expert.per_month > 0


def _ranked(
    sought: Sought, expert: Expert, found: TopicFit, given: int, today: date, weights: Mapping[str, float]
) -> Ranked:
    points = (
        _Point("topic", found.fit, found.reason(bool(sought.topics))),
        _language(sought, expert),
        _format(sought, expert),
        _capacity(expert),
        _times(sought, expert, today),
        _fairness(expert, given),
        _Point("willing", 0.0 if expert.person in sought.reluctant else 1.0),
        _Point("answers", max(0.0, 1 - expert.silent / SILENCES)),
        _met(sought, expert),
        *_neighbourhood(sought, expert),
    )
    score = sum(weights[point.weight] * point.fits for point in points) / sum(weights.values())
    score *= 1.0 if found.same else NEAR
    said = [point.reason for point in points if point.reason]
    said.sort(key=lambda reason: reason["code"].endswith("_differs") or reason["code"].endswith("_differ"))
    return Ranked(expert.offer, round(score, 4), tuple(said))


def _language(sought: Sought, expert: Expert) -> _Point:
    if not sought.languages or not expert.languages:
        return _Point("language", 1.0)
    common = [language for language in sought.languages if language in expert.languages]
    if common:
        return _Point("language", 1.0, {"code": "language", "languages": common})
    return _Point("language", 0.0, {"code": "language_differs", "theirs": list(expert.languages)})


def _format(sought: Sought, expert: Expert) -> _Point:
    if sought.format == "either" or not expert.formats:
        return _Point("format", 1.0)
    if sought.format in expert.formats:
        return _Point("format", 1.0, {"code": "format", "format": sought.format})
    return _Point("format", 0.0, {"code": "format_differs", "theirs": sorted(expert.formats)})


def _capacity(expert: Expert) -> _Point:
    left = max(0.0, expert.per_month - expert.used_this_month)
    reason = {"code": "capacity", "left": math.ceil(left), "of": math.ceil(expert.per_month)}
    return _Point("capacity", left / expert.per_month, reason if left else None)


def _times(sought: Sought, expert: Expert, today: date) -> _Point:
    if sought.times is None or expert.times is None:
        return _Point("times", 1.0)
    last = today + SEARCHED
    theirs = intervals(expert.times, expert.zone, today, last)
    common = shared(intervals(sought.times, sought.zone, today, last), theirs)
    if any(end - start >= MEETING for start, end in common):
        return _Point("times", 1.0, {"code": "times"})
    return _Point("times", 0.0, {"code": "expert_times_differ"})


def _fairness(expert: Expert, given: int) -> _Point:
    load = expert.recent_load + 0.5 * (given - expert.recent_load)
    return _Point("fairness", max(0.0, 1 - load / RESTS_AFTER))


def _met(sought: Sought, expert: Expert) -> _Point:
    known = expert.person in sought.met
    return _Point("met", 0.0 if known else 1.0, {"code": "met_before"} if known else None)


def _neighbourhood(sought: Sought, expert: Expert) -> Sequence[_Point]:
    try:
        ours, theirs = municipality(sought.municipality), municipality(expert.municipality)
    except KeyError:
        return ()
    region = bool(ours.region_tr) and ours.region_tr == theirs.region_tr
    ratio = 0.0
    if ours.population and theirs.population:
        ratio = min(ours.population, theirs.population) / max(ours.population, theirs.population)
    return (
        _Point("size", ratio, {"code": "size"} if ratio > 0.5 else None),
        _Point("region", float(region), {"code": "region", "region": ours.region_tr} if region else None),
    )
