"""Replaying past needs: what would change under other topics and weights, need by need."""

from dataclasses import replace
from datetime import date

import pytest

from programme.experts import Expert, OfferedTopic, Sought
from programme.learned import Alias
from programme.matching import WEIGHTS
from programme.replay import Past, read_weights, replay
from programme.topics import Topics

TOPICS = Topics.load().knowing(())
NEAR = Expert(1, 11, "bursa/osmangazi", (OfferedTopic("kompost", "recycling"),), languages=("tr",), recent_load=4)
FAR = Expert(2, 12, "van/ercis", (OfferedTopic("kompost", "recycling"),), languages=("tr",))
PARK = Expert(3, 13, "van/tusba", (OfferedTopic("park bakımı", "parks"),), languages=("tr",))
SOUGHT = Sought("kompost", ("recycling",), languages=("tr",), municipality="bursa/nilufer")
PAST = Past("N-0001", SOUGHT, (NEAR, FAR, PARK), date(2026, 11, 23), first=2)


def test_the_same_lists_and_weights_change_nothing() -> None:
    row = replay(PAST, TOPICS, WEIGHTS)
    assert row["verdict"] == "same"
    assert (row["topic_now"], row["expert_now"], row["town_now"]) == (["recycling"], 2, "van/ercis")


def test_other_weights_may_bring_another_expert_first() -> None:
    row = replay(PAST, TOPICS, {**WEIGHTS, "fairness": 0.0})
    assert (row["verdict"], row["expert_now"], row["then_comes_now"]) == ("expert", 1, 2)


def test_words_that_mean_another_topic_now_bring_its_experts() -> None:
    odd = replace(PAST, sought=replace(SOUGHT, words="robot süpürge"))
    learned = TOPICS.knowing([Alias("robot supurge", "parks")])
    row = replay(odd, learned, WEIGHTS)
    assert (row["verdict"], row["topic_now"], row["expert_now"]) == ("topic", ["parks"], 3)


def test_what_would_be_asked_is_the_same_where_the_answer_would_be_among_it() -> None:
    asked = TOPICS.find("binalar")
    assert asked.verdict == "ask"
    chosen = asked.ranked[1][0]
    bound = replace(PAST, sought=replace(SOUGHT, words="binalar", topics=(chosen,)), first=None)
    row = replay(bound, TOPICS, WEIGHTS)
    assert (row["verdict"], row["topic_now"]) == ("same", [chosen])
    assert chosen in row["asked_now"]


def test_nobody_and_somebody_are_told_apart() -> None:
    assert replay(replace(PAST, experts=(PARK,)), TOPICS, WEIGHTS)["verdict"] == "lost"
    assert replay(replace(PAST, first=None), TOPICS, WEIGHTS)["verdict"] == "found"


def test_weights_take_the_place_of_known_ones() -> None:
    assert read_weights({"met": 0}, WEIGHTS) == {**WEIGHTS, "met": 0}


@pytest.mark.parametrize("said", [{"luck": 1}, {"met": -1}, {"met": "much"}, {"met": True}])
def test_other_weights_are_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=str(next(iter(said)))):
        read_weights(said, WEIGHTS)
