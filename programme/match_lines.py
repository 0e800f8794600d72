"""Lines of JSON in, lines of JSON out: the topics and experts found for each query, for trying the matcher out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from programme.experts import OfferedTopic
from programme.topic_fit import fit, meaning
from programme.topics import Topics

Offers = Iterable[tuple[str | int, Sequence[OfferedTopic]]]
SHOWN = 10


def match_lines(
    lines: Iterable[str], pool: Path | Offers = (), drop_aliases: float = 0.0, seed: int = 0
) -> Iterator[str]:
    """A line of JSON for each line {"query": ...}; for one that cannot be read {"error": ...}.

    `pool` is a file of lines {"id", "topics": [{"text", "lang"}]}, or offers with their topics; ValueError when the
    file holds anything else. `drop_aliases` leaves that share of the list's aliases out at random.
    """
    topics = Topics.load().without_aliases(drop_aliases, seed) if drop_aliases else Topics.load()
    offers = list(read_pool(pool) if isinstance(pool, Path) else pool)
    for line in lines:
        yield json.dumps(_answer(topics, offers, line), ensure_ascii=False)


def read_pool(path: Path) -> Iterator[tuple[str | int, Sequence[OfferedTopic]]]:
    """The offers of a pool file; ValueError names the first line that is none."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                kept = json.loads(line)
                yield kept["id"], tuple(OfferedTopic(topic["text"]) for topic in kept["topics"])
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}, line {number}: not an expert with topics") from error


def _answer(topics: Topics, offers: Sequence[tuple[str | int, Sequence[OfferedTopic]]], line: str) -> dict[str, Any]:
    try:
        query = json.loads(line)["query"]
        if not isinstance(query, str):
            raise TypeError("query is not text")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
    found = topics.find(query)
    return {
        "topics": [[topic, score] for topic, score in found.ranked],
        "experts": _experts(topics, offers, query),
        "verdict": found.verdict,
    }


def _experts(topics: Topics, offers: Sequence[tuple[str | int, Sequence[OfferedTopic]]], query: str) -> list[list[Any]]:
    sought = meaning(topics, query)
    fitting = [(id, one) for id, offered in offers if (one := fit(topics, sought, offered))]
    fitting.sort(key=lambda found: (-found[1].fit, str(found[0])))
    return [
        [id, round(one.fit, 4), [{"code": one.code, "topic": one.topic, "words": one.offered.words}]]
        for id, one in fitting[:SHOWN]
    ]
