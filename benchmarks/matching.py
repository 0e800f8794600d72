"""How fast experts are found, ours beside what one would reach for first, in one run on one thread.

    python -m benchmarks.matching [--sizes 1000,10000,100000] [--ours 1000000] [--postgres "host=/tmp dbname=postgres"]

Times are of processor time where the engine is in the process, and of the wall clock for PostgreSQL, whose pg_trgm is
measured where a database is named. Prints a table and draws docs/matching.svg.
"""

import argparse
import gc
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks.engines import Engine, Fts5Trigram, Ours, PgTrgm, TokenSetRatio, WRatio
from benchmarks.plot import Line, draw
from programme.topics import Topics

HERE = Path(__file__).parent
QUESTIONS = HERE.parent / "tests" / "programme" / "topic_questions.txt"
FRAMES = (
    "{}",
    "{} uzmanıyım",
    "{} konusunda on yıl",
    "{} ve {}",
    "{} birimi sorumlusu",
    "officer for {}",
    "{} and {}",
    "I run our {}",
)
ASKED = 60  # questions to each engine at each size


class Measured(NamedTuple):
    """One engine at one size; times in milliseconds."""

    engine: str
    size: int
    p50: float
    p95: float
    right: float  # share of questions whose first descriptor is on a topic they are about
    build: float  # seconds
    memory: float | None  # bytes a descriptor, text and all
    added: float | None  # milliseconds until one more is searchable, the slowest of a hundred


def descriptors(count: int) -> Iterator[tuple[str, str]]:
    """So many descriptors as experts write them, each with its topic, always the same ones."""
    chance = random.Random(1)
    names = [(topic.id, name) for topic in Topics.load() for name in topic.names()]
    for _ in range(count):
        topic, name = chance.choice(names)
        frame = chance.choice(FRAMES)
        yield frame.format(name, chance.choice(names)[1]) if frame.count("{}") == 2 else frame.format(name), topic


def questions() -> list[tuple[frozenset[str], str]]:
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    parts = [line.split("\t") for line in lines if line and not line.startswith("#")]
    asked = [(frozenset(topics.split(",")), words) for topics, _, words in parts]
    return random.Random(2).sample(asked, ASKED)


def measure(engine: Engine, size: int) -> Measured:
    gc.collect()
    before, began = _resident(), process_time()
    engine.build(descriptors(size))
    build = process_time() - began
    gc.collect()
    memory = (_resident() - before) / size if engine.in_memory else None
    timed = [(topics, *engine.search(words)) for topics, words in questions()]
    times = sorted(1000 * seconds for _, seconds, _ in timed)
    right = sum(found in topics for topics, _, found in timed) / len(timed)
    return Measured(
        engine.name,
        size,
        _at(times, 0.5),
        _at(times, 0.95),
        right,
        build,
        memory,
        engine.slowest_added(descriptors(100)),
    )


def _at(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(share * len(times)))]


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def _row(one: Measured) -> str:
    memory = f"{one.memory:7.0f} B" if one.memory else "        –"
    added = f"{one.added:6.2f} ms" if one.added is not None else "        –"
    return (
        f"{one.engine:18} {one.size:>9,} {one.p50:9.2f} {one.p95:9.2f} ms  right {one.right:.2f}"
        f"  build {one.build:6.1f} s  {memory}  added {added}"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", default="1000,10000,100000")
    arguments.add_argument("--ours", default="1000000", help="further sizes for ours alone; empty for none")
    arguments.add_argument("--postgres", help="a connection string; pg_trgm must be there")
    options = arguments.parse_args()
    everybody = [int(size) for size in options.sizes.split(",")]
    alone = [int(size) for size in options.ours.split(",") if size]
    Topics.load().find("sıfır atık")
    lines: list[Line] = []
    for kind, sizes in (
        (Ours, [*everybody, *alone]),
        (Fts5Trigram, everybody),
        (TokenSetRatio, everybody),
        (WRatio, everybody),
    ):
        lines.append(_line([measure(kind(), size) for size in sizes]))
    if options.postgres:
        lines.append(_line([measure(PgTrgm(options.postgres), size) for size in everybody]))
    (HERE.parent / "docs" / "matching.svg").write_text(draw(lines), encoding="utf-8")


def _line(measured: list[Measured]) -> Line:
    for one in measured:
        print(_row(one), flush=True)
    return Line(measured[0].engine, [(one.size, one.p95) for one in measured])


if __name__ == "__main__":
    main()
