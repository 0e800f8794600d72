"""Which words of a message are its topics: what stands between the turns of phrase that frame them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conversations.understanding import topic_words as said
from conversations.understanding.cues import Cue
from conversations.understanding.line import Line
from conversations.understanding.reading import Role, TopicSpan
from programme.topics import Topics

MOST_WORDS = 9
KNOWN_FROM = 0.4  # how surely the list must know the words before a bare phrase counts as a need
_WORD = re.compile(r"[a-z0-9]\w*(?:[-/.&][a-z0-9]+)*(?:'[a-z]+)?")
_BREAK = re.compile(r"[,;:!?\n()\"]|\.(?:\s|$)|\s[-/|]\s|\s-|[^\x00-\x7f]")
_SENTENCE = re.compile(r"[.;!?](?=\s|$)|\n|\s[-/|]\s")


@dataclass(frozen=True)
class Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Candidate:
    start: int
    end: int
    rank: int  # smaller is surer
    marker: int  # where the words that frame it stand
    many: bool = False
    listed: bool = False  # said after a colon or a dash


def topics(
    line: Line, taken: list[tuple[int, int]], cues: list[Cue], role: Role | None, *, framed_only: bool = False
) -> tuple[TopicSpan, ...]:
    """`taken` are the places of other slots; `role` is the one role of the message, None when it asks and offers."""
    words = _words(line)
    found = [c for c in _candidates(line.plain, words, taken) if _says_something(line.plain, c)]
    kept = _kept(line.plain, found, cues)
    if not kept and not framed_only and (rest := _leftover(line.plain, words, taken, cues)):
        kept = [rest]
    spans: list[TopicSpan] = []
    for candidate in sorted(kept, key=lambda c: c.start):
        for start, end in _split(line.plain, candidate):
            first, last = line.span(start, end)
            spans.append(TopicSpan(role or _role(candidate, cues, line.plain), line.text[first:last], first, last))
    return tuple(dict.fromkeys(spans))


def answered(line: Line, taken: list[tuple[int, int]]) -> tuple[TopicSpan, ...]:
    """The topic when it was asked for: framed words if there are any, else the whole answer."""
    words = _words(line)
    found = [c for c in _candidates(line.plain, words, taken) if _says_something(line.plain, c)]
    if found:
        best = min(found, key=lambda c: (c.rank, c.start))
        start, end = best.start, best.end
    else:
        kept = _trimmed(words)
        if not kept:
            return ()
        start, end = kept[0].start, kept[-1].end
    if not (trimmed := _bare(line.plain, start, end)):
        return ()
    first, last = line.span(*trimmed)
    return (TopicSpan("answer", line.text[first:last], first, last),)


def framed(line: Line, taken: list[tuple[int, int]]) -> tuple[TopicSpan, ...]:
    """The topic of a message in which only the frame shows that it asks."""
    found = [c for c in _candidates(line.plain, _words(line), taken) if c.rank <= 2 and _says_something(line.plain, c)]
    spans = [line.span(start, end) for c in _surest(found)[:1] for start, end in _split(line.plain, c)] if found else []
    return tuple(TopicSpan("need", line.text[first:last], first, last) for first, last in spans)


def known(line: Line, taken: list[tuple[int, int]]) -> tuple[TopicSpan, ...]:
    """A message that neither asks nor offers but names something of the programme's list ("sıfır atık, online")."""
    runs = [span for span in _runs(line.plain, _words(line), taken) if _says_something(line.plain, span)]
    for run in sorted(runs, key=lambda r: r.start - r.end):
        ranked = Topics.load().find(line.plain[run.start : run.end]).ranked
        if ranked and ranked[0][1] >= KNOWN_FROM:
            first, last = line.span(run.start, run.end)
            return (TopicSpan("need", line.text[first:last], first, last),)
    return ()


def little_else(line: Line, taken: list[tuple[int, int]]) -> bool:
    """Apart from the slots, hardly a word of its own: an answer nobody asked for."""
    words = [w for w in _words(line) if not _stop(w, taken) and w.text not in said.EDGES | said.GENERIC | said.STOPS_TR]
    return len(words) <= 2


def _runs(plain: str, words: list[Word], taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Stretches of words between marks and other slots."""
    run: list[Word] = []
    for word in [*words, None]:
        if run and (word is None or _stop(word, taken) or _BREAK.search(plain[run[-1].end : word.start])):
            if span := _bare(plain, run[0].start, run[-1].end):
                yield Candidate(*span, 9, span[0])
            run = []
        if word and not _stop(word, taken):
            run.append(word)


def _words(line: Line) -> list[Word]:
    """The words of a line; "şu" is told from "su" (water), which folding made the same."""
    found = [Word(m.group(), *m.span()) for m in _WORD.finditer(line.plain)]
    return [
        Word("şu", w.start, w.end) if w.text == "su" and line.original(w.start, w.end)[0] in "şŞ" else w for w in found
    ]


def _candidates(plain: str, words: list[Word], taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    for rank, pattern, many in said.BEHIND:
        for marker in pattern.finditer(plain):
            if span := _leftward(plain, words, marker.start(), taken, bool(many and "lar" in marker.group())):
                yield Candidate(*span, rank, marker.start(), bool(many and "lar" in marker.group()))
    for rank, pattern in said.BEFORE:
        for marker in pattern.finditer(plain):
            if span := _rightward(plain, words, marker.end(), taken):
                yield Candidate(*span, rank, marker.start(), "two" in marker.group() or "both" in marker.group())
    for marker in said.COLON.finditer(plain):
        yield from _listed(plain, words, marker, taken)
    if both := said.HEM.search(plain):
        for group in (1, 2):
            if trimmed := _bare(plain, *both.span(group)):
                yield Candidate(*trimmed, 1, both.start())


def _listed(plain: str, words: list[Word], marker: re.Match[str], taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """ "arıyoruz: A ve B" · "need: A; also B" · "destek lazım – A –": what a colon or a dash announces."""
    many = bool(said.TWO.search(plain[: marker.end()]))
    at = marker.end()
    if span := _rightward(plain, words, at, taken, loose=True):
        yield Candidate(*span, 2, marker.start(), many, True)
        more = re.match(r"\s*[;,/]\s*(?:also|and|ayrica|ve|plus|bir de)\s*:?\s*", plain[span[1] :])
        if more and (other := _rightward(plain, words, span[1] + more.end(), taken, loose=True)):
            yield Candidate(*other, 2, marker.start(), many, True)


def _stop(word: Word, taken: list[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in taken)


def _leftward(
    plain: str, words: list[Word], at: int, taken: list[tuple[int, int]], many: bool
) -> tuple[int, int] | None:
    kept: list[Word] = []
    edge = at
    for word in reversed([w for w in words if w.end <= at]):
        gap = plain[word.end : edge]
        if _BREAK.search(gap) and not (many and re.fullmatch(r"\s*,\s*", gap) and kept):
            break
        base = word.text.split("'")[0]
        if base in said.STOPS_TR or _stop(word, taken) or (said.VERB_TR.search(base) and base not in said.NOT_VERBS):
            break
        if kept and said.STARTERS.search(word.text):
            break
        kept.insert(0, word)
        edge = word.start
        if len(kept) >= MOST_WORDS:
            break
    return _bare(plain, kept[0].start, kept[-1].end) if kept else None


def _rightward(
    plain: str, words: list[Word], at: int, taken: list[tuple[int, int]], loose: bool = False
) -> tuple[int, int] | None:
    kept: list[Word] = []
    edge = at
    for word in (w for w in words if w.start >= at):
        gap = plain[edge : word.start]
        if _BREAK.search(gap) or (kept and _stop(word, taken)):
            break
        base = word.text.split("'")[0]
        if not kept and (word.text in said.SKIPPED_FIRST or _stop(word, taken)):
            if _stop(word, taken) and word.text not in said.SKIPPED_FIRST:
                break
            edge = word.end
            continue
        if kept and (word.text in said.STOPS_EN or said.STOP_PHRASE.match(plain[word.start :])):
            break
        if not kept and word.text in said.NEVER_FIRST:
            break
        if base in said.STOPS_BOTH or (loose and base in said.STOPS_TR and kept):
            break
        kept.append(word)
        edge = word.end
        if len(kept) >= MOST_WORDS:
            break
    return _bare(plain, kept[0].start, kept[-1].end) if kept else None


def _bare(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Without articles, little words and generic tails ("çalışmalarını", "projesi") at the edges."""
    words = [Word(m.group(), m.start() + start, m.end() + start) for m in _WORD.finditer(plain[start:end])]
    kept = _trimmed(words)
    if not kept:
        return None
    last = kept[-1]
    cut = last.text.find("'")
    tail = last.text[cut + 1 :] if cut > 0 else ""
    stop = last.start + cut if cut > 0 and tail not in ("s", "t", "re") else last.end
    while stop > last.start and plain[stop - 1] in ".'":
        stop -= 1
    return kept[0].start, stop


def _trimmed(words: list[Word]) -> list[Word]:
    kept = list(words)
    while kept and (kept[0].text.split("'")[0] in said.EDGES or said.LEAD_VERB.match(kept[0].text)):
        kept.pop(0)
    while kept and (kept[-1].text.split("'")[0] in said.EDGES or (len(kept) > 1 and said.TAILS.match(kept[-1].text))):
        kept.pop()
    return kept


def _says_something(plain: str, candidate: Candidate) -> bool:
    words = [m.group().split("'")[0] for m in _WORD.finditer(plain[candidate.start : candidate.end])]
    return any(w not in said.GENERIC and not said.GENERIC_STEM.match(w) and (len(w) > 2 or w.isalpha()) for w in words)


def _kept(plain: str, found: list[Candidate], cues: list[Cue]) -> list[Candidate]:
    """The surest candidates of each clause that asks or offers; without any, the surest of all."""
    if not found:
        return []
    firm = [cue for cue in cues if cue.strong] or cues
    by_role: dict[str, list[Candidate]] = {}
    for candidate in found:
        by_role.setdefault(_role(candidate, cues, plain), []).append(candidate)
    kept: list[Candidate] = []
    for role, here in by_role.items():
        near = [c for c in here if any(cue.role == role and _together(plain, c, cue) for cue in firm)] or here
        kept.extend(_surest(near))
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
    joints = list(re.finditer(r"\s*,\s*(?:ve\s+|and\s+)?|\s+(?:ve|ile|and|&|hem de|veya|or|ya da|bir de)\s+", text))
    if not joints:
        return [(candidate.start, candidate.end)]
    pieces: list[tuple[int, int]] = []
    at = 0
    for joint in [*joints, None]:
        pieces.append((at, joint.start() if joint else len(text)))
        at = joint.end() if joint else at
    counts = [len(text[a:b].split()) for a, b in pieces]
    if candidate.many or said.TWO.search(plain[: candidate.start]) or all(count >= 2 for count in counts):
        bare = [_bare(plain, candidate.start + a, candidate.start + b) for a, b in pieces if a < b]
        return [piece for piece in bare if piece]
    return [(candidate.start, candidate.end)]


def _role(candidate: Candidate, cues: list[Cue], plain: str) -> Role:
    """The role of the strong cue nearest to the topic, with no sentence between."""
    strong = [cue for cue in cues if cue.strong] or cues
    if not strong:
        return "need"

    def distance(cue: Cue) -> tuple[int, int]:
        low, high = min(cue.end, candidate.end), max(cue.start, candidate.start)
        gap = plain[low:high] if low < high else ""
        return len(_SENTENCE.findall(gap)) + len(
            re.findall(r",|\bama\b|\bbut\b|\bve\b|\band\b|\bbir de\b|\bkarsilig", gap)
        ), len(gap)

    return min(strong, key=distance).role


def _leftover(plain: str, words: list[Word], taken: list[tuple[int, int]], cues: list[Cue]) -> Candidate | None:
    """The longest stretch of words that nothing else claimed, in a sentence that asks or offers."""
    if not cues:
        return None
    covered = [*taken, *((cue.start, cue.end) for cue in cues)]
    best: Candidate | None = None
    run: list[Word] = []
    for word in [*words, None]:
        breaks = (
            word is None
            or _stop(word, covered)
            or word.text.split("'")[0] in said.STOPS_TR | said.STOPS_EN | said.NEVER_FIRST
        )
        gap = bool(run and word and _BREAK.search(plain[run[-1].end : word.start]))
        if (breaks or gap) and run:
            span = _bare(plain, run[0].start, run[-1].end)
            if span:
                candidate = Candidate(*span, 9, span[0])
                if _says_something(plain, candidate) and (best is None or span[1] - span[0] > best.end - best.start):
                    best = candidate
            run = []
        if word and not breaks:
            run.append(word)
    return best
