"""Public holidays as people name them, and the days they cover in Türkiye."""

import re
from datetime import date, timedelta
from functools import cache

import holidays

_NAMES = (
    (r"(?:ramazan|seker) bayrami?\w*|eid(?: al-?fitr)?", "Ramazan Bayramı"),
    (r"kurban bayrami?\w*|eid al-?adha", "Kurban Bayramı"),
    (r"yil ?basi(?:n[ae]|nd[ae]n?)?|yeni yildan|new year(?:'?s)?(?: day| eve)?", "Yılbaşı"),
    (r"cumhuriyet bayrami?\w*", "Cumhuriyet Bayramı"),
    (r"bayram(?!pas)(?:dan|da|a|i|in|ina|inda|indan|dan)?|(?:the )?(?:public )?holidays?", "bayram"),
)
PATTERN = "(?:" + "|".join(f"(?:{words})" for words, _ in _NAMES) + r")\b"


@cache
def _year(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("TR", years=year, language="tr"))


def stretch(words: str, today: date) -> tuple[date, date] | None:
    """First and last day of the holiday's next occurrence, the eve of a religious one left out."""
    for pattern, name in _NAMES:
        if re.fullmatch(pattern, words):
            return _next(name, today)
    return None


def _next(name: str, today: date) -> tuple[date, date] | None:
    wanted = ("Ramazan Bayramı", "Kurban Bayramı") if name == "bayram" else (name,)
    days = sorted(
        day
        for year in (today.year, today.year + 1)
        for day, said in _year(year).items()
        if day >= today and any(w in said for w in wanted)
    )
    if not days:
        return None
    last = days[0]
    while last + timedelta(days=1) in days:
        last += timedelta(days=1)
    return days[0], last
