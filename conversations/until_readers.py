"""How long somebody wants to be left in peace: until a day, for a while, or until they write."""

import re
from calendar import monthrange
from datetime import date, timedelta

from conversations.flow import Context, Option, Reader, Unclear, Understood
from conversations.messages import Line
from conversations.readers import heard, today
from conversations.understanding.numbers import ANY, value
from conversations.understanding.patterns import any_of, sections
from conversations.values import On
from programme.words import fold

_SAID = {heading: any_of(lines) for heading, lines in sections("short_answers")}
_LENGTHS = {
    unit: re.compile(rf"\b(?:(?P<n>{ANY})|an?)\s*(?:{_SAID[f'length: {unit}'].pattern})\b")
    for unit in ("days", "weeks", "months")
}
LENGTHS = ("once", "month", "open")
"""For how long a no to a proposal holds."""


def until() -> Reader:
    """The last day of a pause as an ISO date, or "open" for as long as the person does not write."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        last = last_day(answer, context)
        if last and last > today(context):
            return Understood(last.isoformat())
        if _SAID["until: month"].search(fold(answer)):
            return Understood(end_of_month(today(context)).isoformat())
        if last is None and _SAID["until: open"].search(fold(answer)):
            return Understood("open")
        return Unclear("past" if last else "no_day")

    def options(context: Context) -> tuple[Option, ...]:
        now = today(context)
        last = end_of_month(now)
        return (
            (Line("readers.until.month" if last.month == now.month else "readers.until.next_month"), last.isoformat()),
            (Line("readers.until.two_weeks"), (now + timedelta(days=14)).isoformat()),
            (Line("readers.until.open"), "open"),
        )

    return Reader(
        "until",
        reads,
        show=lambda day: Line("readers.until.open") if day == "open" else On(date.fromisoformat(day)),
        options=options,
    )


def how_long() -> Reader:
    """One of LENGTHS, or the last day without proposals as an ISO date."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        said = fold(answer)
        found = next((length for length in ("open", "month", "once") if _SAID[f"until: {length}"].search(said)), None)
        if found is None and (last := last_day(answer, context)) and last > today(context):
            found = last.isoformat()
        return Understood(found) if found else Unclear("unclear")

    return Reader(
        "how_long",
        reads,
        show=lambda value: Line(f"not_me.until.choice.{value}") if value in LENGTHS else On(date.fromisoformat(value)),
        options=lambda context: tuple(
            (Line(f"not_me.until.choice.{value}"), value) for value in ("month", "open", "once")
        ),
    )


def last_day(answer: str, context: Context) -> date | None:
    """The last day that an answer names or counts to: "15 Aralık'a kadar", "two weeks"."""
    times = heard(answer, context, "time").times
    days = [date.fromisoformat(day) for window in times.windows if window.kind == "days" for day in window.on]
    return times.deadline or times.not_before or (max(days) if days else _counted(fold(answer), today(context)))


def _counted(said: str, now: date) -> date | None:
    for unit, pattern in _LENGTHS.items():
        if found := pattern.search(said):
            number = (value(found["n"]) if found["n"] else 1) or 1
            return _months_on(now, number) if unit == "months" else now + timedelta(**{unit: number})
    return None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def end_of_month(now: date) -> date:
    """The month's last day; on that day itself the next month's, for a pause of an hour is none."""
    last = now.replace(day=monthrange(now.year, now.month)[1])
    return last if last > now else _months_on(last + timedelta(days=1), 1) - timedelta(days=1)
