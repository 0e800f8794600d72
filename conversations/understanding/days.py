"""Days as people say them, in Turkish and English: words/days.txt with the reader of each line."""

import re

from conversations.understanding import dates, holiday_names, month_parts, weeks
from conversations.understanding.months import (
    CLEAR_MONTH,
    EN_SHORT,
    EN_WEEKDAY,
    LONG_MONTH,
    MONTH,
    TR_MONTH,
    TR_WEEKDAY,
)
from conversations.understanding.named_days import Read
from conversations.understanding.numbers import ANY, EN_ORDINALS, TR_WORDS
from conversations.understanding.patterns import sections

# salıya, salının, salıları
_SUFFIX = r"(?:'?(?:n?[dt][ae]n?|y?[aeiu]|n[aeiu]|n?[iu]n|s?[iu](?:n[ae]|nd[ae]n?|n[iu]n?)?|y?l[ae]|l[iu]k))?"
_SUF2 = r"(?:'?[a-z]{1,7})?"  # any short case ending
_DIGITS = r"(?:0?[1-9]|[12]\d|3[01])"  # a day's number
_TH = r"(?:st|nd|rd|th)"
_YEAR = r"(?:\s*,?\s*(?P<y>20\d\d)(?!\s*:)(?:'?[a-z]{1,4}\b)?)?"  # 2027, 2027'nin
_GUN = r"(?:\s+gun(?:u|leri|lerinde|une|unu|unde)?\b)?"  # … günü
_WD = rf"(?:{TR_WEEKDAY}{_SUFFIX}|{EN_WEEKDAY}|{EN_SHORT}\b\.?)"  # a weekday beside a date
_AHEAD_TR = r"(?:gelecek|onumuzdeki|bir sonraki|sonraki)"
_AY = r"(?:\s+ay(?:i|inin|inda|indan|inin|ina|in)?\b)?"  # Aralık ayında
_ALT = r"\s*(?:,|/|ve|veya|ya da|yahut|ile|or|and|&)\s*(?:de\s+|the\s+)?"  # 3 ve 4, 3 or 4
_TO = r"\s*(?:-|ile|ila|to|through|until|and)\s*"  # 3-5, 3 to 5
_TRSUF = (  # 16'sı, 17'sinden, 3'üncü
    r"(?:'?(?:s?[iu](?:n?[dt]?[ae]?n?)?|[iu]nc[iu]|y?[ae]|[dt][ae]n?|nde|nda|unde|inde|sinde|inden|"
    r"unden|sinden|n[iu]n|y?l[ae]|[iu]n))?"
)
_MOEND = r"(?:'?(?:[dt][ae]n?|[ae]|n?[iu]n|[iu]|y?l[ae]))?"  # Aralık'ta
_PIECES = {
    "MONTH": MONTH,
    "TR_MONTH": TR_MONTH, "LONG_MONTH": LONG_MONTH, "CLEAR_MONTH": CLEAR_MONTH, "TR_WEEKDAY": TR_WEEKDAY,
    "EN_WEEKDAY": EN_WEEKDAY, "EN_SHORT": EN_SHORT, "ANY": ANY, "EN_ORDINALS": EN_ORDINALS, "TR_WORDS": TR_WORDS,
    "SUFFIX": _SUFFIX, "SUF2": _SUF2, "DIGITS": _DIGITS, "TH": _TH, "YEAR": _YEAR, "GUN": _GUN,
    "WD": _WD, "AHEAD_TR": _AHEAD_TR, "AY": _AY, "ALT": _ALT, "TO": _TO, "TRSUF": _TRSUF, "MOEND": _MOEND,
    "NTH_WORDS": month_parts.NTH_WORDS, "HOLIDAY": holiday_names.PATTERN,
}  # fmt: skip
_READERS: dict[str, Read] = {
    "numeric": dates.numeric,
    "week of": dates.week_of,
    "week of holiday": dates.week_of_holiday,
    "stretch": dates.stretch,
    "dates": dates.listed,
    "holiday": dates.holiday,
    "weekday of month": month_parts.weekday_of_month,
    "week of month": month_parts.week_of_month,
    "part of month": month_parts.part_of_month,
    "end of year": month_parts.end_of_year,
    "day of month": dates.day_of_month,
    "months": month_parts.two_months,
    "month": month_parts.whole_month,
    "counted": weeks.counted,
    "part of week": weeks.part_of_week,
    "weekday range": weeks.weekday_range,
    "weekday": weeks.named_weekday,
    "every": weeks.every,
    "within": weeks.within,
    "its end": weeks.its_end,
    "days from its edge": month_parts.days_from_its_edge,
    "weekday week": weeks.weekday_week,
    "days of month": dates.days_of_month,
    "since": month_parts.since_new_year,
    "quarter": month_parts.quarter,
    "season": month_parts.season,
    "fortnight": weeks.weekday_fortnight,
}


def _reader(heading: str) -> Read:
    if heading in _READERS:
        return _READERS[heading]
    name, *numbers = re.findall(r"[a-z ]*[a-z]|\d+", heading)
    if name == "weekly":
        return weeks.weekly(*map(int, numbers))
    return {"in days": weeks.in_days, "week": weeks.week, "weekend": weeks.weekend}[name](int(numbers[0]))


PATTERNS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(line), _reader(heading)) for heading, lines in sections("days", **_PIECES) for line in lines
)
