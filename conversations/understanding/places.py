"""Which named municipality is the writer's own, which one they wish to meet, and where a meeting would be."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from conversations.understanding.line import Line
from conversations.understanding.people import introduced_after
from conversations.understanding.place_parts import Named, Part, part
from programme.municipalities import Mention, mentions, resolve
from programme.words import fold

MOST = 50  # names weighed in one message; nobody means more
_BEHIND = re.compile(r"\s+(?:belediyeler|(?:ilce|belde|kasaba)(?:si|miz|yiz)?)\w*$")
_TITLE = r"(?:municipality|belediyesi\w*|belediyeleri\w*)?"
_LINK = r"(?:ve|ile|veya|ya da|yada|or|and|,|&|/)?"
_JOINED = re.compile(rf"^'?\w{{0,4}}\W*{_LINK}\W*{_TITLE}\W*{_LINK}\W*$")


@dataclass(frozen=True)
class Places:
    own: tuple[Mention, ...] = ()
    wished: tuple[Mention, ...] = ()
    place: tuple[Mention, ...] = ()
    passing: tuple[Mention, ...] = ()  # where somebody lives or was: no part of what they seek or offer


def places(line: Line, *, pending: str | None, intent_hint: str = "") -> Places:
    """The municipalities of a message by their part in it."""
    if pending == "municipality":
        return Places(own=_answered(line))
    found = mentions(line.text)[:MOST]
    spans = [_plain_span(line, mention) for mention in found]
    asks = intent_hint != "offer"
    parts = [
        "own" if introduced_after(line.text, mention.end) else part(_named(line, mention, span), line.plain, asks=asks)
        for mention, span in zip(found, spans, strict=True)
    ]
    joined = [_joined(line, one, other) for one, other in pairwise(spans)]
    settled = _settled(list(found), parts, joined, asks=asks)
    by_part: dict[Part, list[Mention]] = {"own": [], "wished": [], "place": [], "passing": []}
    for mention, its_part in zip(found, settled, strict=True):
        if all(mention.ids != known.ids for known in by_part[its_part]):
            by_part[its_part].append(_name_alone(mention))
    return Places(*(tuple(by_part[name]) for name in ("own", "wished", "place", "passing")))


def _named(line: Line, mention: Mention, span: tuple[int, int]) -> Named:
    start, end = span
    return Named(
        mention,
        line.plain[max(0, start - 80) : start],
        line.plain[start:end],
        line.plain[end : end + 120],
        line.text[max(0, mention.start - 60) : mention.start],
    )


def _joined(line: Line, one: tuple[int, int], other: tuple[int, int]) -> bool:
    gap = line.plain[one[1] : other[0]]
    return bool(_JOINED.match(gap)) and "." not in gap


def _settled(found: list[Mention], parts: list[Part | None], joined: list[bool], *, asks: bool) -> list[Part]:
    """Names listed together share a part; what is left is the writer's own, unless that one is known."""
    parts = list(parts)
    for place in range(len(parts) - 2, -1, -1):
        if joined[place]:
            parts[place] = parts[place] or parts[place + 1]
    for place in range(1, len(parts)):
        if joined[place - 1] and (parts[place] is None or (parts[place - 1] == "wished" and parts[place] != "passing")):
            parts[place] = parts[place - 1]
    around = {outer for one, its in zip(found, parts, strict=True) if its == "own" for outer in _around(one)}
    for place, mention in enumerate(found):
        parts[place] = parts[place] or ("passing" if around.intersection(mention.ids) else None)
    several = [place for place in range(len(joined)) if joined[place] and parts[place] is None]
    settled: list[Part] = []
    for place, (mention, its_part) in enumerate(zip(found, parts, strict=True)):
        listed = place in several or place - 1 in several
        settled.append(its_part or _left_over(mention, parts, settled, listed=listed, asks=asks))
    return settled


def _around(mention: Mention) -> set[str]:
    """The province, and a town's district: in "Ankara'da bir ilçeyiz, Etimesgut" Ankara only tells where."""
    return {part_of for one in mention.ids for part_of in (one.split("/")[0], one.rpartition("/")[0]) if part_of != one}


def _left_over(mention: Mention, parts: list[Part | None], settled: list[Part], *, listed: bool, asks: bool) -> Part:
    own_known = "own" in parts or ("own" in settled and not listed)
    if not own_known and not (listed and asks):
        return "own"
    if asks:
        return "wished"
    return "place" if mention.case in ("in", "to") and not mention.cue else "passing"


def _name_alone(mention: Mention) -> Mention:
    """Without "ilçesi", and without the plural of "Nilüfer ve Kadıköy belediyelerinin", which belongs to both."""
    if cut := _BEHIND.search(fold(mention.text)):
        return replace(mention, text=mention.text[: cut.start()], end=mention.start + cut.start())
    return mention


def _answered(line: Line) -> tuple[Mention, ...]:
    resolved = resolve(line.text)
    if resolved.outcome == "none":
        return ()
    sure = resolved.outcome != "confirm"
    return (_name_alone(Mention(resolved.text, resolved.start, resolved.end, resolved.ids, True, sure=sure)),)


def _plain_span(line: Line, mention: Mention) -> tuple[int, int]:
    return bisect_left(line.offsets, mention.start), bisect_left(line.offsets, mention.end)
