"""The programme's municipalities, and which of them people's words mean."""

from dataclasses import dataclass
from typing import Literal

from programme.gazetteer.mentions import Mention, mentions, mentions_in
from programme.gazetteer.names import MOST_CANDIDATES
from programme.gazetteer.words import is_in
from programme.municipality_list import Municipality, all_municipalities, municipality
from programme.words import tokens

__all__ = ["Mention", "Municipality", "Resolved", "all_municipalities", "mentions", "municipality", "resolve"]


@dataclass(frozen=True)
class Resolved:
    """What an answer says of which municipality it is.

    one: sure of the single id. confirm: a good guess at a misspelt name, to be said back before it counts.
    several: the ids (at most eight) to choose from. none: no municipality in it.
    `text`, `start` and `end` are the words it was read from.
    """

    outcome: Literal["one", "confirm", "several", "none"]
    ids: tuple[str, ...] = ()
    text: str = ""
    start: int = 0
    end: int = 0


def resolve(words: str) -> Resolved:
    """Which municipality an answer to "which municipality?" means."""
    found = _last_said(words, mentions_in(words, expected=True))
    found = tuple(mention for mention in found if mention.cue) or found
    ids = tuple(dict.fromkeys(named for mention in found for named in mention.ids))[:MOST_CANDIDATES]
    if not ids:
        return Resolved("none")
    first = found[0]
    outcome: Literal["one", "confirm", "several"] = "several" if len(ids) > 1 else "one" if first.sure else "confirm"
    return Resolved(outcome, ids, first.text, first.start, first.end)


def _last_said(words: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Only what stands behind the last correction: "Nilüfer, pardon, Osmangazi", "Nilüfer değil Osmangazi"."""
    for place in range(len(found) - 1, 0, -1):
        between = words[found[place - 1].end : found[place].start]
        if any(is_in("corrections", word) for word in tokens(between)):
            return found[place:]
    return found
