"""No regular expression that reads people's words can be made to backtrack without end."""

import ast
import gc
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest

import conversations.understanding
import programme
from conversations import warm

PIECES = ("a", "1", " ", ".", "a ", "1 ", "a, ", "1-", "a'a ", "\n", "ve ")
"""Repeated, each is what some repetition in a pattern takes."""
SIZES = (8, 12, 18, 27, 41, 64, 90, 130, 180, 256, 1024)
"""Characters; doubled steps that grow without end are seen long before the last one."""
CLEARLY_SO = 0.004
"""Seconds below which a growth may be chance."""
MOST = 40
"""Times as long from one size to the next; four times the text makes a square 16 times as long, a cube 64."""


def modules() -> list[ModuleType]:
    found = []
    for package in (conversations.understanding, programme):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if "build_" not in module.name:
                found.append(importlib.import_module(module.name))
    return found


def kept_in(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """Patterns in a module's names, in its lists, and in what its cached functions have made."""
    seen: set[int] = set()
    left: list[object] = list(vars(module).values())
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, re.Pattern):
            yield one
        elif isinstance(one, (dict, list, tuple, type(lru_cache(len)))):
            left.extend(gc.get_referents(one))


def written_in(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """Patterns that a module writes where it uses them."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=used), args=[ast.Constant(value=str(text)), *_]
            ) if used != "escape":
                yield re.compile(text)


@pytest.fixture(scope="module")
def patterns() -> dict[str, re.Pattern[str]]:
    warm.up()
    found = {one for module in modules() for one in (*kept_in(module), *written_in(module))}
    return {one.pattern: one for one in found}


def adversaries(pattern: str) -> set[str]:
    """Texts repeated: signs that repetitions take, and the pattern's own first words, with and without a gap."""
    words = re.findall(r"(?<![\\\w])[a-z]{2,}", pattern)[:4]
    return {*PIECES, *words, *(word + " " for word in words[:2])}


def seconds(pattern: re.Pattern[str], piece: str, size: int, first: str) -> float:
    text = first + piece * (size // len(piece)) + "\0"
    took = []
    for _ in range(3):
        began = time.process_time()
        for _found in pattern.finditer(text):
            pass
        took.append(time.process_time() - began)
        if not CLEARLY_SO <= took[-1] <= 50 * CLEARLY_SO:  # sure at once
            break
    return min(took)


def runs_away(pattern: re.Pattern[str], piece: str, first: str = "") -> bool:
    before = CLEARLY_SO / MOST
    for size in SIZES:
        took = seconds(pattern, piece, size, first)
        if took > CLEARLY_SO and took > before * MOST:
            return True
        before = max(took, CLEARLY_SO / MOST)
    return False


def test_there_are_patterns_to_try(patterns: dict[str, re.Pattern[str]]) -> None:
    assert len(patterns) > 300


def test_no_pattern_can_be_made_to_backtrack_without_end(patterns: dict[str, re.Pattern[str]]) -> None:
    away = {
        pattern: piece
        for pattern, compiled in patterns.items()
        for piece in adversaries(pattern)
        if runs_away(compiled, piece)
    }
    assert not away


def test_one_that_does_is_found() -> None:
    assert runs_away(re.compile(r"(?:a+)+b"), "a")
    assert not runs_away(re.compile(r"a+b"), "a")
