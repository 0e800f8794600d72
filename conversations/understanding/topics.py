"""Which words of a message are its topics: what stands between the turns of phrase that frame them."""

import re
from bisect import bisect_left
from dataclasses import replace

from conversations.understanding import topic_words as said
from conversations.understanding.cues import Cue
from conversations.understanding.line import Line
from conversations.understanding.reading import Role, TopicSpan
from conversations.understanding.topic_list import framed_inside, listed, sure, weighed
from conversations.understanding.topic_spans import (
    Candidate,
    Word,
    bare,
    candidates,
    says_something,
    stretches,
    trimmed,
    within,
    words_of,
)
from programme.sureness import ASK_FROM, MATCH_FROM

KNOWN_FROM = 0.4  # how surely the list must know the words before a bare phrase counts as a need
_SENTENCE = re.compile(r"[.;!?](?=\s|$)|\n|\s[-/|]\s")
_COMMA = re.compile(r"\s*,\s*(?:and\s+|ve\s+)?")
_AND = re.compile(r"\s(?:ve|and)\s")
_CLAUSE = re.compile(r",|\b(?:ama|but|ve|and|bir de)\b|\bkarsilig")


def topics(
    line: Line, taken: list[tuple[int, int]], cues: list[Cue], role: Role | None, *, framed_only: bool = False
) -> tuple[TopicSpan, ...]:
    """`taken` are the places of other slots; `role` is the one role of the message, None when it asks and offers."""
    words = words_of(line)
    found = [c for c in candidates(line.plain, words, taken) if says_something(line.plain, c)]
    found = [c for c in found if not any(framed_inside(c, other) for other in found)]
    found = weighed(line.plain, words, taken, found)
    parted = _parted(line.plain)
    kept = _kept(line.plain, found, cues, parted)
    if not kept and not framed_only:
        kept = _leftover(line.plain, words, taken, cues)
    if len(kept) == 1 and _AND.search(line.plain, kept[0].start, kept[0].end):
        kept = _with_neighbours(line.plain, kept, list(stretches(line.plain, words, taken)))
    kept = sorted(kept, key=lambda c: c.start)
    return _spans(line, [(c, role or _role(c, cues, parted)) for c in kept])


def answered(line: Line, taken: list[tuple[int, int]]) -> tuple[TopicSpan, ...]:
    """The topic when it was asked for: framed words if there are any, else the whole answer."""
    words = words_of(line)
    found = [c for c in candidates(line.plain, words, taken) if says_something(line.plain, c)]
    if found:
        found = [min(found, key=lambda c: (c.rank, c.start))]
    elif loose := list(stretches(line.plain, words, taken)):
        known = [c for c in loose if sure(line.plain, c) >= MATCH_FROM]
        found = known or [max(loose, key=lambda c: c.end - c.start)]
    elif kept := trimmed(words):
        found = [Candidate(kept[0].start, kept[-1].end, 9, 0)]
    places = [line.span(c.start, c.end) for c in found]
    return tuple(TopicSpan("answer", line.text[first:last], first, last) for first, last in places)


def framed(line: Line, taken: list[tuple[int, int]]) -> tuple[TopicSpan, ...]:
    """The topic of a message in which only the frame shows that it asks."""
    found = [c for c in candidates(line.plain, words_of(line), taken) if c.rank <= 3 and says_something(line.plain, c)]
    found = [c for c in found if c.rank <= 2 or sure(line.plain, c) >= KNOWN_FROM]
    return _spans(line, [(c, "need") for c in _surest(found)[:1]] if found else [])


def _spans(line: Line, kept: list[tuple[Candidate, Role]]) -> tuple[TopicSpan, ...]:
    spans: list[TopicSpan] = []
    for candidate, role in kept:
        for start, end in _split(line.plain, candidate):
            first, last = line.span(start, end)
            spans.append(TopicSpan(role, line.text[first:last], first, last))
    return tuple(dict.fromkeys(spans))


def known(line: Line, taken: list[tuple[int, int]]) -> tuple[TopicSpan, ...]:
    """A message that neither asks nor offers but names something of the programme's list ("sıfır atık, online")."""
    loose = [run for run in stretches(line.plain, words_of(line), taken) if says_something(line.plain, run)]
    for run in sorted(loose, key=lambda r: r.start - r.end):
        if sure(line.plain, run) >= KNOWN_FROM:
            return _spans(line, [(run, "need")])
    return ()


def little_else(line: Line, taken: list[tuple[int, int]]) -> bool:
    """Apart from the slots, hardly a word of its own: an answer nobody asked for."""
    words = [
        w for w in words_of(line) if not within(w, taken) and w.text not in said.EDGES | said.GENERIC | said.STOPS_TR
    ]
    return len(words) <= 2


def _kept(plain: str, found: list[Candidate], cues: list[Cue], parted: list[int]) -> list[Candidate]:
    """The surest candidates of each clause that asks or offers; without any, the surest of all."""
    if not found:
        return []
    firm = [cue for cue in cues if cue.strong] or cues
    by_role: dict[str, list[Candidate]] = {}
    for candidate in found:
        by_role.setdefault(_role(candidate, cues, parted), []).append(candidate)
    kept: list[Candidate] = []
    for role, here in by_role.items():
        near = [c for c in here if any(cue.role == role and _together(plain, c, cue) for cue in firm)]
        kept.extend(_surest(near or here))
    return kept[:5]


def _together(plain: str, candidate: Candidate, cue: Cue) -> bool:
    """Topic, its frame and the cue stand in one sentence."""
    if candidate.listed:
        return True
    first = min(candidate.start, candidate.marker, cue.start)
    last = max(candidate.end, candidate.marker, cue.end)
    return not _SENTENCE.search(plain[first : last - 1])


def _surest(found: list[Candidate]) -> list[Candidate]:
    best = min(c.rank for c in found)
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (c.rank, c.start)):
        apart = all(candidate.end <= k.start or candidate.start >= k.end for k in kept)
        if apart and candidate.rank <= best + (1 if best < 3 else 0):
            kept.append(candidate)
    return kept


def _split(plain: str, candidate: Candidate) -> list[tuple[int, int]]:
    """One topic, or two when "and" joins two phrases that can stand alone."""
    text = plain[candidate.start : candidate.end]
    joints = list(
        re.finditer(
            r"\s*,\s*(?:ve\s+|and\s+)?|\s+(?:ve|ile(?! mucadele| savas| basa)|and|&|hem de|veya|or|ya da|bir de)\s+",
            text,
        )
    )
    if not joints:
        return [(candidate.start, candidate.end)]
    pieces: list[tuple[int, int]] = []
    at = 0
    for joint in [*joints, None]:
        pieces.append((at, joint.start() if joint else len(text)))
        at = joint.end() if joint else at
    alone = [bare(plain, candidate.start + a, candidate.start + b) for a, b in pieces if a < b]
    parts = [piece for piece in alone if piece]
    if candidate.many or said.TWO.search(plain[: candidate.start]) or _stand_alone(plain, parts, text):
        return parts
    return [(candidate.start, candidate.end)]


def _stand_alone(plain: str, parts: list[tuple[int, int]], whole: str) -> bool:
    """Phrases of two words or more, or words apart by commas of which each means another topic of the list."""
    said_of = [plain[start:end] for start, end in parts]
    if not re.search(r"\s(?:ile|ve|and|&|or)\s", whole):
        heard = [listed(words) for words in said_of]
        return all(known >= MATCH_FROM for _, known in heard) and len({topic for topic, _ in heard}) == len(heard)
    return all(" " in words for words in said_of) and not said.VERBAL_NOUNS.search(whole)


def _parted(plain: str) -> list[int]:
    """Where a sentence or a clause ends, in order: found once, for a long message has many topics and cues."""
    return sorted(found.start() for pattern in (_SENTENCE, _CLAUSE) for found in pattern.finditer(plain))


def _role(candidate: Candidate, cues: list[Cue], parted: list[int]) -> Role:
    """The role of the strong cue nearest to the topic, with as little as can be that parts them."""
    strong = [cue for cue in cues if cue.strong] or cues
    if not strong:
        return "need"

    def distance(cue: Cue) -> tuple[int, int]:
        low, high = min(cue.end, candidate.end), max(cue.start, candidate.start)
        return bisect_left(parted, high) - bisect_left(parted, low) if low < high else 0, max(0, high - low)

    return min(strong, key=distance).role


def _leftover(plain: str, words: list[Word], taken: list[tuple[int, int]], cues: list[Cue]) -> list[Candidate]:
    """What nothing else claimed in a message that asks or offers: what the list knows best, else the longest."""
    if not cues:
        return []
    covered = [*taken, *((cue.start, cue.end) for cue in cues)]
    loose = [one for one in stretches(plain, words, covered) if says_something(plain, one)]
    if not loose:
        return []
    return [max(loose, key=lambda one: (sure(plain, one) >= ASK_FROM, one.end - one.start))]


def _with_neighbours(plain: str, kept: list[Candidate], loose: list[Candidate]) -> list[Candidate]:
    """With a topic all that commas join to it, as far as the list knows that too ("A, B ve C konusunda")."""
    joined = list(kept)
    for one in loose:
        if _COMMA.fullmatch(plain, joined[-1].end, one.start) and sure(plain, one) >= MATCH_FROM:
            joined.append(one)
    for one in reversed(loose):
        if _COMMA.fullmatch(plain, one.end, joined[0].start) and sure(plain, one) >= MATCH_FROM:
            joined.insert(0, one)
    return joined if len(joined) == len(kept) else [replace(one, many=True) for one in joined]
