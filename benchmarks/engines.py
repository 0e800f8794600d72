"""The engines that are compared: each keeps descriptors and finds the one nearest to a question."""

import re
import sqlite3
import subprocess
from collections.abc import Callable, Iterable
from time import process_time
from typing import ClassVar

from rapidfuzz import fuzz, process

from programme.expert_search import ExpertSearch
from programme.experts import OfferedTopic
from programme.topic_fit import meaning
from programme.topics import Topics
from programme.words import fold, tokens

FOUND = 10


class Engine:
    """Descriptors with the topic of each; a search tells the seconds it took and the topic of what was found first."""

    name: ClassVar[str]
    in_memory: ClassVar[bool] = True

    def build(self, descriptors: Iterable[tuple[str, str]]) -> None:
        raise NotImplementedError

    def first(self, words: str) -> str | None:
        raise NotImplementedError

    def search(self, words: str) -> tuple[float, str | None]:
        began = process_time()
        found = self.first(words)
        return process_time() - began, found

    def slowest_added(self, descriptors: Iterable[tuple[str, str]]) -> float | None:
        """Milliseconds until one more can be found, the slowest of these; None where that was not asked."""
        return None


class Ours(Engine):
    """The topic list as pivot, words through postings."""

    name = "İmece"

    def build(self, descriptors: Iterable[tuple[str, str]]) -> None:
        meaning.cache_clear()
        offers = ((number, (OfferedTopic(words, topic),)) for number, (words, topic) in enumerate(descriptors))
        self._search = ExpertSearch(Topics.load(), offers)

    def first(self, words: str) -> str | None:
        found = self._search.search(meaning(Topics.load(), words), FOUND)
        return found[0][1].offered.topic if found else None

    def slowest_added(self, descriptors: Iterable[tuple[str, str]]) -> float | None:
        slowest = 0.0
        for number, (words, topic) in enumerate(descriptors):
            began = process_time()
            self._search.put(number, (OfferedTopic(words, topic),))
            slowest = max(slowest, process_time() - began)
        return 1000 * slowest


class _EveryOne(Engine):
    """RapidFuzz against every descriptor."""

    scorer: ClassVar[Callable[..., float]]

    def build(self, descriptors: Iterable[tuple[str, str]]) -> None:
        kept = list(descriptors)
        self._texts, self._topics = [fold(words) for words, _ in kept], [topic for _, topic in kept]

    def first(self, words: str) -> str | None:
        found = process.extract(fold(words), self._texts, scorer=type(self).scorer, limit=FOUND)
        return self._topics[found[0][2]] if found else None


class WRatio(_EveryOne):
    """What process.extract does when it is told nothing else."""

    name = "WRatio"
    scorer = fuzz.WRatio


class TokenSetRatio(_EveryOne):
    """Shared words, whatever their order."""

    name = "token_set_ratio"
    scorer = fuzz.token_set_ratio


class Fts5Trigram(Engine):
    """SQLite's full text search over trigrams, any word of the question."""

    name = "FTS5 trigram"

    def build(self, descriptors: Iterable[tuple[str, str]]) -> None:
        self._kept = sqlite3.connect(":memory:")
        self._kept.execute("CREATE VIRTUAL TABLE offered USING fts5(words, topic UNINDEXED, tokenize='trigram')")
        self._kept.executemany(
            "INSERT INTO offered VALUES (?, ?)", ((fold(words), topic) for words, topic in descriptors)
        )

    def first(self, words: str) -> str | None:
        asked = " OR ".join(f'"{word}"' for word in tokens(words) if len(word) > 2)
        query = "SELECT topic FROM offered WHERE words MATCH ? ORDER BY rank LIMIT ?"
        found = self._kept.execute(query, (asked, FOUND)).fetchall() if asked else []
        return found[0][0] if found else None


class PgTrgm(Engine):
    """PostgreSQL's pg_trgm under an index, through psql, whose own timing is taken."""

    name = "pg_trgm"
    in_memory = False

    def __init__(self, database: str) -> None:
        self._database = database

    def build(self, descriptors: Iterable[tuple[str, str]]) -> None:
        rows = "".join(f"{fold(words)}\t{topic}\n" for words, topic in descriptors)
        self._psql("DROP TABLE IF EXISTS offered; CREATE TABLE offered (words text, topic text)")
        self._psql(f"COPY offered FROM STDIN;\n{rows}\\.\n")
        self._psql("CREATE INDEX ON offered USING gin (words gin_trgm_ops); ANALYZE offered")

    def search(self, words: str) -> tuple[float, str | None]:
        asked = fold(words).replace("'", "''")
        query = f"SELECT topic FROM offered WHERE words % '{asked}' ORDER BY words <-> '{asked}' LIMIT {FOUND};"
        told = self._psql(f"{query}\n\\timing on\n{query}").splitlines()
        took = re.fullmatch(r"Time: ([\d.]+) ms.*", told[-1])
        assert took, told
        return float(took[1]) / 1000, told[0] if len(told) > 1 else None

    def _psql(self, said: str) -> str:
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", self._database]
        return subprocess.run(command, input=said, capture_output=True, text=True, check=True).stdout
