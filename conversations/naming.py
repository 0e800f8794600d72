"""What typed words name of all that a question offers: a button, a guess, or a part of the card to be changed."""

from conversations.asking import SLOT, ask, changes, options
from conversations.draft import Draft
from conversations.flow import Context, Flow, Slot
from conversations.messages import Choice
from conversations.understanding.answers import yes_no
from conversations.understanding.patterns import any_of, sections
from programme.gazetteer.words import is_metropolitan
from programme.words import fold, tokens

_SAID = {heading: any_of(lines) for heading, lines in sections("short_answers")}
_CALLED = {heading: any_of(lines) for heading, lines in sections("slot_names")}
LONG = 4
"""Letters from which a word is known with a suffix behind it."""


def button_named(flow: Flow, draft: Draft, slot: Slot, text: str, context: Context) -> str | None:
    """The value of the button that these words name, by its number or by its label, courtesies beside it let be."""
    shown = changes(flow, draft, context) if draft.changing else ask(flow, draft, slot, context)
    buttons = [choice for row in shown.choices for choice in row if choice.press]
    typed = fold(text).strip(" .!")
    if typed.isdecimal() and not (slot.reads.counts and not draft.changing) and 1 <= int(typed) <= len(buttons):
        meant = buttons[int(typed) - 1]
        return meant.press.value if meant.press else None
    labels = [(fold(context.label(each)), each.press.value) for each in buttons if each.press]
    bare = _bare(text)
    return next((value for label, value in labels if label == typed), None) or next(
        (value for label, value in labels if bare and _bare(label) == bare), None
    )


def _bare(text: str) -> list[str]:
    """The words without the courtesies."""
    return [word for word in tokens(text) if not _SAID["beside a button's label"].fullmatch(word)]


def guess_named(draft: Draft, slot: Slot, text: str, context: Context) -> str | None:
    """The value of the one guess that these words are a part of ("Van" for "Edremit, Van"), or tell from the others."""
    typed = set(tokens(text))
    labels = [
        set(tokens(context.label(Choice(line.key, values=line.values)))) for line, _ in options(slot, draft, context)
    ]
    meant = [number for number, label in enumerate(labels) if typed and typed <= label]
    if not meant and slot.reads.told_apart and not any(is_metropolitan(word) for word in typed):
        meant = [number for number, label in enumerate(labels) if _tells(typed, label, labels)]
    return str(meant[0]) if len(meant) == 1 else None


def _tells(typed: set[str], label: set[str], labels: list[set[str]]) -> bool:
    """Whether one of the words, a suffix behind it or not, stands in this label alone."""
    own = {word for word in label if sum(word in other for other in labels) == 1}
    return any(said == word or (len(word) >= LONG and said.startswith(word)) for said in typed for word in own)


def slot_named(flow: Flow, draft: Draft, text: str, context: Context) -> str | None:
    """The button of the menu of changes whose part of the card these words name; None unless it is one alone."""
    shown = changes(flow, draft, context)
    pressed = [choice.press.value for row in shown.choices for choice in row if choice.press]
    typed = fold(text)
    named = [
        value
        for value in pressed
        if value.startswith(SLOT)
        and (called := _CALLED.get(value.removeprefix(SLOT)))
        and any(called.fullmatch(word) for word in [typed, *tokens(text)])
    ]
    return named[0] if len(named) == 1 else None


def of_their_own(text: str) -> bool:
    """Whether the words say that a municipality is the writer's; one merely named may be whom they wish to meet."""
    return bool(_SAID["of their own municipality"].search(fold(text)))


def change_wished(text: str) -> bool:
    return bool(_SAID["change"].search(fold(text)))


def agrees(text: str) -> bool:
    """Whether the words are a yes and little else."""
    return len(text.split()) <= 2 and yes_no(fold(text)) == "yes"
