"""One turn: one thing somebody did, answered in one transaction, once for its key."""

from datetime import datetime

from sqlalchemy.orm import Session

from conversations import dialogue, guarding, in_group, menu, presses, reach
from conversations.beginnings import bare, parts
from conversations.carry_out import open_questions
from conversations.carry_out.questions import ask_side, ask_which
from conversations.courtesies import courtesy
from conversations.draft import Draft, next_slot
from conversations.flow import Slot, Unclear
from conversations.flows import flows
from conversations.introduction import zone_of
from conversations.learning import know
from conversations.messages import Contact, Edited, Incoming, Line, Moved, Press, Reached, Say, Text, Unreadable
from conversations.outbox import Turn, about
from conversations.proposal_cards import card, part_of, picks
from conversations.understanding import Reading, read
from conversations.values import Account
from programme.settings import Settings
from programme.times import Times
from storage import handled, people, readings
from storage import proposals as kept
from storage.tables import Person, Proposal

SENTENCE = 4
"""Words that make a whole sentence: fewer in the other language do not switch the conversation."""
TWICE = 2


def take_turn(session: Session, incoming: Incoming, settings: Settings) -> None:
    """Answer what came in. Everything is written in the session; the caller commits."""
    if not handled.remember(session, incoming.key, incoming.at):
        return
    know(session)
    turn = Turn(session, settings, incoming.at, pressed=incoming.message, called=incoming.first_name)
    platform, chat = incoming.address.platform, incoming.address.chat
    match incoming.what:
        case Reached(reachable=True):
            reach.found(session, platform, chat, incoming.at, settings)
        case Reached():
            reach.lost(session, platform, chat, incoming.at, settings)
        case Moved(to=to):
            reach.moved(session, platform, chat, to.chat, incoming.at, settings)
        case _ if incoming.private:
            _in_private(turn, incoming)
        case _:
            in_group.heard(turn, incoming)


def _in_private(turn: Turn, incoming: Incoming) -> None:
    person = people.find(turn.session, incoming.address.platform, incoming.sender)
    if person is None:
        person = _new_person(turn, incoming)
    turn.acts(person)
    if not person.reachable:
        reach.found(turn.session, person.platform, person.account, turn.now, turn.settings)
    if matter := guarding.matter_in(incoming.what, guarding.called(turn, person)):
        words = guarding.words_of(incoming.what)
        _mirror(person, words, read(words, now=turn.now))
        _greet_first(turn, person, only_hello=False)
        guarding.leave_out(turn, person, matter)
        return
    before = person.draft
    asked = person.revision
    match incoming.what:
        case Press() as press:
            presses.take(turn, person, press)
        case Text():
            _typed(turn, person, guarding.words_of(incoming.what))
        case Unreadable(caption=caption) if caption:
            _typed(turn, person, guarding.words_of(incoming.what))
        case Contact(phone=phone, own=True):
            _typed(turn, person, phone)
        case Edited():
            _kindly(turn, person, "answers.edited")
        case _:
            _kindly(turn, person, "answers.no_words")
    if person.draft and person.revision == asked and (person.draft != before or not turn.answered):
        dialogue.ask_again(turn, person)


def _new_person(turn: Turn, incoming: Incoming) -> Person:
    """Whoever writes for the first time, in the language of their client or of the sentence they open with."""
    language = "tr" if (incoming.language_code or "tr").startswith("tr") else "en"
    if isinstance(incoming.what, Text) and not incoming.what.text.startswith("/"):
        reading = read(incoming.what.text, now=turn.now)
        if reading.lang_sure and len(incoming.what.text.split()) >= SENTENCE:
            language = reading.lang
    return people.add(turn.session, incoming.address.platform, incoming.sender, language, turn.now)


def _typed(turn: Turn, person: Person, text: str) -> None:
    """Words: a command, an answer to the open question, to an open proposal, or something new."""
    command = menu.named(text)
    if command:
        if command[0] != "start":
            _greet_first(turn, person, only_hello=False)
        menu.run(turn, person, *command)
        return
    draft = dialogue.draft_of(person)
    slot = next_slot(flows()[draft.flow], draft, dialogue.context_of(turn, person)) if draft else None
    own_words = slot is not None and slot.reads.own_words
    if slot and slot.reads.kind == "text":
        text = guarding.without_contacts(text)
    open_proposals = [] if draft else kept.open_to(turn.session, person)
    kind = slot.reads.kind if slot else "proposal" if open_proposals else None
    pending = PENDING.get(kind or "")
    reading = read(text, now=turn.now, zone=person.zone, pending=pending)
    if person.municipality is None and (zone := zone_of(reading) or person.zone) != person.zone:
        person.zone = zone
        reading = read(text, now=turn.now, zone=zone, pending=pending)
    _mirror(person, text, reading)
    meant = None if kind == "languages" and reading.intent == "cmd:language" else menu.meant(reading) or menu.word(text)
    greeted = _greet_first(turn, person, reading.intent == "smalltalk")
    answers = own_words and len(text.split()) >= SENTENCE
    if meant and not answers and not (draft and dialogue.names_button(turn, person, draft, text)):
        menu.run(turn, person, meant)
        understood = True
    elif draft and slot and draft.flow == "contact" and _thinks_again(turn, person, draft, slot, text):
        understood = True
    elif draft and (slot is None or not _leaves(turn, person, draft, slot, text, reading)):
        understood = dialogue.hear(turn, person, draft, text, reading)
    elif _of_proposals(turn, person, text, reading, open_proposals):
        understood = True
    else:
        anew = read(text, now=turn.now, zone=person.zone) if pending else reading
        understood = _anew(turn, person, text, anew, greeted, open_proposals)
    _count(turn, person, understood)


PENDING = {
    kind: kind for kind in ("time", "format", "topic", "municipality", "languages", "capacity", "confirm", "proposal")
} | {"topics": "topic", "place": "municipality", "start": "time", "until": "time"}
"""What the understanding can be told that the bot just asked for."""


def _leaves(turn: Turn, person: Person, draft: Draft, slot: Slot, text: str, reading: Reading) -> bool:
    """Whether the words begin something else than what is asked; a short question is left by a whole sentence only."""
    if slot.reads.own_words or reading.intent not in ("need", "offer", "both") or not reading.topics:
        return False
    if draft.flow in ("need", "offer"):
        return draft.flow != reading.intent
    answer = slot.reads.read(text, dialogue.context_of(turn, person, draft))
    return isinstance(answer, Unclear) and len(text.split()) > SENTENCE + 1


def _thinks_again(turn: Turn, person: Person, draft: Draft, slot: Slot, text: str) -> bool:
    """While a yes waits for a contact, words about when to meet are for its proposal, and take that yes back."""
    reading = read(text, now=turn.now, zone=person.zone, pending="proposal")
    unclear = isinstance(slot.reads.read(text, dialogue.context_of(turn, person, draft)), Unclear)
    proposal = turn.session.get(Proposal, draft.answers["proposal"])
    if not unclear or proposal is None or proposal.status != "open" or reading.times == Times():
        return False
    person.draft = draft.below.to_json() if draft.below else None
    return open_questions.hear(turn, person, proposal, text, reading)


def _anew(turn: Turn, person: Person, text: str, reading: Reading, greeted: bool, proposals: list[Proposal]) -> bool:
    """Words that begin something, or that only need a kind answer."""
    if bare(text, reading):
        ask_side(person, text)
    elif reading.intent in ("need", "offer", "both") and (reading.topics or not proposals):
        dialogue.begin_all(turn, person, parts(reading))
    elif reading.name and reading.municipality and not reading.topics:
        dialogue.begin(turn, person, "profile", {}, reading)
    elif reading.intent == "smalltalk":
        if not greeted:
            turn.say(person, Say((courtesy(text),), menu.keyboard()))
    elif len(proposals) == 1 and (part := part_of(proposals[0], person)):
        turn.say(person, card(proposals[0], part, (Line("proposal.unclear"),)))
    elif reading.intent == "oos" and reading.lang_sure and len(text.split()) >= SENTENCE:
        turn.say(person, Say((Line("welcome.out_of_scope"),), menu.keyboard()))
    else:
        return False
    return True


def _of_proposals(turn: Turn, person: Person, text: str, reading: Reading, proposals: list[Proposal]) -> bool:
    """Words for an open proposal; when several wait for this person, the bot asks which."""
    if not proposals or (reading.intent in ("need", "offer", "both") and reading.topics):
        return False
    waiting = [one for one in proposals if not picks(one, part_of(one, person))] or proposals
    if len(waiting) == 1:
        return open_questions.hear(turn, person, waiting[0], text, reading)
    if not (reading.intent == "answer" or reading.yes_no or reading.windows):
        return False
    ask_which(person, waiting, text[:500])
    return True


def _mirror(person: Person, text: str, reading: Reading) -> None:
    """A whole sentence in the other language switches the conversation."""
    if reading.lang_sure and len(text.split()) >= SENTENCE:
        person.language = reading.lang


def _greet_first(turn: Turn, person: Person, only_hello: bool) -> bool:
    """The privacy notice before anything is kept; True when the person was greeted just now."""
    if person.noticed_at is not None:
        return False
    if only_hello:
        menu.run(turn, person, "start")
    else:
        turn.say(person, menu.greeting(turn, person))
    return True


def _count(turn: Turn, person: Person, understood: bool) -> None:
    """Twice in a row not understood: a coordinator hears of it, without the words."""
    draft = dialogue.draft_of(person)
    whole = (draft.flow if draft else "", "", "understood" if understood else "not_understood")
    readings.count(turn.session, turn.now, person.language, [whole])
    if understood:
        person.not_understood = 0
        return
    person.not_understood += 1
    open_draft = draft is not None
    if person.not_understood < TWICE:
        if not open_draft:
            turn.say(person, Say((Line("welcome.not_understood"),), menu.keyboard()))
        return
    person.not_understood = 0
    turn.alert("not_understood", about("person", person.id), who=Account(person.account, person.name or turn.called))
    key = "welcome.not_understood_here" if open_draft else "welcome.not_understood_twice"
    turn.say(person, Say((Line(key),), () if open_draft else menu.keyboard()))


def _kindly(turn: Turn, person: Person, key: str) -> None:
    _greet_first(turn, person, only_hello=False)
    waits = dialogue.draft_of(person) is not None
    turn.say(person, Say((Line(key),), () if waits else menu.keyboard()))
    dialogue.ask_again(turn, person)


def apologise(session: Session, incoming: Incoming, trace: str, settings: Settings) -> None:
    """What came in was tried three times and failed: parked, said to the person, told to the coordinators."""
    handled.give_up(session, incoming.key, incoming.at)
    turn = Turn(session, settings, incoming.at)
    person = people.find(session, incoming.address.platform, incoming.sender)
    language = person.language if person else settings.coordinator_language
    if person and incoming.private:
        turn.acts(person)
    if incoming.private:
        turn.say_to_chat(incoming.address, Say((Line("answers.our_fault", {"trace": trace}),)), language)
    turn.alert("fault", "update", trace=trace)


def spoils(session: Session, key: str, trace: str, now: datetime, settings: Settings) -> None:
    """Something came in that cannot even be read: parked, told to the coordinators."""
    handled.give_up(session, key, now)
    Turn(session, settings, now).alert("fault", "update", trace=trace)
