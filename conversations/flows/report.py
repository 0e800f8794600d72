"""Reporting the other side of a proposal or a meeting: whom, then a yes; no words are asked for, and none are kept."""

from datetime import datetime
from typing import Any

from conversations.flow import Answers, Context, Flow, Option, Reader, Slot, Unclear, Understood
from conversations.messages import Line
from conversations.readers import yes
from conversations.values import At, TownName
from programme.decisions import Report
from programme.municipality_list import municipality
from programme.words import tokens


def one_of_the_others() -> Reader:
    """The number of a proposal; the draft holds `others`: number, the other side's municipality, when it was put."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        said = set(tokens(answer))
        named = [one for one in context.known["others"] if said & set(tokens(municipality(one["town"]).name))]
        return Understood(named[0]["number"]) if len(named) == 1 else Unclear("unclear")

    def options(context: Context) -> tuple[Option, ...]:
        return tuple((_label(one), one["number"]) for one in context.known["others"])

    return Reader("whom", reads, show=str, options=options)


def _label(one: dict[str, Any]) -> Line:
    return Line("report.one", {"town": TownName(one["town"]), "at": At(datetime.fromisoformat(one["at"]))})


def _town(answers: Answers) -> dict[str, Any]:
    chosen = next((one for one in answers["others"] if one["number"] == answers.get("whom")), None)
    return {"town": TownName(chosen["town"])} if chosen else {}


FLOW = Flow(
    name="report",
    slots=(Slot("whom", reads=one_of_the_others()), Slot("sure", reads=yes())),
    gaps=_town,
    completes=lambda answers: Report(answers["whom"]),
    passing=True,
)
