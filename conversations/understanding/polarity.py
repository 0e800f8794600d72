"""Whether a day or hour was wished for, ruled out, or set as a bound, by the words around it."""

import re
from typing import Literal

Sense = Literal["yes", "no", "deadline", "not_before", "no_before"]

_NO_AFTER = re.compile(
    r"(?:\b(?:olma(?:sin|z|yacak|mali|di)|olamaz|olmayalim|degil(?!se)|haric\w*|disinda|uygun degil\w*|musait degil\w*"
    r"|uymuyor|uymaz|uymuyo|dolu\w*|yogun\w*|yok(?:uz|um|uz)?|izin(?:de|li)\w*|gelemem|gelemeyiz|"
    r"katilam\w*|mumkun degil"
    r"|imkansiz|yapamay\w*|bulusama\w*|gorusemey\w*|kapali\w*|disi\b|toplantimiz var|resmi tatil|bos degil\w*"
    r"|cannot|can't|won't|isn't|aren't|doesn't|don't|not (?:good|possible|suitable|available|free|ok|an option|work)"
    r"|is not|are not|will not|does not|do not|is no good|no good|are out|is out|is off|unavailable|busy|fully booked"
    r"|booked up|booked|is full|is bad|is difficult|impossible|is a no|on leave|excluded|away))"
)
_YES_AFTER = re.compile(
    r"\b(?:olur(?!sa)|olabilir|uygun(?! degil)|uyar|musait(?! degil)|iyi|works?\b|suits?|fine|good\b|"
    r"ok\b|okay|is\.|possible"
    r"|tercih|bos(?:uz|um)|ideal|perfect|best|olsun|diyelim)"
)
_NO_BEFORE = re.compile(
    r"\b(?:not|except(?: for)?|excluding|avoid|never|no|but not|other than|apart from|outside(?: "
    r"of)?|can't do|cannot do"
    r"|can't make|can't|cannot|unavailable|not available|busy|don't|won't work|doesn't work|don't want|skip"
    r"|uygun degil\w*|musait degil\w*|doluy\w*|yogun\w*|not free|booked|full|tied up|away|on leave)"
    r"(?:\s+(?:on|in|at|during|for|the|a|an|any|do|make|until|from|it|meet))*\s*$"
)
_UNTIL_AFTER = re.compile(
    r"^(?:\s*(?:gunu|gunune|haftasi\w*|ayi\w*|tarih\w*|sonu\w*|bitimi\w*|mesai bitimi\w*))*'?\s*(?:n?y?[ae]\s+)?"
    r"(?:kadar\b(?! surekli)|at the latest|or (?:sooner|earlier|before)|latest\b|en gec\b"
    r"|dek\b|degin\b|bitmeden|dolmadan|once(?:si(?:nde|ne)?|ki)?\b|evvel\b|oncesi\w*)"
)
_FROM_AFTER = re.compile(
    r"^(?:\s*(?:gunu|gununden|haftasi\w*|ayi\w*|tarih\w*|bas\w*))*'?\s*(?:[dt][ae]n\s+)?"
    r"(?:itibaren|sonra\w*|baslayarak|beri\b|onwards?\b|on\b(?=[\s,.;]|$)(?! ?\w*day))"
)
_UNTIL_BEFORE = re.compile(
    r"\b(?:by|before|until|till|til|no later than|not later than|at the latest by|deadline(?: is| of|"
    r":)?|due(?: on| by)?"
    r"|up to|latest|ahead of|prior to|en gec|son tarih(?:i(?:miz)?)?|son gun|termin|vade|within)"
    r"(?:\s*[:=-])?(?:\s+(?:the|on|at|end of|of))*\s*$"
)
_FROM_BEFORE = re.compile(
    r"\b(?:from|after|starting(?: from| on| in)?|as of|since|beginning(?: from| in)?|no earlier than|not earlier than"
    r"|not before|not until|earliest|en erken|only after)(?:\s*:)?(?:\s+(?:the|on|end of|of))*\s*$"
)
_NOT_FIRST = re.compile(r"\b(?:not before|no earlier than|not earlier than|not until)(?:\s+(?:the|on))*\s*$")
_BY_LAST = re.compile(r"\b(?:not later than|no later than)(?:\s+(?:the|on))*\s*$")
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
    if _NOT_FIRST.search(left):
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
    no = _NO_AFTER.search(right)
    yes = _YES_AFTER.search(right)
    if no and not (yes and yes.start() < no.start()):
        return "no"
    if _NO_BEFORE.search(left):
        return "no"
    return "yes"


def no_behind(plain: str, place: int) -> int:
    """Where the refusal that follows a place ends, 0 when none does in its clause."""
    ends = _CLAUSE_ENDS.search(plain, place)
    found = _NO_AFTER.search(plain, place, ends.start() if ends else len(plain))
    return found.end() if found else 0
