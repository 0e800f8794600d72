"""A polite no to a proposal: for this once, for this month, or until the person writes again."""

import re

from conversations.flow import Context, Flow, Reader, Slot, Unclear, Understood
from conversations.messages import Line
from programme.decisions import Decline
from programme.words import fold

HOW_LONG = ("once", "month", "open")
_SAID = {
    "open": re.compile(
        r"yazana kadar|haber veren?e kadar|ikinci bir|suresiz|artik|until (i|further)|indefinite|for good"
    ),
    "month": re.compile(r"\bbu ay\b|\bay sonu|\baylik\b|this month|end of the month"),
    "once": re.compile(r"bu talep|bu seferlik|bu kez|yalniz|sadece|\bonce\b|this (one|time|request)|only|just"),
}


def how_long() -> Reader:
    def reads(answer: str, context: Context) -> Understood | Unclear:
        said = fold(answer)
        found = next((length for length, words in _SAID.items() if words.search(said)), None)
        return Understood(found) if found else Unclear("unclear")

    return Reader(
        "how_long",
        reads,
        show=lambda value: Line(f"not_me.until.choice.{value}"),
        options=lambda context: tuple(
            (Line(f"not_me.until.choice.{value}"), value) for value in ("month", "open", "once")
        ),
    )


FLOW = Flow(
    name="not_me",
    slots=(Slot("until", reads=how_long()),),
    completes=lambda answers: Decline(answers["proposal"], answers["until"]),
)
