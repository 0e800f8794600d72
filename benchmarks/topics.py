"""How well words find their topic with the whole list and with a third of its names left out, five times over.

    python -m benchmarks.topics [--drop 0.35] [--seeds 5] [--meaning] [QUESTIONS.jsonl]

A line of QUESTIONS is {"query", "topics": [ids]}, without topics for what no municipality's expert is asked. Without a
file, the questions and the others of the tests.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from statistics import mean, pstdev
from typing import NamedTuple

from programme.topics import Found, Topics

TESTS = Path(__file__).parents[1] / "tests" / "programme"
Row = tuple[frozenset[str], Found]
ALLOWED = 0.05  # of the others, let through where it is said what is right then


class Asked(NamedTuple):
    """Words, and the topics they are about; none for what is not ours to answer."""

    words: str
    topics: frozenset[str]


def ours() -> list[Asked]:
    parts = [line.split("\t") for line in _lines("topic_questions.txt")]
    answerable = [Asked(words, frozenset(topics.split(","))) for topics, _, words in parts]
    return [*answerable, *(Asked(words, frozenset()) for words in _lines("near_topics.txt"))]


def read(path: Path) -> list[Asked]:
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Asked(line["query"], frozenset(line["topics"])) for line in lines]


def figures(topics: Topics, asked: list[Asked]) -> dict[str, float]:
    found = [(one.topics, topics.find(one.words)) for one in asked]
    ours = [(right, one) for right, one in found if right]
    others = [one for right, one in found if not right]
    matched = [(right, one) for right, one in ours if one.verdict == "match"]
    back = [(right, one) for right, one in ours if one.verdict == "ask"]
    barely = sorted(map(_score, others), reverse=True)[int(ALLOWED * len(others))]
    return {
        "first": _share(ours, lambda right, one: _among(right, one, 1)),
        "among three": _share(ours, lambda right, one: _among(right, one, 3)),
        "first at 5 % of the others": _share(ours, lambda right, one: _among(right, one, 1) and _score(one) > barely),
        "accepted right": sum(_among(*one, 1) for one in matched) / len(ours),
        "accepted wrong": sum(not _among(*one, 1) for one in matched) / len(ours),
        "asked back": len(back) / len(ours),
        "asked back with the right one": _share(back, lambda right, one: _among(right, one, 3)),
        "others accepted": sum(one.verdict == "match" for one in others) / len(others),
        "others asked back": sum(one.verdict == "ask" for one in others) / len(others),
    }


def _among(right: frozenset[str], found: Found, places: int) -> bool:
    return not right.isdisjoint(topic for topic, _ in found.ranked[:places])


def _score(found: Found) -> float:
    return found.ranked[0][1] if found.ranked else 0.0


def _share(rows: list[Row], good: Callable[[frozenset[str], Found], bool]) -> float:
    return sum(good(*row) for row in rows) / max(1, len(rows))


def _lines(name: str) -> list[str]:
    kept = (TESTS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in kept if line.strip() and not line.startswith("#")]


def _as_it_is(topics: Topics) -> Topics:
    return topics


def _voting(whole: Topics) -> Callable[[Topics], Topics]:
    """From a list to the list with a second vote that has seen no other names than its own."""
    from programme.data.build_meanings import middle
    from programme.second_vote import SecondVote, encoded

    said = [name for topic in whole for name in (*topic.names(), *topic.pointers())]
    places = {name: place for place, name in enumerate(said)}
    vectors = encoded(said)

    def with_vote(topics: Topics) -> Topics:
        own = {topic.id: [places[name] for name in (*topic.names(), *topic.pointers())] for topic in topics}
        middles = {topic: middle(vectors[held]) for topic, held in own.items()}
        return Topics(topics, SecondVote((name for topic in topics for name in topic.names()), middles))

    return with_vote


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("questions", nargs="?", type=Path)
    arguments.add_argument("--drop", type=float, default=0.35)
    arguments.add_argument("--seeds", type=int, default=5)
    arguments.add_argument("--meaning", action="store_true", help="with the second vote, built anew from what is left")
    options = arguments.parse_args()
    voting = _voting(Topics.load()) if options.meaning else _as_it_is
    asked = read(options.questions) if options.questions else ours()
    whole = figures(voting(Topics.load()), asked)
    dropped = (Topics.load().without_aliases(options.drop, seed) for seed in range(1, options.seeds + 1))
    fewer = [figures(voting(topics), asked) for topics in dropped]
    print(f"{len(asked)} questions{'whole list':>30} {options.drop:6.0%} left out, mean ± spread")
    for name, share in whole.items():
        left = [one[name] for one in fewer]
        print(f"{name:32} {share:8.3f} {mean(left):12.3f} ± {pstdev(left):.3f}")


if __name__ == "__main__":
    main()
