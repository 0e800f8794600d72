"""What a message is for: a need, an offer, both, an answer, an order, politeness, or nothing for this bot."""

import re
from functools import cache

from conversations.understanding import answers, capacity, scope
from conversations.understanding.cues import Cue
from conversations.understanding.numbers import ANY
from conversations.understanding.patterns import one_list

_ONLY_NUMBER = re.compile(rf"^\W*(?:\d+|{ANY})\W*$")


@cache
def _swaps() -> re.Pattern[str]:
    return one_list("swaps")


def intent(plain: str, cues: list[Cue], pending: str | None) -> str:
    """need, offer, both, answer, smalltalk or oos; commands are read before."""
    asks = [cue for cue in cues if cue.role == "need"]
    offers = [cue for cue in cues if cue.role == "offer"]
    strong = any(cue.strong for cue in cues)
    if pending == "feedback" and answers.rating(plain):
        return "answer"
    if not pending and scope.small_talk(plain, only=True):
        return "smalltalk"
    if scope.out_of_scope(plain, asks=strong):
        return "oos"
    if pending == "proposal" and answers.wish(plain) == "more":
        return "answer"
    if strong or (cues and not pending):
        return "both" if _swaps().search(plain) else _side(plain, asks, offers)
    if scope.small_talk(plain) and not pending:
        return "smalltalk"
    if not pending and capacity.capacity(plain)[0] is not None:
        return "offer"
    if pending or _ONLY_NUMBER.match(plain):
        return "answer"
    if scope.gibberish(plain):
        return "oos"
    if not re.search(r"[a-z0-9]", plain):
        return "smalltalk" if plain.strip() and not re.search(r"\w", plain) else "oos"
    return ""


def _side(plain: str, asks: list[Cue], offers: list[Cue]) -> str:
    need, offer = any(c.strong for c in asks), any(c.strong for c in offers)
    if need and offer:
        return _both(asks, offers)
    if need or offer:
        return "need" if need else "offer"
    if asks and offers:
        return "need" if plain.rstrip().endswith("?") else "offer"
    return "need" if asks else "offer"


def _both(asks: list[Cue], offers: list[Cue]) -> str:
    """Both only when they stand apart; where they overlap the longer words win."""
    strong_asks = [c for c in asks if c.strong]
    strong_offers = [c for c in offers if c.strong]
    free_asks = [a for a in strong_asks if not any(_over(o, a) for o in strong_offers)]
    free_offers = [o for o in strong_offers if not any(_over(a, o) for a in strong_asks)]
    if free_asks and free_offers:
        return "both"
    return "need" if free_asks else "offer" if free_offers else "need"


def _over(one: Cue, other: Cue) -> bool:
    return one.start < other.end and other.start < one.end and one.end - one.start >= other.end - other.start
