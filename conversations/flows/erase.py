"""Everything about a person erased: said first what goes and what stays, done only on words that mean just this."""

from datetime import datetime
from typing import Any

from conversations.flow import Answers, Context, Flow, Reader, Slot, Unclear, Understood
from conversations.messages import Line
from conversations.readers import heard
from conversations.values import At, Joined
from programme.decisions import Erase

WAYS = ("delete", "copy", "keep")


def erase_copy_or_keep() -> Reader:
    """The buttons' own words only; a mere "yes" might have been meant for something else."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        reading = heard(answer, context, "confirm")
        if reading.intent == "cmd:data":
            return Understood("copy")
        return Understood("keep") if reading.yes_no == "no" else Unclear("unclear")

    return Reader(
        "erasure",
        reads,
        show=str,
        options=lambda context: tuple((Line(f"erase.sure.choice.{way}"), way) for way in WAYS),
    )


def gaps(answers: Answers) -> dict[str, Any]:
    """What is open now and ends with it; `open` and `coming` are as `carry_out.erasing` found them."""
    times = tuple(At(datetime.fromisoformat(start)) for start in answers["coming"])
    return {
        "open": Line("erase.withdraws", {"references": Joined(tuple(answers["open"]), ", ")})
        if answers["open"]
        else Line("erase.nothing_open"),
        "coming": Line("erase.cancels", {"times": Joined(times, ", ")}) if times else Line("erase.nothing_coming"),
    }


FLOW = Flow(
    name="erase",
    slots=(Slot("sure", reads=erase_copy_or_keep()),),
    gaps=gaps,
    completes=lambda answers: Erase(answers["sure"], tuple(answers["open"]), tuple(answers["coming"])),
    passing=True,
)
