"""What `doctor` sees of the machine: room on the disk, who may read what, whether the clock is right."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from bot.finding import Finding
from programme.settings import Settings
from storage.database import sqlite_file

ENV_FILE = Path(".env")
ROOM = 512 * 1024 * 1024
"""Bytes; a backup beside the database needs as much as that has, and then some."""
CLOCK_MAY_DIFFER = timedelta(minutes=1)
OTHERS = stat.S_IRWXO
ANSWERS_WITHIN = 10.0


def machine(settings: Settings) -> Iterator[Finding]:
    if ENV_FILE.exists():
        yield _only_for_us(ENV_FILE, ".env holds the token")
    file = sqlite_file(settings.database_url)
    if file:
        yield _room(file)
        yield from _may_write(file)
        if file.exists():
            yield _only_for_us(file, f"{file} holds what people said")


def clock(settings: Settings, now: Callable[[], datetime]) -> Iterator[Finding]:
    """By the platform's own clock, which stands over every answer of its web server."""
    try:
        answer = httpx.head(settings.telegram_url, timeout=ANSWERS_WITHIN, trust_env=False)
        theirs = parsedate_to_datetime(answer.headers["date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return
    ahead = now() - theirs
    if abs(ahead) <= CLOCK_MAY_DIFFER:
        yield Finding(True, "The clock is right.")
        return
    which = "ahead of" if ahead > timedelta(0) else "behind"
    yield Finding(
        False,
        f"The clock is {abs(ahead).total_seconds() / 60:.0f} minutes {which} the platform's: "
        "let the machine set it by itself (timedatectl set-ntp true), for deadlines and reminders go by it.",
    )


def _only_for_us(file: Path, why: str) -> Finding:
    if file.stat().st_mode & OTHERS:
        return Finding(False, f"Everybody on this machine may read {file}: chmod 600 {file}. {why}.")
    return Finding(True, f"Nobody else on this machine may read {file}.")


def _room(file: Path) -> Finding:
    free = shutil.disk_usage(file.absolute().parent).free
    wanted = ROOM + 2 * (file.stat().st_size if file.exists() else 0)
    said = f"{free / 2**30:.1f} GiB free where the database is"
    if free < wanted:
        return Finding(False, f"Only {said}, less than {wanted / 2**30:.1f}: make room before the bot stands still.")
    return Finding(True, f"{said[0].upper()}{said[1:]}.")


def _may_write(file: Path) -> Iterator[Finding]:
    """SQLite also makes files beside its own."""
    for place in (file.absolute().parent, file):
        if place.exists() and not os.access(place, os.W_OK):
            yield Finding(False, f"The bot may not write to {place}: give it to whom the bot runs as (chown).")
