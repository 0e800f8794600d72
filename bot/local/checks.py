"""The single checks a schema is put together from: what a value must be, and what is said when it is not."""

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from bot.local.limits import ITEMS, LENGTHS, PATTERNS, RANGES


class Violation(NamedTuple):
    where: str
    what: str
    refusal: str | None = None  # None: the platform overlooks it

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


Check = Callable[[Any, str], Iterable[Violation]]


def missing(parameter: str) -> str:
    known = {
        "text": "message text is empty",
        "chat_id": "chat_id is empty",
        "document": "there is no document in the request",
    }
    return known.get(parameter, f'parameter "{parameter}" is required')


def read_value(value: Any, types: tuple[str, ...]) -> Any:
    """A form carries text only: numbers, yes and no, objects and lists come as JSON."""
    if not isinstance(value, str) or types == ("String",):
        return value
    if types in (("Boolean",), ("True",)):
        return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), value)
    if "Integer" in types and value.removeprefix("-").isdecimal():
        return int(value)
    if "String" in types:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def simple(kind: str) -> Check:
    accepted: dict[str, tuple[type, ...]] = {
        "Integer": (int,),
        "Float": (int, float),
        "String": (str,),
        "Boolean": (bool,),
        "True": (bool,),
        "InputFile": (),
    }
    wanted = accepted[kind]

    def check(value: Any, where: str) -> Iterable[Violation]:
        if isinstance(value, wanted) and (kind in ("Boolean", "True") or not isinstance(value, bool)):
            return
        if kind == "InputFile" and isinstance(value, str) and value.startswith("attach://"):
            return
        refusal = f"can't parse {kind.lower()} {where.rpartition('.')[2]}"
        yield Violation(where, f"wants {kind}, got {type(value).__name__}", refusal)

    return check


def one_of(values: list[Any]) -> Check:
    accepted = list(values)

    def check(value: Any, where: str) -> Iterable[Violation]:
        if value not in accepted:
            yield Violation(
                where, f"{value!r} is none of {', '.join(map(str, accepted[:12]))}", f"wrong {where} specified"
            )

    return check


def array_of(inner: Check) -> Check:
    def check(value: Any, where: str) -> Iterable[Violation]:
        if not isinstance(value, list):
            yield Violation(where, "wants a list", f"can't parse {where.rpartition('.')[2]}: expected an Array")
            return
        for position, each in enumerate(value):
            yield from inner(each, f"{where}[{position}]")

    return check


def with_limits(check: Check, owner: str, name: str) -> Check:
    key = (owner, name)
    if not any(key in table for table in (LENGTHS, PATTERNS, ITEMS, RANGES)):
        return check

    def limited(value: Any, where: str) -> Iterable[Violation]:
        yield from check(value, where)
        if key in LENGTHS and isinstance(value, str):
            least, most, unit, refusal = LENGTHS[key]
            length = len(value.encode("utf-8", "surrogatepass")) if unit == "bytes" else len(value)
            if not least <= length <= most:
                yield Violation(where, f"{length} {unit}, {least} to {most} allowed", refusal)
        if key in PATTERNS and isinstance(value, str) and not PATTERNS[key][0].match(value):
            yield Violation(where, "characters that are not allowed", PATTERNS[key][1])
        if key in ITEMS and isinstance(value, list) and not ITEMS[key][0] <= len(value) <= ITEMS[key][1]:
            yield Violation(where, f"{len(value)} of them", ITEMS[key][2])
        if key in RANGES and isinstance(value, int) and not RANGES[key][0] <= value <= RANGES[key][1]:
            yield Violation(where, f"{value} is out of range")

    return limited
