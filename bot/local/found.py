"""What the platform finds in a text by itself: commands, mentions, addresses."""

import re
from collections.abc import Iterator

from bot.local.markup import Entity, utf16

FOUND = re.compile(
    r"""
      (?P<bot_command> (?<![\w/@]) / [A-Za-z0-9_]{1,64} (?:@[A-Za-z0-9_]{3,32})? (?!\w) )
    | (?P<email> (?<![\w.]) [\w.+-]+ @ [\w-]+ (?:\.[\w-]+)+ )
    | (?P<mention> (?<!\w) @ [A-Za-z][A-Za-z0-9_]{2,31} (?!\w) )
    | (?P<url> (?<!\w) (?:https?://|tg://|www\.) [^\s<>"]+ [^\s<>".,;:!?)\]] )
    """,
    re.VERBOSE,
)


def find_entities(text: str) -> Iterator[Entity]:
    for match in FOUND.finditer(text):
        yield {
            "type": match.lastgroup,
            "offset": utf16(text[: match.start()]),
            "length": utf16(match[0]),
        }


def with_found(text: str, marked: list[Entity]) -> list[Entity]:
    """The marked entities and those found where no code or link is marked."""
    covered = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in marked
        if entity["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    free = [
        entity
        for entity in find_entities(text)
        if not any(start < entity["offset"] + entity["length"] and entity["offset"] < end for start, end in covered)
    ]
    return sorted([*marked, *free], key=lambda entity: (entity["offset"], -entity["length"]))
