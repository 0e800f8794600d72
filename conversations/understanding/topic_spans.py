"""Stretches of words that may be a topic, by what stands before or behind them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from conversations.understanding import topic_words as said
from conversations.understanding.line import Line

MOST_WORDS = 9
_A_FIGURE = re.compile(r"\d+'[a-z]+")  # 45'ten 22'ye
_WORD = re.compile(r"[a-z0-9]\w*(?:[-/.&][a-z0-9]+)*(?:'[a-z]+)?")
BREAKS = re.compile(r"[,;:!?\n()\"]|\.(?:\s|$)|\s[-/|]\s|\s-|[^\x00-\x7f]")


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


def stretches(plain: str, words: list[Word], taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Words that stand together between marks, other slots, verbs and little words, with no frame to show a topic."""
    run: list[Word] = []
    for at, word in enumerate([*words, None]):
        ends = word is None or within(word, taken) or _parts(plain, words, at)
        if run and (ends or (word and BREAKS.search(plain[run[-1].end : word.start]))):
            while len(run) > 1 and said.LEFT_OF.fullmatch(run[0].text):
                run.pop(0)
            led = said.LEADS.match(plain, run[0].start, run[-1].start)
            if span := bare(plain, led.end() if led else run[0].start, run[-1].end):
                yield Candidate(*span, 9, span[0])
            run = []
        if word and not ends:
            run.append(word)


def _parts(plain: str, words: list[Word], at: int) -> bool:
    """Whether no topic goes on over this word."""
    word = words[at]
    base = word.text.split("'")[0]
    return (
        base in said.STOPS_EN
        or word.text in said.NEVER_FIRST
        or _ends_topic(words, at)
        or bool(said.STOP_PHRASE.match(plain[word.start : word.start + 40]))
    )


def _ends_topic(words: list[Word], at: int) -> bool:
    """A verb or a little word of Turkish, unless it makes one expression with the word beside it ("sosyal yardım")."""
    base = words[at].text.split("'")[0]
    if base in said.STOPS_TR:
        before = words[at - 1].text if at else ""
        after = words[at + 1].text if at + 1 < len(words) else ""
        return not (said.COMPOUND.fullmatch(f"{before} {base}") or said.COMPOUND.fullmatch(f"{base} {after}"))
    return _is_verb(base)


def _is_verb(base: str) -> bool:
    """A verb by its Turkish ending."""
    return base not in said.NOT_VERBS and bool(said.VERB_TR.search(base))


def words_of(line: Line) -> list[Word]:
    """The words of a line; "şu" is told from "su" (water), which folding made the same."""
    found = [Word(m.group(), *m.span()) for m in _WORD.finditer(line.plain)]
    return [
        Word("şu", w.start, w.end) if w.text == "su" and line.original(w.start, w.end)[0] in "şŞ" else w for w in found
    ]


def candidates(plain: str, words: list[Word], taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    for rank, pattern, many in said.BEHIND:
        for marker in pattern.finditer(plain):
            if span := _leftward(plain, words, marker.start(), taken, bool(many and "lar" in marker.group())):
                for_whom = marker.group() == "icin" and said.MANY_PEOPLE.fullmatch(plain[slice(*span)])
                yield Candidate(
                    *span, rank + 2 * bool(for_whom), marker.start(), bool(many and "lar" in marker.group())
                )
    for rank, pattern in said.BEFORE:
        for marker in pattern.finditer(plain):
            if span := _rightward(plain, words, marker.end(), taken):
                yield Candidate(*span, rank, marker.start(), "two" in marker.group() or "both" in marker.group())
    for marker in said.COLON.finditer(plain):
        yield from _listed(plain, words, marker, taken)
    if both := said.HEM.search(plain):
        for group in (1, 2):
            if shorter := bare(plain, *both.span(group)):
                yield Candidate(*shorter, 1, both.start())


def _listed(plain: str, words: list[Word], marker: re.Match[str], taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """What a colon or a dash announces ("arıyoruz: A ve B", "need: A; also B", "destek lazım – A –")."""
    many = bool(said.TWO.search(plain[: marker.end()]))
    at = marker.end()
    if span := _rightward(plain, words, at, taken, loose=True):
        yield Candidate(*span, 2, marker.start(), many, True)
        more = re.match(r"\s*[;,/]\s*(?:also|and|ayrica|ve|plus|bir de)\s*:?\s*", plain[span[1] :])
        if more and (other := _rightward(plain, words, span[1] + more.end(), taken, loose=True)):
            yield Candidate(*other, 2, marker.start(), many, True)


def within(word: Word, taken: list[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in taken)


def _leftward(
    plain: str, words: list[Word], at: int, taken: list[tuple[int, int]], many: bool
) -> tuple[int, int] | None:
    kept: list[Word] = []
    edge = at
    for index in range(bisect_right(words, at, key=_end) - 1, -1, -1):
        word = words[index]
        gap = plain[word.end : edge]
        if BREAKS.search(gap) and not (many and re.fullmatch(r"\s*,\s*", gap) and kept):
            break
        if not kept and (word.text in said.PASSED_OVER or _A_FIGURE.fullmatch(word.text)):
            edge = word.start
            continue
        if within(word, taken) or _ends_topic(words, index):
            break
        if kept and (said.STARTERS.search(word.text) or said.LEFT_OF.fullmatch(word.text)):
            break
        kept.insert(0, word)
        edge = word.start
        if len(kept) >= MOST_WORDS:
            break
    return bare(plain, kept[0].start, kept[-1].end) if kept else None


def _start(word: Word) -> int:
    return word.start


def _end(word: Word) -> int:
    return word.end


def _rightward(
    plain: str, words: list[Word], at: int, taken: list[tuple[int, int]], loose: bool = False
) -> tuple[int, int] | None:
    kept: list[Word] = []
    edge = at
    for word in words[bisect_left(words, at, key=_start) :]:
        gap = plain[edge : word.start]
        if BREAKS.search(gap) or (kept and within(word, taken)):
            break
        base = word.text.split("'")[0]
        if not kept and (word.text in said.SKIPPED_FIRST or within(word, taken)):
            if within(word, taken) and word.text not in said.SKIPPED_FIRST:
                break
            edge = word.end
            continue
        if kept and (word.text in said.STOPS_EN or _is_verb(base) or said.STOP_PHRASE.match(plain[word.start :])):
            break
        if not kept and word.text in said.NEVER_FIRST:
            break
        if base in said.STOPS_BOTH or (loose and base in said.STOPS_TR and kept):
            break
        kept.append(word)
        edge = word.end
        if len(kept) >= MOST_WORDS:
            break
    return bare(plain, kept[0].start, kept[-1].end) if kept else None


def bare(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Without articles, little words and generic tails ("çalışmalarını", "projesi") at the edges."""
    words = [Word(m.group(), m.start() + start, m.end() + start) for m in _WORD.finditer(plain[start:end])]
    kept = trimmed(words)
    if not kept:
        return None
    last = kept[-1]
    cut = last.text.find("'")
    tail = last.text[cut + 1 :] if cut > 0 else ""
    stop = last.start + cut if cut > 0 and tail not in ("s", "t", "re") else last.end
    while stop > last.start and plain[stop - 1] in ".'":
        stop -= 1
    return kept[0].start, stop


def trimmed(words: list[Word]) -> list[Word]:
    kept = list(words)
    while kept and (kept[0].text.split("'")[0] in said.EDGES or said.LEAD_VERB.match(kept[0].text)):
        kept.pop(0)
    kept = _after_verb(kept)
    while kept and (kept[-1].text.split("'")[0] in said.EDGES or (len(kept) > 1 and said.TAILS.match(kept[-1].text))):
        kept.pop()
    if len(kept) > 2 and kept[-1].text in said.YEARS and kept[-2].text.isdigit():
        kept = kept[:-2]
    return kept


def _after_verb(words: list[Word]) -> list[Word]:
    """What an English verb is said of: what stands behind its article ("redesigning our", "see how the")."""
    for at in (1, 2):
        if len(words) > at + 1 and words[at].text in said.ARTICLES and words[at - 1].text not in said.PREPOSITIONS:
            return words[at + 1 :]
    return words


def says_something(plain: str, candidate: Candidate) -> bool:
    words = [m.group().split("'")[0] for m in _WORD.finditer(plain[candidate.start : candidate.end])]
    return any(w not in said.GENERIC and not said.GENERIC_STEM.match(w) and (len(w) > 2 or w.isalpha()) for w in words)
