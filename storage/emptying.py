"""Takes everything personal out of the rows of somebody who is erased: what others' rows hang on stays, as a number.

Rows are emptied and not deleted, for an engine may give a freed number to the next row, and old buttons name numbers.
What stays (town, topic, month, how it ended) is what reports count.
"""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from storage import audit, meetings, parties, timers
from storage.examples import erase_person
from storage.needs import ALIVE
from storage.tables import Alert, Handled, Invitation, Need, Offer, Person

ERASED = "erased "
"""Begins what stands in place of the account."""
OF_NEEDS, OF_OFFERS, OF_PROPOSALS = ("try_again", "resume_need"), ("resume_offer",), ("answer",)
"""The timers that are about each."""


def empty(session: Session, person: Person, now: datetime) -> None:
    """Leave of this person a row with a number. Whom it concerns is told before, by whoever calls this."""
    _end_what_is_open(session, person, now)
    for need in parties.needs(session, person):
        empty_need(need)
        _cancel(session, OF_NEEDS, need.id)
    for offer in parties.offers(session, person):
        empty_offer(offer)
        _cancel(session, OF_OFFERS, offer.id)
    for proposal in parties.proposals(session, person):
        proposal.reasons, proposal.reason, proposal.place = [], None, None
        proposal.revision += 1
    for meeting in parties.meetings(session, person):
        meeting.place, meeting.link, meeting.names_told_at = None, None, None
    erase_person(session, person)
    audit.forget(person)
    session.execute(delete(Handled).where(Handled.key.startswith(f"{person.platform}:{person.account}:")))
    session.execute(update(Invitation).where(Invitation.used_by == person.id).values(used_by=None))
    session.execute(
        update(Alert).where(Alert.about == f"person:{person.id}", Alert.settled_at.is_(None)).values(settled_at=now)
    )
    person.account, person.name, person.municipality = f"{ERASED}{person.id}", None, None
    person.email, person.phone, person.draft, person.language = None, None, None, "tr"
    person.zone, person.standing, person.coordinator, person.reachable = "Europe/Istanbul", "erased", False, False
    person.noticed_at, person.contact_asked, person.not_understood = None, False, 0
    person.revision += 1
    session.flush()


def empty_need(need: Need) -> None:
    need.words, need.goal, need.place, need.times, need.read = "", None, None, None, []
    need.paused_until = None
    need.revision += 1


def empty_offer(offer: Offer) -> None:
    offer.topics = [{"words": "", "topic": each["topic"]} for each in offer.topics]
    offer.experience, offer.place, offer.times, offer.read = None, None, None, []
    offer.paused_until = None
    offer.revision += 1


def _end_what_is_open(session: Session, person: Person, now: datetime) -> None:
    """Nothing is left to be answered or held; whoever sought this person's help seeks on."""
    coming = meetings.coming(session, person, now)
    for meeting in coming:
        meeting.status = "cancelled"
        meeting.sequence += 1
    ended = [one for one in parties.proposals(session, person) if one.status == "open"]
    for proposal in ended:
        proposal.status = "closed"
        _cancel(session, OF_PROPOSALS, proposal.id)
    for need in (*(one.need for one in ended), *(one.proposal.need for one in coming)):
        if need.person_id != person.id and need.status in ("proposed", "agreed"):
            need.status = "open"
    held = {one.proposal.need_id for one in parties.meetings(session, person) if one.status != "cancelled"}
    for need in parties.needs(session, person):
        if need.status in ALIVE and need.id not in held:
            need.status = "withdrawn"
    for offer in parties.offers(session, person):
        offer.status = "withdrawn"


def _cancel(session: Session, kinds: tuple[str, ...], about: int) -> None:
    for what in kinds:
        timers.cancel(session, what, about)
