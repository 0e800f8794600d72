"""How answers to single questions are read, one example each."""

from datetime import UTC, datetime
from typing import Any

import pytest

from conversations.flow import Context, Unclear, Understood
from conversations.readers import name, times
from conversations.until_readers import how_long, until

MONDAY = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
LAST_EVENING = datetime(2026, 11, 29, 21, 30, tzinfo=UTC)
"""Half past midnight on 30 November in Istanbul."""


def at(moment: datetime) -> Context:
    return Context(moment, "Europe/Istanbul", "tr")


def read(answer: Understood | Unclear) -> Any:
    return answer.value if isinstance(answer, Understood) else answer.why


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Ayşe Örnek", "Ayşe Örnek"), ("Can", "Can"), ("Nilüfer", "Nilüfer"), ("Mehmet Kartal", "Mehmet Kartal"),
     ("I am Anna Example from Malmö", "Anna Example"), ("Ben Ayşe, Nilüfer Belediyesi'nden", "Ayşe"),
     ("Can Örnek, Kadıköy", "Can Örnek"), ("Kadıköy Belediyesi, Can Örnek", "Can Örnek"),
     ("Osmangazi", "a_municipality"), ("Osmangazi Belediyesi", "a_municipality"), ("Edremit", "a_municipality"),
     ("evet", "not_a_name"), ("ok", "not_a_name")],
)  # fmt: skip
def test_a_name_is_a_persons_and_not_a_municipalitys(typed: str, kept: str) -> None:
    assert read(name().read(typed, at(MONDAY))) == kept


@pytest.mark.parametrize(
    ("typed", "last"),
    [("2 hafta", "2026-12-07"), ("iki hafta", "2026-12-07"), ("two weeks", "2026-12-07"), ("bir ay", "2026-12-23"),
     ("3 ay", "2027-02-23"), ("15 gün", "2026-12-08"), ("15 aralığa kadar", "2026-12-15"),
     ("ay sonuna kadar olsun", "2026-11-30"), ("until further notice", "open"), ("süresiz", "open"),
     ("bilmem", "no_day")],
)  # fmt: skip
def test_a_pause_ends_on_a_day_that_is_named_or_counted_to(typed: str, last: str) -> None:
    assert read(until().read(typed, at(MONDAY))) == last


def test_on_the_last_day_of_the_month_a_pause_goes_to_the_end_of_the_next() -> None:
    line, last = until().options(at(LAST_EVENING))[0]
    assert (line.key, last) == ("readers.until.next_month", "2026-12-31")
    assert read(until().read("ay sonuna kadar", at(LAST_EVENING))) == "2026-12-31"


def test_the_day_is_the_persons_own() -> None:
    assert until().options(at(LAST_EVENING))[1][1] == "2026-12-14", "two weeks from the 30th, not from the 29th"
    week = times().options(at(LAST_EVENING))[1][1]["windows"][0]["on"]
    assert week[0] == "2026-12-07", "it is Monday already, so next week is the one after"


@pytest.mark.parametrize(
    ("typed", "length"),
    [("tatildeyim 15 aralığa kadar", "2026-12-15"), ("iki hafta izinliyim", "2026-12-07"), ("bu ay", "month"),
     ("ben yazana kadar", "open"), ("yalnızca bu talep", "once"), ("bilmem", "unclear")],
)  # fmt: skip
def test_how_long_a_no_holds(typed: str, length: str) -> None:
    assert read(how_long().read(typed, at(MONDAY))) == length
