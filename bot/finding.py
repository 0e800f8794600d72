"""What `doctor` found out about one thing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    well: bool
    what: str
