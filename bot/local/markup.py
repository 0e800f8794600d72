"""HTML as the platform reads it: marked-up text in, visible text and its entities out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([A-Za-z]+));?")
END_TAG = re.compile(r"</([^\s>]*)\s*(>?)")
TAG_NAME = re.compile(r"<([^\s>]*)")
VALUE = r"""("[^"]*"|'[^']*'|[A-Za-z0-9.\-]+)"""
ATTRIBUTES = re.compile(rf"\s*(?:([^\s=>/\"']+)\s*(?:=\s*{VALUE})?\s*)*>")
ATTRIBUTE = re.compile(rf"([^\s=>/\"']+)(?:\s*=\s*{VALUE})?")
ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://\S+|(?:mailto|tel):\S+|\S+\.\S+)$", re.IGNORECASE)
Entity = dict[str, Any]


class Unreadable(Exception):
    """Markup the platform cannot read, with the reason it gives."""


@dataclass
class OpenTag:
    name: str
    attributes: dict[str, str]
    start: int  # in UTF-16 units of the visible text


def utf16(text: str) -> int:
    """The length of a text in UTF-16 units, in which entities are measured."""
    return len(text) + sum(character > "\uffff" for character in text)


def read_html(marked: str) -> tuple[str, list[Entity]]:
    """The visible text and its entities; raises Unreadable."""
    return _Reading(marked).read()


class _Reading:
    def __init__(self, marked: str) -> None:
        self.marked = marked
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[OpenTag] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.marked):
            if self.marked.startswith("</", self.at):
                self.end_tag()
            elif self.marked[self.at] == "<":
                self.start_tag()
            else:
                self.visible()
        if self.open:
            raise Unreadable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return trimmed("".join(self.text), self.entities)

    def visible(self) -> None:
        found = CHARACTER.match(self.marked, self.at)
        meant = found and named_character(*found.groups())
        if found and meant:
            self.say(meant)
            self.at = found.end()
        else:
            end = next((i for i in range(self.at + 1, len(self.marked)) if self.marked[i] in "<&"), None)
            self.say(self.marked[self.at : end])
            self.at = len(self.marked) if end is None else end

    def say(self, text: str) -> None:
        self.text.append(text)
        self.length += utf16(text)

    def said_since(self, tag: OpenTag) -> str:
        return "".join(self.text).encode("utf-16-le")[2 * tag.start :].decode("utf-16-le")

    def offset(self) -> int:
        return len(self.marked[: self.at].encode("utf-8", "surrogatepass"))

    def start_tag(self) -> None:
        name_found = TAG_NAME.match(self.marked, self.at)
        assert name_found
        name = name_found[1].lower()
        if name_found.end() >= len(self.marked):
            raise Unreadable(f"Unclosed start tag at byte offset {self.offset()}")
        if name not in TAGS:
            raise Unreadable(f'Unsupported start tag "{name}" at byte offset {self.offset()}')
        found = ATTRIBUTES.match(self.marked, name_found.end())
        if not found:
            raise Unreadable(f"Unclosed start tag at byte offset {self.offset()}")
        attributes = {key: value.strip("\"'") for key, value in ATTRIBUTE.findall(found[0])}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise Unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {self.offset()}')
        self.open.append(OpenTag(name, attributes, self.length))
        self.at = found.end()

    def end_tag(self) -> None:
        if not self.open:
            raise Unreadable(f"Unexpected end tag at byte offset {self.offset()}")
        found = END_TAG.match(self.marked, self.at)
        if not found or not found[2]:
            raise Unreadable(f"Unclosed end tag at byte offset {self.offset()}")
        name, expected = found[1].lower(), self.open[-1].name
        if name and name != expected:
            raise Unreadable(
                f'Unmatched end tag at byte offset {self.offset()}, expected "</{expected}>", found "</{name}>"'
            )
        tag = self.open.pop()
        if self.length > tag.start:
            self.entities += self.marks(tag)
        self.at = found.end()

    def marks(self, tag: OpenTag) -> Iterator[Entity]:
        """The entity a closed tag leaves behind; none for a link without an address."""
        entity: Entity = {"type": TAGS[tag.name], "offset": tag.start, "length": self.length - tag.start}
        attributes = {key: _characters(value) for key, value in tag.attributes.items()}
        match tag.name:
            case "a":
                address = attributes.get("href") or self.said_since(tag)
                if not ADDRESS.match(address):
                    return
                entity["url"] = address
            case "tg-emoji":
                entity["custom_emoji_id"] = attributes.get("emoji-id", "")
            case "tg-time":
                if not attributes.get("unix", "").isdecimal():
                    return
                entity["unix_time"] = int(attributes["unix"])
                if "format" in attributes:
                    entity["date_time_format"] = attributes["format"]
            case "blockquote" if "expandable" in attributes:
                entity["type"] = "expandable_blockquote"
            case "code" if language := attributes.get("class", "").removeprefix("language-"):
                if self.open and self.open[-1].name == "pre":
                    self.open[-1].attributes["language"] = language
                    return
            case "pre":
                inner = self.entities and self.entities[-1]
                if inner and inner["type"] == "code" and inner["offset"] == tag.start:
                    self.entities.pop()
                if "language" in tag.attributes:
                    entity["language"] = tag.attributes["language"]
        yield entity


def named_character(hexadecimal: str | None, decimal: str | None, name: str | None) -> str | None:
    if name:
        return NAMED.get(name)
    number = int(hexadecimal, 16) if hexadecimal else int(decimal or "0")
    return chr(number) if 0 < number < 0x10FFFF and not 0xD800 <= number <= 0xDFFF else None


def _characters(value: str) -> str:
    return CHARACTER.sub(lambda found: named_character(*found.groups()) or found[0], value)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text without the white space around it, as the platform shows it, entities moved along and in order."""
    visible = text.rstrip()
    start = utf16(visible) - utf16(visible.lstrip())
    visible = visible.lstrip()
    end = utf16(visible)
    kept = []
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] + entity["length"] - start, end)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return visible, sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))
