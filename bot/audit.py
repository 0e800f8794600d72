"""The audit log for whoever runs the bot: its newest entries, and whether the chain is whole."""

from typing import Any

from rich.table import Table
from sqlalchemy.orm import Session

from storage import audit

_COLUMNS = ("number", "at", "actor", "action", "about")


def newest(session: Session, most: int) -> list[dict[str, Any]]:
    """Newest first, one row an entry; people are named by their pseudonyms."""
    return [
        {"number": one.number, "at": one.at.isoformat(timespec="seconds"), "actor": one.actor or "bot"}
        | {"action": one.action, "about": one.about, "hash": one.hash}
        for one in audit.newest(session, most)
    ]


def table(rows: list[dict[str, Any]]) -> Table:
    shown = Table(*_COLUMNS, box=None, pad_edge=False)
    for row in rows:
        shown.add_row(*(str(row[column]) for column in _COLUMNS))
    return shown


def state(session: Session) -> tuple[bool, str]:
    """Whether every entry fits the one before, and that in words; a head noted elsewhere shows later if some went."""
    chain = audit.check(session)
    if chain.broken_at:
        return False, f"Audit log: altered at entry {chain.broken_at}; restore it from a backup and find out by whom."
    return True, f"Audit log: {chain.entries} entries, whole; head {chain.head[:16] or 'none'}."
