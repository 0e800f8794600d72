"""Short answers: yes and no, any time, a wish to a proposal, a mark out of five, how a pair wants to go on."""

import re
from typing import Literal

from conversations.understanding.numbers import ANY, value
from conversations.understanding.patterns import alternatives

_SAID = alternatives("answers")
_NO_OBJECTION = re.compile(rf"^\W*(?:{_SAID['no objection, first']})")
_NO = re.compile(rf"^\W*(?:{_SAID['no, first']})")
_NO_INSIDE = re.compile(rf"\b(?:{_SAID['no, anywhere']})\b")
_YES = re.compile(rf"^\W*(?:{_SAID['yes, first']})")
_YES_INSIDE = re.compile(rf"\b(?:{_SAID['yes, anywhere']})\b")
_BUT = re.compile(r"\b(?:ama|fakat|ancak|but)\b")
_EMOJI_NO = re.compile(r"^\s*[👎❌🚫]")
_EMOJI_YES = re.compile(r"^\s*[👍✅👌🆗☑✔]")


def yes_no(plain: str) -> str | None:
    """yes, no or None. A no that stands in front, or a refusal inside, outweighs politeness."""
    if _EMOJI_NO.match(plain):
        return "no"
    if _EMOJI_YES.match(plain):
        return "yes"
    if _NO_OBJECTION.match(plain):
        return "yes"
    if _NO.match(plain):
        return "no"
    if _YES.match(plain):
        refused = _NO_INSIDE.search(plain)
        return "no" if refused and _BUT.search(plain[: refused.start()]) else "yes"
    if _NO_INSIDE.search(plain):
        return "no"
    return "yes" if _YES_INSIDE.search(plain) else None


_ANY_TIME = re.compile(rf"\b(?:{_SAID['any time']})\b")
_NOT_ANY = re.compile(rf"\b(?:{_SAID['not any time']})\b")


def any_time(plain: str) -> bool:
    """Whether an answer to "when?" leaves it open; not when something is taken out of it again."""
    return bool(_ANY_TIME.search(plain)) and not _NOT_ANY.search(plain)


_ANOTHER_TIME = re.compile(rf"\b(?:{_SAID['another time']})\b")
_PERHAPS_LATER = re.compile(rf"\b(?:{_SAID['perhaps later']})\b")
_MORE = re.compile(rf"\b(?:{_SAID['tell me more']})\b")
_SOMETHING_ELSE = re.compile(_SAID["about something else"])


def wish(plain: str) -> Literal["another", "more"] | None:
    """What is wished for of a proposal besides yes and no; "maybe another time" is neither."""
    if _ANOTHER_TIME.search(plain):
        return None if _PERHAPS_LATER.search(plain) else "another"
    return "more" if _MORE.search(plain) and not _SOMETHING_ELSE.search(plain) else None


def only_another(plain: str, answer: str | None) -> bool:
    """Whether a no, or a yes with a but, refuses the times alone."""
    return wish(plain) == "another" and (answer == "no" or bool(_BUT.search(plain)))


_ONE_TO_FIVE = "one|two|three|four|five"
_OUT_OF = re.compile(
    rf"\b({ANY})\s*(?:/|uzerinden|out of|over)\s*(5|bes|five|10|on|ten)\b"  # 4/5 · four out of five
    rf"|\b(?:5|bes|10|on)\s+uzerinden\s+({ANY})\b"  # 5 üzerinden 4
)
_MARK = re.compile(
    r"\b(?:puan(?:im(?:iz)?)?\s*:?\s*|rating\s*:?\s*|score\s*:?\s*|a\s+)?"
    rf"(?P<n>{ANY})(?:'?(?:lik|luk))?\s*(?:puan|yildiz|stars?|points?|veriyor\w*|verdim|veririm|veririz)\b"
)
_FIRST = re.compile(
    r"^\W*(?:puan\w*\s*:?\s*|i'?d (?:say|give (?:it )?)(?: a)?\s*|we'?d (?:say|give (?:it )?)(?: a)?\s*|bence\s+|"
    rf"rating:?\s*)?(?P<n>[1-5]|bir|iki|uc|dort|bes|{_ONE_TO_FIVE})\b"
    r"(?!\s*(?:kisi|gun|saat|hafta|ay|days?|weeks?|people|more))"  # not "2 gün"
)
_GIVE = re.compile(
    r"\b(?:give (?:it )?(?:a )?|deserves (?:a )?|rate (?:it )?(?:a )?|definitely (?:a )?|solid )"
    rf"(?P<n>[1-5]|{_ONE_TO_FIVE})\b"
)


def rating(plain: str) -> int | None:
    """A mark from 1 to 5, said as a number, in words or in stars."""
    if stars := len(re.findall("[⭐★🌟]", plain)):
        return stars if stars <= 5 else None
    if found := _OUT_OF.search(plain):
        first = value(found[1] or found[3] or "")
        of = value(found[2] or "") or (10 if re.search(r"\b(?:10|on)\s+uzerinden", plain) else 5)
        if first is None:
            return None
        mark = first if of == 5 else max(1, round(first / 2))
        return mark if 1 <= mark <= 5 else None
    if re.search(r"\b(?:tam puan|full marks|top marks)\b", plain):
        return 5
    for pattern in (_MARK, _FIRST, _GIVE):
        if (found := pattern.search(plain)) and (said := value(found["n"])) and 1 <= said <= 5:
            return said
    return None


_EXCHANGE = re.compile(rf"\b(?:{_SAID['exchange']})\b")
_UNION = re.compile(rf"\b(?:{_SAID['union']})\b")
_ALONE = re.compile(rf"\b(?:{_SAID['alone']})\b")


def followup(plain: str) -> str | None:
    """alone, union or exchange."""
    if _EXCHANGE.search(plain):
        return "exchange"
    alone, union = _ALONE.search(plain), _UNION.search(plain)
    if alone:
        return "alone"
    return "union" if union else None
