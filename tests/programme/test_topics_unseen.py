"""Topics on questions by another hand: what is found first, what is asked back, and what stays out."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from programme.topics import Found, Topics

HERE = Path(__file__).parent
SEEDS = range(1, 6)
WRITTEN_LAST = 60
ERRANDS_WRITTEN_LAST = 40


class Question(NamedTuple):
    """Words somebody asked with, their kind, and the topics that answer them."""

    topics: frozenset[str]
    kind: str
    words: str


def lines(name: str) -> list[str]:
    kept = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in kept if line.strip() and not line.startswith("#")]


def questions() -> list[Question]:
    parts = [line.split("\t") for line in lines("topic_questions.txt")]
    return [Question(frozenset(topics.split(",")), kind, words) for topics, kind, words in parts]


def share(asked: list[Question], find: Callable[[str], Found], right: Callable[[Found, frozenset[str]], bool]) -> float:
    return sum(right(find(one.words), one.topics) for one in asked) / len(asked)


def first(found: Found, topics: frozenset[str]) -> bool:
    return bool(found.ranked) and found.ranked[0][0] in topics


def among_three(found: Found, topics: frozenset[str]) -> bool:
    return not topics.isdisjoint(topic for topic, _ in found.ranked[:3])


def test_the_questions_are_many_and_about_every_topic() -> None:
    asked = questions()
    assert len(asked) >= 250
    assert {topic for one in asked for topic in one.topics} >= {topic.id for topic in Topics.load()}
    assert len(lines("near_topics.txt")) >= 250


def test_most_questions_find_their_topic() -> None:
    find = Topics.load().find
    held_out = questions()[2::3]
    assert share(questions(), find, first) >= 0.94
    assert share(held_out, find, first) >= 0.89
    assert share(held_out, find, among_three) >= 0.91


@pytest.mark.parametrize("kind", ["tr", "en", "abbr", "law", "title", "unit", "mixed"])
def test_words_of_the_trade_find_their_topic(kind: str) -> None:
    assert share([one for one in questions() if one.kind == kind], Topics.load().find, first) >= 0.96


def test_a_third_of_the_names_left_out_costs_little() -> None:
    fewer = [Topics.load().without_aliases(0.35, seed) for seed in SEEDS]
    assert sum(share(questions(), topics.find, first) for topics in fewer) / len(fewer) >= 0.90
    assert sum(share(questions(), topics.find, among_three) for topics in fewer) / len(fewer) >= 0.94


def test_what_is_sure_is_right_and_what_is_not_is_asked_with_the_right_one_among_three() -> None:
    topics = Topics.load().without_aliases(0.35, seed=1)
    found = [(topics.find(one.words), one.topics) for one in questions()]
    asked = [one for one in found if one[0].verdict == "ask"]
    assert sum(one.verdict == "match" and first(one, right) for one, right in found) / len(found) >= 0.75
    assert sum(one.verdict == "match" and not first(one, right) for one, right in found) / len(found) <= 0.04
    assert sum(among_three(one, right) for one, right in asked) / len(asked) >= 0.76


def test_one_word_in_common_is_no_topic() -> None:
    others = lines("near_topics.txt")
    verdicts = [Topics.load().find(words).verdict for words in others]
    assert verdicts.count("match") / len(others) <= 0.05
    assert verdicts[-WRITTEN_LAST:].count("match") / WRITTEN_LAST <= 0.12


def test_who_asks_for_themselves_is_seldom_taken_for_a_municipality() -> None:
    errands = lines("private_errands.txt")
    verdicts = [Topics.load().find(words).verdict for words in errands]
    assert verdicts.count("match") / len(errands) <= 0.08
    assert verdicts[-ERRANDS_WRITTEN_LAST:].count("match") / ERRANDS_WRITTEN_LAST <= 0.10


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("spor salonu üyeliğim", "spor salonu üyeliği"),
        ("emlak vergisi borcumu", "emlak vergisi borcu"),
        ("children's playground near me", "children's playground"),
        ("compost bins for my balcony", "compost bins"),
    ],
)
def test_the_same_words_said_for_oneself_are_less_sure(theirs: str, ours: str) -> None:
    find = Topics.load().find
    assert find(theirs).verdict != "match"
    assert find(theirs).ranked[0][1] < find(ours).ranked[0][1]
