"""How long one message takes to be read, beside a date parser and a language detector on the same messages.

    python benchmarks/reading.py [messages.jsonl]

Each message is read for the first time, in one run; a start is measured in fresh processes. All is processor time.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
MESSAGES = ROOT / "tests" / "understanding" / "messages.jsonl"
WARM = ("Kompost konusunda destek arıyoruz, haftaya salı öğleden sonra", "sıfır atık")
"""A sentence, and words that only the programme's list of topics knows: after them every word list is loaded."""
STARTS = {
    "reader": "from datetime import datetime\nfrom conversations.understanding import read\n"
    f"for text in {WARM!r}: read(text, now=datetime(2026, 11, 23, 9))",
    "of it the topics": f"from programme.topics import Topics\nTopics.load().find({WARM[1]!r})",
    "dateparser": f"from dateparser.search import search_dates\nsearch_dates({WARM[0]!r}, languages=['tr', 'en'])",
    "lingua": "from lingua import Language, LanguageDetectorBuilder as B\n"
    "detector = B.from_languages(Language.TURKISH, Language.ENGLISH).with_preloaded_language_models().build()\n"
    f"detector.detect_language_of({WARM[0]!r})",
}
_MEASURED = """
import sys, time
sys.path.insert(0, {root!r})
def resident():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")) / 1024
before, began = resident(), time.process_time()
{start}
print(time.process_time() - began, resident() - before)
"""
Reads = Callable[[str, datetime, str | None], object]


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else MESSAGES
    messages = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    table = Table("", "median ms", "p99 ms", "longest ms", "start s", "memory MB", title=f"{len(messages)} messages")
    for name, reads in _readers():
        for text in WARM:
            reads(text, datetime.fromisoformat(messages[0]["now"]), None)
        took = [_milliseconds(reads, message) for message in messages]
        table.add_row(name, *(f"{ms:.2f}" for ms in (_middle(took), _hundredth(took), max(took))), *_start(name))
    table.add_row("of it the topics", "", "", "", *_start("of it the topics"))
    Console().print(table)


def _readers() -> Iterator[tuple[str, Reads]]:
    sys.path.insert(0, str(ROOT))
    from conversations.understanding import read

    yield "reader", lambda text, now, pending: read(text, now=now, pending=pending)
    from dateparser.search import search_dates

    yield (
        "dateparser",
        lambda text, now, _: search_dates(
            text, languages=["tr", "en"], settings={"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future"}
        ),
    )
    from lingua import Language, LanguageDetectorBuilder

    detector = (
        LanguageDetectorBuilder.from_languages(Language.TURKISH, Language.ENGLISH)
        .with_preloaded_language_models()
        .build()
    )
    yield "lingua", lambda text, _now, _pending: detector.detect_language_of(text)


def _milliseconds(reads: Reads, message: dict[str, str]) -> float:
    now = datetime.fromisoformat(message["now"])
    began = time.process_time()
    reads(message["text"], now, message["pending"])
    return (time.process_time() - began) * 1000


def _middle(took: list[float]) -> float:
    return statistics.median(took)


def _hundredth(took: list[float]) -> float:
    """The time that one message in a hundred is over."""
    return statistics.quantiles(took, n=100)[98]


def _start(name: str) -> tuple[str, str]:
    """Seconds until the first answer, and memory added by then; the best of three fresh processes."""
    script = _MEASURED.format(root=str(ROOT), start=STARTS[name])
    runs = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in "123"]
    seconds, megabytes = min(tuple(map(float, run.stdout.split())) for run in runs)
    return f"{seconds:.2f}", f"{megabytes:.0f}"


if __name__ == "__main__":
    main()
