"""Another time for a proposal, in free words; said back as a concrete day before the other side is asked."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from conversations.flow import Answers, Context, Flow, Reader, Slot, Unclear, Understood
from conversations.readers import heard, yes
from conversations.understanding import Reading
from conversations.values import At, TownName
from programme.counter_proposals import Refused, times_in
from programme.decisions import AskAnotherTime
from programme.proposals import Side
from programme.times import Times


def start() -> Reader:
    """One start as an ISO moment. The draft holds `mine` and `theirs`: each side's zone and country."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        times = heard(answer, context, "time").times
        return as_start(times, context.known, context) if times.windows else Unclear("no_time")

    return Reader("start", reads, show=lambda value: At(datetime.fromisoformat(value)))


def as_start(times: Times, answers: Answers, context: Context) -> Understood | Unclear:
    mine, theirs = (Side(None, *answers[side]) for side in ("mine", "theirs"))
    if "start" in answers:
        times = _that_day(times, datetime.fromisoformat(answers["start"]).astimezone(ZoneInfo(mine.zone)).date())
    found = times_in(times, mine, theirs, context.now, language=context.language)
    if isinstance(found, Refused):
        return Unclear(found.why)
    starts = [start.isoformat() for start in found]
    return Understood(starts[0]) if len(starts) == 1 else Unclear("several", tuple(starts))


def _that_day(times: Times, day: date) -> Times:
    """A bare hour is meant for the day that was chosen already."""
    if any(window.kind != "any" for window in times.windows):
        return times
    return replace(times, windows=tuple(replace(each, kind="days", on=(day.isoformat(),)) for each in times.windows))


def fills(reading: Reading, context: Context) -> dict[str, Understood | Unclear]:
    """The time a sentence asks for; `mine` and `theirs` are known once the draft has them."""
    if not reading.windows or "mine" not in context.known:
        return {}
    return {"start": as_start(reading.times, context.known, context)}


def gaps(answers: Answers) -> dict[str, Any]:
    return {"other": TownName(answers["other"])}


FLOW = Flow(
    name="another_time",
    slots=(Slot("start", reads=start()), Slot("confirm", reads=yes())),
    fills=fills,
    gaps=gaps,
    completes=lambda answers: AskAnotherTime(answers["proposal"], datetime.fromisoformat(answers["start"])),
)
