"""What coordinators settle with a button: who somebody is, the link of a meeting, what words mean."""

from conversations.carry_out import correcting, endings, meetings
from conversations.carry_out.questions import ask_link
from conversations.carry_out.reporting import release
from conversations.carry_out.resting import rest
from conversations.carry_out.seeking import seek
from conversations.carry_out.vouching import HELD
from conversations.messages import Address, Line, Press, Say, say
from conversations.outbox import Turn, about, button
from conversations.values import TownName
from storage import alerts, examples, needs, offers
from storage import meetings as kept
from storage.tables import Meeting, Need, Person

SETTLED = {"confirm": "confirmed", "refuse": "refused", "hold": "is_held"}
"""What is said once it is done."""


def take(turn: Turn, coordinator: Person, press: Press, chat: Address) -> None:
    """A button of an alert, pressed in `chat`; whoever is no coordinator is told so, and nothing happens."""
    kind, _, number = press.about.partition(":")
    known = int(number) if number.isdecimal() and len(number) < 10 else 0
    if not coordinator.coordinator:
        turn.say_to_chat(chat, say("alerts.for_coordinators"), coordinator.language)
    elif kind == "person" and press.value.split(" ")[0] in ("confirm", "refuse", "hold"):
        word, _, town = press.value.partition(" ")
        _settle_person(turn, coordinator, turn.session.get(Person, known), word, town, chat)
    elif kind == "meeting" and press.value == "link":
        _want_link(turn, coordinator, turn.session.get(Meeting, known))
    elif kind == "words":
        correcting.topic_meant(turn, coordinator, turn.session.get(Need, known), press.value, chat)
    else:
        turn.say_to_chat(chat, say("answers.old_button"), coordinator.language)


def _settle_person(
    turn: Turn, coordinator: Person, person: Person | None, word: str, asked_for: str, chat: Address
) -> None:
    """`asked_for` is the municipality the coordinator read in the question; the person may have named another since."""
    settles = ("confirmed", "unconfirmed") if word == "hold" else ("unconfirmed", HELD)
    if person is None or person.municipality is None or person.standing not in settles:
        turn.say_to_chat(chat, say("alerts.settled_already"), coordinator.language)
        return
    town = TownName(person.municipality, full=True)
    if asked_for != person.municipality:
        turn.say_to_chat(chat, say("alerts.moved_since", name=person.name or "", town=town), coordinator.language)
        return
    done = Line(f"alerts.{SETTLED[word]}", {"name": person.name or "", "town": town})
    by = coordinator.name or turn.called
    lines = (done, Line("alerts.by", {"name": by})) if by else (done,)
    turn.say_to_chat(chat, Say(lines), coordinator.language, target=turn.pressed)
    who = about("person", person.id)
    if word == "hold":
        hold(turn, coordinator, person, chat)
        return
    for kind in ("new_person", "reported", "reported_only"):
        alerts.settle(turn.session, kind, who, coordinator, turn.now)
    if word == "confirm":
        was_held, person.standing = person.standing == HELD, "confirmed"
        turn.session.flush()
        if was_held:
            release(turn, person)
        else:
            turn.say(person, Say((Line("meeting.you_are_confirmed"),)))
        meetings.names_may_be_told(turn, person, kept.coming(turn.session, person, turn.now))
    else:
        refuse(turn, person)


def hold(turn: Turn, coordinator: Person, person: Person, chat: Address) -> None:
    """Until it is clear what there is in a report; the buttons that end it come at once."""
    person.standing = HELD
    turn.say(person, say("report.held"))
    who, town = about("person", person.id), person.municipality
    decide = tuple(button(f"alerts.{word}", who, f"{word} {town}") for word in ("confirm", "refuse"))
    turn.say_to_chat(chat, say("alerts.decide", decide, name=person.name or ""), coordinator.language)


def refuse(turn: Turn, person: Person) -> None:
    """Nobody vouches for this person: what they have open is ended, and the other sides go on without them."""
    person.standing = "refused"
    examples.forget_person(turn.session, person, turn.now)
    turn.say(person, say("meeting.you_are_refused"))
    coming = kept.coming(turn.session, person, turn.now)
    for need in needs.of_person(turn.session, person):
        if need.status == "agreed" and need.id not in [meeting.proposal.need_id for meeting in coming]:
            continue  # that meeting is over
        endings.call_off(turn, need, "refused")
        rest(turn, need, None)
    for offer in offers.of_person(turn.session, person):
        rest(turn, offer, None)
        endings.hand_on(turn, offer, "refused")
    for meeting in coming:
        meetings.cancel(turn, meeting)
        need, offer = meeting.proposal.need, meeting.proposal.offer
        if need.person is not person:
            seek(turn, need, Line("proposal.not_available", {"town": TownName(offer.municipality)}))


def _want_link(turn: Turn, coordinator: Person, meeting: Meeting | None) -> None:
    if meeting is None or meeting.status != "agreed":
        turn.say(coordinator, say("meeting_link.gone"))
    else:
        ask_link(coordinator, meeting)
