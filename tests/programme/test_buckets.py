"""The token bucket: who writes like a person is always answered, who floods is told once and then left alone."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from programme.caps import MESSAGES_A_MINUTE, MESSAGES_AT_ONCE, PEOPLE_REMEMBERED, Buckets

NOON = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_who_writes_every_two_seconds_is_always_answered() -> None:
    buckets = Buckets()
    assert {buckets.take("ayse", NOON + timedelta(seconds=2 * n)) for n in range(3000)} == {"answer"}


def test_a_flood_is_told_once_and_then_left_alone() -> None:
    buckets = Buckets()
    said = Counter(buckets.take("ayse", NOON) for _ in range(1000))
    assert said == {"answer": MESSAGES_AT_ONCE, "tell": 1, "silence": 1000 - MESSAGES_AT_ONCE - 1}


def test_a_flood_that_goes_on_is_not_told_again_with_every_drop() -> None:
    buckets = Buckets()
    said = Counter(buckets.take("ayse", NOON + timedelta(seconds=n / 10)) for n in range(6000))
    assert said["tell"] == 1
    assert said["answer"] <= MESSAGES_AT_ONCE + 10 * MESSAGES_A_MINUTE + 1


def test_after_a_rest_it_is_full_again_and_tells_again() -> None:
    buckets = Buckets()
    for _ in range(100):
        buckets.take("ayse", NOON)
    later = NOON + timedelta(minutes=2)
    assert Counter(buckets.take("ayse", later) for _ in range(100))["answer"] == MESSAGES_AT_ONCE
    assert buckets.take("ayse", later + timedelta(minutes=2)) == "answer"


def test_what_was_typed_before_but_came_later_costs_no_more() -> None:
    buckets = Buckets()
    typed = [NOON - timedelta(minutes=n) for n in range(60)]
    assert [buckets.take("ayse", at) for at in typed].count("answer") == MESSAGES_AT_ONCE
    assert buckets.take("ayse", NOON + timedelta(minutes=1)) == "answer"


def test_one_flood_costs_nobody_else_a_token_and_memory_ends_somewhere() -> None:
    buckets = Buckets()
    for _ in range(1000):
        buckets.take("ayse", NOON)
    assert {buckets.take(f"person {n}", NOON) for n in range(2 * PEOPLE_REMEMBERED)} == {"answer"}
    assert len(buckets._of) == PEOPLE_REMEMBERED
