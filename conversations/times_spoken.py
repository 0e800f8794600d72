"""Says when somebody can meet, shortly: runs of days drawn together, hours behind them."""

from collections.abc import Mapping
from datetime import date, timedelta

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from programme.times import WEEKDAYS, Times, Window

_LOCALE = {"tr": "tr", "en": "en_GB"}
_DAY = {"tr": "d MMMM EEEE", "en": "EEEE d MMMM"}
_SHORT = "d MMMM"


def say(times: Times, language: str, texts: Mapping[str, str]) -> str:
    """All of it in one line, as HTML: "1 Aralık Salı 13:00-18:00; her perşembe 09:00-12:00". `texts`: a catalogue."""
    parts = [_window(window, language, texts) for window in _drawn_together(times.windows)] or [texts["said.all_times"]]
    parts += [
        texts["said.except"].format(days=_days(window, language)) for window in times.exclude if _bites(window, times)
    ]
    if times.not_before:
        parts.append(texts["said.after"].format(day=_day(times.not_before, language)))
    if times.deadline:
        parts.append(texts["said.before"].format(day=_day(times.deadline, language)))
    return "; ".join(parts)


def _bites(exclude: Window, times: Times) -> bool:
    """Whether what is left out could otherwise be meant: "not Tuesday" need not be said beside "Thursday"."""
    if exclude.kind != "weekly" or not times.windows or any(window.kind == "any" for window in times.windows):
        return True
    wanted = {
        day if window.kind == "weekly" else WEEKDAYS[date.fromisoformat(day).weekday()]
        for window in times.windows
        for day in window.on
    }
    return bool(wanted & set(exclude.on))


def _drawn_together(windows: tuple[Window, ...]) -> list[Window]:
    """Windows of one kind with the same hours become one."""
    together: dict[tuple[str, str, str], list[str]] = {}
    for window in windows:
        days = together.setdefault((window.kind, window.start, window.end), [])
        days += [day for day in window.on if day not in days]
    return [Window(kind, tuple(on), start, end) for (kind, start, end), on in together.items()]  # type: ignore[arg-type]


def _window(window: Window, language: str, texts: Mapping[str, str]) -> str:
    hours = "" if (window.start, window.end) == ("09:00", "18:00") else f" {window.start}-{window.end}"
    if window.kind == "any":
        return texts["said.any_day" if hours else "said.all_times"] + hours
    days = _days(window, language)
    if window.kind == "weekly":
        every_working_day = set(window.on) == set(WEEKDAYS[:5])
        days = texts["said.working_days"] if every_working_day else texts["said.every"].format(days=days)
    return days + hours


def _days(window: Window, language: str) -> str:
    locale = _LOCALE[language]
    if window.kind == "any":
        return f"{window.start}-{window.end}"
    if window.kind == "weekly":
        names = Locale.parse(locale).days["format"]["wide"]
        if language == "tr":  # Turkish writes a weekday large only beside its date
            names = {number: name.lower() for number, name in names.items()}
        ordered = sorted(window.on, key=WEEKDAYS.index)
        return str(format_list([names[WEEKDAYS.index(day)] for day in ordered], locale=locale))
    runs = _runs(sorted(date.fromisoformat(day) for day in window.on))
    return str(format_list([_run(first, last, language) for first, last in runs], locale=locale))


def _runs(days: list[date]) -> list[tuple[date, date]]:
    """Days that follow each other, a weekend between them not counted as a gap, as (first, last)."""

    def follows(earlier: date, later: date) -> bool:
        return later - earlier <= timedelta(days=3 if earlier.weekday() == 4 and later.weekday() == 0 else 1)

    starts = [0] + [i for i in range(1, len(days)) if not follows(days[i - 1], days[i])]
    ends = [*starts[1:], len(days)]
    return [(days[start], days[end - 1]) for start, end in zip(starts, ends, strict=True)] if days else []


def _run(first: date, last: date, language: str) -> str:
    if first == last:
        return _day(first, language)
    since, until = (format_date(day, _SHORT, locale=_LOCALE[language]) for day in (first, last))
    return f"{first.day}-{until}" if (first.year, first.month) == (last.year, last.month) else f"{since} - {until}"


def _day(day: date, language: str) -> str:
    return format_date(day, _DAY[language], locale=_LOCALE[language])
