"""A stretch of a text that names a municipality, before it is weighed."""

from dataclasses import dataclass

from programme.gazetteer.names import likeliest
from programme.gazetteer.words import Case


@dataclass(frozen=True)
class Found:
    """The pieces `first` up to `last` that name a municipality, its title included; the bare name ends at `name_end`.

    `bearers` are the ids behind the name, or behind each name it may be a slip for.
    """

    first: int
    name_end: int
    last: int
    key: str
    bearers: tuple[tuple[str, ...], ...]
    risks: frozenset[str] = frozenset()
    case: Case = ""
    municipal: bool = False
    metropolitan: bool = False
    level: str = ""
    placed: bool = False
    sure: bool = True

    @property
    def ids(self) -> tuple[str, ...]:
        """All it may be, once those dwarfed by another of the same name are left out."""
        return tuple(dict.fromkeys(bearer for group in self.bearers for bearer in likeliest(group)))
