"""Times put to both sides, deadlines to answer, and another time asked for in free words."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.counter_proposals import Refused, times_in
from programme.proposals import ROOM_TO_ANSWER, Side, answer_deadline, best_times, first_common, suits, times_to_propose
from programme.stretches import overlaps
from programme.times import WEEKDAYS, Times, Window
from programme.working_days import add_working_days, add_working_time, closes, holiday_name

ISTANBUL, BERLIN, ATHENS, LONDON = "Europe/Istanbul", "Europe/Berlin", "Europe/Athens", "Europe/London"
HOUR = timedelta(hours=1)


def at(written: str, zone: str = ISTANBUL) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone))


def on(days: str, start: str = "09:00", end: str = "18:00") -> Times:
    """Named dates ("2026-12-01") or weekdays ("tue"), with the hours."""
    names = tuple(days.split())
    return Times((Window("weekly" if names[0] in WEEKDAYS else "days", names, start, end),))


def turkish(times: Times | None = None) -> Side:
    return Side(times, ISTANBUL, "TR")


def german(times: Times | None = None) -> Side:
    return Side(times, BERLIN, "DE")


def told(starts: tuple[datetime, ...], zone: str = ISTANBUL) -> list[str]:
    return [f"{start.astimezone(ZoneInfo(zone)):%m-%d %H:%M}" for start in starts]


MONDAY = at("2026-11-23 10:00")


@pytest.mark.parametrize(
    ("asker", "expert", "starts"),
    [
        # Nothing said: full time to answer, three days, three parts of the day.
        (turkish(), turkish(), ["11-27 10:00", "11-30 13:00", "12-01 15:00"]),
        # A named afternoon, all of it on one day.
        (turkish(on("2026-12-01", "13:00")), turkish(), ["12-01 13:00", "12-01 14:00", "12-01 15:00"]),
        # The times of both.
        (
            turkish(on("tue thu")),
            turkish(on("thu fri", "09:00", "12:00")),
            ["12-03 10:00", "12-10 11:00", "12-17 10:00"],
        ),
        # An exact hour, and one that is on no half hour.
        (turkish(on("2026-12-02", "14:30", "15:30")), turkish(), ["12-02 14:30"]),
        (turkish(on("2026-12-02", "14:15", "15:15")), turkish(), ["12-02 14:15"]),
        # Sooner than three working days and one more, but nothing else was said to suit.
        (turkish(on("2026-11-25", "10:00", "12:00")), turkish(), ["11-25 10:00", "11-25 11:00"]),
        # Tomorrow morning is too soon, tomorrow afternoon is not.
        (turkish(on("2026-11-24")), turkish(), ["11-24 13:00", "11-24 14:00", "11-24 15:00"]),
        (turkish(on("2026-11-24", "09:00", "12:00")), turkish(), []),
        # Nothing in common; nothing long enough; outside working hours; at the weekend; on a holiday.
        (turkish(on("tue")), turkish(on("wed")), []),
        (turkish(on("tue", "09:00", "10:30")), turkish(on("tue", "10:00", "12:00")), []),
        (turkish(on("tue", "18:00", "21:00")), turkish(), []),
        (turkish(on("sat sun")), turkish(), []),
        (turkish(on("2026-12-25")), german(), []),
        (turkish(on("2026-12-25")), turkish(), ["12-25 10:00", "12-25 13:00", "12-25 15:00"]),
        # Further than eight weeks only when said so.
        (turkish(on("2027-03-03", "10:00", "11:00")), turkish(), ["03-03 10:00"]),
        (turkish(Times(not_before=date(2027, 4, 1))), turkish(), ["04-01 10:00", "04-02 13:00", "04-05 15:00"]),
        (turkish(Times(deadline=date(2026, 11, 25))), turkish(), ["11-24 13:00", "11-24 15:00", "11-25 10:00"]),
        (turkish(on("2029-03-05")), turkish(), []),
        (turkish(on("9999-12-31")), turkish(), []),
        (turkish(Times(not_before=date(2027, 1, 16))), turkish(), ["01-18 10:00", "01-19 13:00", "01-20 15:00"]),
        # Clocks of two countries: 11:00 in Türkiye is 09:00 in Germany.
        (turkish(on("2026-12-01", "09:00", "12:00")), german(), ["12-01 11:00"]),
        (turkish(), Side(None, "America/Sao_Paulo", "BR"), ["11-27 16:00", "11-30 15:00", "12-01 16:00"]),
        # 23 November is a holiday in Japan: its days to answer begin a day later.
        (turkish(), Side(None, "Asia/Tokyo", "JP"), ["11-30 10:00", "12-01 09:00", "12-02 10:00"]),
    ],
)
def test_times_put_to_both(asker: Side, expert: Side, starts: list[str]) -> None:
    assert told(times_to_propose(asker, expert, MONDAY)) == starts


@pytest.mark.parametrize(
    ("week", "expert", "days"),
    [
        ("2026-10-26 2026-10-27 2026-10-28 2026-10-29 2026-10-30", turkish(), {"10-26", "10-27", "10-28", "10-30"}),
        ("2026-03-18 2026-03-19 2026-03-20 2026-03-23", turkish(), {"03-18", "03-19", "03-23"}),
        ("2026-05-25 2026-05-26 2026-05-27 2026-05-28 2026-05-29", turkish(), {"05-25", "05-26"}),
        ("2026-04-30 2026-05-01 2026-05-04", turkish(), {"04-30", "05-04"}),
        ("2025-10-02 2025-10-03 2025-10-06", german(), {"10-02", "10-06"}),
        ("2026-03-24 2026-03-25 2026-03-26", Side(None, ATHENS, "GR"), {"03-24", "03-26"}),
        ("2026-08-28 2026-08-31 2026-09-01", Side(None, LONDON, "GB"), {"08-28", "09-01"}),
    ],
)
def test_no_time_lies_on_a_holiday_of_either(week: str, expert: Side, days: set[str]) -> None:
    first = date.fromisoformat(week.split()[0])
    now = datetime(first.year, first.month, first.day, 7, tzinfo=UTC) - timedelta(days=14)
    starts = times_to_propose(turkish(on(week)), expert, now, count=30)
    assert {told[:5] for told in told(starts)} == days


def test_a_half_day_is_proposed_in_the_morning_only() -> None:
    starts = times_to_propose(turkish(on("2026-10-28")), turkish(), at("2026-10-19 10:00"), count=9)
    assert told(starts) == ["10-28 09:00", "10-28 10:00", "10-28 11:00"]
    assert not suits(at("2026-10-28 12:00"), turkish())
    assert suits(at("2026-10-28 11:30"), turkish())


def test_what_is_taken_is_left_out() -> None:
    afternoon = turkish(on("2026-12-01", "13:00"))
    taken = [(at("2026-12-01 13:30"), at("2026-12-01 14:30")), (at("2026-12-01 16:00"), at("2026-12-01 17:00"))]
    assert told(times_to_propose(afternoon, turkish(), MONDAY, taken=taken)) == ["12-01 15:00", "12-01 17:00"]


@pytest.mark.parametrize(
    ("asker", "expert", "keeps_to", "starts"),
    [
        (on("tue", "10:00", "11:00"), on("tue"), "both", ["12-01 10:00", "12-08 10:00", "12-15 10:00"]),
        (on("tue", "10:00", "11:00"), on("wed"), "asker", ["12-01 10:00", "12-08 10:00", "12-15 10:00"]),
        (on("sat"), on("wed", "10:00", "11:00"), "expert", ["12-02 10:00", "12-09 10:00", "12-16 10:00"]),
        (on("sat"), on("wed", "18:00", "21:00"), "neither", ["11-27 10:00", "11-30 13:00", "12-01 15:00"]),
    ],
)
def test_when_nothing_suits_both_it_is_known_whose_words_are_kept(
    asker: Times, expert: Times, keeps_to: str, starts: list[str]
) -> None:
    best = best_times(turkish(asker), turkish(expert), MONDAY)
    assert (best.keeps_to, told(best.starts)) == (keeps_to, starts)


def test_a_shorter_meeting_fits_a_shorter_window() -> None:
    half_an_hour = turkish(on("2026-12-01", "11:30", "12:00"))
    assert told(times_to_propose(half_an_hour, turkish(), MONDAY, minutes=30)) == ["12-01 11:30"]


@pytest.mark.parametrize(
    ("start", "side", "yes"),
    [
        ("2026-12-01 10:00", turkish(), True),
        ("2026-12-01 17:00", turkish(), True),
        ("2026-12-01 17:30", turkish(), False),
        ("2026-12-01 08:30", turkish(), False),
        ("2026-12-01 10:00", turkish(on("tue", "10:00", "11:00")), True),
        ("2026-12-01 10:30", turkish(on("tue", "10:00", "11:00")), False),
        ("2026-12-01 10:00", german(), False),
        ("2026-12-05 10:00", turkish(on("sat")), False),
        ("2026-10-29 10:00", turkish(), False),
    ],
)
def test_a_time_suits_or_does_not(start: str, side: Side, yes: bool) -> None:
    assert suits(at(start), side) is yes


@pytest.mark.parametrize(
    ("now", "first_time", "side", "deadline"),
    [
        ("2026-11-23 10:00", "2026-12-01 14:00", turkish(), "2026-11-26 10:00"),
        ("2026-11-23 10:00", "2026-11-25 14:00", turkish(), "2026-11-24 14:00"),
        ("2026-11-27 16:00", "2026-12-07 14:00", turkish(), "2026-12-02 16:00"),
        ("2026-10-26 15:00", "2026-11-03 10:00", turkish(), "2026-10-30 15:00"),
        ("2026-10-26 15:00", "2026-10-30 10:00", turkish(), "2026-10-28 10:00"),
        ("2026-10-26 15:00", "2026-10-30 15:00", turkish(), "2026-10-28 12:30"),
        ("2026-12-22 10:00", "2027-01-11 14:00", german(), "2026-12-28 11:00"),
    ],
)
def test_there_is_time_to_answer_but_never_into_the_last_working_day(
    now: str, first_time: str, side: Side, deadline: str
) -> None:
    assert answer_deadline(at(now), at(first_time), side) == at(deadline)


def test_the_first_time_both_picked_wins() -> None:
    one, two, three = (at(f"2026-12-0{day} 10:00") for day in (1, 2, 3))
    assert first_common([three, two], [one, two, three]) == two
    assert first_common([one], [two]) is None
    assert first_common([one], [one.astimezone(ZoneInfo(BERLIN))]) == one


@pytest.mark.parametrize(
    ("asked", "other", "starts"),
    [
        (on("2026-12-02", "14:30", "15:30"), turkish(), ["12-02 14:30"]),
        (on("2026-12-02", "14:10", "15:10"), turkish(), ["12-02 14:10"]),
        (on("2026-12-02", "14:30", "15:00"), turkish(), ["12-02 14:30"]),
        (on("2026-12-02", "13:00"), turkish(), ["12-02 13:00", "12-02 14:00", "12-02 15:00"]),
        # What the other side named comes first, but does not bind.
        (on("2026-12-02", "13:00"), turkish(on("wed", "16:00")), ["12-02 16:00", "12-02 17:00"]),
        (on("2026-12-02", "14:30", "15:30"), turkish(on("fri")), ["12-02 14:30"]),
        # Only the other side needs room to answer.
        (on("2026-11-24", "14:30", "15:30"), turkish(), ["11-24 14:30"]),
        (
            Times(
                (Window("days", ("2026-12-01",), "10:00", "11:00"), Window("days", ("2026-12-03",), "14:00", "15:00"))
            ),
            turkish(),
            ["12-01 10:00", "12-03 14:00"],
        ),
    ],
)
def test_another_time_means_these_starts(asked: Times, other: Side, starts: list[str]) -> None:
    found = times_in(asked, turkish(on("mon")), other, MONDAY)
    assert not isinstance(found, Refused)
    assert told(found) == starts


@pytest.mark.parametrize(
    ("asked", "other", "refused"),
    [
        (on("2026-11-20", "14:30", "15:30"), turkish(), Refused("past", date(2026, 11, 20))),
        (on("2026-11-23", "09:00", "10:00"), turkish(), Refused("past", date(2026, 11, 23))),
        (Times(deadline=date(2026, 11, 20)), turkish(), Refused("past", date(2026, 11, 20))),
        (on("2026-11-23", "14:30", "15:30"), turkish(), Refused("too_soon", date(2026, 11, 23))),
        (on("2026-11-24", "10:00", "11:00"), turkish(), Refused("too_soon", date(2026, 11, 24))),
        (on("2026-12-05", "10:00", "11:00"), turkish(), Refused("weekend", date(2026, 12, 5), None, "TR")),
        (on("2027-01-01", "10:00", "11:00"), turkish(), Refused("holiday", date(2027, 1, 1), "Yılbaşı", "TR")),
        (on("2026-12-25", "14:30", "15:30"), german(), Refused("holiday", date(2026, 12, 25), "Christmas Day", "DE")),
        (on("2027-03-08", "14:30", "15:30"), turkish(), Refused("holiday", date(2027, 3, 8), "Ramazan Bayramı", "TR")),
        (on("2026-12-02", "18:30", "19:30"), turkish(), Refused("outside_hours", date(2026, 12, 2))),
        (on("2026-12-02", "09:00", "10:00"), german(), Refused("outside_hours", date(2026, 12, 2))),
        (on("2029-12-03"), turkish(), Refused("too_far", date(2029, 12, 3))),
        (Times(on("tue").windows, on("tue").windows), turkish(), Refused("nothing_left")),
    ],
)
def test_another_time_that_cannot_be_says_why(asked: Times, other: Side, refused: Refused) -> None:
    assert times_in(asked, turkish(), other, MONDAY) == refused


def test_another_time_that_is_taken_says_so() -> None:
    taken = [(at("2026-12-02 14:00"), at("2026-12-02 15:00"))]
    asked = on("2026-12-02", "14:30", "15:30")
    assert times_in(asked, turkish(), turkish(), MONDAY, taken=taken) == Refused("taken", date(2026, 12, 2))


CLOCKS = st.integers(7 * 4, 20 * 4).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
DATES = st.dates(date(2026, 10, 10), date(2027, 1, 31))
WINDOWS = st.one_of(
    st.builds(Window, st.just("any"), st.just(()), CLOCKS, CLOCKS),
    st.builds(Window, st.just("weekly"), st.lists(st.sampled_from(WEEKDAYS), min_size=1).map(tuple), CLOCKS, CLOCKS),
    st.builds(
        Window, st.just("days"), st.lists(DATES.map(date.isoformat), min_size=1, max_size=9).map(tuple), CLOCKS, CLOCKS
    ),
)
SAID = st.none() | st.builds(
    Times,
    st.lists(WINDOWS, max_size=3).map(tuple),
    st.lists(WINDOWS, max_size=1).map(tuple),
    st.none() | DATES,
    st.none() | DATES,
)
PLACES = st.sampled_from(
    [(ISTANBUL, "TR"), (BERLIN, "DE"), (ATHENS, "GR"), (LONDON, "GB"), ("Europe/Sarajevo", "BA"), ("Asia/Amman", "JO")]
)
SIDES = st.builds(lambda times, place: Side(times, *place), SAID, PLACES)
NOWS = st.integers(0, 90 * 96).map(lambda n: datetime(2026, 9, 20, tzinfo=UTC) + timedelta(minutes=15 * n))
BUSY = st.lists(NOWS.map(lambda start: (start, start + HOUR)), max_size=5)


@settings(deadline=None, max_examples=150)
@given(SIDES, SIDES, NOWS, BUSY)
def test_every_time_proposed_suits_both_and_leaves_room_to_answer(
    asker: Side, expert: Side, now: datetime, taken: list[tuple[datetime, datetime]]
) -> None:
    starts = times_to_propose(asker, expert, now, taken=taken)
    assert starts == times_to_propose(asker, expert, now, taken=taken)
    assert len(starts) <= 3
    assert list(starts) == sorted(set(starts))
    assert not any(overlaps((start, start + HOUR), meeting) for start in starts for meeting in taken)
    for side in (asker, expert):
        for start in starts:
            local = start.astimezone(ZoneInfo(side.zone))
            end = closes(local.date(), side.country)
            assert end is not None
            assert time(9) <= local.time()
            assert (local + HOUR).time() <= end
            assert end.hour == 12 or holiday_name(local.date(), side.country, "tr") is None
            assert _said_so(local, side.times)
        if starts:
            deadline = answer_deadline(now, starts[0], side)
            assert deadline >= add_working_time(now, ROOM_TO_ANSWER, side.zone, side.country)
            assert starts[0] >= add_working_days(deadline, 1, side.zone, side.country)


def _said_so(start: datetime, times: Times | None) -> bool:
    """Read anew, minute by minute: whether the whole meeting lies in what was said."""
    if times is None:
        return start.weekday() < 5
    if not (times.not_before or date.min) <= start.date() <= (times.deadline or date.max):
        return False
    minutes = [start + timedelta(minutes=n) for n in range(60)]
    windows = times.windows or (Window("any"),)
    return all(
        any(_in(moment, window) and (window.kind != "any" or moment.weekday() < 5) for window in windows)
        and not any(_in(moment, window) for window in times.exclude)
        for moment in minutes
    )


def _in(moment: datetime, window: Window) -> bool:
    named = {moment.date().isoformat(), WEEKDAYS[moment.weekday()]}
    ends = window.end if window.end > window.start else "24:00"
    return (window.kind == "any" or bool(named & set(window.on))) and window.start <= f"{moment:%H:%M}" < ends


@settings(deadline=None, max_examples=150)
@given(SAID.filter(bool), SIDES, SIDES, NOWS)
def test_another_time_is_always_answered(asked: Times, speaker: Side, other: Side, now: datetime) -> None:
    found = times_in(asked, speaker, other, now)
    if isinstance(found, Refused):
        assert found.why in ("past", "too_far", "weekend", "holiday", "outside_hours", "too_soon", "nothing_left")
        assert (found.why == "holiday") == (found.holiday is not None)
        return
    assert 1 <= len(found) <= 3
    for start in found:
        assert suits(start, speaker.whenever())
        assert suits(start, other.whenever())
        deadline = answer_deadline(now, start, other)
        assert deadline >= add_working_time(now, ROOM_TO_ANSWER, other.zone, other.country)
