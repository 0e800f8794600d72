"""Whether a day or hour was wished for, ruled out, or set as a bound, by the words around it."""

import re
from typing import Literal

from conversations.understanding.patterns import alternatives

Sense = Literal["yes", "no", "deadline", "not_before", "no_before"]

_SAID = alternatives("polarity")
_NO_AFTER = re.compile(rf"(?:\b(?:{_SAID['no, behind']}))")
_YES_AFTER = re.compile(rf"\b(?:{_SAID['yes, behind']})")
_NO_BEFORE = re.compile(
    rf"\b(?:{_SAID['no, before']})(?:\s+(?:on|in|at|during|for|the|a|an|any|do|make|until|from|it|meet))*\s*$"
)
_UNTIL_AFTER = re.compile(
    r"^(?:\s*(?:gunu|gunune|haftasi\w*+|ayi\w*+|tarih\w*+|sonu\w*+|(?:mesai )?bitimi\w*+))*'?\s*(?:n?y?[aeiu]\s+)?"
    rf"(?:{_SAID['until, behind']})"
)
_FROM_AFTER = re.compile(
    r"^(?:\s*(?:gunu|gununden|haftasi\w*+|ayi\w*+|tarih\w*+|bas(?!layarak)\w*+))*'?\s*(?:[dt][ae]n\s+)?"
    r"(?:itibaren|sonra\w*|baslayarak|beri\b|onwards?\b|at the (?:very )?earliest\b)"
)
_UNTIL_BEFORE = re.compile(rf"\b(?:{_SAID['until, before']})(?:\s*[:=-])?(?:\s+(?:the|on|at|end of|of))*\s*$")
_FROM_BEFORE = re.compile(rf"\b(?:{_SAID['from, before']})(?:\s*:)?(?:\s+(?:the|on|end of|of))*\s*$")
_NOT_FIRST = re.compile(r"\b(?:not before|no earlier than|not earlier than|not until)(?:\s+(?:the|on))*\s*$")
_BY_LAST = re.compile(r"\b(?:not later than|no later than)(?:\s+(?:the|on))*\s*$")
_FULL = rf"(?:{_SAID['full']})"
_FULL_BEFORE = re.compile(rf"\b{_FULL}\s+(?:until|till|til|up to|through)(?:\s+(?:the|end of|of))*\s*$")
_FULL_AFTER = re.compile(
    rf"^(?:\s*(?:gunu|gunune|haftasi\w*+|ayi\w*+|tarih\w*+|sonu\w*+))*'?\s*(?:n?y?[ae]\s+)?(?:kadar|dek)\s+{_FULL}"
)
_ALL_BUT = re.compile(r"\b(?:any ?(?:thing|time|day|where)?|all|every ?day|each)(?: \w+)? but\s+(?:on |the )?$")
ALL_BUT_BEHIND = re.compile(r"\W*(?:gun\w*\s+)?(?:haric|disinda|disi\b)")
_AFTER = re.compile(r"\bafter\s+(?:the\s+)?$")
_SONRA = re.compile(r"\W*(?:[dt][ae]n\s+)?sonra")
_PAST_BEFORE = re.compile(rf"\b(?:{_SAID['past, before']})\s+$")
_NO_MEETING_BEHIND = re.compile(rf"'?\w{{0,4}}\s+(?:{_SAID['past, behind']}|(?:{_SAID['topic, behind']})\b)")
_BEFORE_IT = re.compile(r"\b(?:before|ahead of)\s+(?:the\s+)?$")
_LAST_PART = re.compile(r"\b(?:end|sonu)\b")
_BEFORE_IT_TR = re.compile(r"\W?(?:\w{0,5}\W)?(?:once|(?:gel|gir|basla)meden|baslamadan)")
_THAT_DAY = re.compile(
    r"\b(?:(?:ondan|bundan|o (?:tarih|gun)(?:ten|den)) (?:once|evvel)\b(?!ki)|o (?:tarihe|gune) kadar|oncesinde"
    r"|(?:before|by|until) (?:then|that)|ahead of that)\b"
)
_SENTENCE = re.compile(r"[.!?\n]")
_SOON = 120  # characters within which words still speak of the day before them
_CLAUSE_ENDS = re.compile(
    r"[;!?\n]|\.(?!\d)|,|\s-\s|\b(?:ama|fakat|ancak|lakin|but|however|yerine|instead|onun disinda|cunku|because)\b"
)
_CLAUSE_STARTS = re.compile(r"[;!?\n]|\.(?!\d)|,|\b(?:ama|fakat|ancak|but|however)\b")


def sense(before: str, after: str) -> Sense:
    """`before` and `after` reach to the neighbouring slot; only the same clause counts."""
    left = before
    for cut in _CLAUSE_STARTS.finditer(before):
        left = before[cut.end() :] if not cut.group().startswith("but") else before[cut.start() :]
    cut_right = _CLAUSE_ENDS.search(after)
    right = after[: cut_right.start()] if cut_right else after
    if _NOT_FIRST.search(left) or _FULL_BEFORE.search(left) or _FULL_AFTER.search(after):
        return "not_before"
    if _BY_LAST.search(left):
        return "deadline"
    if until := _UNTIL_AFTER.search(after):
        rest = right[until.end() :]
        return "no_before" if "once" in until.group() and _NO_AFTER.search(rest) else "deadline"
    if _FROM_AFTER.search(after):
        return "not_before"
    if _UNTIL_BEFORE.search(left):
        return "deadline"
    if _FROM_BEFORE.search(left):
        return "not_before"
    if _ALL_BUT.search(before):
        return "no"
    no = _NO_AFTER.search(right)
    yes = _YES_AFTER.search(right)
    if no and not (yes and yes.start() < no.start()):
        return "no"
    if _NO_BEFORE.search(left):
        return "no"
    return "yes"


def of_no_meeting(plain: str, start: int, end: int) -> bool:
    """Days of a story or of a topic: "geçen salı", "23 Nisan etkinlikleri"."""
    return bool(_PAST_BEFORE.search(plain[max(0, start - 25) : start]) or _NO_MEETING_BEHIND.match(plain, end))


def taken_up(plain: str, end: int) -> bool:
    """Whether a day is a deadline by what the next words say of it: "… ondan önce", "… before then"."""
    found = _THAT_DAY.search(plain, end, end + _SOON)
    return found is not None and len(_SENTENCE.findall(plain, end, found.start())) <= 1


def strictly_after(plain: str, start: int, end: int) -> bool:
    """ "after the 3rd", "3'ünden sonra": not that day itself."""
    return bool(_AFTER.search(plain[max(0, start - 12) : start]) or _SONRA.match(plain, end))


def ends_before(plain: str, start: int, end: int) -> bool:
    """ "before the holidays", "nisan gelmeden": over when the first of those days begins."""
    if _BEFORE_IT.search(plain[max(0, start - 12) : start]):
        return not _LAST_PART.search(plain, start, end)
    return bool(_BEFORE_IT_TR.match(plain, end))


def no_behind(plain: str, place: int) -> int:
    """Where the refusal that follows a place ends, 0 when none does in its clause."""
    ends = _CLAUSE_ENDS.search(plain, place)
    found = _NO_AFTER.search(plain, place, ends.start() if ends else len(plain))
    return found.end() if found else 0
