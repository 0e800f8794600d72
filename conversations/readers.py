"""How each kind of answer is read, offered and said back. A slip is an answer too: Unclear, with the reason."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from conversations.dated import dated
from conversations.flow import Answers, Context, Option, Reader, Unclear, Understood
from conversations.messages import Line
from conversations.understanding import Reading, read
from conversations.understanding.patterns import any_of, sections
from conversations.values import Tongue, TownName
from conversations.whenever import whenever
from programme.municipalities import resolve
from programme.times import Times, Window
from programme.words import fold

MOST_WORDS = 500
MOST_PER_MONTH = 31
_EMAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?\d(?:[\s().-]*\d){9,14}")
_LINK = re.compile(r"https?://\S+\.\S+")
_SAID = {heading: any_of(lines) for heading, lines in sections("short_answers")}
_NOT_A_NAME = re.compile(r"[\d@/<>{}\[\]?!]")


def heard(text: str, context: Context, pending: str | None = None) -> Reading:
    return read(text, now=context.now, zone=context.zone, pending=pending)


def words_of(text: str) -> str:
    return " ".join(text.split())


def text(at_most: int = MOST_WORDS) -> Reader:
    """Words as they are, up to so many characters."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        words = words_of(answer)
        if not words:
            return Unclear("empty")
        return Understood(words) if len(words) <= at_most else Unclear("too_long")

    return Reader("text", reads, show=str, own_words=True)


def today(context: Context) -> date:
    """The person's own day: late in the evening the clock of the tables has another."""
    return context.now.astimezone(ZoneInfo(context.zone)).date()


def name() -> Reader:
    """A person's name, out of a sentence where one is; a municipality's name is not taken for it."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        words = heard(answer, context).name or _beside_a_town(words_of(answer))
        if words is None:
            return Unclear("a_municipality")
        if not words:
            return Unclear("empty")
        if _SAID["no name"].fullmatch(fold(words).strip(" .!")):
            return Unclear("not_a_name")
        if len(words) > 60 or len(words.split()) > 5 or _NOT_A_NAME.search(words):
            return Unclear("not_a_name")
        return Understood(words)

    return Reader("name", reads, show=str, own_words=True, beside=("municipality",))


def _beside_a_town(words: str) -> str | None:
    """What is left of an answer without the municipality in it; None when nothing is."""
    found = resolve(words)
    if found.outcome not in ("one", "several") or _SAID["a person's name, though a municipality's too"].fullmatch(
        fold(words)
    ):
        return words
    before, behind = words[: found.start].strip(" ,.-"), words[found.end :].strip(" ,.-")
    name = before if "," in words[: found.start] else behind if "," in words[found.end :] else ""
    return name if name and resolve(name).outcome == "none" else None


def municipality() -> Reader:
    """A municipality's id; a shared or misspelt name is asked back with its candidates."""
    return Reader(
        "municipality",
        lambda answer, context: town(answer),
        show=lambda found: TownName(found, placed=True),
        told_apart=True,
    )


def town(answer: str) -> Understood | Unclear:
    resolved = resolve(answer)
    match resolved.outcome:
        case "one":
            return Understood(resolved.ids[0])
        case "several" | "confirm":
            return Unclear("shared" if resolved.outcome == "several" else "near", tuple(resolved.ids), answer)
    return Unclear("unknown", words=words_of(answer))


def mentioned(ids: tuple[str, ...], words: str) -> Understood | Unclear:
    """A municipality mentioned in a sentence, by the ids it may mean."""
    return Understood(ids[0]) if len(ids) == 1 else Unclear("shared", ids[:8], words)


def one_of(*codes: str, kind: str = "choice", reads: Callable[[Reading], str | None] = lambda reading: None) -> Reader:
    """One of some codes, by button or by what the understanding makes of the words."""

    def answer(words: str, context: Context) -> Understood | Unclear:
        code = reads(heard(words, context, kind))
        return Understood(code) if code in codes else Unclear("unclear")

    return Reader(
        kind,
        answer,
        show=lambda code: Line(f"readers.{kind}.{code}"),
        options=lambda context: tuple((Line(f"readers.{kind}.{code}"), code) for code in codes),
    )


def meeting_format() -> Reader:
    return one_of("online", "face_to_face", "either", kind="format", reads=lambda reading: reading.format)


def in_person(known: Answers, context: Context) -> bool:
    """Whether there is a place to ask for."""
    return known.get("format") == "face_to_face"


def place() -> Reader:
    """Where to meet: at ours, at theirs, or words that name a place."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        words, said = words_of(answer), fold(answer).strip(" .!").removesuffix(" olsun")
        if side := next((side for side in PLACES if _SAID[f"place: {side}"].fullmatch(said)), None):
            return Understood(side)
        return Understood(words) if 0 < len(words) <= 200 else Unclear("too_long" if words else "empty")

    return Reader(
        "place",
        reads,
        show=place_shown,
        options=lambda context: tuple((Line(f"readers.place.{code}"), code) for code in PLACES),
        own_words=True,
    )


PLACES = ("ours", "theirs", "anywhere")


def place_shown(value: str) -> Any:
    return Line(f"readers.place.{value}") if value in PLACES else value


def times(in_general: bool = False) -> Reader:
    """Times as JSON; no window at all means any working hour. `in_general` a bare weekday means every week's."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        found = heard(answer, context, "time").times
        if in_general and not dated(answer):
            found = replace(found, windows=tuple(window.weekly() for window in found.windows))
        told = found != Times() or whenever(answer)
        return Understood(found.to_json()) if told else Unclear("no_time")

    def options(context: Context) -> tuple[Option, ...]:
        monday = today(context) + timedelta(days=7 - today(context).weekday())
        week = Window("days", tuple((monday + timedelta(days=day)).isoformat() for day in range(5)))
        offered = {
            "any": Times(),
            "next_week": Times((week,)),
            "mornings": Times((Window("any", (), "09:00", "12:00"),)),
            "afternoons": Times((Window("any", (), "13:00", "18:00"),)),
        }
        if in_general:
            del offered["next_week"]
        return tuple((Line(f"readers.time.{code}"), times.to_json()) for code, times in offered.items())

    return Reader("time", reads, show=Times.from_json, options=options)


def languages() -> Reader:
    """ISO codes of the languages a meeting can be held in."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        reading = heard(answer, context, "languages")
        codes = list(reading.languages) or [code for code in (reading.lang_to,) if code]
        return Understood(codes) if codes else Unclear("unclear")

    def options(context: Context) -> tuple[Option, ...]:
        return (
            (Line("readers.languages.tr"), ["tr"]),
            (Line("readers.languages.en"), ["en"]),
            (Line("readers.languages.both"), ["tr", "en"]),
        )

    return Reader("languages", reads, show=lambda codes: [Tongue(code) for code in codes], options=options)


def per_month() -> Reader:
    """Meetings a month; less than one for "every two months"."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        found = heard(answer, context, "capacity").capacity_per_month
        if found is None:
            return Unclear("no_number")
        return Understood(found) if 0 < found <= MOST_PER_MONTH else Unclear("too_many")

    return Reader(
        "capacity", reads, show=lambda value: value, counts=True,
        options=lambda context: tuple((Line("answers.value", {"value": count}), count) for count in (1, 2, 4)),
    )  # fmt: skip


def contact() -> Reader:
    """{"email"} or {"phone"}: how the other side may reach the person."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        if email := _EMAIL.search(answer):
            return Understood({"email": email.group().rstrip(".")})
        if phone := _PHONE.search(answer):
            return Understood({"phone": words_of(phone.group())})
        return Unclear("no_contact")

    return Reader("contact", reads, show=lambda value: value.get("email") or value.get("phone"), counts=True)


def link() -> Reader:
    def reads(answer: str, context: Context) -> Understood | Unclear:
        found = _LINK.search(answer)
        return Understood(found.group()) if found else Unclear("no_link")

    return Reader("link", reads, show=str)


def yes() -> Reader:
    """The person's own yes to what the card says."""
    return one_of("yes", kind="confirm", reads=lambda reading: "yes" if reading.yes_no in (True, "yes") else None)
