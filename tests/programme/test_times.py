"""What people said of when, asked which hours it means."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.stretches import joined, overlaps, shared, without
from programme.times import WEEKDAYS, Times, Window, intervals, latest_day_named

ISTANBUL = "Europe/Istanbul"
MONDAY, SUNDAY = date(2026, 11, 30), date(2026, 12, 6)


def told(times: Times | None, zone: str = ISTANBUL, first: date = MONDAY, last: date = SUNDAY) -> list[str]:
    """The intervals as local hours: "30 09:00-18:00"."""
    local = [
        (a.astimezone(ZoneInfo(zone)), b.astimezone(ZoneInfo(zone))) for a, b in intervals(times, zone, first, last)
    ]
    return [f"{a:%d %H:%M}-{b:%H:%M}" for a, b in local]


def weekly(on: str, start: str = "09:00", end: str = "18:00") -> Window:
    return Window("weekly", tuple(on.split()), start, end)


WORKING_WEEK = ["30 09:00-18:00", "01 09:00-18:00", "02 09:00-18:00", "03 09:00-18:00", "04 09:00-18:00"]


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        (None, WORKING_WEEK),
        (Times(), WORKING_WEEK),
        (Times((Window("any"),)), WORKING_WEEK),
        (Times((weekly("tue", "13:00"),)), ["01 13:00-18:00"]),
        (
            Times((Window("days", ("2026-12-01", "2026-12-03"), "14:30", "15:30"),)),
            ["01 14:30-15:30", "03 14:30-15:30"],
        ),
        (Times((Window("days", ("2026-12-05",), "10:00", "12:00"),)), ["05 10:00-12:00"]),
        (Times((Window("days", ("2026-12-15",)),)), []),
        (Times((weekly("mon", "09:00", "12:00"), weekly("mon", "11:00", "13:00"))), ["30 09:00-13:00"]),
        (Times((weekly("mon", "09:00", "12:00"), weekly("mon", "12:00", "13:00"))), ["30 09:00-13:00"]),
        (
            Times((weekly("mon", "09:00", "10:00"), weekly("mon", "11:00", "13:00"))),
            ["30 09:00-10:00", "30 11:00-13:00"],
        ),
        (Times((weekly("mon wed"),), (weekly("wed"),)), ["30 09:00-18:00"]),
        (Times((weekly("mon"),), (Window("any", (), "12:00", "13:00"),)), ["30 09:00-12:00", "30 13:00-18:00"]),
        (Times((weekly("sat"),), (Window("any", (), "09:00", "12:00"),)), ["05 12:00-18:00"]),
        (Times((), (weekly("mon tue wed thu"),)), ["04 09:00-18:00"]),
        (Times((weekly("mon"),), (weekly("mon"),)), []),
        (Times(not_before=date(2026, 12, 3)), ["03 09:00-18:00", "04 09:00-18:00"]),
        (Times(deadline=date(2026, 12, 1)), ["30 09:00-18:00", "01 09:00-18:00"]),
        (Times(not_before=date(2026, 12, 3), deadline=date(2026, 12, 1)), []),
        (Times((weekly("mon", "20:00", "24:00"),)), ["30 20:00-00:00"]),
        (Times((weekly("mon", "20:00", "00:00"),)), ["30 20:00-00:00"]),
    ],
)
def test_what_was_said_means_these_hours(times: Times | None, hours: list[str]) -> None:
    assert told(times) == hours


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Europe/Athens", "Europe/London", "America/New_York", ISTANBUL])
@pytest.mark.parametrize("monday", [date(2026, 3, 2), date(2026, 3, 23), date(2026, 10, 19), date(2026, 10, 26)])
def test_local_hours_stay_when_the_clocks_change(zone: str, monday: date) -> None:
    fortnight = told(Times((weekly("mon fri", "10:00", "11:00"),)), zone, monday, monday + timedelta(days=13))
    assert [hours[3:] for hours in fortnight] == ["10:00-11:00"] * 4


def test_utc_moves_with_the_clocks() -> None:
    found = intervals(
        Times((weekly("mon", "10:00", "11:00"),)), "Europe/Berlin", date(2026, 10, 19), date(2026, 10, 26)
    )
    assert [start for start, _ in found] == [
        datetime(2026, 10, 19, 8, tzinfo=UTC),
        datetime(2026, 10, 26, 9, tzinfo=UTC),
    ]


def test_hours_that_the_clocks_skip_are_left_out() -> None:
    night = Times(
        (Window("days", ("2026-03-29",), "02:00", "02:30"), Window("days", ("2026-03-29",), "10:00", "11:00"))
    )
    assert told(night, "Europe/Berlin", date(2026, 3, 29), date(2026, 3, 29))[-1] == "29 10:00-11:00"


def test_the_last_day_somebody_named() -> None:
    assert latest_day_named(None) is None
    assert latest_day_named(Times((weekly("mon"),))) is None
    assert latest_day_named(Times((Window("days", ("2027-01-05", "2027-01-04")),))) == date(2027, 1, 5)
    assert latest_day_named(Times(not_before=date(2027, 2, 1))) == date(2027, 2, 1)


CLOCKS = st.integers(0, 47).map(lambda half: f"{half // 2:02}:{half % 2 * 30:02}")
WINDOWS = st.one_of(
    st.builds(Window, st.just("any"), st.just(()), CLOCKS, CLOCKS),
    st.builds(Window, st.just("weekly"), st.lists(st.sampled_from(WEEKDAYS), unique=True).map(tuple), CLOCKS, CLOCKS),
    st.builds(
        Window,
        st.just("days"),
        st.lists(st.dates(date(2026, 10, 1), date(2026, 11, 30)).map(date.isoformat), max_size=4).map(tuple),
        CLOCKS,
        CLOCKS,
    ),
)
SAID = st.builds(
    Times,
    st.lists(WINDOWS, max_size=4).map(tuple),
    st.lists(WINDOWS, max_size=2).map(tuple),
    st.none() | st.dates(date(2026, 10, 1), date(2026, 11, 30)),
    st.none() | st.dates(date(2026, 10, 1), date(2026, 11, 30)),
)


@given(SAID)
def test_times_come_back_from_json_as_they_were(times: Times) -> None:
    assert Times.from_json(times.to_json()) == times


@settings(deadline=None)
@given(SAID, st.sampled_from([ISTANBUL, "Europe/Berlin", "America/New_York", "Asia/Beirut"]))
def test_intervals_are_in_order_apart_and_within_the_days(times: Times, zone: str) -> None:
    first, last = date(2026, 10, 15), date(2026, 11, 15)
    found = intervals(times, zone, first, last)
    assert all(start < end for start, end in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert all(first <= start.astimezone(ZoneInfo(zone)).date() <= last for start, _ in found)


STRETCHES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
        lambda pair: tuple(datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=hours) for hours in pair)
    ),
    max_size=6,
)


@given(STRETCHES, STRETCHES)
def test_cut_and_shared_time_make_up_the_whole(some: list, others: list) -> None:
    kept, cut = without(some, others), shared(some, others)
    assert joined([*kept, *cut]) == joined(some)
    assert not any(overlaps(one, other) for one in kept for other in cut)
