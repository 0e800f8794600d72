"""Strangers press, type and send anything, one after the other: no exception, and nothing of others moves or shows.

    python benchmarks/strangers.py [how many, 100000] [seed, 0]

Ends with status 1 when something does. A removed coordinator is among the strangers.
"""

import sys
import tempfile
import time
import traceback
from pathlib import Path

from sqlalchemy import event

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from conversations import warm  # noqa: E402
from storage.database import migrate, open_engine  # noqa: E402
from tests.conversations.at_a_question import town_full_of_people  # noqa: E402
from tests.conversations.strangers import comes, others, settle, shows, updates  # noqa: E402

EVERY = 1000
"""So often it is looked whether anything of others has changed."""


def main() -> int:
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    url = f"sqlite:///{tempfile.mkdtemp()}/strangers.db"
    migrate(url)
    warm.up()
    engine = open_engine(url)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    world = town_full_of_people(engine)
    settle(world)
    before, began = others(world), time.monotonic()
    failed = shown = moved = taken = 0
    for number, (who, update) in enumerate(updates(how_many, seed), 1):
        try:
            came = comes(world, update, number)
            seen = shows(world.take(came)) if came else set()
        except Exception:
            failed += 1
            print(f"#{number} by {who}: {ascii(update)[:300]}\n{traceback.format_exc(limit=-3)}")
            continue
        taken += came is not None
        if seen:
            shown += 1
            print(f"#{number} by {who} was shown {seen}: {ascii(update)[:300]}")
        if number % EVERY == 0 and (now := others(world)) != before:
            moved += 1
            print(f"something moved before #{number}: {[table for table in now if now[table] != before[table]]}")
            before = now
    moved += others(world) != before
    took = time.monotonic() - began
    print(f"{how_many} updates, {taken} taken, {took:.0f} s: {failed} failed, {shown} showed, {moved} moved something")
    return 1 if failed or shown or moved else 0


if __name__ == "__main__":
    sys.exit(main())
