"""Patterns kept as lists that a coordinator can read: a phrase a line in words/*.txt, headings in [brackets].

A line is a regular expression over folded text; {NAME} stands for a piece defined in the code that reads the list.
# begins a comment: what such a line reads.
"""

import re
from functools import cache
from pathlib import Path

_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
FOLDER = Path(__file__).parent / "words"


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """A list's lines, headings included, comments not."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def sections(name: str, **pieces: str) -> list[tuple[str, list[str]]]:
    """The headings of a list, in order, each with its lines; what stands before the first heading is under ""."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in lines_of(name):
        if heading := re.fullmatch(r"\[(.+)\]", line):
            found.append((heading[1], []))
            continue
        for piece, words in pieces.items():
            line = line.replace("{" + piece + "}", words)
        found[-1][1].append(line)
    return [(heading, lines) for heading, lines in found if lines]


def alternatives(name: str, **pieces: str) -> dict[str, str]:
    """The lines of each heading as one alternation, to stand inside a larger pattern."""
    return {heading: "|".join(lines) for heading, lines in sections(name, **pieces)}


def any_of(lines: list[str]) -> re.Pattern[str]:
    """The lines as one pattern; what begins at a word's edge looks for that edge once, which halves the time."""
    each = [alternative for line in lines for alternative in _apart(line)]
    edged = [alternative.removeprefix(r"\b") for alternative in each if alternative.startswith(r"\b")]
    others = [alternative for alternative in each if not alternative.startswith(r"\b")]
    return re.compile("|".join(([rf"\b(?:{'|'.join(edged)})"] if edged else []) + others))


def _apart(line: str) -> list[str]:
    """The alternatives of a line that stand in no bracket."""
    apart, depth = [""], 0
    for sign in _SIGN.findall(line):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            apart.append("")
        else:
            apart[-1] += sign
    return apart


def one_list(name: str, **pieces: str) -> re.Pattern[str]:
    """A list without headings as one pattern."""
    return any_of([line for _, lines in sections(name, **pieces) for line in lines])


def words(name: str) -> dict[str, frozenset[str]]:
    """Lists of plain words by heading."""
    return {heading: frozenset(" ".join(lines).split()) for heading, lines in sections(name)}
