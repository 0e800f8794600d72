"""Whether somebody speaks for themselves, as no colleague of a municipality does: "near me", "kaç para", "anneme"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from programme.words import tokens

_LIST = Path(__file__).parent / "data" / "private_words.txt"
Phrase = tuple[str, ...]


def speaks_privately(words: Sequence[str]) -> bool:
    """Whether folded words hold a phrase of the list."""
    return any(_says(phrase, words[place:]) for place, word in enumerate(words) for phrase in _beginning(word))


def _says(phrase: Phrase, words: Sequence[str]) -> bool:
    return len(words) >= len(phrase) and all(map(_is, phrase, words))


def _is(listed: str, word: str) -> bool:
    return word.startswith(listed[:-1]) if listed.endswith("*") else word == listed


def _beginning(word: str) -> Iterator[Phrase]:
    whole, open_ended = _phrases()
    yield from whole.get(word, ())
    for phrase in open_ended:
        if _is(phrase[0], word):
            yield phrase


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, list[Phrase]], list[Phrase]]:
    """By their first words, and those whose first word may end in any way."""
    whole: dict[str, list[Phrase]] = {}
    open_ended: list[Phrase] = []
    for phrase in _listed(_LIST.read_text(encoding="utf-8").splitlines()):
        if phrase[0].endswith("*"):
            open_ended.append(phrase)
        else:
            whole.setdefault(phrase[0], []).append(phrase)
    return whole, open_ended


def _listed(lines: Iterable[str]) -> Iterator[Phrase]:
    for line in lines:
        for said in () if line.startswith("#") else line.split(";"):
            words = [f"{word}*" if part.endswith("*") else word for part in said.split() for word in tokens(part)]
            if words:
                yield tuple(words)
