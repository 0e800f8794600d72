"""Short answers: yes and no, any time, a wish to a proposal, a mark out of five, how a pair wants to go on."""

import re
from functools import cache
from typing import Literal, TypeVar

from conversations.understanding.numbers import ANY, value
from conversations.understanding.patterns import alternatives, sections

_SAID = alternatives("answers")
_NO_OBJECTION = re.compile(rf"^\W*(?:{_SAID['no objection, first']})")
_NO = re.compile(rf"^\W*(?:{_SAID['no, first']})")
_NO_INSIDE = re.compile(rf"\b(?:{_SAID['no, anywhere']})\b")
_YES = re.compile(rf"^\W*(?:{_SAID['yes, first']})")
_YES_INSIDE = re.compile(rf"\b(?:{_SAID['yes, anywhere']})\b")
_BUT = re.compile(r"\b(?:ama|fakat|ancak|but)\b")
_EMOJI_NO = re.compile(r"^\s*[👎❌🚫]")
_EMOJI_YES = re.compile(r"^\s*[👍✅👌🆗☑✔]")


Value = TypeVar("Value")
Said = tuple[Value, tuple[int, int]] | tuple[None, None]
"""What was answered, and where it was said."""


def yes_no(plain: str) -> str | None:
    """yes, no or None. A no that stands in front, or a refusal inside, outweighs politeness."""
    return yes_no_said(plain)[0]


def yes_no_said(plain: str) -> Said[str]:
    for pattern, answer in ((_EMOJI_NO, "no"), (_EMOJI_YES, "yes"), (_NO_OBJECTION, "yes"), (_NO, "no")):
        if found := pattern.match(plain):
            return answer, found.span()
    agreed, refused = _YES.match(plain), _NO_INSIDE.search(plain)
    if refused and not (agreed and not _BUT.search(plain[: refused.start()])):
        return "no", refused.span()
    if found := agreed or _YES_INSIDE.search(plain):
        return "yes", found.span()
    return None, None


_ANY_TIME = re.compile(rf"\b(?:{_SAID['any time']})\b")
_NOT_ANY = re.compile(rf"\b(?:{_SAID['not any time']})\b")


def any_time(plain: str) -> tuple[int, int] | None:
    """Where an answer to "when?" leaves it open; nowhere when something is taken out of it again."""
    found = _ANY_TIME.search(plain)
    return found.span() if found and not _NOT_ANY.search(plain) else None


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
    return rating_said(plain)[0]


def rating_said(plain: str) -> Said[int]:
    if stars := list(re.finditer("[⭐★🌟]", plain)):
        return (len(stars), (stars[0].start(), stars[-1].end())) if len(stars) <= 5 else (None, None)
    if found := _OUT_OF.search(plain):
        first = value(found[1] or found[3] or "")
        of = value(found[2] or "") or (10 if re.search(r"\b(?:10|on)\s+uzerinden", plain) else 5)
        if first is None:
            return None, None
        mark = first if of == 5 else max(1, round(first / 2))
        return (mark, found.span()) if 1 <= mark <= 5 else (None, None)
    if full := re.search(r"\b(?:tam puan|full marks|top marks)\b", plain):
        return 5, full.span()
    for pattern in (_MARK, _FIRST, _GIVE):
        if (found := pattern.search(plain)) and (said := value(found["n"])) and 1 <= said <= 5:
            return said, found.span()
    return _in_words(plain)


def _in_words(plain: str) -> Said[int]:
    for mark, pattern in _ratings():
        if found := pattern.search(plain):
            return mark, found.span()
    return None, None


@cache
def _ratings() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((int(mark), re.compile(rf"\b(?:{'|'.join(lines)})\b")) for mark, lines in sections("ratings"))


_EXCHANGE = re.compile(rf"\b(?:{_SAID['exchange']})\b")
_UNION = re.compile(rf"\b(?:{_SAID['union']})\b")
_ALONE = re.compile(rf"\b(?:{_SAID['alone']})\b")


def followup_said(plain: str) -> Said[str]:
    """alone, union or exchange."""
    for pattern, wish in ((_EXCHANGE, "exchange"), (_ALONE, "alone"), (_UNION, "union")):
        if found := pattern.search(plain):
            return wish, found.span()
    return None, None
