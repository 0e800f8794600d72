"""Checks topics.json after somebody edited it, and says line by line what is wrong: python -m programme.data.check_topics"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from programme.topics import Topic, Topics
from programme.words import tokens

THEMES = Path(__file__).parent / "themes.csv"
PLURALS = {"tr": re.compile(r"(?:lari|leri|lar|ler|i|u|si|su)$"), "en": re.compile(r"(?:ies|es|s|y)$")}


def wrong(topics: Iterable[Topic]) -> Iterator[str]:
    """What must not be in the list, a line each."""
    listed = list(topics)
    yield from _unnamed(listed)
    yield from _without_goals(listed)
    yield from _in_two_topics(listed)
    for topic in listed:
        yield from _said_twice(topic)


def _unnamed(listed: Iterable[Topic]) -> Iterator[str]:
    for topic in listed:
        for language in PLURALS:
            if not topic.label(language) or not topic.aliases.get(language) or not topic.hints.get(language):
                yield f"{topic.id}: a name, aliases or hints are missing in {language}"
        if any(not tokens(name) for name in (*topic.names(), *topic.pointers())):
            yield f"{topic.id}: a name without letters"


def _without_goals(listed: Iterable[Topic]) -> Iterator[str]:
    with THEMES.open(encoding="utf-8", newline="") as file:
        goals = {row["theme_id"]: row["sdg_numbers"] for row in csv.DictReader(file)}
    for topic in listed:
        if not goals.get(topic.theme):
            yield f"{topic.id}: theme {topic.theme} has no goals in themes.csv"


def _in_two_topics(listed: Iterable[Topic]) -> Iterator[str]:
    """Names that fold to the same letters in two topics: whoever writes them could mean either."""
    owners: dict[str, set[str]] = defaultdict(set)
    for topic in listed:
        for name in topic.names():
            owners["".join(tokens(name))].add(f"{topic.id} ({name})")
    for held in owners.values():
        if len({one.split()[0] for one in held}) > 1:
            yield f"in two topics: {', '.join(sorted(held))}"


def _said_twice(topic: Topic) -> Iterator[str]:
    """Names that differ in number, marks, capitals or blanks only: the second adds nothing and makes editing harder."""
    for language, plural in PLURALS.items():
        said: dict[str, str] = {}
        for name in dict.fromkeys((topic.label(language), *topic.aliases.get(language, ()))):
            key = "".join(plural.sub("", word) if len(word) > 4 else word for word in tokens(name))
            if key in said:
                yield f"{topic.id}: {name!r} says no more than {said[key]!r}"
            said.setdefault(key, name)


def main() -> None:
    found = list(wrong(Topics.load()))
    print("\n".join(found) or "Every topic is well.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
