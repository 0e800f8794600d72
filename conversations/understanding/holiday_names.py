"""Public holidays as people name them, and the days they cover in Türkiye."""

import re
from datetime import date, timedelta
from functools import cache

import holidays

_NAMES = (
    (r"(?:ramazan|seker) bayrami?\w*|eid(?: al-?fitr)?", "Ramazan Bayramı"),
    (r"ramazan(?: ayin)?dan", "Ramadan"),
    (r"kurban bayrami?\w*|eid al-?adha", "Kurban Bayramı"),
    (r"between (?:christmas|xmas) and (?:the )?new year(?:'?s)?(?: day| eve)?", "festive season"),
    (r"(?:christmas|xmas|festive|winter) (?:break|holidays?|period|season)|noel tatili\w*", "festive season"),
    (r"christmas(?: day| eve)?|xmas|noel(?:den|de|e)?", "Christmas Day"),
    (r"easter(?: (?:break|holidays?|monday|weekend))?|paskalya\w*", "Easter Monday"),
    (r"yil ?basi(?:n[ae]|nd[ae]n?)?|yeni yildan", "Yılbaşı"),
    (r"(?<!in )(?<!of )(?<!in the )(?<!of the )(?:the )?new year(?:'?s)?(?: day| eve| holidays?)?", "Yılbaşı"),
    (r"cumhuriyet bayrami?\w*", "Cumhuriyet Bayramı"),
    (r"bayram(?!pas)(?:dan|da|a|i|in|ina|inda|indan|dan)?|(?:the )?(?:public )?holidays?", "bayram"),
)
_ABROAD = ("Christmas Day", "Easter Monday")
PATTERN = "(?:" + "|".join(f"(?:{words})" for words, _ in _NAMES) + r")\b"
NAMED = re.compile(PATTERN)


@cache
def _year(year: int) -> dict[date, str]:
    abroad = holidays.country_holidays("DE", years=year, language="en_US")
    return {
        **{day: name for day, name in abroad.items() if name in _ABROAD},
        **holidays.country_holidays("TR", years=year, language="tr"),
    }


def stretch(words: str, today: date) -> tuple[date, date] | None:
    """First and last day of the holiday's next occurrence, the eve of a religious one left out."""
    for pattern, name in _NAMES:
        if re.fullmatch(pattern, words):
            festive = name == "festive season" or (words.endswith("the holidays") and today.month > 10)
            if name == "Ramadan":
                return _ramadan(today)
            return _festive(today) if festive else _next(name, today)
    return None


def _festive(today: date) -> tuple[date, date]:
    """From Christmas to New Year's Day; on New Year's Day still the one that ends."""
    year = today.year - (today.month == today.day == 1)
    return date(year, 12, 24), date(year + 1, 1, 1)


def _ramadan(today: date) -> tuple[date, date] | None:
    """The 29 days before the feast that ends it."""
    feast = _next("Ramazan Bayramı", today)
    return (feast[0] - timedelta(days=29), feast[0] - timedelta(days=1)) if feast else None


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
