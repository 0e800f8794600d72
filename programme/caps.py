"""How much of anything one person may have or do, each cap with its reason; what is over it gets a kind answer."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

LONGEST_TEXT = 4096
"""Characters of a message that is read: what messengers carry at most; from elsewhere nobody writes more by hand."""
OPEN = {"need": 5, "offer": 5}
"""Open at a time, for one person: more than a department follows up, and each need takes experts' time."""
PROPOSALS_A_WEEK = 5
"""Put to an expert within seven days, under all their offers: one a working day, however many of them they decline."""
A_WEEK = timedelta(days=7)
MESSAGES_AT_ONCE = 40
"""Messages and presses in a row that are answered: a whole need put in bits, and every button tried twice."""
MESSAGES_A_MINUTE = 30
"""What comes in on and on: nobody reads answers faster than one in two seconds."""
PEOPLE_REMEMBERED = 10_000
"""Buckets kept in memory; whoever was quiet for longest is forgotten, and their bucket full again."""

Verdict = Literal["answer", "tell", "silence"]


@dataclass
class _Bucket:
    left: float
    at: datetime
    told: bool = False


@dataclass
class Buckets:
    """A token bucket for each person: full at first, a token a message, filled as time goes by."""

    _of: OrderedDict[str, _Bucket] = field(default_factory=OrderedDict)

    def take(self, who: str, at: datetime) -> Verdict:
        """Whether to answer what this person did `at` a moment; "tell" is said once, until the bucket is half full."""
        bucket = self._of.setdefault(who, _Bucket(MESSAGES_AT_ONCE, at))
        self._of.move_to_end(who)
        if len(self._of) > PEOPLE_REMEMBERED:
            self._of.popitem(last=False)
        passed = max(0.0, (at - bucket.at).total_seconds())
        bucket.left = min(MESSAGES_AT_ONCE, bucket.left + passed * MESSAGES_A_MINUTE / 60)
        bucket.at = max(bucket.at, at)
        if bucket.left >= MESSAGES_AT_ONCE / 2:
            bucket.told = False
        if bucket.left >= 1:
            bucket.left -= 1
            return "answer"
        said, bucket.told = bucket.told, True
        return "silence" if said else "tell"
