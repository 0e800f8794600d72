"""Every name of every topic as listed, without Turkish marks, and with one slip: how many still find their topic.

    python -m benchmarks.spellings

A slip is in the longest word of six letters or more: two letters changed places, one left out or one typed twice.
"""

import random
from collections import defaultdict
from collections.abc import Callable

from programme.topics import Topics
from programme.words import fold

LONG = 6


def slipped(name: str, chance: random.Random) -> str:
    words = name.split()
    place = max(range(len(words)), key=lambda one: len(words[one]))
    word = words[place]
    if len(word) < LONG:
        return name
    cut = chance.randrange(1, len(word) - 2)
    first, second, rest = word[:cut], word[cut : cut + 2], word[cut + 2 :]
    words[place] = first + chance.choice((second[::-1], second[0], second[0] + second)) + rest
    return " ".join(words)


def found(topics: Topics, spelt: Callable[[str], str]) -> float:
    """The share of names that find a topic of that name first when they are spelt like this."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for topic in topics:
        for name in topic.names():
            named[name].add(topic.id)
    right = sum(topics.likeliest(spelt(name))[0] in {*ids, *topics.named(name)} for name, ids in named.items())
    return right / len(named)


def main() -> None:
    topics, chance = Topics.load(), random.Random(7)
    spellings: dict[str, Callable[[str], str]] = {
        "as listed": str,
        "ASCII": fold,
        "one slip": lambda name: slipped(name, chance),
    }
    for kind, spelt in spellings.items():
        print(f"{kind:12}{found(topics, spelt):8.4f}")


if __name__ == "__main__":
    main()
