"""People's words are folded in one place: Python's own capitals know nothing of İ and ı."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]
CAPITALS = re.compile(r"\.(?:lower|upper|casefold|title|capitalize|swapcase)\(\)")
ALLOWED = {
    "conversations/times_spoken.py": "Babel's names of weekdays, none of which has an I",
    "programme/words.py": "folds, with İ, I and ı mapped first",
    "programme/data/build_lists.py": "country codes, two ASCII letters",
}


@pytest.mark.parametrize("room", ["conversations", "programme", "storage"])
def test_no_capitals_are_changed_elsewhere(room: str) -> None:
    found = {
        str(path.relative_to(HERE)): CAPITALS.findall(path.read_text(encoding="utf-8"))
        for path in (HERE / room).rglob("*.py")
    }
    assert [path for path, uses in found.items() if uses and path not in ALLOWED] == []


@pytest.mark.parametrize("path", ALLOWED)
def test_what_is_allowed_is_still_needed(path: str) -> None:
    assert CAPITALS.search((HERE / path).read_text(encoding="utf-8"))
