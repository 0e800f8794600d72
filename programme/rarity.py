"""How much a word tells: one that a single topic uses tells nearly all, one that most topics use next to nothing."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from programme.vocabulary import Heard

UNKNOWN = 0.6  # of a word nobody listed: it speaks against whatever does not explain it


class Rarity:
    """Weights of keys, from 0 to 1, counted over the topics that use them."""

    def __init__(self, keys_by_owner: Iterable[Collection[str]]) -> None:
        owners = [set(keys) for keys in keys_by_owner]
        counted = Counter(key for keys in owners for key in keys)
        most = math.log(1 + max(2, len(owners)))
        self._weights = {key: math.log(1 + len(owners) / count) / most for key, count in counted.items()}

    def of_key(self, key: str) -> float:
        return self._weights.get(key, UNKNOWN)

    def of_keys(self, keys: Mapping[str, float]) -> float:
        """The weight of a word under several keys: of its commonest sense among those it is surest of."""
        known = [(sure, self._weights[key]) for key, sure in keys.items() if key in self._weights]
        if not known:
            return UNKNOWN
        surest = max(sure for sure, _ in known)
        return min(weight for sure, weight in known if sure >= surest - 0.05)

    def of_heard(self, heard: Heard) -> float:
        """The weight of a word in a question; 0 for one that does not count."""
        return self.of_keys(heard.keys) if heard.counts else 0.0


def likeness(some: Collection[Heard], others: Collection[Heard], rarity: Rarity) -> float:
    """How much of each side's telling words the other side has too: the harmonic mean of both shares."""
    one, other = _share(some, others, rarity), _share(others, some, rarity)
    return 2 * one * other / (one + other) if one + other else 0.0


def _share(some: Collection[Heard], others: Collection[Heard], rarity: Rarity) -> float:
    asked = sum(rarity.of_heard(one) for one in some)
    met = sum(rarity.of_heard(one) * max((_same(one, other) for other in others), default=0.0) for one in some)
    return met / asked if asked else 0.0


def _same(one: Heard, other: Heard) -> float:
    if one.word == other.word:
        return 1.0
    return max((sure * other.keys[key] for key, sure in one.keys.items() if key in other.keys), default=0.0)
