"""Everything that is kept goes over to the other engine as it is, or nothing does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from storage import people
from storage.database import InUse, migrate, only_process, open_engine, sessions
from storage.moving import Held, NotMoved, move
from storage.tables import Handled, Message, Person, Table
from tests.engines import Postgres
from tests.transcripts.player import play

NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
STORIES = Path(__file__).parent.parent / "transcripts"
FULL = STORIES / "meeting" / "partner_city.tr.txt"


@pytest.fixture
def target(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/new.db"


def opened(url: str) -> Engine:
    return open_engine(url)


def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """All there is, as the tables give it."""
    engine = opened(url)
    with engine.connect() as connection:
        found = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in Table.metadata.sorted_tables
        }
    engine.dispose()
    return found


def keep(url: str, *what: Table) -> None:
    engine = opened(url)
    with sessions(engine).begin() as session:
        session.add_all(what)
    engine.dispose()


@pytest.mark.road
def test_a_played_story_goes_to_postgresql_and_back(file: str, target: str, postgres_server: Postgres) -> None:
    play(FULL, file)
    there = postgres_server.fresh()
    told: dict[str, tuple[int, int]] = {}
    held = move(file, there, lambda table, done, of: told.update({table: (done, of)}))
    before = rows(file)
    assert held["messages"].rows == len(before["messages"]) > 10
    assert sum(one.rows for one in held.values()) == sum(map(len, before.values()))
    assert set(told.values()) == {(len(of), len(of)) for of in before.values()}
    assert rows(there) == before
    assert move(there, target) == held
    assert rows(target) == before


@pytest.mark.road
def test_a_story_goes_on_where_it_was_moved_to(file: str, postgres_server: Postgres) -> None:
    play(FULL, file)
    there = postgres_server.fresh()
    move(file, there)
    engine = opened(there)
    with sessions(engine).begin() as session:
        last = session.scalar(select(func.max(Person.id))) or 0
        assert people.add(session, "telegram", "new", "tr", NOON).id == last + 1
    engine.dispose()


@pytest.mark.road
def test_no_value_and_an_empty_value_stay_two_things(file: str, postgres_server: Postgres) -> None:
    engine = opened(file)
    with sessions(engine).begin() as session:
        for account in ("none", "null"):
            people.add(session, "telegram", account, "tr", NOON)
        session.execute(text("UPDATE people SET draft = NULL WHERE account = 'none'"))
        session.execute(text("UPDATE people SET draft = 'null' WHERE account = 'null'"))
    engine.dispose()
    there = postgres_server.fresh()
    move(file, there)
    engine = opened(there)
    with engine.connect() as connection:
        drafts = connection.execute(text("SELECT account, draft IS NULL FROM people ORDER BY account")).all()
    engine.dispose()
    assert [tuple(row) for row in drafts] == [("none", True), ("null", False)]


def test_words_files_and_moments_arrive_as_they_were(file: str, target: str) -> None:
    words = "İIıi ğüşöç \u2068شكرا\u2069 👍🏽 'tek' \"çift\" %s {x} :name"
    body = {"text": words, "choices": [], "share": 0.1 + 0.2, "whole": 1.0}
    keep(
        file,
        Message(
            platform="telegram",
            chat="1",
            kind="send",
            body=body,
            document=bytes(range(256)),
            due_at=NOON,
            created_at=NOON,
        ),
    )
    assert move(file, target)["messages"].rows == 1
    assert rows(target) == rows(file)


def test_many_rows_go_in_several_parts(file: str, target: str) -> None:
    keep(file, *(Handled(key=str(number), at=NOON) for number in range(1_234)))
    parts: list[int] = []
    move(file, target, lambda table, done, of: parts.append(done) if table == "handled" else None)
    assert parts == [0, 500, 1_000, 1_234]
    assert rows(target) == rows(file)


def test_one_that_holds_something_is_left_alone(file: str, target: str) -> None:
    migrate(target)
    keep(file, Handled(key="ours", at=NOON))
    keep(target, Handled(key="theirs", at=NOON))
    with pytest.raises(NotMoved, match="handled"):
        move(file, target)
    assert [row[0] for row in rows(target)["handled"]] == ["theirs"]


def test_what_arrives_otherwise_is_noticed_and_nothing_is_kept(file: str, target: str) -> None:
    """A trigger in the new database that changes what is written stands for whatever may."""
    migrate(target)
    engine = opened(target)
    with engine.begin() as connection:
        connection.execute(
            text("CREATE TRIGGER meddle AFTER INSERT ON handled BEGIN UPDATE handled SET key = key || '!'; END")
        )
    engine.dispose()
    keep(file, Handled(key="ours", at=NOON))
    with pytest.raises(NotMoved, match="differs"):
        move(file, target)
    assert not any(rows(target).values())


@pytest.mark.parametrize("held", ["file", "target"])
def test_not_while_a_process_works_on_either(file: str, target: str, held: str) -> None:
    with only_process({"file": file, "target": target}[held]), pytest.raises(InUse):
        move(file, target)


def test_the_order_of_rows_plays_no_part(file: str, target: str, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path}/other.db"
    migrate(other)
    keep(file, *(Handled(key=key, at=NOON) for key in "abc"))
    keep(other, *(Handled(key=key, at=NOON) for key in "cab"))
    third = f"sqlite:///{tmp_path}/third.db"
    one: Held = move(file, target)["handled"]
    assert one == move(other, third)["handled"]
