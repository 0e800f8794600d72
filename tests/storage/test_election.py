"""One process at a time has a place, and another has it when that one is gone."""

import pytest
from sqlalchemy import Engine, text

from storage.database import open_engine
from storage.election import Place
from tests.engines import Postgres

SESSIONS_WITH_A_PLACE = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = " + (
    "(SELECT oid FROM pg_database WHERE datname = current_database())"
)


def test_beside_sqlite_the_one_process_has_every_place(file: str) -> None:
    engine = open_engine(file)
    assert Place(engine, "delivering").mine()
    assert Place(engine, "listening").mine()
    engine.dispose()


@pytest.mark.road
class TestPostgres:
    @pytest.fixture
    def url(self, postgres_server: Postgres) -> str:
        return postgres_server.fresh()

    def test_only_one_has_it_until_it_leaves(self, engine: Engine) -> None:
        one, other = Place(engine, "delivering"), Place(engine, "delivering")
        assert [one.mine(), other.mine(), one.mine(), other.mine()] == [True, False, True, False]
        one.leave()
        assert [other.mine(), one.mine()] == [True, False]
        other.leave()

    def test_places_are_had_one_by_one(self, engine: Engine) -> None:
        one, other = Place(engine, "delivering"), Place(engine, "keeping time")
        assert [one.mine(), other.mine()] == [True, True]
        one.leave()
        other.leave()

    def test_whoever_is_cut_off_has_it_no_more_and_stands_for_it_anew(self, engine: Engine) -> None:
        one, other = Place(engine, "delivering"), Place(engine, "delivering")
        assert one.mine()
        with engine.connect() as connection:
            (held,) = connection.scalars(text(SESSIONS_WITH_A_PLACE)).all()
            connection.execute(text("SELECT pg_terminate_backend(:held, 5000)"), {"held": held})
        assert [other.mine(), one.mine(), one.mine()] == [True, False, False]
        other.leave()
        assert one.mine()
        one.leave()

    def test_while_the_database_is_away_nobody_has_it(self) -> None:
        nowhere = open_engine("postgresql+psycopg://127.0.0.1:9/imece")
        assert not Place(nowhere, "delivering").mine()
