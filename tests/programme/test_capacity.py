"""Room in a month: what is set or asked, by the expert's own clocks."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from programme.capacity import by_month, full, next_month, room_in

ISTANBUL = "Europe/Istanbul"
NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)


def test_what_may_come_to_several_starts_is_held_in_the_month_of_each() -> None:
    last_of_november = datetime(2026, 11, 30, 11, tzinfo=UTC)
    first_of_december = datetime(2026, 12, 1, 11, tzinfo=UTC)
    load = by_month([[last_of_november], [last_of_november, first_of_december]], ISTANBUL)
    assert load == {NOVEMBER: 2, DECEMBER: 1}


def test_a_month_begins_by_the_experts_own_clocks() -> None:
    late = datetime(2026, 11, 30, 22, tzinfo=UTC)
    assert by_month([[late]], ISTANBUL) == {DECEMBER: 1}
    assert by_month([[late]], "Europe/London") == {NOVEMBER: 1}


@pytest.mark.parametrize(
    ("per_month", "load", "left"),
    [
        (2, {}, 2),
        (2, {DECEMBER: 1, NOVEMBER: 5}, 1),
        (2, {DECEMBER: 3}, 0),
        (0.33, {}, 1),
        (0.33, {date(2026, 10, 1): 1}, 0),
        (0.33, {date(2026, 9, 1): 1}, 1),
        (0.5, {JANUARY: 1}, 0),
        (0.5, {date(2027, 2, 1): 1}, 1),
    ],
    ids=["free", "one set", "overfull", "one a quarter", "quarter used", "quarter past", "two months", "after them"],
)
def test_room_in_december(per_month: float, load: dict[date, int], left: int) -> None:
    assert room_in(DECEMBER, per_month, load) == left


def test_full_months_are_closed_from_their_first_moment_to_their_last() -> None:
    assert full(1, Counter({DECEMBER: 1}), ISTANBUL) == [
        (datetime(2026, 11, 30, 21, tzinfo=UTC), datetime(2026, 12, 31, 21, tzinfo=UTC))
    ]
    assert full(2, Counter({DECEMBER: 1}), ISTANBUL) == []
    assert [since.month for since, _ in full(0.5, Counter({DECEMBER: 1}), "UTC")] == [11, 12, 1]


def test_the_next_month_comes_when_it_comes_to_the_person() -> None:
    past_midnight = datetime(2026, 11, 30, 21, 10, tzinfo=UTC)
    assert next_month(past_midnight, ISTANBUL) == datetime(2027, 1, 1, 6, tzinfo=UTC)
    assert next_month(past_midnight, "Europe/Berlin") == datetime(2026, 12, 1, 8, tzinfo=UTC)
