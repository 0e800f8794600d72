"""Reads a story's file: its head (people, experts, settings, date) and what happens in it, line by line."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.transcripts.steps import (
    Away,
    Becomes,
    Blocks,
    ComesAgain,
    Edits,
    Floods,
    Invited,
    Passes,
    Presses,
    Restarts,
    Sends,
    Step,
    Writes,
)

HOME = ZoneInfo("Europe/Istanbul")


@dataclass(frozen=True)
class Expert:
    """An offer that is there from the start."""

    who: str
    town: str
    topics: tuple[str, ...]
    format: str
    languages: tuple[str, ...]
    per_month: float
    email: str | None = None


@dataclass
class Story:
    """`clients`: people and the languages of their telephones; `steps`: what was written, with its meaning."""

    language: str
    head: list[str] = field(default_factory=list)
    clients: dict[str, str] = field(default_factory=dict)
    experts: list[Expert] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    begins: datetime = datetime(2026, 11, 23, 9, 40, tzinfo=HOME)
    steps: list[tuple[str, Step]] = field(default_factory=list)


class NotAStory(ValueError):
    """A line that nobody can play."""


HEAD = {
    "Öykü": "about", "Kişiler": "people", "Uzman": "expert", "Ayar": "setting", "Tarih": "date",
    "Story": "about", "People": "people", "Expert": "expert", "Setting": "setting", "Date": "date",
}  # fmt: skip
COORDINATORS = {"tr": "Koordinatörler", "en": "Coordinators"}
_FORMATS = {
    "çevrim içi": "online", "yüz yüze": "face_to_face", "fark etmez": "either",
    "online": "online", "face to face": "face_to_face", "either": "either",
}  # fmt: skip
_TONGUES = {"Türkçe": "tr", "İngilizce": "en", "Almanca": "de", "Turkish": "tr", "English": "en", "German": "de"}
_NUMBERS = {
    "bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "on": 10,
    "one": 1, "an": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10,
}  # fmt: skip
_UNITS = {
    "dakika": "minutes", "saat": "hours", "gün": "days", "hafta": "weeks",
    "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
}  # fmt: skip
_KINDS = {
    "çıkartma": "sticker", "ses kaydı": "voice", "fotoğraf": "photo", "telefon kartı": "contact",
    "sticker": "sticker", "voice message": "voice", "photo": "photo", "telephone card": "contact",
}  # fmt: skip
_PRESS = re.compile(r"(?P<who>[^→:]+) → (?P<group>Koordinatörler |Coordinators )?\[(?P<label>.+)\]")
_TALK = re.compile(r"(?P<who>[^→:\s]+)(?P<group> → (?:Koordinatörler|Coordinators))?: (?P<text>.+)", re.DOTALL)
_SENDS = re.compile(
    r"(?P<who>\S+) (?P<tr>çıkartma|ses kaydı|fotoğraf|telefon kartı) gönderir(?:: (?P<words_tr>.+))?"
    r"|(?P<who_en>\S+) sends a (?P<en>sticker|voice message|photo|telephone card)(?:: (?P<words_en>.+))?"
)
_OLD = re.compile(
    r"(?P<who>\S+) eski \[(?P<label>.+)\] düğmesine basar|(?P<who_en>\S+) presses the old \[(?P<label_en>.+)\]"
)
_TWICE = re.compile(
    r"(?P<who>\S+) \[(?P<label>.+)\] düğmesine iki kez basar|(?P<who_en>\S+) presses \[(?P<label_en>.+)\] twice"
)
_FLOODS = re.compile(r"(?P<who>\S+) (?:peş peşe (?P<tr>\d+) kez yazar|writes (?P<en>\d+) times in a row): (?P<text>.+)")
_EDITS = re.compile(
    r"(?P<who>\S+) son mesajını düzeltir: (?P<text>.+)|(?P<who_en>\S+) edits their last message: (?P<text_en>.+)"
)
_INVITED = re.compile(r"(?P<who>\S+) davet bağlantısını açar|(?P<who_en>\S+) opens the invitation link")
_BLOCKS = re.compile(r"(?P<who>\S+) botu engeller|(?P<who_en>\S+) blocks the bot")
_PASSES = re.compile(
    r"(?P<count>\S+) (?P<unit>dakika|saat|gün|hafta) geçer"
    r"|(?P<count_en>\S+) (?P<unit_en>minute|hour|day|week)s? passe?s?"
)
_AWAY = re.compile(
    r"bot (?P<count>\S+) (?P<unit>dakika|saat|gün|hafta) kapalı kalır"
    r"|the bot is away for (?P<count_en>\S+) (?P<unit_en>minute|hour|day|week)s?"
)
_BECOMES = re.compile(r"(?:tarih: |it is )(?P<moment>\d{4}-\d\d-\d\d \d\d:\d\d)")
_RESTARTS = ("bot yeniden başlar", "the bot restarts")
_AGAIN = ("mesaj iki kez gelir", "the message arrives twice")


def read_story(path: Path) -> Story:
    """The story of this file; what the bot says in it is passed over. Raises NotAStory with the line's number."""
    story = Story("tr" if path.name.endswith(".tr.txt") else "en")
    for number, block in _blocks(path.read_text(encoding="utf-8")):
        try:
            _take(story, block)
        except (KeyError, ValueError, IndexError) as error:
            raise NotAStory(f"{path.name}, line {number}: {block!r} ({error})") from None
    if not story.steps:
        raise NotAStory(f"{path.name} tells nothing")
    return story


def _blocks(text: str) -> list[tuple[int, str]]:
    """Lines with what is indented under them, numbered from 1."""
    blocks: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("  ") and blocks:
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]}\n{line[2:]}")
        elif line.strip():
            blocks.append((number, line))
    return blocks


def _take(story: Story, block: str) -> None:
    word, _, rest = block.partition(": ")
    if not story.steps and word in HEAD:
        story.head.append(block)
        _take_head(story, HEAD[word], rest)
    elif not block.startswith("Bot"):
        step = _happening(block[1:-1]) if block.startswith("(") and block.endswith(")") else _talk(block)
        story.steps.append((block, step))


def _take_head(story: Story, kind: str, rest: str) -> None:
    match kind:
        case "people":
            for one in rest.split(", "):
                name, language = _name(one, story.language)
                story.clients[name] = language
        case "expert":
            who, town, topics, form, tongues, count, *email = rest.split(" · ")
            name, language = _name(who, story.language)
            story.clients[name] = language
            spoken = tuple(_TONGUES[tongue] for tongue in tongues.split(", "))
            story.experts.append(
                Expert(name, town, tuple(topics.split(", ")), _FORMATS[form], spoken, float(count), *email[:1])
            )
        case "setting":
            name, value = rest.split(" = ")
            story.settings[name] = value
        case "date":
            story.begins = _moment(rest)


def _name(words: str, language: str) -> tuple[str, str]:
    """ "Mehmet (en)" as a name and the language of their telephone; the story's own unless it is said."""
    name, _, said = words.partition(" (")
    return name, said.rstrip(")") or language


def _talk(block: str) -> Step:
    if press := _PRESS.fullmatch(block):
        return Presses(press["who"], press["label"], bool(press["group"]))
    talk = _TALK.fullmatch(block)
    if talk is None:
        raise ValueError("neither words nor a press")
    return Writes(talk["who"], talk["text"], bool(talk["group"]))


def _happening(words: str) -> Step:
    """What stands between brackets."""
    if words in _RESTARTS:
        return Restarts()
    if words in _AGAIN:
        return ComesAgain()
    if found := _BECOMES.fullmatch(words):
        return Becomes(_moment(found["moment"]))
    if found := _PASSES.fullmatch(words):
        return Passes(_span(found))
    if found := _AWAY.fullmatch(words):
        return Away(_span(found))
    if found := _SENDS.fullmatch(words):
        kind = _KINDS[found["tr"] or found["en"]]
        return Sends(found["who"] or found["who_en"], kind, found["words_tr"] or found["words_en"] or "")
    if found := _OLD.fullmatch(words):
        return Presses(found["who"] or found["who_en"], found["label"] or found["label_en"], old=True)
    if found := _TWICE.fullmatch(words):
        return Presses(found["who"] or found["who_en"], found["label"] or found["label_en"], twice=True)
    if found := _FLOODS.fullmatch(words):
        return Floods(found["who"], int(found["tr"] or found["en"]), found["text"])
    if found := _EDITS.fullmatch(words):
        return Edits(found["who"] or found["who_en"], found["text"] or found["text_en"])
    if found := _INVITED.fullmatch(words):
        return Invited(found["who"] or found["who_en"])
    if found := _BLOCKS.fullmatch(words):
        return Blocks(found["who"] or found["who_en"])
    raise ValueError("nothing that can happen")


def _span(found: re.Match[str]) -> timedelta:
    unit = _UNITS[found["unit"] or found["unit_en"]]
    return timedelta(**{unit: _NUMBERS[found["count"] or found["count_en"]]})


def _moment(words: str) -> datetime:
    return datetime.strptime(words, "%Y-%m-%d %H:%M").replace(tzinfo=HOME)
