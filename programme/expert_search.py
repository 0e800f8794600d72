"""Offers found by their descriptors through postings: one added, changed or paused is searchable at once."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import Generic, TypeVar

from programme.experts import OfferedTopic
from programme.topic_fit import LEAST_WORDS, Meaning, TopicFit, meaning, worth
from programme.topics import Topics
from programme.vocabulary import SAME_MEANING, Heard

Owner = TypeVar("Owner", bound=Hashable)
Meant = tuple[tuple[str, float], ...]

MOST = 100
_COMMON = 2_000  # descriptors under one word; a commoner word only adds to what rarer ones have found


class ExpertSearch(Generic[Owner]):
    """Descriptors by number: what each says and means, and under which words and topics it is found."""

    def __init__(self, topics: Topics, offers: Iterable[tuple[Owner, Iterable[OfferedTopic]]] = ()) -> None:
        self._topics = topics
        self._numbers: dict[Owner, tuple[int, ...]] = {}
        self._owners: list[Owner | None] = []
        self._offered: list[OfferedTopic | None] = []
        self._meant: list[Meant] = []
        self._totals = array("f")
        self._saying: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._about: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._meanings: dict[Meant, Meant] = {}
        for owner, offered in offers:
            self.put(owner, offered)

    def __len__(self) -> int:
        return len(self._numbers)

    def put(self, owner: Owner, offered: Iterable[OfferedTopic]) -> None:
        """Add an owner's descriptors, in place of those it had."""
        self.remove(owner)
        numbers = tuple(self._add(owner, one) for one in offered)
        if numbers:
            self._numbers[owner] = numbers

    def remove(self, owner: Owner) -> None:
        """Forget an owner that was paused or withdrawn; one that is not there is no matter."""
        for number in self._numbers.pop(owner, ()):
            offered = self._offered[number]
            if offered:
                _, keys = self._telling(offered.words)
                for key in keys:
                    _take_out(self._saying, key, number)
            for topic, _ in self._meant[number]:
                _take_out(self._about, topic, number)
            self._owners[number] = self._offered[number] = None
            self._meant[number] = ()

    def relearn(self, topics: Topics) -> None:
        """Take the same list with other learned words: offers in words of no topic may mean something else now."""
        if topics is self._topics:
            return
        self._topics = topics
        for owner, numbers in list(self._numbers.items()):
            offered = [one for number in numbers if (one := self._offered[number])]
            if any(self._means(one) != self._meant[number] for one, number in zip(offered, numbers, strict=True)):
                self.put(owner, offered)

    def search(self, sought: Meaning, most: int = MOST) -> list[tuple[Owner, TopicFit]]:
        """The owners that answer what is sought, best first, each once with the descriptor that fits best."""
        asked, gains = self._gains(sought.words)
        wanted = dict(sought.topics)
        each = most // (1 + len(wanted)) + 1
        likely = {
            number: self._likeness(number, gains, asked) for number in self._worth_a_look(gains, asked, wanted, each)
        }
        for topic in wanted:
            silent = (number for number in self._about[topic] if number not in gains)
            likely.update(dict.fromkeys(islice(silent, each), 0.0))
        found = [(number, fit) for number, words in likely.items() if (fit := self._fit(number, sought, wanted, words))]
        best: dict[Owner, TopicFit] = {}
        for number, one in sorted(found, key=lambda found: (-found[1].fit, found[0])):
            owner = self._owners[number]
            if owner is not None:
                best.setdefault(owner, one)
        return list(islice(best.items(), most))

    def _add(self, owner: Owner, offered: OfferedTopic) -> int:
        number = len(self._owners)
        total, keys = self._telling(offered.words)
        for key in keys:
            self._saying[key].append(number)
        meant = self._means(offered)
        for topic, _ in meant:
            self._about[topic].append(number)
        self._owners.append(owner)
        self._offered.append(offered)
        self._meant.append(self._meanings.setdefault(meant, meant))
        self._totals.append(total)
        return number

    def _means(self, offered: OfferedTopic) -> Meant:
        return ((offered.topic, 1.0),) if offered.topic else meaning(self._topics, offered.words).topics

    def _telling(self, words: str) -> tuple[float, set[str]]:
        """The weight of a descriptor's telling words, and the keys under which they are found."""
        heard = [one for one in self._topics.hear(words) if one.counts]
        total = sum(map(self._topics.rarity.of_heard, heard))
        return total, {key for one in heard for key in (one.keys or (one.word,))}

    def _gains(self, words: str) -> tuple[float, dict[int, float]]:
        """The weight of a question's words, and how much of it each descriptor that shares some of them has."""
        weighed = [(self._topics.rarity.of_heard(one), one) for one in self._topics.hear(words)]
        gains: dict[int, float] = {}
        for weight, one in sorted(weighed, key=lambda weighed: -weighed[0]):
            if not weight:
                continue
            met = self._met(weight, one)
            if not gains:
                gains = met
            elif len(met) > _COMMON:
                for number in gains.keys() & met.keys():
                    gains[number] += met[number]
            else:
                for number, gain in met.items():
                    gains[number] = gains.get(number, 0.0) + gain
        return sum(weight for weight, _ in weighed), gains

    def _met(self, weight: float, heard: Heard) -> dict[int, float]:
        met: dict[int, float] = {}
        keys: Mapping[str, float] = heard.keys or {heard.word: 1.0}
        for key, sure in sorted(keys.items(), key=lambda one: one[1]):
            if key in self._saying:
                met.update(dict.fromkeys(self._saying[key], weight * sure * (SAME_MEANING if key[0] == "=" else 1.0)))
        return met

    def _worth_a_look(self, gains: dict[int, float], asked: float, wanted: Iterable[str], each: int) -> set[int]:
        """Of the descriptors that share words: the likeliest on each topic, and those whose words may do alone."""
        enough = asked * LEAST_WORDS / (2 - LEAST_WORDS)
        alone = [number for number, gain in gains.items() if gain >= enough]
        looked = set(nlargest(each, alone, key=gains.__getitem__))
        for topic in wanted:
            looked.update(nlargest(each, gains.keys() & set(self._about[topic]), key=gains.__getitem__))
        return looked

    def _likeness(self, number: int, gains: dict[int, float], asked: float) -> float:
        """How much of each side's telling words the other has: the harmonic mean of both shares."""
        gain = min(gains[number], asked)
        both = asked + max(gain, self._totals[number])
        return 2 * gain / both if both else 0.0

    def _fit(self, number: int, sought: Meaning, wanted: Mapping[str, float], words: float) -> TopicFit | None:
        offered = self._offered[number]
        return worth(sought, wanted, self._meant[number], words, offered) if offered else None


def _take_out(postings: Mapping[str, "array[int]"], key: str, number: int) -> None:
    numbers: Sequence[int] = postings[key]
    place = bisect_left(numbers, number)
    if place < len(numbers) and numbers[place] == number:
        del postings[key][place]
