"""A backup is the whole database of one moment, made while the bot writes; put back, nothing of the old one is lost."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from storage.backups import NoBackup, back_up, put_back
from storage.database import InUse, only_process, open_engine, sessions
from storage.tables import Handled, Heard, Timer

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def url(file: str) -> str:
    return file


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "imece.db"


def write(database: Path, *keys: str) -> None:
    engine = open_engine(f"sqlite:///{database}")
    with sessions(engine).begin() as session:
        session.add_all(Handled(key=key, at=NOON) for key in keys)
    engine.dispose()


def kept(database: Path) -> set[str]:
    engine = open_engine(f"sqlite:///{database}")
    with sessions(engine)() as session:
        found = set(session.scalars(select(Handled.key)))
    engine.dispose()
    return found


def test_what_is_not_in_the_file_itself_yet_is_in_its_backup(url: str, database: Path, tmp_path: Path) -> None:
    engine = open_engine(url)
    with sessions(engine).begin() as session:
        session.add(Handled(key="in the journal", at=NOON))
    counted = back_up(database, tmp_path / "copy.db")
    assert database.with_name("imece.db-wal").stat().st_size > 0
    engine.dispose()
    assert counted.rows["handled"] == 1
    assert kept(tmp_path / "copy.db") == {"in the journal"}


def test_it_is_of_one_moment_however_much_is_written_meanwhile(url: str, database: Path, tmp_path: Path) -> None:
    engine, stop = open_engine(url), threading.Event()

    def work() -> None:
        for number in range(100_000):
            with sessions(engine).begin() as session:
                session.add(Handled(key=str(number), at=NOON))
                session.add(Timer(what="pair", about=number, due_at=NOON))
            if stop.is_set():
                return

    writer = threading.Thread(target=work)
    writer.start()
    try:
        copies = [tmp_path / f"{number}.db" for number in range(5)]
        counted = [back_up(database, copy).rows for copy in copies]
    finally:
        stop.set()
        writer.join()
        engine.dispose()
    assert all(rows["handled"] == rows["timers"] for rows in counted)
    assert [len(kept(copy)) for copy in copies] == [rows["handled"] for rows in counted]


@pytest.mark.usefixtures("url")
def test_only_its_owner_may_read_it_and_it_is_one_file(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    back_up(database, folder / "copy.db")
    assert [path.name for path in folder.iterdir()] == ["copy.db"]
    assert (folder / "copy.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("url")
def test_nothing_is_written_over(database: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("something dear")
    with pytest.raises(NoBackup, match="there already"):
        back_up(database, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "something dear"


def test_what_cannot_be_saved_is_said_and_leaves_nothing(url: str, database: Path, tmp_path: Path) -> None:
    with pytest.raises(NoBackup, match="No such file"):
        back_up(database, tmp_path / "nowhere" / "copy.db")
    with pytest.raises(NoBackup, match="no database"):
        back_up(tmp_path / "none.db", tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))


@pytest.mark.usefixtures("url")
def test_what_is_put_back_takes_the_place_of_what_was_there_which_is_kept(database: Path, tmp_path: Path) -> None:
    write(database, "before")
    back_up(database, tmp_path / "copy.db")
    write(database, "after")
    counted, aside = put_back(tmp_path / "copy.db", database, NOON)
    assert counted.rows["handled"] == 1
    assert kept(database) == {"before"}
    assert aside
    assert kept(aside) == {"before", "after"}
    assert kept(tmp_path / "copy.db") == {"before"}


@pytest.mark.usefixtures("url")
def test_a_killed_bots_journal_does_not_get_into_what_is_put_back(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "copy.db")
    write(database, "after")
    engine = open_engine(f"sqlite:///{database}")
    with sessions(engine).begin() as session:
        session.add(Handled(key="killed here", at=NOON))
    left = {path.name: path.read_bytes() for path in tmp_path.glob("imece.db*")}
    engine.dispose()
    for name, content in left.items():
        (tmp_path / name).write_bytes(content)
    assert "imece.db-wal" in left
    _, aside = put_back(tmp_path / "copy.db", database, NOON)
    assert kept(database) == set()
    assert aside
    assert kept(aside) == {"after", "killed here"}


def test_it_is_put_back_where_nothing_is_and_says_until_when_words_were_lost(
    url: str, database: Path, tmp_path: Path
) -> None:
    engine = open_engine(url)
    with sessions(engine).begin() as session:
        session.add(Heard(platform="telegram", at=NOON))
    engine.dispose()
    back_up(database, tmp_path / "copy.db")
    later = NOON + timedelta(hours=3)
    _, aside = put_back(tmp_path / "copy.db", tmp_path / "new.db", later)
    assert aside is None
    engine = open_engine(f"sqlite:///{tmp_path}/new.db")
    with sessions(engine)() as session:
        assert session.get_one(Heard, "telegram").lost_until == later
    engine.dispose()


@pytest.mark.usefixtures("url")
def test_somebody_has_a_say_before_anybody_works_on_it(database: Path, tmp_path: Path) -> None:
    write(database, "erased since", "stays")
    back_up(database, tmp_path / "copy.db")

    def erase(session: Session) -> None:
        session.execute(text("DELETE FROM handled WHERE key = 'erased since'"))

    counted, _ = put_back(tmp_path / "copy.db", database, NOON, erase)
    assert counted.rows["handled"] == 1
    assert kept(database) == {"stays"}


class TestWhatIsRefused:
    """Each leaves the database as it was, and nothing beside it."""

    @pytest.fixture(autouse=True)
    def unchanged(self, url: str, database: Path, tmp_path: Path) -> None:
        write(database, "dear")
        back_up(database, tmp_path / "copy.db")
        yield
        assert kept(database) == {"dear"}
        assert {path.name for path in tmp_path.glob("imece.db*")} <= {"imece.db", "imece.db.lock"}

    def test_while_a_process_works_on_the_database(self, url: str, database: Path, tmp_path: Path) -> None:
        with only_process(url), pytest.raises(InUse):
            put_back(tmp_path / "copy.db", database, NOON)

    @pytest.mark.parametrize("content", [b"", b"no database at all " * 100])
    def test_what_is_no_database(self, database: Path, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "copy.db").write_bytes(content)
        with pytest.raises(NoBackup, match=r"copy\.db"):
            put_back(tmp_path / "copy.db", database, NOON)

    def test_what_is_damaged(self, database: Path, tmp_path: Path) -> None:
        whole = (tmp_path / "copy.db").read_bytes()
        page = 4096
        broken = b"".join(
            b"\xee" * page if at > 2 * page and at % (3 * page) == 0 else whole[at : at + page]
            for at in range(0, len(whole), page)
        )
        (tmp_path / "copy.db").write_bytes(broken)
        with pytest.raises(NoBackup):
            put_back(tmp_path / "copy.db", database, NOON)

    def test_what_is_cut_off(self, database: Path, tmp_path: Path) -> None:
        whole = (tmp_path / "copy.db").read_bytes()
        (tmp_path / "copy.db").write_bytes(whole[: len(whole) // 2])
        with pytest.raises(NoBackup):
            put_back(tmp_path / "copy.db", database, NOON)

    def test_what_a_newer_release_wrote(self, database: Path, tmp_path: Path) -> None:
        engine = open_engine(f"sqlite:///{tmp_path}/copy.db")
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        engine.dispose()
        with pytest.raises(NoBackup, match="newer release"):
            put_back(tmp_path / "copy.db", database, NOON)

    def test_a_database_of_something_else(self, database: Path, tmp_path: Path) -> None:
        engine = open_engine(f"sqlite:///{tmp_path}/other.db")
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE cakes (name TEXT)"))
        engine.dispose()
        with pytest.raises(NoBackup, match="no copy"):
            put_back(tmp_path / "other.db", database, NOON)
