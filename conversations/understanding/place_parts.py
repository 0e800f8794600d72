"""Which part a sentence gives to a municipality it names, by the words on both sides of the name."""

import re
from dataclasses import dataclass
from typing import Literal

from conversations.understanding.patterns import alternatives
from programme.municipalities import Mention

Part = Literal["own", "wished", "place", "passing"]

_SAID = alternatives("places")
_TITLED = re.compile(r"belediye|municipal|buyuksehir|council|city hall|\bbld")
_OF_THE = r"\s+(?:the\s+)?(?:municipality of\s+|(?:city|cities|town) of\s+)?$"
_OWN_BEFORE = re.compile(rf"\b(?:{_SAID['own, before']})[:,]?{_OF_THE}")
_PERHAPS_OWN = re.compile(rf"\b(?:{_SAID['perhaps own, before']}){_OF_THE}")
_NAMED_WRITER = re.compile(
    r"(?:^|[.!,\n]\s*|\b[Ii]s |'m )[A-ZÇĞİÖŞÜ][a-zçğıöşü]+ (?:[A-ZÇĞİÖŞÜ][\w.]+ )?from (?:the )?$"
)
_OWN_BEHIND = re.compile(rf"^\W{{0,3}}(?:\([^)]*\)\W*)?(?:{_SAID['own, behind']})")
_OWN_FROM = re.compile(rf"^\W{{0,3}}(?:(?:ben|biz)\s+)?(?:\w+ ){{0,2}}?(?:{_SAID['own, from there']})")
_WE_ARE = re.compile(r"(?:[dt][ae]n[iu][mz]|[dt][ae]y[iu][mz]|l[iu]y[iu][mz]|(?:si|')y?[iu][mz])$")
_KIND_OF_US = re.compile(r"^\W*(?:\w+ ){0,4}?(?:belediye|ilce|belde|sehir|kent|kasaba)(?:si)?y[iu]z\b")
_BODY = re.compile(rf"^\W*(?:\w+ ){{0,4}}?(?:{_SAID['own, its bodies']})\w*")
_WISHED_BEFORE = re.compile(
    rf"\b(?:{_SAID['wished, before']}|(?:{_SAID['somebody']})(?: \w+){{0,2}}? (?:from|in|at|of)){_OF_THE}"
)
_ONE_OF_US = re.compile(
    r"\b(?:we are|we're|i am|i'm|this is) (?:the |an? |one of the )?(?:\w+ ){0,3}?"
    rf"(?:{_SAID['somebody']})(?: \w+){{0,2}}? (?:from|in|at|of){_OF_THE}"
)
_HERE = re.compile(rf"(?<!come )(?<!us )(?<!down )\bhere (?:in|at){_OF_THE}")
_CLAUSE = r"[^.;!?\n]{0,70}?\b"
_WISHED_BEHIND = {
    "with": re.compile(rf"^{_CLAUSE}(?:{_SAID['wished, with them']})"),
    "from": re.compile(
        rf"^(?:\W+\w+){{0,2}}?\W+(?:{_SAID['wished, one of them']})"
        rf"|^[^.;!?,\n]{{0,60}}?\b(?:{_SAID['wished, from them']})"
    ),
    "of": re.compile(rf"^{_CLAUSE}(?:{_SAID['wished, of theirs']})"),
    "to": re.compile(rf"^{_CLAUSE}(?:{_SAID['wished, to them']})"),
    "object": re.compile(rf"^{_CLAUSE}(?:{_SAID['wished, them']})"),
    "in": re.compile(rf"^{_CLAUSE}(?:{_SAID['wished, there']})"),
    "": re.compile(rf"^(?:\W*(?:ve|veya|ya da|,) \w+)?\W*(?:{_SAID['wished, doing it']})"),
}
_OWN_WITH = re.compile(r"^\W*(?:\w+ ){0,5}?(?:\w+(?:yla|yle)|ile)\b" + _CLAUSE + rf"(?:{_SAID['wished, with them']})")
_TO_MEET = re.compile(rf"^[^.;,!?\n]{{0,40}}?\b(?:{_SAID['wished, to meet them']})")
_PASSING = re.compile(rf"^\W*(?:{_SAID['in passing, behind']})")
_PASSING_BEFORE = re.compile(rf"\b(?:{_SAID['in passing, before']})\s+$")
_PLACE_BEFORE = re.compile(
    rf"\b(?:(?:{_SAID['place, before']})\W+(?:\w+ ){{0,4}}?(?:in|at|to)|{_SAID['place, announced']})\s+$"
)
_PLACE_BEHIND = re.compile(rf"^\W*(?:\w+\W+){{0,3}}?(?:{_SAID['place, behind']})")
_COME_TO = re.compile(rf"^\W*(?:\w+\W+){{0,2}}?(?:{_SAID['place, coming there']})")
_LIVES_BEFORE = re.compile(rf"\b(?:{_SAID['lives, before']})\s+$")
_LIVES_BEHIND = re.compile(rf"^\W*(?:{_SAID['lives, behind']})")
_MEETING = re.compile(r"\b(?:yuz ?yuze|face[ -]to[ -]face|in[ -]person|f2f|on[ -]?site|fiziki|fiziksel)\b")
_SUFFIX = re.compile(r"^'\w*")
_ALONE_BEFORE = re.compile(r"(?:^|[\n.!?–—-])[^\w.;,]*$")
_ALONE_BEHIND = re.compile(r"^(?:\.?(?: \w+){0,5})?[^\w,;]*(?:$|\n)|^\.")


@dataclass(frozen=True)
class Named:
    """A mention with the folded words before it, its own and those behind it."""

    mention: Mention
    before: str
    words: str
    after: str
    raw_before: str

    @property
    def titled(self) -> bool:
        return bool(_TITLED.search(self.words + self.after[:3]))

    @property
    def suffix(self) -> str:
        found = _SUFFIX.match(self.after)
        return found.group() if found else ""

    @property
    def behind(self) -> str:
        return self.after[len(self.suffix) :]


def part(named: Named, plain: str, *, asks: bool) -> Part | None:
    """The part its own words give it; None where only the other names of the message can tell."""
    if _LIVES_BEFORE.search(named.before) or (named.mention.case == "in" and _LIVES_BEHIND.match(named.behind)):
        return "passing"
    if _PASSING.match(named.behind) or _PASSING_BEFORE.search(named.before):
        return "passing"
    if _says_we(named):
        return "own"
    if _WISHED_BEFORE.search(named.before):
        return "wished"
    if not named.titled and _PLACE_BEFORE.search(named.before):
        return "place"
    if not named.titled and named.mention.case == "to" and _COME_TO.match(named.behind):
        return "place"
    if _says_they(named, asks):
        return "wished"
    if _is_own(named):
        return "own"
    if not named.titled and _is_place(named, plain):
        return "place"
    return "own" if _stands_alone(named) else None


def _says_we(named: Named) -> bool:
    if named.mention.case in ("from", "in") and _OWN_FROM.match(named.behind):
        return True
    if named.mention.case == "" and _KIND_OF_US.match(named.behind):
        return True
    if _HERE.search(named.before):
        return True
    return bool(_WE_ARE.search(named.words[-12:] + named.suffix) or _ONE_OF_US.search(named.before))


def _says_they(named: Named, asks: bool) -> bool:
    case = named.mention.case
    if case == "in" and (named.words + named.suffix).endswith("ki"):
        case = "of"
    if case == "" and _OWN_WITH.match(named.behind) and not _OWN_BEHIND.match(named.behind):
        return asks
    if not asks:
        return case == "with" and bool(_TO_MEET.match(named.behind))
    return bool(_WISHED_BEHIND[case].match(named.behind))


def _is_own(named: Named) -> bool:
    if _OWN_BEHIND.match(named.behind) or _BODY.match(named.behind):
        return True
    return bool(_OWN_BEFORE.search(named.before) or _NAMED_WRITER.search(named.raw_before))


def _is_place(named: Named, plain: str) -> bool:
    if named.mention.case == "in" and named.suffix and (_PLACE_BEHIND.match(named.behind) or _MEETING.search(plain)):
        return True
    return bool(_MEETING.search(re.split(r"[.?!\n]", named.before)[-1][-40:])) and not _PERHAPS_OWN.search(named.before)


def _stands_alone(named: Named) -> bool:
    """A signature or a heading: "– Bağcılar Municipality", "… Ghent"."""
    return not named.suffix and bool(_ALONE_BEFORE.search(named.before) and _ALONE_BEHIND.match(named.after))
