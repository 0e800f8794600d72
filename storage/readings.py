"""Counts how readings fare, and what was counted."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.tables import ReadingCount

_INSERT: dict[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def count(session: Session, now: datetime, language: str, fates: Iterable[tuple[str, str, str]]) -> None:
    """One more of each (flow, slot, fate), whoever else counts at the same moment."""
    for flow, slot, fate in sorted(fates):
        key = {"month": f"{now:%Y-%m}", "flow": flow, "slot": slot, "language": language, "fate": fate}
        one = _INSERT[session.get_bind().dialect.name](ReadingCount).values(**key, times=1)
        session.execute(one.on_conflict_do_update(index_elements=list(key), set_={"times": ReadingCount.times + 1}))


def counted(session: Session, since: str = "") -> list[tuple[str, str, str, str, int]]:
    """Flow, slot, language, fate and how often, from this month (2026-11) on."""
    kept = session.scalars(select(ReadingCount).where(ReadingCount.month >= since))
    return [(one.flow, one.slot, one.language, one.fate, one.times) for one in kept]
