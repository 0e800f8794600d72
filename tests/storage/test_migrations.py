"""Migrations bring an empty database to the tables that the code declares, and leave one alone that is there."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from storage.database import migrate
from storage.tables import Table


def test_from_nothing_to_the_declared_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        assert compare_metadata(context, Table.metadata) == []


def test_every_table_is_there(engine: Engine) -> None:
    assert {*Table.metadata.tables, "alembic_version"} == set(inspect(engine).get_table_names())


def test_a_second_time_changes_nothing(url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO handled (key, at) VALUES ('kept', '2026-11-23 06:40:00')"))
    migrate(url)
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM handled")) == 1
