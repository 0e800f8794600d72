"""Questions that something else leads to: opened here as drafts, put at the end of the turn."""

from dataclasses import replace

from conversations import reply
from conversations.draft import Draft
from conversations.flow import Context
from conversations.flows import flows
from conversations.outbox import Turn
from conversations.proposal_cards import other_side, part_of
from conversations.understanding import Reading
from programme.decisions import AskAnotherTime, PickTime
from programme.municipality_list import municipality
from storage.tables import Meeting, Need, Offer, Person, Proposal


def reachable_by_others(person: Person) -> bool:
    """Whether it is settled how the other side reaches this person; skipped, their account stands in."""
    return bool(person.email or person.phone or person.contact_asked)


def ask_contact(person: Person, decision: PickTime | AskAnotherTime) -> None:
    """How may the other side reach you? The yes waits in the draft."""
    another = isinstance(decision, AskAnotherTime)
    waiting = {"proposal": decision.proposal, "start": decision.start.isoformat(), "another": another}
    _open(person, Draft("contact", waiting, guided=True))


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


def ask_until(person: Person, one: Need | Offer) -> None:
    """Until when should it rest?"""
    _open(person, Draft("pause", _about(one)))


def ask_sure(person: Person, one: Need | Offer) -> None:
    """Is it really to be withdrawn?"""
    _open(person, Draft("withdraw", _about(one)))


def ask_link(coordinator: Person, meeting: Meeting) -> None:
    """Where is it held?"""
    need, offer = meeting.proposal.need, meeting.proposal.offer
    towns = {"asker": need.municipality, "expert": offer.municipality}
    _open(coordinator, Draft("meeting_link", {"meeting": meeting.id, **towns}))


def zone_and_country(person: Person) -> list[str]:
    return [person.zone, municipality(person.municipality).country if person.municipality else "TR"]


def _about(one: Need | Offer) -> dict[str, object]:
    return {"what": "need" if isinstance(one, Need) else "offer", "number": one.id, "reference": one.reference}


def _open(person: Person, draft: Draft) -> None:
    below = Draft.from_json(person.draft) if person.draft else None
    person.draft = draft.on_top_of(below).to_json()
