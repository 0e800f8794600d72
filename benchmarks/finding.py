"""How long a need takes to find its experts, with more and more offers kept: a turn's own part of it.

    python -m benchmarks.finding [--sizes 100,1000,10000]

One database file that grows; milliseconds of processor time in the middle of and among the slowest of twenty needs,
then for the first find of a process, which reads the pool, and for the find after one more offer was kept.
"""

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import process_time

from sqlalchemy.orm import Session

from benchmarks.matching import descriptors
from conversations.carry_out.finding import find
from conversations.carry_out.pool import POOL
from conversations.outbox import Turn
from programme.municipality_list import all_municipalities
from programme.settings import Settings
from programme.topics import Topics
from storage import people
from storage.database import migrate, open_engine, sessions
from storage.tables import Need, Offer

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ASKED = 20


def offers(session: Session, count: int, first: int) -> None:
    """So many offers more, of one person each, anywhere."""
    chance, towns = random.Random(first), [town.id for town in all_municipalities()]
    for number, (words, topic) in enumerate(descriptors(first + count)):
        if number >= first:
            person = people.add(session, "telegram", f"expert {number}", "tr", NOW)
            offer = Offer(person=person, municipality=chance.choice(towns), created_at=NOW, status="active")
            offer.topics, offer.languages = [{"words": words, "topic": topic}], ["tr"]
            offer.format, offer.per_month = "online", 2
            session.add(offer)


def needs(session: Session) -> Iterator[Need]:
    asker = people.add(session, "telegram", f"asker {random.random()}", "tr", NOW)
    asker.municipality = "bursa/nilufer"
    for topic in random.Random(3).sample(list(Topics.load()), ASKED):
        need = Need(person=asker, municipality="bursa/nilufer", words=topic.tr, topics=[topic.id], created_at=NOW)
        need.format, need.languages = "online", ["tr"]
        session.add(need)
        yield need


def timed(do: Callable[[], object]) -> float:
    began = process_time()
    do()
    return 1000 * (process_time() - began)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", default="100,1000,10000")
    options = arguments.parse_args()
    Topics.load().find("sıfır atık")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'offers.db'}"
        migrate(url)
        begin, there = sessions(open_engine(url)), 0
        for size in map(int, options.sizes.split(",")):
            with begin.begin() as session:
                offers(session, size - there, there)
            there = size
            POOL.forget()
            print(_row(begin, size), flush=True)


def _row(begin: Callable[[], Session], size: int) -> str:
    with begin() as session:
        turn, asked = Turn(session, Settings(_env_file=None), NOW), list(needs(session))
        session.commit()
        first = timed(partial(find, turn, asked[0]))
        times = sorted(timed(partial(find, turn, need)) for need in asked)
        session.get_one(Offer, size).topics = [{"words": "karakovan", "topic": "food_agriculture"}]
        session.commit()
        after = timed(partial(find, turn, asked[0]))
        session.rollback()
    return (
        f"{size:>7,} offers  find {times[len(times) // 2]:7.1f} slowest {times[-1]:7.1f}"
        f"  first of a process {first:8.1f}  after a change {after:7.1f} ms"
    )


if __name__ == "__main__":
    main()
