"""Every story goes as it is written, and is told in both languages."""

import shutil
from pathlib import Path

import pytest

from storage.database import migrate
from tests.engines import Postgres
from tests.transcripts.player import play
from tests.transcripts.story import NotAStory, read_story

HERE = Path(__file__).parent
STORIES = sorted(HERE.glob("*/*.txt"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was migrated once and is copied for every story."""
    database = tmp_path_factory.mktemp("empty") / "empty.db"
    migrate(f"sqlite:///{database}")
    return database


def test_there_are_stories() -> None:
    assert len(STORIES) > 80


@pytest.mark.parametrize("path", STORIES, ids=lambda path: str(path.relative_to(HERE)))
def test_it_goes_as_it_is_written(path: Path, empty: Path) -> None:
    database = empty.with_name("story.db")
    for leftover in empty.parent.glob("story.db*"):
        leftover.unlink()
    shutil.copy(empty, database)
    assert play(path, f"sqlite:///{database}") == path.read_text(encoding="utf-8")


@pytest.mark.road
@pytest.mark.parametrize("path", sorted(HERE.glob("*/*.tr.txt")), ids=lambda path: str(path.relative_to(HERE)))
def test_on_postgresql_it_goes_no_other_way(path: Path, postgres_server: Postgres) -> None:
    assert play(path, postgres_server.fresh()) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted({str(path.relative_to(HERE))[: -len(".tr.txt")] for path in STORIES}))
def test_both_languages_tell_it_in_the_same_turns(name: str) -> None:
    turkish, english = (read_story(HERE / f"{name}.{language}.txt") for language in ("tr", "en"))
    kinds = [[type(step).__name__ for _, step in story.steps] for story in (turkish, english)]
    assert kinds[0] == kinds[1]
    assert len(turkish.experts) == len(english.experts)
    assert turkish.settings.keys() == english.settings.keys()


@pytest.mark.parametrize("text", ["", "Story: Nothing happens.\n", "Story: Something does.\n\n(pigs fly)\n"])
def test_what_nobody_can_play_is_no_story(text: str, tmp_path: Path) -> None:
    path = tmp_path / "none.en.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotAStory):
        read_story(path)
