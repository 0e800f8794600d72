"""What `backup`, `restore` and `copy-database` tell whoever runs them."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from sqlalchemy import URL, make_url


def said_of(rows: Mapping[str, int]) -> str:
    return f"{sum(rows.values()):,} rows in {len(rows)} tables"


def with_pg_dump(url: str, file: Path) -> str:
    return shlex.join(["pg_dump", "--format=custom", f"--file={file}", f"--dbname={_without_password(url)}"])


def with_pg_restore(url: str, file: Path) -> str:
    """All or nothing, in place of what is there."""
    how = ("--clean", "--if-exists", "--single-transaction", "--no-owner")
    return shlex.join(["pg_restore", *how, f"--dbname={_without_password(url)}", str(file)])


def _without_password(url: str) -> str:
    """As PostgreSQL's tools read it; they ask for the password or find it in ~/.pgpass."""
    told = make_url(url)
    plain = URL.create("postgresql", told.username, None, told.host, told.port, told.database, told.query)
    return plain.render_as_string()


@contextmanager
def moving(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each table that has rows."""
    bars: dict[str, TaskID] = {}
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    progress = Progress(*columns, console=console)

    def show(table: str, done: int, of: int) -> None:
        if of and table not in bars:
            progress.start()
            bars[table] = progress.add_task(table, total=of)
        if of:
            progress.update(bars[table], completed=done)

    try:
        yield show
    finally:
        if bars:
            progress.stop()
