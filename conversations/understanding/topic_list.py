"""What the programme's list says of words that may be a topic: it is asked where frames alone leave that open."""

from functools import lru_cache

from conversations.understanding.topic_spans import Candidate, Word, stretches
from programme.topics import Topics

DOUBTFUL, SURELY = 0.4, 0.9  # how surely the list knows framed words that may be passed over, and loose ones instead


def framed_inside(candidate: Candidate, other: Candidate) -> bool:
    """Framed by a word that is itself part of a topic ("digital building permits", "open data portal")."""
    inside = other.start <= candidate.marker < candidate.start and candidate.end == other.end
    return inside and other.rank <= candidate.rank + 2


def weighed(plain: str, words: list[Word], taken: list[tuple[int, int]], found: list[Candidate]) -> list[Candidate]:
    """Where weak frames hold nothing of the programme's list, the words of the message that are surely on it."""
    if any(c.rank <= 2 or sure(plain, c) >= DOUBTFUL for c in found[:6]):
        return found
    loose = [c for c in stretches(plain, words, taken) if " " in plain[c.start : c.end]][:8]
    known = [
        c for c in loose if sure(plain, c) >= SURELY and not any(c.start < f.end and f.start < c.end for f in found)
    ]
    return [max(known, key=lambda c: sure(plain, c))] if known else found


def listed(words: str) -> tuple[str, float]:
    """The topic of the programme's list that words mean, and how surely."""
    return _listed(Topics.load(), words)


@lru_cache(maxsize=4_096)
def _listed(topics: Topics, words: str) -> tuple[str, float]:
    return topics.likeliest(words)


def sure(plain: str, candidate: Candidate) -> float:
    return listed(plain[candidate.start : candidate.end])[1]
