"""Which of many patterns can match a message at all, told by the letters each of them must find in it."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 24  # strings that one requirement may list
_ENOUGH = 3  # requirements of one pattern worth looking at
_DIGIT = "\\d"
_ANY_DIGIT = re.compile(r"\d")
Needed = tuple[frozenset[str], ...]
"""Of each of these sets a match holds at least one string."""


class Gates:
    """The strings that patterns need, each looked for in a message once for all patterns."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        needs = [needed(pattern) for pattern in patterns]
        self._sets = list(dict.fromkeys(strings for each in needs for strings in each))
        places = {strings: place for place, strings in enumerate(self._sets)}
        self._needs = [frozenset(places[strings] for strings in each) for each in needs]
        self._strings = tuple(frozenset().union(*self._sets) - {_DIGIT})

    def open(self, plain: str) -> list[bool]:
        """For each pattern in turn: whether it may match."""
        held = {string for string in self._strings if string in plain}
        if _ANY_DIGIT.search(plain):
            held.add(_DIGIT)
        missed = {place for place, strings in enumerate(self._sets) if held.isdisjoint(strings)}
        return [missed.isdisjoint(each) for each in self._needs]


def needed(pattern: re.Pattern[str]) -> Needed:
    """What any match of a pattern must hold; nothing when that cannot be told."""
    if pattern.flags & ~re.UNICODE.value:
        return ()
    telling = [each for each in _needed(_parser.parse(pattern.pattern)) if min(map(len, each)) > 1]
    return tuple(sorted(telling, key=_openness)[:_ENOUGH])


def _needed(signs: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The requirements of signs in a row: runs of letters that stand together, and those inside the rest."""
    found: list[frozenset[str]] = []
    run = frozenset([""])
    for sign in signs:
        strings = _strings([sign])
        if strings is not None and len(run) * len(strings) <= _MOST:
            run = frozenset(a + b for a, b in product(run, strings))
            continue
        found.append(run)
        run = strings if strings is not None and len(strings) <= _MOST else frozenset([""])
        found.extend(_inside(*sign) if strings is None else [strings])
    found.append(run)
    return [each for each in dict.fromkeys(map(_shortest, found)) if "" not in each]


@cache
def _shortest(strings: frozenset[str]) -> frozenset[str]:
    """Without those that hold another one of them; a number is as good as any other."""
    known = {_DIGIT if string.isdecimal() else string for string in strings}
    return frozenset(one for one in known if not any(other in one for other in known if other != one))


def _inside(code: Any, value: Any) -> list[frozenset[str]]:
    """The requirements of one sign that may stand for endlessly many strings."""
    match str(code):
        case "SUBPATTERN" if not value[1]:
            return _needed(value[3])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _needed(value[2]) if value[0] else []
        case "BRANCH":
            ways = [_needed(way) for way in value[1]]
            return [frozenset().union(*(min(way, key=_openness) for way in ways))] if all(ways) else []
        case "IN":
            return [frozenset([_DIGIT])] if all(map(_is_digit, value)) else []
    return []


def _openness(strings: frozenset[str]) -> tuple[int, int]:
    return -min(map(len, strings)), len(strings)


def _is_digit(sign: tuple[Any, Any]) -> bool:
    code, value = str(sign[0]), sign[1]
    if code == "RANGE":
        return bool(ord("0") <= value[0] and value[1] <= ord("9"))
    return str(value) == "CATEGORY_DIGIT" or (code == "LITERAL" and chr(value).isdecimal())


def _strings(signs: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """All that signs in a row may stand for; None when that is too much or without end."""
    found = frozenset([""])
    for sign in signs:
        each = _of_sign(*sign)
        if each is None or len(found) * len(each) > _MOST:
            return None
        found = frozenset(a + b for a, b in product(found, each))
    return found


def _of_sign(code: Any, value: Any) -> frozenset[str] | None:
    match str(code):
        case "LITERAL":
            return frozenset([chr(value)])
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset([""])
        case "SUBPATTERN" if not value[1]:
            return _strings(value[3])
        case "BRANCH":
            ways = [_strings(way) for way in value[1]]
            known = [way for way in ways if way is not None]
            return frozenset().union(*known) if len(known) == len(ways) else None
        case "IN" if len(value) <= 4 and all(str(sign) == "LITERAL" for sign, _ in value):
            return frozenset(chr(letter) for _, letter in value)
        case "MAX_REPEAT" if tuple(value[:2]) == (0, 1):
            inner = _strings(value[2])
            return None if inner is None else inner | {""}
    return None
