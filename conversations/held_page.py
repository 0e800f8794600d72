"""The copy of what is held about a person as a page to read: every section, in their language, escaped."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from conversations.messages import Line
from conversations.values import Tongue, TopicName, TownName
from conversations.wording import LOCALE, Reader, exists, label, safe, spoken
from programme.times import Times
from programme.topics import Topics

MOMENT = {"tr": "d MMMM y EEEE HH:mm", "en": "EEEE d MMMM y HH:mm"}
FIELDS: dict[str, tuple[str, ...]] = {
    "person": ("name", "municipality", "email", "phone", "account", "language", "zone", "standing", "coordinator",
               "noticed_at", "created_at"),
    "needs": ("reference", "words", "topics", "goal", "municipality", "format", "place", "times", "languages",
              "status", "paused_until", "created_at"),
    "offers": ("reference", "topics", "experience", "municipality", "format", "place", "times", "languages",
               "per_month", "status", "paused_until", "created_at"),
    "proposals": ("need", "side", "other_side", "times", "asker_picks", "expert_picks", "status", "reason",
                  "deadline", "created_at"),
    "meetings": ("need", "starts_at", "other_side", "format", "place", "link", "status"),
    "messages": ("at", "text", "buttons", "document"),
    "alerts": ("kind", "created_at", "settled_at"),
    "timers": ("what", "due_at", "status"),
    "examples": ("words", "topic", "created_at"),
    "invitations": ("role", "used_at"),
}  # fmt: skip
"""What is shown of each section, in this order; the file beside it holds every column."""
TOWNS, TOPICS, TONGUES = ("municipality", "other_side"), ("topics", "topic"), ("language", "languages")
CODES = ("standing", "format", "place", "status", "side", "kind", "what", "role")
MOMENTS = ("noticed_at", "created_at", "paused_until", "asker_picks", "expert_picks", "times", "deadline", "starts_at",
           "at", "settled_at", "due_at", "used_at")  # fmt: skip
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c2733}"
    "h2{margin-top:2.5rem;border-bottom:2px solid #0b7a75}dl{display:grid;grid-template-columns:12rem 1fr;"
    "gap:.15rem 1rem;border-left:3px solid #cfdedd;padding-left:1rem}dt{color:#55606b}dd{margin:0;white-space:pre-wrap}"
    "pre{white-space:pre-wrap}"
)


def held_page(held: dict[str, Any], reader: Reader) -> str:
    """A whole HTML document that loads nothing from anywhere."""
    title, nothing = _words("copy.title", reader), _words("copy.none", reader)
    made = _words("copy.made", reader, at=_moment(held["made_at"], reader))
    parts = [
        f'<!doctype html><html lang="{reader.language}"><head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{STYLE}</style></head><body><h1>{title}</h1>",
        f"<p>{made}</p>",
    ]
    for section, fields in FIELDS.items():
        parts.append(f"<h2>{_words(f'copy.section_{section}', reader)}</h2>")
        parts += [_entry(row, fields, reader) for row in held[section]] or [f"<p>{nothing}</p>"]
    draft, besides = _words("copy.section_draft", reader), _words("copy.section_rest", reader)
    if held["draft"]:
        parts.append(f"<h2>{draft}</h2>")
        parts += [f"<pre>{safe(_leaves(each))}</pre>" for each in held["draft"]]
    rest = _words("copy.rest", reader)
    parts.append(f"<h2>{besides}</h2><p>{rest}</p></body></html>")
    return "\n".join(parts)


def _entry(row: dict[str, Any], fields: tuple[str, ...], reader: Reader) -> str:
    known = [(field, row[field]) for field in fields if row.get(field) not in (None, "", [], False)]
    lines = (
        f"<dt>{_words(f'copy.{field}', reader)}</dt><dd>{_value(field, value, reader)}</dd>" for field, value in known
    )
    return f"<dl>{''.join(lines)}</dl>"


def _value(field: str, value: Any, reader: Reader) -> str:
    match value:
        case True:
            return _words("copy.code_yes", reader)
        case str():
            return _text(field, value, reader)
        case int() | float():
            return spoken(value, reader)
        case list():
            return ", ".join(_value(field, each, reader) for each in value)
        case {"words": words, "topic": topic}:
            return safe(words) or _value("topic", topic, reader)
        case {"windows": _, "exclude": _}:
            return spoken(Times.from_json(value), reader)
        case {"town": town}:
            return _text("municipality", town, reader)
    return safe(_leaves(value))


def _text(field: str, value: str, reader: Reader) -> str:
    """Ids by their names, moments by the person's clock, codes in words; a person's own words as they are."""
    if field in TOWNS:
        return spoken(TownName(value, full=True), reader)
    if field in TOPICS and value in Topics.load():
        return spoken(TopicName(value), reader)
    if field in TONGUES:
        return spoken(Tongue(value), reader)
    if field in CODES and exists(f"copy.code_{value}"):
        return _words(f"copy.code_{value}", reader)
    return safe(_moment(value, reader) if field in MOMENTS else value)


def _moment(value: str, reader: Reader) -> str:
    """As it is said, with its year."""
    local = datetime.fromisoformat(value).astimezone(ZoneInfo(reader.zone))
    return str(format_datetime(local, MOMENT[reader.language], locale=LOCALE[reader.language]))


def _leaves(value: Any) -> str:
    """What is in a structure, a line each."""
    if isinstance(value, dict):
        return "\n".join(f"{name}: {_leaves(each)}" for name, each in value.items() if each not in (None, "", [], {}))
    return ", ".join(map(_leaves, value)) if isinstance(value, list) else str(value)


def _words(key: str, reader: Reader, **values: str) -> str:
    return safe(label(Line(key, values), reader))
