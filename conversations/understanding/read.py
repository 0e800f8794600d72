"""One message read: language, intent and every slot it fills, without any network, the same each time."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from conversations.understanding import answers, capacity, commands, flags, people, scope, topics
from conversations.understanding.correction import taken_back
from conversations.understanding.cues import Cue, cues
from conversations.understanding.formats import formats
from conversations.understanding.intent import intent
from conversations.understanding.language import language
from conversations.understanding.line import Line, line
from conversations.understanding.places import Places, places
from conversations.understanding.reading import Reading, Role, TopicSpan
from conversations.understanding.spoken import spoken
from conversations.understanding.topic_words import BEHIND
from conversations.understanding.windows import when
from programme.times import Times, Window

ASKED = frozenset(
    ("time", "format", "topic", "municipality", "languages", "capacity", "confirm", "proposal", "feedback", "followup")
)
Span = tuple[int, int]


@dataclass
class Slots:
    """What the reader has found so far, and where, in the plain text."""

    values: dict[str, object] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    why: list[tuple[str, str]] = field(default_factory=list)

    def keep(self, line: Line, slot: str, value: object, *spans: Span | None) -> None:
        if value is None or value == ():
            return
        self.values[slot] = value
        for span in spans:
            if span:
                self.spans.append(span)
                self.why.append((slot, line.original(*span)))

    def answered(self, line: Line, slot: str, value: object, span: Span | None) -> None:
        """An answer to what was asked; its words may still be part of something else."""
        if value is not None and span:
            self.values[slot] = value
            self.why.append((slot, line.original(*span).strip()))


def read(text: str, *, now: datetime, zone: str = "Europe/Istanbul", pending: str | None = None) -> Reading:
    """What one message says. Days are counted from `now` in `zone`; `pending` is the slot just asked for."""
    said = line(text)
    lang, lang_sure = language(said.text, said.plain)
    today = _today(now, zone)
    pending = pending if pending in ASKED else None
    order = commands.command(said.plain, pending)
    found = cues(said.plain)
    if order and not _rather_a_request(*order, found, said.plain):
        to = commands.language_wished(said.plain) if order[0] == "language" else None
        words = _as_typed(said, order[1])
        why = (("intent", words), ("lang_to", words)) if to else (("intent", words),)
        return Reading(lang, f"cmd:{order[0]}", lang_sure, lang_to=to, why=why)
    meant = intent(said.plain, found, pending)
    if meant in ("oos", "smalltalk"):
        return _aside(said, lang, lang_sure, meant, found)
    slots = _slots(said, today, zone, pending)
    named = places(said, pending=pending, intent_hint=meant)
    return _finished(said, lang, lang_sure, meant, slots, named, found, pending)


def _today(now: datetime, zone: str) -> date:
    return (now.astimezone(ZoneInfo(zone)) if now.tzinfo else now).date()


def _rather_a_request(order: str, words: str, found: list[Cue], plain: str) -> bool:
    """A sentence with a strong request in it is not an order ("veri silme konusunda destek arıyoruz")."""
    around = plain.replace(words, " ", 1)
    if order in ("delete", "data", "cancel", "language", "human"):
        return any(cue.strong and cue.role == "offer" for cue in found) or _framed(around)
    return any(cue.strong for cue in found) and _framed(around)


def _framed(plain: str) -> bool:
    return bool(BEHIND[0][1].search(plain))


def _aside(said: Line, lang: str, lang_sure: bool, meant: str, found: list[Cue]) -> Reading:
    name = people.name(said.text) if meant == "smalltalk" else None
    told = said.plain if meant == "smalltalk" else scope.out_of_scope(said.plain, asks=any(cue.strong for cue in found))
    why = [("intent", _as_typed(said, told))] if told else []
    return Reading(lang, meant, lang_sure, name=name, why=(*why, *([("name", name)] if name else [])))


def _as_typed(said: Line, words: str) -> str:
    """Folded words of the line as they stand in the message."""
    start = said.plain.find(words)
    return said.original(start, start + len(words)).strip() if start >= 0 else words


def _slots(said: Line, today: date, zone: str, pending: str | None) -> Slots:
    slots = Slots()
    plain, since = said.plain, taken_back(said.plain)
    rate, rate_span = capacity.capacity(plain, asked=pending == "capacity", since=since)
    slots.keep(said, "capacity_per_month", rate, rate_span)
    without_rate = plain if not rate_span or pending == "capacity" else _blanked(plain, rate_span)
    timed = pending not in ("capacity", "feedback", "followup")
    rhythm = rate_span[1] if rate_span else 0
    times = when(without_rate, today, corrected=since, zone=zone, rate=rhythm) if timed else None
    if times and times.times:
        slots.keep(said, "times", times.times)
        slots.spans.extend(times.spans)
        slots.why.extend((slot, said.original(*span)) for slot, span in times.why)
    form, form_spans = formats(plain, asked=pending == "format", since=since)
    slots.keep(said, "format", form, *form_spans)
    if pending == "time" and not form and "times" not in slots.values and (span := answers.any_time(plain)):
        slots.values["times"] = Times((Window("any"),))
        slots.why.append(("windows", said.original(*span)))
    codes, code_spans = spoken(plain, asked=pending == "languages")
    slots.keep(said, "languages", codes, *code_spans)
    slots.keep(said, "urgency", *flags.urgency(plain))
    for slot, span in (("staff_exchange", flags.staff_exchange(plain)), ("international", flags.international(plain))):
        slots.keep(said, slot, True if span else None, span)
    if pending == "feedback":
        slots.answered(said, "rating", *answers.rating_said(plain))
    if pending == "followup":
        slots.answered(said, "followup", *answers.followup_said(plain))
        slots.values.pop("staff_exchange", None)
    if pending and pending not in ("feedback", "followup", "capacity", "topic"):
        _agreed(said, slots, pending)
    return slots


def _agreed(said: Line, slots: Slots, pending: str) -> None:
    answer, span = answers.yes_no_said(said.plain)
    if pending in ("confirm", "proposal"):
        times = slots.values.get("times")
        if answer is None and isinstance(times, Times) and times.windows and pending == "proposal":
            answer, span = "no", (0, len(said.plain))
        elif pending == "proposal" and answers.only_another(said.plain, answer):
            answer = None
        slots.answered(said, "yes_no", answer, span)


def _blanked(plain: str, span: Span) -> str:
    return plain[: span[0]] + " " * (span[1] - span[0]) + plain[span[1] :]


def _finished(
    said: Line,
    lang: str,
    lang_sure: bool,
    meant: str,
    slots: Slots,
    named: Places,
    found: list[Cue],
    pending: str | None,
) -> Reading:
    if named.place and "format" not in slots.values:
        slots.values["format"] = "face_to_face"
        slots.why.append(("format", named.place[0].text))
    taken = slots.spans + [
        _plain(said, m.start, m.end) for m in (*named.own, *named.wished, *named.place, *named.passing)
    ]
    spans: tuple[TopicSpan, ...] = ()
    if pending == "topic" and meant in ("answer", "need", "offer", ""):
        meant = "answer"
        spans = topics.answered(said, taken)
    elif meant in ("need", "offer", "both", ""):
        role: Role | None = None if meant == "both" else "offer" if meant == "offer" else "need"
        spans = topics.topics(said, taken, found, role, framed_only=pending is not None)
        if not meant:
            spans = topics.framed(said, taken) or topics.known(said, taken)
            meant = "need" if spans else "answer" if taken and topics.little_else(said, taken) else "oos"
        if pending and not spans:
            meant = "answer"
    times = slots.values.pop("times", None)
    when_said = times if isinstance(times, Times) else Times()
    firm = [cue for cue in found if cue.strong] or found
    cue_words = [("intent", said.original(cue.start, cue.end)) for cue in firm if meant in ("need", "offer", "both")]
    name = people.name(said.text, [(m.start, m.end) for m in (*named.own, *named.wished, *named.place)])
    email, phone = people.email(said.text), people.phone(said.text)
    towns = (("municipality", named.own), ("target_municipality", named.wished), ("place", named.place))
    as_written = (("name", name), ("email", email), ("phone", phone))
    return Reading(
        lang,
        meant,
        lang_sure,
        topics=spans,
        municipality=named.own,
        target_municipality=named.wished,
        place=named.place,
        deadline=when_said.deadline,
        not_before=when_said.not_before,
        windows=when_said.windows,
        exclude=when_said.exclude,
        name=name,
        email=email,
        phone=phone,
        why=(
            *cue_words,
            *(("topics", topic.text) for topic in spans),
            *((slot, mention.text) for slot, mentions in towns for mention in mentions),
            *slots.why,
            *((slot, words) for slot, words in as_written if words),
        ),
        **slots.values,  # type: ignore[arg-type]
    )


def _plain(said: Line, start: int, end: int) -> Span:
    inside = [i for i, place in enumerate(said.offsets) if start <= place < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
