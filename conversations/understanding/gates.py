"""Which of many patterns can match a message at all, told by the letters each of them must find in it."""

import re
from collections.abc import Iterable
from functools import cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 24  # strings that one requirement may list
_ENOUGH = 3  # requirements of one pattern worth looking at
_DIGIT = "\\d"
_ANY_DIGIT = re.compile(r"\d")
Strings = frozenset[str]
Needed = tuple[Strings, ...]
"""Of each of these sets a match holds at least one string."""
Meant = tuple[Strings | None, list[Strings]]
"""All a part of a pattern may stand for, None when that is too much or without end, and what it needs."""
_NOTHING = frozenset([""])


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
    telling = [each for each in _row(_parser.parse(pattern.pattern))[1] if min(map(len, each)) > 1]
    return tuple(sorted(telling, key=_openness)[:_ENOUGH])


def _row(signs: Iterable[tuple[Any, Any]]) -> Meant:
    """All that signs in a row may stand for, and the runs of letters of which each needs one."""
    whole: Strings | None = _NOTHING
    run, needs = _NOTHING, []
    for code, value in signs:
        strings, inside = _sign(str(code), value)
        whole = _followed(whole, strings)
        if (longer := _followed(run, strings)) is not None:
            run = longer
            continue
        needs += [run, *inside]
        run = _NOTHING if strings is None else strings
    return whole, [each for each in dict.fromkeys(map(_shortest, [*needs, run])) if "" not in each]


def _sign(code: str, value: Any) -> Meant:
    match code:
        case "LITERAL":
            return frozenset([chr(value)]), []
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _NOTHING, []
        case "SUBPATTERN" if not value[1]:
            return _row(value[3])
        case "BRANCH":
            return _either([_row(way) for way in value[1]])
        case "IN" if len(value) <= 4 and all(str(kind) == "LITERAL" for kind, _ in value):
            return frozenset(chr(letter) for _, letter in value), []
        case "IN" if all(map(_is_digit, value)):
            return None, [frozenset([_DIGIT])]
        case "MAX_REPEAT" if tuple(value[:2]) == (0, 1):
            strings, _ = _row(value[2])
            return None if strings is None else strings | {""}, []
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return None, _row(value[2])[1] if value[0] else []
    return None, []


def _either(ways: list[Meant]) -> Meant:
    needs = [min(inside, key=_openness) if inside else _NOTHING for _, inside in ways]
    known = [strings for strings, _ in ways if strings is not None]
    strings = frozenset().union(*known) if len(known) == len(ways) <= _MOST else None
    return strings, [frozenset().union(*needs)] if all("" not in each for each in needs) else []


def _followed(first: Strings | None, then: Strings | None) -> Strings | None:
    if first is None or then is None or len(first) * len(then) > _MOST:
        return None
    return frozenset(a + b for a in first for b in then)


@cache
def _shortest(strings: Strings) -> Strings:
    """Without those that hold another one of them; a number is as good as any other."""
    known = {_DIGIT if string.isdecimal() else string for string in strings}
    return frozenset(one for one in known if not any(other in one for other in known if other != one))


def _openness(strings: Strings) -> tuple[int, int]:
    return -min(map(len, strings)), len(strings)


def _is_digit(sign: tuple[Any, Any]) -> bool:
    code, value = str(sign[0]), sign[1]
    if code == "RANGE":
        return bool(ord("0") <= value[0] and value[1] <= ord("9"))
    return str(value) == "CATEGORY_DIGIT" or (code == "LITERAL" and chr(value).isdecimal())
