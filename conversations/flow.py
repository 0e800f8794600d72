"""The vocabulary of a flow: what must be learnt, in which order, and what it completes to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from conversations.messages import Choice, Line
from conversations.understanding import Reading
from programme.decisions import Decision

Answers = dict[str, Any]
"""What is known so far, slot by slot, as plain JSON."""


@dataclass(frozen=True)
class Context:
    """All that a flow may know besides the answers: who is asked, when, and how labels sound to them."""

    now: datetime
    """The message's own moment, aware."""
    zone: str
    language: str
    known: Answers = field(default_factory=dict)
    """What is on record about the person: name, municipality, email, phone."""
    label: Callable[[Choice], str] = lambda choice: choice.label


@dataclass(frozen=True)
class Understood:
    """An answer, as the JSON that is kept."""

    value: Any


@dataclass(frozen=True)
class Unclear:
    """Why an answer could not be taken, and what the person may have meant: whole answers, nearest first.

    `words` are the person's own, to be kept when none of the guesses is right.
    """

    why: str
    did_you_mean: tuple[Any, ...] = ()
    words: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"why": self.why, "did_you_mean": list(self.did_you_mean), "words": self.words}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Unclear":
        return cls(kept["why"], tuple(kept["did_you_mean"]), kept["words"])


Option = tuple[Line, Any]


@dataclass(frozen=True)
class Reader:
    """How one kind of answer is read, offered as buttons, and said back.

    `kind` names it for the catalogue (`readers.po`) and for the understanding ("the bot just asked for …").
    `options` are whole answers with the line that labels them; a flow may have its own words for a label
    ("<slot>.choice.<last part of the key>").
    """

    kind: str
    read: Callable[[str, Context], Understood | Unclear]
    show: Callable[[Any], Any]
    options: Callable[[Context], tuple[Option, ...]] = lambda context: ()
    counts: bool = False
    """Whether a bare number is an answer itself, not the number of a button."""
    guess: Callable[[Any], Line] | None = None
    """How a guess at an unclear answer is labelled, when it is not shown as the answer would be."""
    own_words: bool = False
    """Whether any words are an answer, so that nothing else is read into them."""
    beside: tuple[str, ...] = ()
    """Slots that people name all the same beside such an answer."""
    told_apart: bool = False
    """Whether one word that no other guess has is enough to choose a guess."""


@dataclass(frozen=True)
class Slot:
    """One thing a flow must learn."""

    name: str
    reads: Reader
    optional: bool = False
    """Asked only when the person goes through the questions one by one, and then with a way to leave it out."""
    needed: Callable[[Answers, Context], bool] = lambda known, context: True
    assumes: Callable[[Context], Any] | None = None
    """What a free sentence that does not say it is taken to mean; shown on the card before anything is kept."""


@dataclass(frozen=True)
class Flow:
    """A conversation with an end: its slots in order, and the decision they add up to."""

    name: str
    slots: tuple[Slot, ...]
    completes: Callable[[Answers], Decision]
    fills: Callable[[Reading, Context], dict[str, Understood | Unclear]] = lambda reading, context: {}
    """What one free sentence says of the slots."""
    commands: tuple[str, ...] = ()
    """What may stand behind the stroke to begin it, Turkish first, then English; the menu lists those two."""
    passing: bool = False
    """Whether its question is forgotten when the person begins something else."""
    gaps: Callable[[Answers], dict[str, Any]] = lambda answers: {}
    """What fills the gaps in this flow's own texts."""

    def purpose(self, answers: Answers) -> Answers:
        """What the conversation is about: all that was known before its first question."""
        asked = {slot.name for slot in self.slots}
        return {name: value for name, value in answers.items() if name not in asked}

    def slot(self, name: str) -> Slot:
        return next(slot for slot in self.slots if slot.name == name)
