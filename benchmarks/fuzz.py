"""Random and mutated messages read one after another: none may fail, none may take longer than 200 ms.

    python benchmarks/fuzz.py [how many, 100000] [seed, 0]

Ends with status 1 when one does; the slowest are shown.
"""

import heapq
import json
import random
import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from conversations import warm  # noqa: E402
from conversations.understanding import read  # noqa: E402
from conversations.understanding.read import ASKED  # noqa: E402
from tests.understanding.mutated import mutated  # noqa: E402

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Europe/Istanbul"))
MOST_MS = 200
SHOWN = 5


def main() -> int:
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    lines = (ROOT / "tests" / "understanding" / "messages.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    chance = random.Random(seed)
    warm.up()
    slowest: list[tuple[float, int, str]] = []
    failed = slow = 0
    for number, text in enumerate(mutated(texts, how_many, seed)):
        pending = chance.choice((None, None, None, *sorted(ASKED)))
        began = time.process_time()
        try:
            json.dumps(read(text, now=NOW, pending=pending).to_json())
        except Exception as error:
            failed += 1
            print(f"#{number} {pending} {type(error).__name__}: {error}\n    {text[:200]!a}")
        took = (time.process_time() - began) * 1000
        slow += took > MOST_MS
        heapq.heappush(slowest, (took, number, f"{pending} {len(text)} {text[:120]!a}"))
        if len(slowest) > SHOWN:
            heapq.heappop(slowest)
    print(f"{how_many} messages, {failed} failed, {slow} over {MOST_MS} ms; the slowest:")
    for took, number, text in sorted(slowest, reverse=True):
        print(f"{took:8.1f} ms  #{number} {text}")
    return 1 if failed or slow else 0


if __name__ == "__main__":
    sys.exit(main())
