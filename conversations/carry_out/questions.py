"""Questions that something else leads to: opened here as drafts, put at the end of the turn."""

from dataclasses import replace
from typing import Any

from conversations import reply
from conversations.draft import Draft
from conversations.flow import Answers, Context, Unclear, Understood
from conversations.flows import flows
from conversations.outbox import Turn
from conversations.proposal_cards import other_side, part_of
from conversations.topic_readers import as_topic, as_topics
from conversations.understanding import Reading, read
from programme.decisions import AskAnotherTime, Begin, GiveContact, PickTime
from programme.municipality_list import municipality
from storage.tables import Meeting, Need, Offer, Person, Proposal

SUBJECTS = ("proposal", "number", "meeting")
"""Answers that say what such a question is about."""


def reachable_by_others(person: Person) -> bool:
    """Whether it is settled how the other side reaches this person; skipped, their account stands in."""
    return bool(person.email or person.phone or person.contact_asked)


def ask_contact(person: Person, decision: PickTime | AskAnotherTime) -> None:
    """How may the other side reach you? The yes waits in the draft."""
    another = isinstance(decision, AskAnotherTime)
    waiting = {"proposal": decision.proposal, "start": decision.start.isoformat(), "another": another}
    _open(person, Draft("contact", waiting, guided=True))


def yeses_that_waited(person: Person) -> list[PickTime | AskAnotherTime]:
    """What else waits for the contact that is known now; it is not asked for again."""
    chain = Draft.from_json(person.draft).chain() if person.draft else []
    waiting = [draft for draft in chain if draft.flow == "contact"]
    left = Draft.chained([draft for draft in chain if draft.flow != "contact"])
    person.draft = left.to_json() if left else None
    decisions = [flows()[draft.flow].completes(draft.answers) for draft in waiting]
    return [decision.then for decision in decisions if isinstance(decision, GiveContact)]


def ask_how_long(person: Person, proposal: Proposal) -> None:
    """Until when should nothing more come?"""
    _open(person, Draft("not_me", {"proposal": proposal.id}))


def ask_another_start(turn: Turn, person: Person, proposal: Proposal, reading: Reading | None = None) -> None:
    """When then? What the person already said of it is taken up."""
    part = part_of(proposal, person)
    if part is None:
        return
    other = other_side(proposal, part)
    answers = {
        "proposal": proposal.id,
        "other": other.municipality,
        "mine": zone_and_country(person),
        "theirs": zone_and_country(other),
    }
    context = Context(turn.now, person.zone, person.language, answers)
    started = reply.start(flows()["another_time"], context, {}, reading)
    if started.draft:
        _open(person, replace(started.draft, guided=False))


def ask_which(person: Person, proposals: list[Proposal], words: str) -> None:
    """For which of these was that meant?"""
    offered = []
    for proposal in proposals:
        part = part_of(proposal, person)
        town = proposal.offer.municipality if part == "asker" else proposal.need.municipality
        offered.append({"number": proposal.id, "town": town, "at": proposal.times[0]})
    _open(person, Draft("which_proposal", {"open": offered, "words": words}))


def ask_whom(person: Person, proposals: list[Proposal]) -> None:
    """The other side of which of these is meant? Of only one it is not asked."""
    others = []
    for proposal in proposals:
        town = proposal.offer.municipality if part_of(proposal, person) == "asker" else proposal.need.municipality
        others.append({"number": proposal.id, "town": town, "at": proposal.created_at.isoformat()})
    below = (
        Draft.chained([one for one in Draft.from_json(person.draft).chain() if one.flow != "report"])
        if person.draft
        else None
    )
    person.draft = below.to_json() if below else None
    whom = {"whom": others[0]["number"]} if len(others) == 1 else {}
    _open(person, Draft("report", {"others": others, **whom}))


def ask_until(person: Person, one: Need | Offer) -> None:
    """Until when should it rest?"""
    _open(person, Draft("pause", _about(one)))


def ask_sure(person: Person, one: Need | Offer) -> None:
    """Is it really to be withdrawn?"""
    _open(person, Draft("withdraw", _about(one)))


def ask_to_erase(person: Person, ends: Answers) -> None:
    """Is everything to go? Asked anew, it is asked once."""
    open_now = Draft.from_json(person.draft).chain() if person.draft else []
    below = Draft.chained([draft for draft in open_now if draft.flow != "erase"])
    person.draft = Draft("erase", ends).on_top_of(below).to_json()


def ask_link(coordinator: Person, meeting: Meeting) -> None:
    """Where is it held?"""
    need, offer = meeting.proposal.need, meeting.proposal.offer
    towns = {"asker": need.municipality, "expert": offer.municipality}
    _open(coordinator, Draft("meeting_link", {"meeting": meeting.id, **towns}))


def ask_side(person: Person, words: str) -> None:
    """A bare topic: support or experience?"""
    _open(person, Draft("bare_topic", {"words": words}))


def begin(turn: Turn, person: Person, decision: Begin) -> None:
    """A need or an offer about the topic that was written before it was known which."""
    known = {"name": person.name, "municipality": person.municipality}
    context = Context(turn.now, person.zone, person.language, {name: value for name, value in known.items() if value})
    reading = read(decision.words, now=turn.now, zone=person.zone, pending="topic")
    topic: Answers = {"topic": taken(as_topic(decision.words, person.municipality))}
    if decision.flow == "offer":
        topic = {"topics": taken(as_topics([decision.words], person.municipality))}
    started = reply.start(flows()[decision.flow], context, topic, reading)
    if started.draft:
        _open(person, started.draft)


def taken(answer: Understood | Unclear) -> Any:
    """The answer, if there is one: what is not clear is asked again."""
    return answer.value if isinstance(answer, Understood) else None


def zone_and_country(person: Person) -> list[str]:
    return [person.zone, municipality(person.municipality).country if person.municipality else "TR"]


def _about(one: Need | Offer) -> dict[str, object]:
    return {"what": "need" if isinstance(one, Need) else "offer", "number": one.id, "reference": one.reference}


def _open(person: Person, draft: Draft) -> None:
    below = Draft.from_json(person.draft) if person.draft else None
    person.draft = draft.on_top_of(_besides(below, draft)).to_json()


def _besides(below: Draft | None, new: Draft) -> Draft | None:
    """What is open, without an earlier try at the same question: pressed twice, it is still asked once."""
    if below is None:
        return None
    rest = _besides(below.below, new)
    subject = [name for name in SUBJECTS if name in new.answers]
    again = below.flow == new.flow and subject and all(below.answers.get(one) == new.answers[one] for one in subject)
    return rest if again else replace(below, below=rest)
