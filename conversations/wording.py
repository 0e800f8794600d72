"""From a catalogue key to words: the texts of `locales/`, with their gaps filled for one reader.

What comes out is HTML of the plainest kind (`<b>`, `<i>`); every value is escaped on its way in.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from conversations import times_spoken
from conversations.messages import Line
from conversations.values import Account, At, Joined, Month, On, Tongue, TopicName, TownName, ZoneName
from programme.municipality_list import municipality
from programme.times import Times
from programme.topics import Topics

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("tr", "en")
LOCALE = {"tr": "tr", "en": "en_GB"}
DAY = {"tr": "d MMMM EEEE", "en": "EEEE d MMMM"}
HOME = "Europe/Istanbul"
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
_TAG = re.compile(r"<[^>]*>")
_CONTROLS = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


_NO_FILE_NAME = re.compile(r"[^\w. -]")
LONGEST_FILE_NAME = 80


class NoSuchText(KeyError):
    """A catalogue key that does not exist: a fault of ours, never shown to a person."""


@dataclass(frozen=True)
class Reader:
    """For whom words are chosen: their language and zone (IANA name)."""

    language: str
    zone: str = HOME


@cache
def catalogue(language: str) -> dict[str, str]:
    """Every text in this language: file name, a dot, msgid → text."""
    texts: dict[str, str] = {}
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=LOCALE[language]):
                if message.id:
                    texts[f"{path.stem}.{message.id}"] = str(message.string)
    return texts


def exists(key: str) -> bool:
    return key in catalogue(LANGUAGES[0])


def speak(line: Line, reader: Reader) -> str:
    """The words of one line as HTML. Raises NoSuchText for a key that no catalogue has."""
    try:
        text = catalogue(reader.language)[line.key]
    except KeyError:
        raise NoSuchText(line.key) from None
    return text.format(**{name: spoken(value, reader) for name, value in line.values.items()})


def label(line: Line, reader: Reader) -> str:
    """The words of a line without markup: for a button, a file."""
    return html.unescape(_TAG.sub("", speak(line, reader)))


def safe(words: str) -> str:
    """A person's own words for showing: escaped, control marks taken out, right-to-left script kept to itself."""
    clean = html.escape(_CONTROLS.sub("", words), quote=False)
    return f"\u2068{clean}\u2069" if _RIGHT_TO_LEFT.search(clean) else clean


def file_name(words: str) -> str:
    """A name for a file that stays a name wherever it is saved: no folders, no hidden file, no marks of any shell."""
    return _NO_FILE_NAME.sub("-", _CONTROLS.sub("", words)).lstrip("-. ")[-LONGEST_FILE_NAME:] or "imece"


def spoken(value: Any, reader: Reader) -> str:
    """One value in the reader's language, as HTML."""
    locale = LOCALE[reader.language]
    match value:
        case Line():
            return speak(value, reader)
        case str():
            return safe(value)
        case bool() | None:
            raise TypeError("a gap needs words")
        case int() | float():
            return str(format_decimal(value, "#,##0.##", locale=locale))
        case TopicName(id=topic):
            return safe(Topics.load()[topic].label(reader.language))
        case TownName():
            return safe(_town(value, reader.language))
        case Tongue(code=code):
            return safe(str(Locale.parse(locale).languages.get(code, code)))
        case Account(account=account, name=name):
            return f'<a href="account:{html.escape(account)}">{safe(name or account)}</a>'
        case ZoneName(zone=zone):
            return zone_name(Reader(reader.language, zone))
        case On(day=day):
            return format_date(day, DAY[reader.language], locale=locale)
        case Month(day=day):
            return format_date(day, "LLLL", locale=locale)
        case At(moment=moment):
            return _at(moment, reader)
        case Times():
            return times_spoken.say(value, reader.language, catalogue(reader.language))
        case Joined(parts=parts, mark=mark):
            return mark.join(spoken(part, reader) for part in parts)
        case _ if isinstance(value, Iterable):
            return str(format_list([spoken(part, reader) for part in value], locale=locale))
    raise TypeError(f"no words for {type(value).__name__}")


def _town(town: TownName, language: str) -> str:
    named = municipality(town.id)
    name = named.label(language) if town.full else named.named(language)
    if not town.placed or not named.within(language):
        return name
    if named.within(language) == named.named(language):
        return named.label(language)
    return f"{name} ({named.within(language)})" if town.full else f"{name}, {named.within(language)}"


def _at(moment: datetime, reader: Reader) -> str:
    local = moment.astimezone(ZoneInfo(reader.zone))
    said = format_datetime(local, f"{DAY[reader.language]} HH:mm", locale=LOCALE[reader.language])
    return said if reader.zone == HOME else f"{said} ({zone_name(reader)})"


def zone_name(reader: Reader) -> str:
    """The reader's zone by its city: "Berlin saati", "Berlin time"."""
    if reader.zone == HOME:
        return catalogue(reader.language)["said.zone_home"]
    place = reader.zone.rsplit("/", 1)[-1].replace("_", " ")
    return catalogue(reader.language)["said.zone"].format(place=place)
