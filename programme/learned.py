"""What was learned of people's words: aliases of topics, for everybody or for a municipality only.

Nothing is learned into the search itself: an alias means its topic where it is all that a question says, is asked back
where it is a part of it, and moves no other question. So a wrong one does little, and is gone when it is forgotten.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from programme.concepts import is_frame
from programme.stems import stems
from programme.words import tokens

Ranked = list[tuple[str, float]]
WHOLE = 0.95  # how sure it is that a question means a topic when an alias is all it says
PART = 0.05  # how little less than enough to go on when it is half of what it says or more: worth asking
LEAST_PART = 0.5
_LONG = 6  # letters from which a word may be misspelt
_ALIKE = 0.8


@dataclass(frozen=True)
class Alias:
    """Folded words that tell something, apart by blanks: the topic they mean to everybody, and to a municipality."""

    words: str
    topic: str | None
    own: Mapping[str, str] = field(default_factory=dict)

    def topics(self) -> set[str]:
        return {*self.own.values(), *([self.topic] if self.topic else [])}

    def meaning(self, municipality: str | None) -> str | None:
        """What they mean to somebody of this municipality; what it said itself comes first."""
        return self.own.get(municipality or "", self.topic)


def telling(words: str) -> list[str]:
    """The folded words of a question without those that only frame a wish."""
    return [word for word in tokens(words) if not is_frame(word)]


class Learned:
    """Aliases, found by the words of a question."""

    def __init__(self, aliases: Iterable[Alias] = ()) -> None:
        self._containing: dict[str, list[tuple[Alias, tuple[str, ...]]]] = defaultdict(list)
        for alias in aliases:
            words = tuple(alias.words.split())
            for stem in {stem for word in words for stem in stems(word)}:
                self._containing[stem].append((alias, words))
        self._stems = tuple(self._containing)

    def lift(self, words: str, ranked: Ranked, municipality: str | None, match_from: float) -> Ranked:
        """The topics with the one first that the words were learned to mean, if they were."""
        said = telling(words) if self._containing else []
        alias, share = self._met(said, municipality)
        topic = alias.meaning(municipality) if alias else None
        if topic is None:
            return ranked
        others = [(other, score) for other, score in ranked if other != topic]
        held = next((score for other, score in ranked if other == topic), 0.0)
        if share == 1.0:
            return [(topic, max(held, WHOLE)), *((other, min(score, WHOLE - 0.01)) for other, score in others)]
        if ranked and ranked[0][1] >= match_from:
            return ranked
        return sorted([(topic, max(held, match_from - PART)), *others], key=lambda one: (-one[1], one[0] != topic))

    def _met(self, said: Sequence[str], municipality: str | None) -> tuple[Alias | None, float]:
        """The alias all of whose words are said and that makes up most of what is said, with its share of it."""
        found: dict[str, tuple[Alias, float]] = {}
        for word in said:
            for stem in self._stems_of(word):
                for alias, words in self._containing[stem]:
                    if alias.words not in found and alias.meaning(municipality):
                        found[alias.words] = (alias, _share(words, said))
        best = max(found.values(), key=lambda one: (one[1], one[0].words), default=(None, 0.0))
        return best if best[1] >= LEAST_PART else (None, 0.0)

    def _stems_of(self, word: str) -> list[str]:
        own = [stem for stem in stems(word) if stem in self._containing]
        return own or [stem for stem in self._stems if _alike(word, stem)]


def same_words(one: str, other: str) -> bool:
    """Whether two aliases are the same words but for their endings and slips."""
    some, others = one.split(), other.split()
    return len(some) == len(others) and all(map(_same, some, others))


def _share(words: Sequence[str], said: Sequence[str]) -> float:
    """Of what is said, the share that these words explain; nothing unless each of them is said."""
    if not all(any(_same(word, other) for other in said) for word in words):
        return 0.0
    return sum(any(_same(word, other) for word in words) for other in said) / len(said)


def _same(one: str, other: str) -> bool:
    return not set(stems(one)).isdisjoint(stems(other)) or _alike(one, other)


def _alike(one: str, other: str) -> bool:
    """Whether one is the other with a slip in it."""
    if min(len(one), len(other)) < _LONG:
        return False
    return bool(OSA.normalized_similarity(one, other, score_cutoff=_ALIKE))
