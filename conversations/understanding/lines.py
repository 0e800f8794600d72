"""`understand` on the command line: a message as JSON in, what it says as JSON out, a line each."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from conversations.understanding.guard import guard
from conversations.understanding.read import ASKED, read


@dataclass
class Unreadable:
    """How many lines could not be read; the command line exits with 1 when there was one."""

    count: int = 0


def understand_lines(lines: Iterable[str], *, why: bool = False, unreadable: Unreadable | None = None) -> Iterator[str]:
    """One answer a line, in order. A line that cannot be read gives {"error": ...} and is counted in `unreadable`."""
    for line in lines:
        answer = _answer(line, why)
        if unreadable is not None and "error" in answer:
            unreadable.count += 1
        yield json.dumps(answer, ensure_ascii=False)


def _answer(line: str, why: bool) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError as error:
        return {"error": f"not JSON: {error}"}
    except RecursionError:
        return {"error": "nested too deeply"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {"error": 'a line is an object with a "text"'}
    pending = asked.get("pending")
    if pending is not None and pending not in ASKED:
        return {"error": f"pending is one of {', '.join(sorted(ASKED))}"}
    try:
        now = datetime.fromisoformat(asked["now"]) if asked.get("now") else datetime.now(UTC)
        reading = read(asked["text"], now=now, zone=asked.get("tz") or "Europe/Istanbul", pending=pending)
    except (ValueError, TypeError, KeyError, OSError, OverflowError) as error:
        return {"error": str(error)}
    said = reading.to_json()
    if why:
        matter = guard(asked["text"])
        kept_out = [(f"guard {matter.kind}", matter.words)] if matter else []
        said["why"] = [list(reason) for reason in (*kept_out, *reading.why)]
    return said
