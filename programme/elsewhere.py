"""How much words speak of another world than a municipality's: shopping, private life, other people's trades."""

from functools import lru_cache
from pathlib import Path

from programme.phrases import Phrases
from programme.rarity import Rarity
from programme.vocabulary import Heard, Vocabulary
from programme.words import tokens

_LIST = Path(__file__).parent / "data" / "elsewhere.txt"


class Elsewhere:
    """The worlds listed, searched with the topics' own vocabulary and weights."""

    def __init__(self, vocabulary: Vocabulary, rarity: Rarity) -> None:
        self._rarity = rarity
        self._phrases: Phrases[int] = Phrases(vocabulary, rarity)
        self._alone: set[str] = set()
        for world, phrases in enumerate(_worlds()):
            for words in phrases:
                self._phrases.add(world, words)
                if len(words) == 1:
                    self._alone.update(key for key in vocabulary.learn(words[0]) if not key.startswith("="))

    def pull(self, heard: list[Heard]) -> float:
        """From 0 to 1: the part of the question that such phrases cover."""
        asked = sum(self._rarity.of_heard(one) for one in heard)
        if not asked:
            return 0.0
        phrases = max((one.recall**2 * one.precision for one in self._phrases.covered(heard)), default=0.0)
        words = sum(self._rarity.of_heard(one) * self._lonely(one) for one in heard) / asked
        return min(1.0, max(phrases, words))

    def _lonely(self, heard: Heard) -> float:
        return max((sure for key, sure in heard.keys.items() if key in self._alone), default=0.0)


@lru_cache(maxsize=1)
def _worlds() -> tuple[tuple[tuple[str, ...], ...], ...]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(tuple(tokens(phrase)) for phrase in line.split(";") if tokens(phrase))
        for line in lines
        if line.strip() and not line.startswith("#")
    )
