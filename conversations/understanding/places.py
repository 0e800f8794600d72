"""Which named municipality is the writer's own, which one they wish to meet, and where a meeting would be."""

import re
from dataclasses import dataclass, replace

from conversations.understanding.line import Line
from conversations.understanding.patterns import alternatives
from conversations.understanding.people import introduced_after
from programme.municipalities import Mention, mentions, resolve
from programme.words import fold

_SAID = alternatives("places")
_PLURAL = re.compile(r"\s+belediyeler\w*$")
_OWN_BEFORE = re.compile(
    rf"(?:\b(?:{_SAID['own, before']})\s+(?:the\s+)?(?:municipality of\s+|city of\s+|town of\s+)?$)"
)
_OWN_AFTER = re.compile(
    r"^'?(?:[dt][ae]n\w*|n?[dt][ae]\w*|n?[iu]n)?\s*(?:buyuksehir )?(?:belediyesi\w*|bld\.?|municipality)?'?\w*\s*"
    rf"(?:\([^)]*\)\s*)?(?:{_SAID['own, behind']})"
)
_WISH_AFTER = re.compile(
    r"^\W*(?:belediyesi\w*|municipality|buyuksehir\w*)?"
    r"'?(?:y?l[ae]|nin|n[iu]n|[iu]n|y[iu]|ye|ya|e|a|nden|den|dan|ten|tan)?"
    r"\s*(?:ile|'?le|gibi|ekibi\w*|orneg\w*|uzman\w*|tarafindan)?\b"
    rf"(?=[^.;!?\n]{{0,70}}\b(?:{_SAID['wished, further behind']}))"
)
_WISH_BEFORE = re.compile(
    rf"\b(?:{_SAID['wished, before']})\s+(?:the\s+)?"
    r"(?:municipality of\s+|city of\s+|cities of\s+|colleagues (?:in|at|from)\s+|people (?:in|at|from)\s+|"
    r"someone (?:in|at|from)\s+|team (?:in|at|of)\s+)?$"
)
_PLACE_BEFORE = re.compile(
    rf"\b(?:(?:{_SAID['place, before']})\W+(?:\w+\W+){{0,2}}?(?:in|at|to)|{_SAID['place, announced']})\s+$"
)
_PLACE_AFTER = re.compile(
    r"^'?(?:[dt][ae]|[dt][aae]ki|y?[ae]|n?[dt][ae])?\b\W*(?:\w+\W+){0,3}?"
    rf"(?:{_SAID['place, behind']})"
)
_LIVES_BEFORE = re.compile(rf"\b(?:{_SAID['lives, before']})\s+$")
_LIVES_AFTER = re.compile(rf"^'?[dt][ae]\s+(?:{_SAID['lives, behind']})")
_DATIVE = re.compile(r"^'y?[ae]\b")
_ASKED_AFTER = re.compile(rf"^\W*[dt][ae]n\s+(?:{_SAID['asked of them']})")
_LOCATIVE = re.compile(r"^'?[dt][ae]\b")
_FORMAT_NEAR = re.compile(r"\b(?:yuz ?yuze|face[ -]to[ -]face|in[ -]person|f2f|on[ -]?site|fiziki|fiziksel)\b")
_JOIN = re.compile(
    r"^\W*(?:ve|ile|veya|ya da|or|and|,|&|/)?\W*(?:municipality|belediyesi\w*|"
    r"belediyeleri\w*)?\W*(?:ve|ile|veya|ya da|or|and|,|&|/)?\W*$"
)


@dataclass(frozen=True)
class Places:
    own: tuple[Mention, ...] = ()
    wished: tuple[Mention, ...] = ()
    place: tuple[Mention, ...] = ()
    home: tuple[Mention, ...] = ()  # where somebody lives: no part of what they seek or offer


def places(line: Line, *, pending: str | None, intent_hint: str = "") -> Places:
    """The municipalities of a message by their part in it."""
    if pending == "municipality":
        return Places(own=_answered(line))
    roles: dict[str, list[Mention]] = {"own": [], "wished": [], "place": [], "home": []}
    previous: tuple[Mention, str] | None = None
    for mention in mentions(line.text):
        start, end = _plain_span(line, mention)
        before, after = line.plain[max(0, start - 60) : start], line.plain[end : end + 100]
        if _LIVES_BEFORE.search(before) or _LIVES_AFTER.match(after):
            roles["home"].append(mention)
            continue
        writers = introduced_after(line.text, mention.end)
        asked = _role(before, after, line.plain, start, mention, intent_hint, bool(roles["own"]))
        role = "own" if writers else asked
        if previous and previous[1] == "wished" and role in ("own", "place"):
            gap = line.plain[_plain_span(line, previous[0])[1] : start]
            role = "wished" if _JOIN.match(gap) and "." not in gap else role
        mention = _without_plural(mention)
        roles[role].append(mention)
        previous = (mention, role)
    return Places(*(tuple(roles[role]) for role in ("own", "wished", "place", "home")))


def _without_plural(mention: Mention) -> Mention:
    """The name alone: the plural of "Nilüfer ve Kadıköy belediyelerinin" belongs to both."""
    if cut := _PLURAL.search(fold(mention.text)):
        return replace(mention, text=mention.text[: cut.start()], end=mention.start + cut.start())
    return mention


def _answered(line: Line) -> tuple[Mention, ...]:
    resolved = resolve(line.text)
    if resolved.outcome == "none":
        return ()
    return (
        Mention(resolved.text, resolved.start, resolved.end, resolved.ids, True, sure=resolved.outcome != "confirm"),
    )


def _plain_span(line: Line, mention: Mention) -> tuple[int, int]:
    inside = [i for i, place in enumerate(line.offsets) if mention.start <= place < mention.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _role(before: str, after: str, plain: str, start: int, mention: Mention, intent: str, have_own: bool) -> str:
    titled = re.search(r"belediye|municipal|buyuksehir|\bbld", plain[start : start + len(mention.text) + 3])
    if _WISH_BEFORE.search(before):
        return "wished"
    if not titled and _PLACE_BEFORE.search(before):
        return "place"
    if intent == "need" and _ASKED_AFTER.match(after):
        return "wished"
    if _OWN_AFTER.match(after):
        return "own"
    if (
        not titled
        and _LOCATIVE.match(after)
        and (_PLACE_AFTER.match(after) or _FORMAT_NEAR.search(plain))
        and "yiz" not in after[:5]
    ):
        return "place"
    if not titled and _FORMAT_NEAR.search(before[-40:]) and not _OWN_BEFORE.search(before):
        return "place"
    if _OWN_BEFORE.search(before) and not (titled and intent == "need" and have_own):
        return "own"
    if not titled and intent == "need" and _DATIVE.match(after):
        return "wished"
    if _WISH_AFTER.match(after) and (intent == "need" or have_own):
        return "wished"
    if have_own:
        return "wished" if intent == "need" and titled else "place" if not titled else "own"
    return "own"
