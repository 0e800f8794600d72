"""When words that meant a topic once become an alias of it: who must have said so, and which words never do.

One person's answer counts for their own municipality at once. For everybody it counts when people of two municipalities
said the same, and more than said anything else: nobody turns the others' words by answering wrongly, alone or often.
What a coordinator corrects counts for everybody at once and over all answers, until the next correction. A meeting
agreed on under the very words is said by both municipalities.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from programme.learned import Alias, same_words, telling
from programme.municipality_list import municipality as named
from programme.stems import stems
from programme.words import tokens

MUNICIPALITIES = 2
MOST_WORDS, MOST_LETTERS = 5, 60
TITLES = frozenset(["bey", "hanim", "sayin", "mr", "mrs", "ms"])


@dataclass(frozen=True)
class Example:
    """Words that meant a topic: by an `answer` to "did you mean", a `match` agreed on, a coordinator's `correction`."""

    words: str
    topic: str
    kind: str
    municipality: str | None = None
    person: int | None = None


class HasWords(Protocol):
    @property
    def words(self) -> str: ...


Said = TypeVar("Said", bound=HasWords)


def learnable(words: str, name: str | None = None, municipality: str | None = None) -> str | None:
    """The words as an alias keeps them; None for what may be about a person or a place, and for what tells nothing.

    `name` and `municipality` (id) are those of whoever wrote them. Numbers, addresses and whole sentences are left.
    """
    told = telling(words)
    kept = " ".join(told)
    if not told or len(told) > MOST_WORDS or len(kept) > MOST_LETTERS or len(kept) < 3:
        return None
    if "@" in words or "://" in words or any(map(str.isdigit, kept)):
        return None
    whose = {*TITLES, *tokens(name or "")}
    if municipality:
        whose.update(tokens(named(municipality).named("tr")))
    return None if any(not whose.isdisjoint((word, *stems(word))) for word in told) else kept


def aliases(examples: Iterable[Example]) -> list[Alias]:
    """What examples, oldest first, add up to; those of the same words but for their endings count together."""
    return [alias(together) for together in same(examples)]


def same(examples: Iterable[Said]) -> list[list[Said]]:
    """Examples put together by their words, in the order in which the words came first."""
    found: list[list[Said]] = []
    beginning: dict[str, list[list[Said]]] = defaultdict(list)
    for example in examples:
        first = stems(example.words.split()[0])
        near = (group for stem in first for group in beginning[stem] if same_words(group[0].words, example.words))
        group = next(near, None)
        if group is None:
            group = []
            found.append(group)
            for stem in first:
                beginning[stem].append(group)
        group.append(example)
    return found


def alias(together: Sequence[Example]) -> Alias:
    """What examples of the same words, oldest first, make of them."""
    words = together[0].words
    corrected = [example.topic for example in together if example.kind == "correction"]
    if corrected:
        return Alias(words, corrected[-1])
    last = {example.municipality: example for example in together if example.municipality}
    own = {municipality: example.topic for municipality, example in last.items()}
    votes = {topic: _votes([one for one in last.values() if one.topic == topic]) for topic in own.values()}
    most = max(votes.values(), default=0)
    first = [topic for topic, count in votes.items() if count == most]
    return Alias(words, first[0] if most >= MUNICIPALITIES and len(first) == 1 else None, own)


def _votes(said: list[Example]) -> int:
    """Different municipalities, or different people where those are fewer: nobody counts twice by moving."""
    known = {example.person for example in said if example.person}
    return min(len(said), len(known) + sum(example.person is None for example in said))
