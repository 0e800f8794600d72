"""A draft as JSON, what "back" takes back, and conversations on top of each other."""

import json

import pytest

from conversations.draft import Draft, next_slot
from conversations.flow import Context, Unclear
from conversations.flows import flows
from tests.conversations.world import MONDAY

CONTEXT = Context(MONDAY, "Europe/Istanbul", "tr")
NEED = flows()["need"]
FULL = Draft(
    "need",
    {"topic": {"words": "sıfır atık", "topics": ["recycling"]}, "format": "online"},
    answered=("topic", "format"),
    doubts={"municipality": Unclear("shared", ("a", "b"), "Kale").to_json()},
    left_out=("goal",),
    wanted="times",
    guided=True,
    below=Draft("contact", {"proposal": 1}, below=Draft("not_me", {"proposal": 2})),
)


@pytest.mark.parametrize("draft", [Draft("need"), FULL, FULL.below, Draft("gone", {"x": None})])
def test_a_draft_survives_as_json(draft: Draft) -> None:
    assert Draft.from_json(json.loads(json.dumps(draft.to_json()))) == draft


def test_nothing_is_kept_of_what_is_not_there() -> None:
    assert Draft("need").to_json() == {"flow": "need", "answers": {}}


def test_a_doubt_comes_back_whole() -> None:
    draft = Draft("need").with_doubt("topic", Unclear("did_you_mean", ({"words": "x", "topics": []},), "x"))
    assert Draft.from_json(draft.to_json()).doubt("topic") == Unclear(
        "did_you_mean", ({"words": "x", "topics": []},), "x"
    )
    assert draft.doubt("format") is None


def test_an_answer_settles_what_was_said_of_the_slot_before() -> None:
    draft = Draft("need", doubts={"format": Unclear("unclear").to_json()}, left_out=("format",), wanted="format")
    answered = draft.with_answer("format", "online", asked=True)
    assert answered == Draft("need", {"format": "online"}, answered=("format",))


def test_forgetting_a_slot_forgets_nothing_else() -> None:
    assert FULL.without("topic").answers == {"format": "online"}
    assert FULL.without("topic").answered == ("format",)
    assert FULL.without("topic").left_out == ("goal",)


def test_a_conversation_goes_on_top_of_a_whole_chain() -> None:
    top = Draft("pause", below=Draft("withdraw"))
    flows_in_order = [draft.flow for draft in top.on_top_of(FULL).chain()]
    assert flows_in_order == ["pause", "withdraw", "need", "contact", "not_me"]


def test_a_chain_taken_apart_is_the_same_put_together() -> None:
    assert Draft.chained(FULL.chain()) == FULL
    assert Draft.chained([]) is None


@pytest.mark.parametrize(
    ("draft", "asked"),
    [
        (Draft("need"), "topic"),
        (Draft("need", {"topic": {}}), "format"),
        (Draft("need", {"topic": {}}, guided=True), "goal"),
        (Draft("need", {"topic": {}}, left_out=("goal",), guided=True), "format"),
        (Draft("need", {"topic": {}, "format": "face_to_face"}), "place"),
        (Draft("need", {"topic": {}, "format": "online"}), "times"),
        (Draft("need", {"topic": {}, "format": "online"}, wanted="topic"), "topic"),
        (Draft("need", {"topic": {}, "none_of_ours": 1}), "format"),
        (Draft("need", dict.fromkeys((slot.name for slot in NEED.slots), "x")), None),
    ],
)
def test_the_next_question_follows_from_the_answers(draft: Draft, asked: str | None) -> None:
    slot = next_slot(NEED, draft, CONTEXT)
    assert (slot.name if slot else None) == asked
