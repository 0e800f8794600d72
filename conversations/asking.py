"""How a question is put: its words, its buttons, and the card that sums up what was understood."""

from dataclasses import replace
from typing import Any

from conversations.draft import Draft
from conversations.flow import Context, Flow, Option, Slot
from conversations.messages import Choice, Line, Press, Say
from conversations.values import Joined
from conversations.wording import exists

SKIP, CHANGE, CANCEL, BACK, SLOT = "skip", "change", "cancel", "back", "slot:"
DRAFT = "draft"
ROW_WIDTH = 34
"""Characters that the labels of one row of buttons may have together before a phone cuts them."""


def ask(flow: Flow, draft: Draft, slot: Slot, context: Context, why: str | None = None) -> Say:
    """The question for this slot; after an unclear answer, the reason stands in its place."""
    doubt = draft.doubt(slot.name)
    at_card = slot is flow.slots[-1] and slot.name == "confirm"
    change = at_card and "number" in draft.answers
    offered = enumerate(options(slot, draft, context))
    buttons = [_option(flow, slot, number, each, own_words=not change) for number, each in offered]
    gaps = flow.gaps(draft.answers) | ({"words": doubt.words} if doubt else {})
    asked = "ask_change" if change else "ask"
    lines: tuple[Line, ...] = (Line(_text(flow, slot, why or (doubt.why if doubt else asked)), gaps),)
    if at_card:
        known = understood(flow, draft, context)
        lines = ((known,) if known else ()) + lines
        buttons += [_control("answers.change", CHANGE), _control("answers.cancel", CANCEL)]
    elif slot.optional:
        buttons.append(_control("answers.skip", SKIP))
    elif slot.reads.kind == "confirm":
        buttons.append(_control("answers.cancel", CANCEL))
    return Say(lines, rows(buttons, context))


def options(slot: Slot, draft: Draft, context: Context) -> tuple[Option, ...]:
    """The answers offered as buttons: after an unclear answer what may have been meant, else the reader's own."""
    doubt = draft.doubt(slot.name)
    if doubt and doubt.did_you_mean:
        return tuple((_guess(slot, guess), guess) for guess in doubt.did_you_mean)
    return slot.reads.options(replace(context, known=context.known | draft.answers))


def understood(flow: Flow, draft: Draft, context: Context) -> Line | None:
    """The card: every slot with what is known of it; None when nothing is."""
    parts = [
        Line("answers.item", {"label": Line(_label(flow, slot)), "value": slot.reads.show(value)})
        for slot in flow.slots[:-1]
        if (value := draft.answers.get(slot.name)) is not None and slot.needed(draft.answers, context)
    ]
    own = f"{flow.name}.understood"
    return Line(own if exists(own) else "answers.understood", {"card": Joined(tuple(parts))}) if parts else None


def changes(flow: Flow, draft: Draft, context: Context) -> Say:
    """A button for every slot that can be answered again."""
    buttons = [
        _control(_label(flow, slot), SLOT + slot.name)
        for slot in flow.slots[:-1]
        if slot.needed(draft.answers, context)
    ]
    buttons.append(_control("answers.back", BACK))
    card = understood(flow, draft, context)
    return Say((*((card,) if card else ()), Line("answers.which")), rows(buttons, context))


def rows(buttons: list[Choice], context: Context) -> tuple[tuple[Choice, ...], ...]:
    """Buttons side by side as long as their labels fit."""
    laid: list[list[Choice]] = []
    width = ROW_WIDTH
    for button in buttons:
        length = len(context.label(button)) + 4
        if not laid or width + length > ROW_WIDTH or len(laid[-1]) == 3:
            laid.append([])
            width = 0
        laid[-1].append(button)
        width += length
    return tuple(tuple(row) for row in laid)


def _guess(slot: Slot, guess: Any) -> Line:
    return slot.reads.guess(guess) if slot.reads.guess else Line("answers.value", {"value": slot.reads.show(guess)})


def _option(flow: Flow, slot: Slot, number: int, option: Option, own_words: bool) -> Choice:
    label, _ = option
    own = f"{flow.name}.{slot.name}.choice.{label.key.rsplit('.', 1)[-1]}"
    return Choice(own if own_words and exists(own) else label.key, Press(DRAFT, 0, str(number)), label.values)


def _control(label: str, value: str) -> Choice:
    return Choice(label, Press(DRAFT, 0, value))


def _label(flow: Flow, slot: Slot) -> str:
    own = f"{flow.name}.{slot.name}.label"
    return own if exists(own) else f"readers.{slot.reads.kind}.label"


def _text(flow: Flow, slot: Slot, why: str) -> str:
    """The flow's own words for this slot, else those of its reader."""
    own = f"{flow.name}.{slot.name}.{why}"
    if exists(own):
        return own
    return next(key for key in (f"readers.{slot.reads.kind}.{why}", f"answers.{why}", "answers.unclear") if exists(key))
