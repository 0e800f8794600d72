"""The bot as `main.py run` starts it, by a clock that is so many seconds ahead: the one argument."""

import asyncio
import logging
import sys
from datetime import timedelta

from bot.run import run, utc_now
from bot.turns import TURNS
from programme.settings import Settings


def listens(name: str) -> None:
    print(f"Listening as @{name}.", file=sys.stderr, flush=True)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    ahead = timedelta(seconds=float(sys.argv[1]))
    asyncio.run(run(Settings(), TURNS, now=lambda: utc_now() + ahead, ready=listens))
