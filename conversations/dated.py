"""Whether words name a date, or only a weekday that may be any week's."""

import re

from programme.words import fold

_MONTHS = (
    r"ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
_DATED = re.compile(
    rf"\b(?:hafta|bugun|yarin|{_MONTHS})\w*|\b(?:bu|onumuzdeki|gelecek|week|today|tomorrow|this|next)\b|\d[./]\d"
)


def dated(words: str) -> bool:
    return bool(_DATED.search(fold(words)))
