"""What `doctor` sees of the machine before it hurts."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot import surroundings
from bot.doctor import examine
from bot.finding import Finding
from bot.local.server import LocalTelegram
from programme.settings import Settings
from storage.database import migrate, open_engine


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def settings() -> Settings:
    return Settings(_env_file=None, database_url="sqlite:///imece.db")


def ill(findings: object) -> list[str]:
    return [finding.what for finding in findings if not finding.well]


def test_all_is_well_on_a_new_machine_and_after_the_first_run(settings: Settings) -> None:
    assert ill(surroundings.machine(settings)) == []
    migrate(settings.database_url)
    assert ill(surroundings.machine(settings)) == []


@pytest.mark.parametrize("name", [".env", "imece.db"])
def test_what_everybody_may_read(settings: Settings, folder: Path, name: str) -> None:
    migrate(settings.database_url)
    (folder / name).touch()
    (folder / name).chmod(0o604)
    (said,) = ill(surroundings.machine(settings))
    assert f"chmod 600 {name}" in said


def test_a_disk_that_is_nearly_full(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=100 * 2**20))
    (said,) = ill(surroundings.machine(settings))
    assert "Only 0.1 GiB free" in said


def test_a_database_of_a_newer_release(settings: Settings) -> None:
    migrate(settings.database_url)
    engine = open_engine(settings.database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    assert any("newer release (9999)" in said for said in ill(examine(settings)))


@pytest.mark.road
class TestTheClock:
    def asked(self, telegram: LocalTelegram, **ahead: float) -> list[Finding]:
        settings = Settings(_env_file=None, telegram_url=telegram.url)
        return list(surroundings.clock(settings, lambda: datetime.now(UTC) + timedelta(**ahead)))

    def test_one_that_is_right(self, telegram: LocalTelegram) -> None:
        assert [finding.well for finding in self.asked(telegram, seconds=5)] == [True]

    @pytest.mark.parametrize(("minutes", "said"), [(10, "10 minutes ahead of"), (-90, "90 minutes behind")])
    def test_one_that_is_wrong(self, telegram: LocalTelegram, minutes: float, said: str) -> None:
        assert said in ill(self.asked(telegram, minutes=minutes))[0]

    def test_a_platform_that_does_not_answer_says_nothing_of_it(self) -> None:
        nobody = Settings(_env_file=None, telegram_url="http://127.0.0.1:9")
        assert list(surroundings.clock(nobody, lambda: datetime.now(UTC))) == []
