"""Who can be reached: what follows when a person or a group is lost, comes back, or moves."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from conversations import standing
from conversations.carry_out import endings
from conversations.carry_out.meetings import both_towns, out_of_reach
from conversations.carry_out.seeking import seek, try_waiting
from conversations.messages import Line
from conversations.outbox import Turn, about
from conversations.values import At, TownName
from programme.settings import Settings
from storage import chats, meetings, needs, offers, people, queue
from storage.tables import Message, Person

STALE_AFTER = timedelta(hours=12)
"""Whoever was away for longer hears how things stand, not how they went."""


def lost(session: Session, platform: str, chat: str, now: datetime, settings: Settings) -> None:
    """This chat cannot be reached: the other sides go on without the person, coordinators are told."""
    turn = Turn(session, settings, now)
    person = people.find(session, platform, chat)
    if person is None:
        people.group_noted(session, platform, chat).reachable = False
        if is_coordinators_chat(session, settings, platform, chat):
            session.flush()
            turn.alert("group_lost", f"group:{chat}")
        return
    if not person.reachable:
        return
    person.reachable = False
    session.flush()
    for need in needs.of_person(session, person):
        endings.call_off(turn, need, "unreachable")
        if need.status == "proposed":
            seek(turn, need, quietly=True)
    for offer in offers.of_person(session, person):
        endings.hand_on(turn, offer, "unreachable")
    left = meetings.coming(session, person, now)
    for meeting in left:
        out_of_reach(turn, meeting, person)
    also = tuple(Line("alerts.unreachable_meeting", {"at": At(one.starts_at), **both_towns(one)}) for one in left)
    town = TownName(person.municipality, full=True) if person.municipality else Line("menu.no_municipality")
    turn.alert("unreachable", about("person", person.id), also=also, name=person.name or "", town=town)


def found(session: Session, platform: str, chat: str, now: datetime, settings: Settings) -> None:
    """This chat can be reached again."""
    person = people.find(session, platform, chat)
    if person is not None and not person.reachable:
        person.reachable = True
        turn = Turn(session, settings, now)
        turn.acts(person)
        _catch_up(turn, person)
        _seek_again(turn, person)
    elif group := people.group(session, platform, chat):
        group.reachable = True


def _catch_up(turn: Turn, person: Person) -> None:
    """What was said long ago is not said any more; how things stand now is said instead. Files come all the same."""
    if person.coordinator:
        return
    stale = queue.hold_back(turn.session, person.platform, person.account, turn.now - STALE_AFTER)
    if any(message.created_at == person.noticed_at for message in stale):
        person.noticed_at = None
    elif stale:
        standing.overview(turn, person)


def _seek_again(turn: Turn, person: Person) -> None:
    """What waited meanwhile is tried at once: for this person, and for whoever seeks what they share."""
    for need in needs.of_person(turn.session, person):
        if need.status == "open":
            seek(turn, need, Line("need.found_after_all", {"reference": need.reference}), quietly=True)
    if any(offer.status == "active" for offer in offers.of_person(turn.session, person)):
        try_waiting(turn)


def moved(session: Session, platform: str, old_chat: str, new_chat: str, now: datetime, settings: Settings) -> None:
    """A group goes on under another address."""
    people.group_noted(session, platform, old_chat).moved_to = new_chat


def undelivered(session: Session, message: Message, now: datetime, settings: Settings) -> None:
    """A message was given up: coordinators are told, unless it was one to them."""
    person: Person | None = people.find(session, message.platform, message.chat)
    ours = is_coordinators_chat(session, settings, message.platform, message.chat)
    if person is not None and not ours:
        Turn(session, settings, now).alert("undelivered", about("person", person.id), name=person.name or "")


def is_coordinators_chat(session: Session, settings: Settings, platform: str, chat: str) -> bool:
    """Whether this chat is one of those in the settings, wherever that goes on now."""
    return any(
        (platform, chat) == (there, chats.where_now(session, there, configured))
        for there, configured in settings.coordinator_addresses
    )
