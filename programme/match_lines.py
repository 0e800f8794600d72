"""Lines of JSON in, lines of JSON out: the topics and experts found for each query, for trying the matcher out."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from programme.expert_search import ExpertSearch
from programme.experts import OfferedTopic
from programme.topic_fit import TopicFit, meaning
from programme.topics import Topics

Offer = tuple[str | int, Sequence[OfferedTopic]]
Fitting = tuple[str | int, TopicFit]
SHOWN = 10


def match_lines(
    lines: Iterable[str], pool: Path | Iterable[Offer] = (), drop_aliases: float = 0.0, seed: int = 0
) -> Iterator[str]:
    """A line of JSON for each line {"query": ...}; for one that cannot be read {"error": ...}.

    `pool` is a file of lines {"id", "topics": [{"text", "lang"}]}, or offers with their topics; ValueError when the
    file holds anything else. `drop_aliases` leaves that share of the list's aliases out at random.
    """
    topics = Topics.load().without_aliases(drop_aliases, seed) if drop_aliases else Topics.load()
    offers = ExpertSearch(topics, read_pool(pool) if isinstance(pool, Path) else pool)
    for line in lines:
        yield json.dumps(_answer(topics, offers, line), ensure_ascii=False)


def read_pool(path: Path) -> Iterator[Offer]:
    """The offers of a pool file; ValueError names the first line that is none."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                kept = json.loads(line)
                yield kept["id"], tuple(OfferedTopic(topic["text"]) for topic in kept["topics"])
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}, line {number}: not an expert with topics") from error


def _answer(topics: Topics, offers: ExpertSearch[str | int], line: str) -> dict[str, Any]:
    try:
        query = json.loads(line)["query"]
        if not isinstance(query, str):
            raise TypeError("query is not text")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
    found = topics.find(query)
    fitting: Sequence[Fitting] = offers.search(meaning(topics, query))
    if found.verdict == "ask":
        fitting = _by_turns(fitting)
    return {
        "topics": [[topic, score] for topic, score in found.ranked],
        "experts": [[offer, round(one.fit, 4), [one.reason()]] for offer, one in fitting[:SHOWN]],
        "verdict": found.verdict,
    }


def _by_turns(fitting: Sequence[Fitting]) -> list[Fitting]:
    """While the topic is in question, the best expert of each likely topic comes before the second best of any."""
    seen = Counter[str | None]()
    turns = []
    for place, (offer, one) in enumerate(fitting):
        turns.append((seen[one.topic], place, (offer, one)))
        seen[one.topic] += 1
    return [one for _, _, one in sorted(turns, key=lambda turn: turn[:2])]
