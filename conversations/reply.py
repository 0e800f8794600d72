"""The engine: a draft and what was heard → what is said, the draft as it is now, and the decision if it is complete.

Pure: nothing is stored or sent here. Three verbs: `start`, `hear` (typed words), `press` (a button).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from conversations.asking import BACK, CANCEL, CHANGE, SKIP, SLOT, ask, changes, options, understood
from conversations.draft import Draft, next_slot
from conversations.fates import Fate, fate_of_guess, fates, kept_as_read
from conversations.flow import Answers, Context, Flow, Slot, Unclear, Understood
from conversations.messages import Line, Say, say
from conversations.naming import agrees, button_named, change_wished, guess_named, of_their_own, slot_named
from conversations.understanding import Reading
from conversations.wording import exists
from programme.decisions import Decision

UNREAD = ("unclear", "unknown", "no_time", "no_day", "no_number", "no_contact", "no_link")
"""Why an answer was not clear, when nothing in it could be read; the other reasons are answers to what was read."""

TOPICS = ("topic", "topics")


@dataclass(frozen=True)
class Reply:
    """`draft` is None when the conversation is over; `lost` when nothing in the words could be read."""

    says: tuple[Say, ...]
    draft: Draft | None
    decision: Decision | None = None
    lost: bool = False
    fates: tuple[Fate, ...] = ()
    """How what was read from words fared, where this turn has shown it."""


def start(flow: Flow, context: Context, answers: Answers, reading: Reading | None = None) -> Reply:
    """Begin a flow: with a sentence, what it says is not asked; without one, every question is put in turn."""
    seeds = {name: value for name, value in (context.known | answers).items() if value is not None}
    draft = Draft(flow.name, seeds, guided=reading is None)
    if reading is not None:
        draft = _fill(draft, flow.fills(reading, replace(context, known=seeds)))
        for slot in flow.slots:
            if slot.assumes and slot.name not in draft.answers | draft.doubts:
                draft = draft.with_answer(slot.name, slot.assumes(context))
    return go_on(flow, draft, context, summary=reading is not None)


def go_on(flow: Flow, draft: Draft, context: Context, summary: bool = False, edits: bool = False) -> Reply:
    """Put the next question, or come to the end."""
    if draft.changing:
        return Reply((replace(changes(flow, draft, context), edits=edits),), draft)
    slot = next_slot(flow, draft, context)
    if slot is None:
        decision = flow.completes(draft.answers | {"read": kept_as_read(draft)})
        return Reply((), None, decision, fates=fates(flow, draft, context))
    question = ask(flow, draft, slot, context)
    if summary and slot is not flow.slots[-1] and (known := understood(flow, draft, context)):
        question = replace(question, lines=(known, *question.lines))
    return Reply((replace(question, edits=edits),), draft)


def hear(flow: Flow, draft: Draft, text: str, reading: Reading, context: Context) -> Reply:
    """Take typed words: a button's number or label, an answer to the question, or what else they say of the slots."""
    slot = next_slot(flow, draft, context)
    if slot is None:
        return go_on(flow, draft, context)
    informed = replace(context, known=context.known | draft.answers)
    said = flow.fills(reading, informed)
    fills = _of_others(flow, draft, slot, text, reading, said)
    if value := _button_meant(flow, draft, slot, text, reading, fills, context):
        return press(flow, draft, value, context, edits=False)
    if slot.name in draft.doubts and agrees(text):
        return go_on(flow, draft, context)
    if draft.changing and not fills:
        return replace(go_on(flow, draft, context), lost=True)
    answer = slot.reads.read(text, informed)
    if isinstance(answer, Unclear) and isinstance(said.get(slot.name), Understood):
        answer = said[slot.name]
    at_card = slot is flow.slots[-1]
    if isinstance(answer, Understood) and not (at_card and fills):
        read = not (slot.reads.own_words or at_card)
        filled = _fill(draft, fills).with_answer(slot.name, answer.value, asked=True, read=read)
        return _told(fate_of_guess(draft, slot, answer.value), go_on(flow, filled, context, summary=bool(fills)))
    if fills:
        return go_on(flow, _fill(draft, fills), context, summary=True)
    unclear = answer if isinstance(answer, Unclear) else Unclear("unclear")
    if unclear.did_you_mean:
        return go_on(flow, draft.with_doubt(slot.name, unclear), context)
    return Reply((ask(flow, draft, slot, context, why=unclear.why),), draft, lost=unclear.why in UNREAD)


def press(flow: Flow, draft: Draft, value: str, context: Context, edits: bool = True) -> Reply:
    """Take a button of the current question; `value` is as `asking` made it."""
    slot = next_slot(flow, draft, context)
    if slot is None:
        return go_on(flow, draft, context)
    if value == CHANGE:
        changeable = [each.name for each in flow.slots[:-1]]
        if len(changeable) > 1:
            return go_on(flow, replace(draft, changing=True), context, edits=edits)
        value = SLOT + changeable[0]
    draft = replace(draft, changing=False)
    if value == CANCEL:
        return cancel(flow, draft)
    if value == BACK:
        return go_on(flow, draft, context, edits=edits)
    if value == SKIP and slot.optional:
        return go_on(flow, draft.leaving_out(slot.name), context)
    if value.startswith(SLOT):
        chosen = value.removeprefix(SLOT)
        known = any(chosen == each.name for each in flow.slots)
        return go_on(flow, replace(draft, wanted=chosen) if known else draft, context)
    offered = options(slot, draft, context)
    if value.isdecimal() and int(value) < len(offered):
        chosen_value = offered[int(value)][1]
        answered = draft.with_answer(slot.name, chosen_value, asked=True)
        return _told(fate_of_guess(draft, slot, chosen_value), go_on(flow, answered, context))
    return go_on(flow, draft, context)


def back(flow: Flow, draft: Draft, context: Context) -> Reply:
    """Ask the last question again; at the first one, say so."""
    if draft.wanted or draft.changing:
        return go_on(flow, replace(draft, wanted=None, changing=False), context)
    if not draft.answered:
        reply = go_on(flow, draft, context)
        return replace(reply, says=(say("answers.nothing_before"), *reply.says))
    return go_on(flow, draft.without(draft.answered[-1]), context)


def cancel(flow: Flow, draft: Draft) -> Reply:
    """Leave the flow; nothing is kept of it, and what it was about stays as it is."""
    own = f"{flow.name}.cancelled"
    shared = "answers.change_cancelled" if "number" in draft.answers else "answers.cancelled"
    return Reply((Say((Line(own if exists(own) else shared, flow.gaps(draft.answers)),)),), None)


def _button_meant(
    flow: Flow, draft: Draft, slot: Slot, text: str, reading: Reading, fills: Answers, context: Context
) -> str | None:
    """The button that the words come to: one of those shown, a part of the card to change, or what a no leads to."""
    if value := button_named(flow, draft, slot, text, context):
        return value
    if reading.intent == "cmd:skip" and slot.optional:
        return SKIP
    if slot.name in draft.doubts and (guess := guess_named(draft, slot, text, context)):
        return guess
    if slot.name in draft.doubts and len(options(slot, draft, context)) == 1 and agrees(text):
        return "0"
    if any(flow.slot(name).reads.kind not in TOPICS for name in fills):
        return None
    named = slot_named(flow, draft, text, context)
    if named and change_wished(text) and not slot.reads.own_words and slot.reads.kind not in TOPICS:
        return named
    if slot.reads.kind != "confirm" or fills:
        return None
    if reading.yes_no == "no":
        return BACK if draft.changing else CHANGE if slot.name == "confirm" else CANCEL
    return named if draft.changing or not reading.yes_no else None


def _of_others(
    flow: Flow, draft: Draft, slot: Slot, text: str, reading: Reading, said: Mapping[str, Understood | Unclear]
) -> dict[str, Understood | Unclear]:
    """What the words say of other slots: of those still open, and, said outright, another answer than was given."""
    if slot.reads.own_words:
        said = {name: answer for name, answer in said.items() if name in slot.reads.beside}
    at_card = slot is flow.slots[-1]
    return {
        name: answer
        for name, answer in said.items()
        if name != slot.name
        and (at_card or name not in draft.answers or _otherwise(flow, draft, slot, name, text, reading, answer))
    }


def _otherwise(
    flow: Flow, draft: Draft, slot: Slot, name: str, text: str, reading: Reading, answer: Understood | Unclear
) -> bool:
    """Whether an answer given before is taken back; a topic's words hold much that is not meant as an answer."""
    if slot.reads.kind in TOPICS:
        return False
    if flow.slot(name).reads.kind in TOPICS and (reading.intent != flow.name or isinstance(answer, Unclear)):
        return False
    if flow.slot(name).reads.kind == "municipality" and not (reading.name or of_their_own(text)):
        return False
    return answer.value != draft.answers[name] if isinstance(answer, Understood) else bool(answer.did_you_mean)


def _told(fate: Fate | None, reply: Reply) -> Reply:
    return replace(reply, fates=(fate, *reply.fates)) if fate else reply


def _fill(draft: Draft, fills: Mapping[str, Any]) -> Draft:
    """Take what a sentence says."""
    for name, answer in fills.items():
        if isinstance(answer, Understood):
            draft = draft.with_answer(name, answer.value, read=True)
        elif answer.did_you_mean or answer.why == "unknown":
            draft = draft.with_doubt(name, answer)
    return draft
