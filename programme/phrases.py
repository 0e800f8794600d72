"""Kept phrases found through their rarer words, each with the share of it that a question covers."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from programme.concepts import is_frame
from programme.rarity import Rarity
from programme.vocabulary import Heard, Vocabulary

Owner = TypeVar("Owner", bound=Hashable)

FRAME_WEIGHT = 0.25  # of a frame word in a kept phrase: "management" tells little, but is part of the name
_LEAST_RECALL = 0.25  # a phrase of which less is there is not worth looking at
_FINDS = 0.33  # words rarer than this find phrases; commoner ones only add to those already found


class Covered(NamedTuple, Generic[Owner]):
    """A kept phrase met by a question; both shares from 0 to 1, by weight of words."""

    owner: Owner
    phrase: int
    recall: float  # of the phrase, in the question
    precision: float  # of the question, in the phrase


class Phrases(Generic[Owner]):
    """Phrases, each of an owner (a topic, an offer); owners are added and removed at any time."""

    def __init__(self, vocabulary: Vocabulary, rarity: Rarity) -> None:
        self._vocabulary = vocabulary
        self._rarity = rarity
        self._numbers: dict[Owner, list[int]] = defaultdict(list)
        self._phrases: dict[int, tuple[Owner, tuple[str, ...], float]] = {}
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._words: dict[str, tuple[float, list[tuple[str, float]]]] = {}
        self._next = 0

    def add(self, owner: Owner, words: Sequence[str]) -> int:
        """Keep a phrase of an owner, given as folded words; its number."""
        number, self._next = self._next, self._next + 1
        total, held = 0.0, []
        for word in dict.fromkeys(words):
            weight, keys = self._weighed(word)
            total += weight
            for key, worth in keys:
                posting = self._postings[key]
                if posting.get(number, 0.0) < worth:
                    posting[number] = worth
            held += [key for key, _ in keys]
        self._phrases[number] = (owner, tuple(held), total)
        self._numbers[owner].append(number)
        return number

    def _weighed(self, word: str) -> tuple[float, list[tuple[str, float]]]:
        """A word's weight in a kept phrase, and what each of its keys is worth; worked out once a word."""
        known = self._words.get(word)
        if known is None:
            keys = self._vocabulary.learn(word)
            weight = self._rarity.of_keys(keys) * (FRAME_WEIGHT if is_frame(word) else 1.0)
            known = self._words[word] = weight, [(key, weight * sure) for key, sure in keys.items()]
        return known

    def remove(self, owner: Owner) -> None:
        """Forget an owner and its phrases."""
        for number in self._numbers.pop(owner, ()):
            for key in self._phrases.pop(number)[1]:
                self._postings[key].pop(number, None)

    def covered(self, heard: Iterable[Heard]) -> list[Covered[Owner]]:
        """The kept phrases that share a telling word with the question."""
        heard = list(heard)
        asked = sum(self._rarity.of_heard(one) for one in heard)
        found: dict[int, list[float]] = {}
        for weight, one in sorted(
            ((self._rarity.of_keys(one.keys), one) for one in heard if one.keys), key=lambda weighed: -weighed[0]
        ):
            for number, (gain, sure) in self._gains(one, found if weight < _FINDS and found else None).items():
                sums = found.setdefault(number, [0.0, 0.0])
                sums[0] += gain
                sums[1] += weight * sure if one.counts else 0.0
        return [
            self._share(number, gain, met, asked)
            for number, (gain, met) in found.items()
            if gain >= _LEAST_RECALL * self._phrases[number][2]
        ]

    def _gains(self, heard: Heard, among: Collection[int] | None) -> dict[int, tuple[float, float]]:
        """What each phrase gains from a word: weight covered, and how surely."""
        gains: dict[int, tuple[float, float]] = {}
        for key, sure in heard.keys.items():
            for number, held in self._postings.get(key, {}).items():
                if (among is None or number in among) and held * sure > gains.get(number, (0.0, 0.0))[0]:
                    gains[number] = (held * sure, sure)
        return gains

    def _share(self, number: int, gain: float, met: float, asked: float) -> Covered[Owner]:
        owner, _, total = self._phrases[number]
        precision = met / asked if asked else 1.0
        return Covered(owner, number, gain / total if gain < total else 1.0, precision if precision < 1.0 else 1.0)
