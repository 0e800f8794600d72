"""What the topics learned of people's words, for whoever runs the bot: listed, corrected, taken back."""

from collections import Counter
from datetime import datetime
from typing import Any

from rich.table import Table
from sqlalchemy.orm import Session

from conversations.learning import as_said
from programme.examples import alias, same
from programme.learned import same_words, telling
from programme.municipality_list import municipality
from storage import examples
from storage.tables import Example

_COLUMNS = ("", "words", "topic", "for", "from", "since")


def learned(session: Session) -> list[dict[str, Any]]:
    """Every alias with where it comes from: how often, from how many people, since when; never from whom."""
    return [_row(together) for together in same(examples.alive(session))]


def _row(together: list[Example]) -> dict[str, Any]:
    kinds = Counter(example.kind for example in together)
    known = {example.person_id for example in together if example.person_id}
    made = alias([as_said(example) for example in together])
    return {
        "id": together[0].id,
        "words": made.words,
        "topic": made.topic,
        "municipalities": dict(made.own),
        "answers": kinds["answer"],
        "matches": kinds["match"],
        "corrections": kinds["correction"],
        "people": len(known) + sum(example.person_id is None and example.kind != "correction" for example in together),
        "since": together[0].created_at.isoformat(timespec="seconds"),
    }


def table(rows: list[dict[str, Any]]) -> Table:
    shown = Table(*_COLUMNS, box=None, pad_edge=False)
    for row in rows:
        meant = [row["topic"]] if row["topic"] else sorted(set(row["municipalities"].values()))
        towns = ", ".join(municipality(town).named("tr") for town in row["municipalities"])
        counted = ("answers", "matches", "corrections", "people")
        origin = ", ".join(f"{name} {row[name]}" for name in counted if row[name])
        whom = "everybody" if row["topic"] else towns
        shown.add_row(str(row["id"]), row["words"], ", ".join(meant), whom, origin, row["since"][:10])
    return shown


def forget(session: Session, which: str, now: datetime) -> list[str]:
    """Take back an alias by its number or its words, and all that led to it; the words that are forgotten."""
    words = " ".join(telling(which))
    gone: list[str] = []
    for together in same(examples.alive(session)):
        numbered = which.isdecimal() and any(example.id == int(which) for example in together)
        if numbered or (words and same_words(together[0].words, words)):
            examples.forget(session, [example.id for example in together], now)
            gone.append(together[0].words)
    return gone
