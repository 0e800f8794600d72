"""A person's draft in the database: begun, gone on with, ended; the engine's replies said and carried out."""

from dataclasses import replace

from conversations import reply as engine
from conversations.carry_out import caps, carry_out
from conversations.draft import Draft, next_slot
from conversations.flow import Answers, Context, Flow
from conversations.flows import flows
from conversations.messages import Choice, Line
from conversations.naming import button_named
from conversations.outbox import Turn
from conversations.reply import Reply
from conversations.understanding import Reading
from conversations.wording import Reader, label
from programme.caps import OPEN
from storage import readings
from storage.tables import Person


def context_of(turn: Turn, person: Person, draft: Draft | None = None) -> Context:
    """What flows may know of this person and this moment, and of what a draft holds."""
    reader = Reader(person.language, person.zone)

    def words(choice: Choice) -> str:
        return label(Line(choice.label, choice.values), reader)

    contact = {"email": person.email} if person.email else {"phone": person.phone} if person.phone else None
    known: Answers = {"name": person.name, "municipality": person.municipality, "contact": contact}
    known = {name: value for name, value in known.items() if value} | (draft.answers if draft else {})
    return Context(turn.now, person.zone, person.language, known, words)


def draft_of(person: Person) -> Draft | None:
    """The conversation this person is in. Drafts of flows that a release took out are gone through to what is below."""
    draft = Draft.from_json(person.draft) if person.draft else None
    while draft and draft.flow not in flows():
        draft = draft.below
    return draft


def begin(turn: Turn, person: Person, flow: str, answers: Answers, reading: Reading | None = None) -> None:
    """Start a flow on top of whatever is open; what was only just begun, or asked in passing, makes way."""
    if flow in OPEN and caps.full(turn, person, flow):
        ask_again(turn, person)
        return
    below = draft_of(person)
    while below and (flows()[below.flow].passing or _only_begun(below, flow)):
        below = below.below
    said = {name: below.answers[name] for name in ("name", "municipality") if below and name in below.answers}
    started = engine.start(flows()[flow], context_of(turn, person), said | answers, reading)
    _apply(turn, person, started, below)


def _only_begun(draft: Draft, flow: str) -> bool:
    return draft.flow == flow and draft.guided and not draft.answered


def take_up(turn: Turn, person: Person, flow: str) -> bool:
    """Go on with this flow where it was left, if it was begun; what was on top of it comes next."""
    draft = draft_of(person)
    chain = draft.chain() if draft else []
    begun = [one for one in chain if one.flow == flow and not flows()[flow].purpose(one.answers)]
    if not begun:
        return False
    now_open = Draft.chained([*begun, *(one for one in chain if one not in begun)])
    person.draft = now_open.to_json() if now_open else None
    return ask_again(turn, person)


def begin_all(turn: Turn, person: Person, readings: list[tuple[str, Reading]]) -> None:
    """Start several flows from one message, the first on top."""
    for flow, reading in reversed(readings[1:]):
        later = engine.start(flows()[flow], context_of(turn, person), {}, reading)
        if later.draft:
            person.draft = later.draft.on_top_of(draft_of(person)).to_json()
    flow, reading = readings[0]
    begin(turn, person, flow, {}, reading)


def begin_change(turn: Turn, person: Person, flow: str, answers: Answers, read: Answers) -> None:
    """Open something kept at its card, every answer in place; `read` are those lately read from words."""
    draft = Draft(flow, answers, read=read)
    _apply(turn, person, engine.go_on(flows()[flow], draft, context_of(turn, person)), draft_of(person))


def hear(turn: Turn, person: Person, draft: Draft, text: str, reading: Reading) -> bool:
    """Typed words for the open draft; False when nothing could be read in them."""
    answer = engine.hear(_flow(draft), draft, text, reading, context_of(turn, person))
    _apply(turn, person, answer, draft.below)
    return not answer.lost


def names_button(turn: Turn, person: Person, draft: Draft, text: str) -> bool:
    """Whether the words are a button of the open question, though they may be a command elsewhere."""
    context, flow = context_of(turn, person), _flow(draft)
    slot = next_slot(flow, draft, context)
    return slot is not None and button_named(flow, draft, slot, text, context) is not None


def press(turn: Turn, person: Person, draft: Draft, value: str) -> None:
    _apply(turn, person, engine.press(_flow(draft), draft, value, context_of(turn, person)), draft.below)


def back(turn: Turn, person: Person, draft: Draft) -> None:
    _apply(turn, person, engine.back(_flow(draft), draft, context_of(turn, person)), draft.below)


def cancel(turn: Turn, person: Person, draft: Draft) -> None:
    _apply(turn, person, engine.cancel(_flow(draft), draft), draft.below)


def ask_again(turn: Turn, person: Person) -> bool:
    """Put the current question once more; False when there is none."""
    draft = draft_of(person)
    if draft is None:
        return False
    _apply(turn, person, engine.go_on(_flow(draft), draft, context_of(turn, person)), draft.below)
    return True


def _flow(draft: Draft) -> Flow:
    return flows()[draft.flow]


def _apply(turn: Turn, person: Person, answer: Reply, below: Draft | None) -> None:
    """Keep the draft, say what is to be said, carry out what was decided, then go on with what is open."""
    now_open = replace(answer.draft, below=None).on_top_of(below) if answer.draft else below
    person.draft = now_open.to_json() if now_open else None
    if answer.draft:
        person.revision += 1
    for said in answer.says:
        turn.say(person, said)
    readings.count(turn.session, turn.now, person.language, answer.fates)
    if answer.decision:
        carry_out(turn, person, answer.decision)
    if answer.draft is None:
        _resume(turn, person)


def _resume(turn: Turn, person: Person) -> None:
    """Go on with what was open beneath, its card first: what it is about may be long ago."""
    draft = draft_of(person)
    if draft:
        known = {name: value for name, value in context_of(turn, person).known.items() if name not in draft.doubts}
        draft = replace(draft, answers=known | draft.answers)
        again = engine.go_on(_flow(draft), draft, context_of(turn, person), summary=True)
        _apply(turn, person, again, draft.below)
