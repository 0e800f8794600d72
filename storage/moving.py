"""Moves everything that is kept into an empty database of the other engine, and compares what arrived."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sql
from sqlalchemy import JSON, Connection, Text

from storage.database import migrate, only_process, open_engine
from storage.tables import Table

AT_ONCE = 500
"""Rows held in memory at a time."""
WRAPS_AT = 2**256


class NotMoved(Exception):
    """The other database holds something already, or what arrived differs; then nothing was kept there."""


@dataclass(frozen=True)
class Held:
    """How many rows a table has, and a sum over their contents in which their order plays no part."""

    rows: int
    content: str


def move(
    source_url: str, target_url: str, tell: Callable[[str, int, int], None] = lambda table, done, of: None
) -> Mapping[str, Held]:
    """Copy table by table, parents first, all in one transaction; what the other database now holds, by table.

    `tell` hears of the progress: a table's name, rows done and rows in all. Raises InUse when a process works on a
    SQLite file of either side, NotMoved when the other database is not empty or the contents differ.
    """
    with ExitStack() as held:
        for url in (source_url, target_url):
            held.enter_context(only_process(url))
            migrate(url)
        source, target = open_engine(source_url), open_engine(target_url)
        held.callback(source.dispose)
        held.callback(target.dispose)
        reading = held.enter_context(_reading(source))
        writing = held.enter_context(target.begin())
        _check_empty(writing)
        return {table.name: _move_table(table, reading, writing, tell) for table in Table.metadata.sorted_tables}


def _reading(engine: sql.Engine) -> Any:
    """A transaction that sees one moment from its beginning to its end."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    return engine.begin()


def _check_empty(connection: Connection) -> None:
    for table in Table.metadata.sorted_tables:
        if _count(connection, table):
            raise NotMoved(f"the other database is not empty: it has rows in {table.name}")


def _move_table(
    table: sql.Table, reading: Connection, writing: Connection, tell: Callable[[str, int, int], None]
) -> Held:
    of, done, content = _count(reading, table), 0, 0
    tell(table.name, done, of)
    for rows in reading.execute(_as_kept(table), execution_options={"yield_per": AT_ONCE}).partitions():
        content += sum(map(_print_of, rows))
        names = [f"new_{column.name}" for column in table.columns]
        writing.execute(_insert(table, writing.dialect.name), [dict(zip(names, row, strict=True)) for row in rows])
        done += len(rows)
        tell(table.name, done, of)
    _number_on(table, writing)
    sent, arrived = Held(done, f"{content % WRAPS_AT:064x}"), _held(table, writing)
    if sent != arrived:
        raise NotMoved(f"what arrived in {table.name} differs from what was sent")
    return arrived


def _held(table: sql.Table, connection: Connection) -> Held:
    rows, content = 0, 0
    for row in connection.execute(_as_kept(table), execution_options={"yield_per": AT_ONCE}):
        rows, content = rows + 1, content + _print_of(row)
    return Held(rows, f"{content % WRAPS_AT:064x}")


def _as_kept(table: sql.Table) -> sql.Select[Any]:
    """JSON as the text it is kept as: read, a JSON null and no value at all would be the same."""
    return sql.select(*(sql.cast(each, Text) if isinstance(each.type, JSON) else each for each in table.columns))


def _insert(table: sql.Table, engine: str) -> sql.Insert:
    def value(column: sql.Column[Any]) -> sql.ColumnElement[Any]:
        is_json = isinstance(column.type, JSON)
        given = sql.bindparam(f"new_{column.name}", type_=Text() if is_json else column.type)
        return sql.cast(given, JSON) if is_json and engine == "postgresql" else given

    return table.insert().values({column.name: value(column) for column in table.columns})


def _number_on(table: sql.Table, connection: Connection) -> None:
    """New rows get numbers after those that came; SQLite sees to that by itself."""
    column = table.autoincrement_column
    if column is None or connection.dialect.name != "postgresql":
        return
    last = connection.scalar(sql.select(sql.func.max(column)))
    if last is not None:
        sequence = sql.func.pg_get_serial_sequence(table.name, column.name)
        connection.execute(sql.select(sql.func.setval(sequence, last)))


def _count(connection: Connection, table: sql.Table) -> int:
    return connection.scalar(sql.select(sql.func.count()).select_from(table)) or 0


def _print_of(row: sql.Row[Any]) -> int:
    return int.from_bytes(hashlib.sha256(repr(tuple(row)).encode("utf-8", "surrogatepass")).digest())
