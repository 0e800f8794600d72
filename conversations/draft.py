"""A half-finished conversation: the answers so far. The next question follows from them; no step is written down."""

from dataclasses import dataclass, field, replace
from typing import Any

from conversations.flow import Answers, Context, Flow, Slot, Unclear


@dataclass(frozen=True)
class Draft:
    """What one person has told one flow. Survives releases: a slot that no longer exists is simply not asked for."""

    flow: str
    answers: Answers = field(default_factory=dict)
    answered: tuple[str, ...] = ()
    """Slots in the order they were answered or left out when asked: what "back" takes back."""
    doubts: dict[str, Any] = field(default_factory=dict)
    """Slots whose answer was not clear yet: Unclear as JSON."""
    left_out: tuple[str, ...] = ()
    wanted: str | None = None
    """A slot the person chose to answer again."""
    changing: bool = False
    """Whether the person is choosing which slot that is; the next answer ends it."""
    read: Answers = field(default_factory=dict)
    """What words were first read to mean, slot by slot: at the end it is counted whether the person kept it."""
    guided: bool = False
    """Whether the person goes through the questions one by one, the optional ones too."""
    below: "Draft | None" = None
    """The conversation this one was put on top of; it goes on when this one ends."""

    def to_json(self) -> dict[str, Any]:
        kept: dict[str, Any] = {"flow": self.flow, "answers": self.answers}
        optional = {
            "answered": list(self.answered),
            "doubts": self.doubts,
            "left_out": list(self.left_out),
            "wanted": self.wanted,
            "changing": self.changing,
            "read": self.read,
            "guided": self.guided,
            "below": self.below.to_json() if self.below else None,
        }
        return kept | {name: value for name, value in optional.items() if value}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Draft":
        return cls(
            kept["flow"],
            kept["answers"],
            tuple(kept.get("answered", ())),
            kept.get("doubts", {}),
            tuple(kept.get("left_out", ())),
            kept.get("wanted"),
            kept.get("changing", False),
            kept.get("read", {}),
            kept.get("guided", False),
            cls.from_json(kept["below"]) if kept.get("below") else None,
        )

    def with_answer(self, slot: str, value: Any, asked: bool = False, read: bool = False) -> "Draft":
        """`read`: the value was read from words, not chosen."""
        return replace(
            self,
            answers=self.answers | {slot: value},
            answered=(*(name for name in self.answered if name != slot), slot) if asked else self.answered,
            doubts={name: doubt for name, doubt in self.doubts.items() if name != slot},
            left_out=tuple(name for name in self.left_out if name != slot),
            wanted=None if self.wanted == slot else self.wanted,
            changing=False,
            read={slot: value} | self.read if read else self.read,
        )

    def without(self, slot: str) -> "Draft":
        """The slot forgotten, so that it is asked again."""
        return replace(
            self,
            answers={name: value for name, value in self.answers.items() if name != slot},
            answered=tuple(name for name in self.answered if name != slot),
            doubts={name: doubt for name, doubt in self.doubts.items() if name != slot},
            left_out=tuple(name for name in self.left_out if name != slot),
            changing=False,
        )

    def with_doubt(self, slot: str, unclear: Unclear) -> "Draft":
        return replace(self.without(slot), doubts=self.doubts | {slot: unclear.to_json()})

    def leaving_out(self, slot: str) -> "Draft":
        forgotten = self.without(slot)
        return replace(
            forgotten,
            answered=(*forgotten.answered, slot),
            left_out=(*forgotten.left_out, slot),
            wanted=None if self.wanted == slot else self.wanted,
        )

    def doubt(self, slot: str) -> Unclear | None:
        return Unclear.from_json(self.doubts[slot]) if slot in self.doubts else None

    def chain(self) -> list["Draft"]:
        """This conversation and all beneath it, each by itself."""
        return [replace(self, below=None), *(self.below.chain() if self.below else [])]

    @classmethod
    def chained(cls, drafts: "list[Draft]") -> "Draft | None":
        """One on top of the other again, the first uppermost."""
        return replace(drafts[0], below=cls.chained(drafts[1:])) if drafts else None

    def on_top_of(self, below: "Draft | None") -> "Draft":
        """This conversation first, then what was open; a chain goes beneath its own last one."""
        if below is None:
            return self
        return replace(self, below=self.below.on_top_of(below) if self.below else below)


def next_slot(flow: Flow, draft: Draft, context: Context) -> Slot | None:
    """The slot to be changed, else the first that is in doubt, else the first that is needed and missing, else None."""
    for slot in flow.slots:
        if slot.name == draft.wanted:
            return slot
    for slot in flow.slots:
        if slot.name in draft.doubts and slot.needed(draft.answers, context):
            return slot
    for slot in flow.slots:
        settled = slot.name in draft.answers or slot.name in draft.left_out
        skipped = slot.optional and not draft.guided and slot.name not in draft.doubts
        if not settled and not skipped and slot.needed(draft.answers, context):
            return slot
    return None
