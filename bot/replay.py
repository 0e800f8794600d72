"""`main.py match --replay`: what other lists or weights would have made of past needs, as a table."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.table import Table
from sqlalchemy.orm import Session

from conversations.learning import know
from conversations.past import past
from programme.matching import WEIGHTS
from programme.municipality_list import municipality
from programme.replay import Past, read_weights, replay
from programme.topics import Topics

_COLUMNS = ("need", "topic then", "topic now", "first expert then", "first expert now", "change")


def read(session: Session) -> list[Past]:
    """All there is to replay, so that nobody waits for the database meanwhile."""
    know(session)
    return list(past(session))


def replayed(pasts: Iterable[Past], lists: Sequence[Path], weights: Path | None) -> list[dict[str, Any]]:
    """A row for every past need; without lists and weights those of this release. ValueError for a wrong file."""
    topics = Topics.read(*lists) if lists else Topics.load()
    weighed = _weights(weights) if weights else WEIGHTS
    return [replay(one, topics, weighed) for one in pasts]


def _weights(path: Path) -> dict[str, float]:
    try:
        return read_weights(json.loads(path.read_text(encoding="utf-8")), WEIGHTS)
    except (ValueError, AttributeError) as error:
        raise ValueError(f"{path}: {error}") from error


def summary(rows: Sequence[dict[str, Any]]) -> str:
    counts = Counter(row["verdict"] for row in rows)
    parts = ", ".join(f"{name} {counts[name]}" for name in ("topic", "expert", "found", "lost", "same") if counts[name])
    return f"Needs: {len(rows)}. {parts}".strip()


def table(rows: Sequence[dict[str, Any]]) -> Table:
    """The needs for which something would change."""
    shown = Table(*_COLUMNS, box=None, pad_edge=False)
    for row in rows:
        if row["verdict"] != "same":
            asked = f"asks: {', '.join(row['asked_now'])}" if row["asked_now"] else ""
            topics = (", ".join(row["topic_then"]) or "own words", ", ".join(row["topic_now"]) or asked or "own words")
            shown.add_row(row["need"], *topics, _place(row, "then"), _place(row, "now"), row["verdict"])
    return shown


def _place(row: dict[str, Any], when: str) -> str:
    town = row[f"town_{when}"]
    if row[f"expert_{when}"] is None:
        return "nobody"
    named = f"O-{row[f'expert_{when}']:04}" + (f" {municipality(town).named('tr')}" if town else "")
    place = row["then_comes_now"]
    return f"{named} (now {place}.)" if when == "then" and place and place > 1 else named
