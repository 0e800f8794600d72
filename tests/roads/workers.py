"""The bot as several processes on one PostgreSQL database."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bot.local.server import LocalTelegram
from bot.serving import listening
from tests.roads.running import Imece, imece, until

PLACES = ("delivering", "keeping time")
TAKES_OVER_WITHIN = 10.0


def free_port() -> int:
    with listening("127.0.0.1", 0) as free:
        return int(free.getsockname()[1])


@contextmanager
def workers(
    telegram: LocalTelegram, folder: Path, url: str, many: int = 2, **settings: object
) -> Iterator[list[Imece]]:
    """All of them running, started one after the other; `settings` may hold a list, one for each."""
    with ExitStack() as running:
        started = []
        for number in range(many):
            own = {name: value[number] if isinstance(value, list) else value for name, value in settings.items()}
            started.append(running.enter_context(imece(telegram, folder, database_url=url, **own)))
        yield started


def has(worker: Imece, place: str) -> bool:
    """Whether this worker was elected since it was started, by its own word."""
    return any(f"is the one for {place}" in line for line in worker.logged)


def holder(workers: list[Imece], place: str) -> Imece:
    (one,) = (worker for worker in workers if has(worker, place))
    return one


def takes_over(telegram: LocalTelegram, worker: Imece, places: tuple[str, ...]) -> float:
    """Seconds until this worker has these places."""
    began = time.monotonic()
    until(telegram, lambda: all(has(worker, place) for place in places), "taking over", TAKES_OVER_WITHIN)
    return time.monotonic() - began
