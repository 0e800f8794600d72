"""Several proposals are open and words came that may be meant for any: the bot asks for which."""

from datetime import datetime
from typing import Any

from conversations.flow import Context, Flow, Option, Reader, Slot, Unclear, Understood
from conversations.messages import Line
from conversations.values import At, TownName
from programme.decisions import AnswerProposal
from programme.municipality_list import municipality
from programme.words import tokens


def one_of_the_open() -> Reader:
    """The number of a proposal; the draft holds `open`: number, the other side's municipality, the first time."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        said = set(tokens(answer))
        named = [one for one in context.known["open"] if said & set(tokens(municipality(one["town"]).name))]
        return Understood(named[0]["number"]) if len(named) == 1 else Unclear("unclear")

    def options(context: Context) -> tuple[Option, ...]:
        return tuple((_label(one), one["number"]) for one in context.known["open"])

    return Reader("which_proposal", reads, show=str, options=options)


def _label(one: dict[str, Any]) -> Line:
    return Line("which_proposal.one", {"town": TownName(one["town"]), "at": At(datetime.fromisoformat(one["at"]))})


FLOW = Flow(
    name="which_proposal",
    slots=(Slot("proposal", reads=one_of_the_open()),),
    completes=lambda answers: AnswerProposal(answers["proposal"], answers["words"]),
    passing=True,
)
