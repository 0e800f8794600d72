"""How what was read from words fared with the person: kept, edited, taken out, guessed right. No words, no person."""

from typing import Any, Literal, NamedTuple

from conversations.draft import Draft
from conversations.flow import Context, Flow, Slot

Kind = Literal["kept", "edited", "cleared", "later", "first_guess", "other_guess", "no_guess"]


class Fate(NamedTuple):
    flow: str
    slot: str
    fate: Kind


def fates(flow: Flow, draft: Draft, context: Context) -> tuple[Fate, ...]:
    """Of every slot on the card that words filled, whether the person confirmed what was first read.

    In a change of something confirmed before only what is edited now counts, as "later".
    """
    if flow.slots[-1].name != "confirm":
        return ()
    found: list[Fate] = []
    for slot in flow.slots[:-1]:
        if slot.name not in draft.read or not slot.needed(draft.answers, context):
            continue
        as_read = draft.answers.get(slot.name) == draft.read[slot.name]
        if "number" in draft.answers:
            found += [] if as_read else [Fate(flow.name, slot.name, "later")]
        else:
            gone = slot.name not in draft.answers
            found.append(Fate(flow.name, slot.name, "kept" if as_read else "cleared" if gone else "edited"))
    return tuple(found)


def kept_as_read(draft: Draft) -> list[str]:
    """The slots whose answer is still what was read at first."""
    return [name for name, value in draft.read.items() if draft.answers.get(name) == value]


def fate_of_guess(draft: Draft, slot: Slot, chosen: Any) -> Fate | None:
    """Which of the guesses at unclear words was right, when this slot was in doubt."""
    doubt = draft.doubt(slot.name)
    if doubt is None or all(map(_own_words, doubt.did_you_mean)):
        return None
    if chosen not in doubt.did_you_mean or _own_words(chosen):
        return Fate(draft.flow, slot.name, "no_guess")
    return Fate(draft.flow, slot.name, "first_guess" if chosen == doubt.did_you_mean[0] else "other_guess")


def _own_words(value: Any) -> bool:
    """A topic that stays in the person's own words is none of the list."""
    one = value[0] if isinstance(value, list) and value else value
    return isinstance(one, dict) and one.get("topics") == []
