"""How things stand: a person's needs, offers and meetings, each with what can be done about it."""

from datetime import datetime, timedelta
from typing import Any

from conversations import dialogue
from conversations.carry_out.meetings import particulars
from conversations.carry_out.questions import ask_sure, ask_until
from conversations.carry_out.rests import take_up
from conversations.carry_out.seeking import try_topic
from conversations.messages import Choice, Line, Say, say
from conversations.outbox import Turn, about, button
from conversations.proposal_cards import card, other_side, part_of
from conversations.values import At, Joined, On, TopicName, TownName
from programme.topics import Topics
from storage import meetings, needs, offers
from storage import proposals as kept
from storage.tables import Meeting, Need, Offer, Person

MOST_BUTTONS = 11
SOON = timedelta(days=7)
"""Until then a change is likely to mend what was misread; later the wish itself will have changed."""


def tell(turn: Turn, person: Person) -> None:
    """All that this person has going on, and the open question again."""
    overview(turn, person)
    dialogue.ask_again(turn, person)


def overview(turn: Turn, person: Person) -> None:
    """Needs and offers in one message, then every meeting to come and every open proposal in one of its own."""
    coming = meetings.coming(turn.session, person, turn.now)
    met_for = {meeting.proposal.need_id for meeting in coming}
    own: list[Need | Offer] = [
        *(one for one in needs.of_person(turn.session, person) if one.status != "agreed" or one.id in met_for),
        *offers.of_person(turn.session, person),
    ]
    begin = (button("menu.need_button", "menu", "need"), button("menu.offer_button", "menu", "offer"))
    rows = (*((_open_button(one),) for one in own[:MOST_BUTTONS]), begin)
    turn.say(person, Say(tuple(line(one) for one in own) or (Line("standing.nothing"),), rows))
    for meeting in coming:
        turn.say(person, _meeting(meeting, person))
    for proposal in kept.open_to(turn.session, person):
        part = part_of(proposal, person)
        if part:
            turn.say(person, card(proposal, part))


def _meeting(meeting: Meeting, person: Person) -> Say:
    """All that was told of a meeting, so that nobody has to look for it above."""
    proposal = meeting.proposal
    part = part_of(proposal, person) or "asker"
    town = TownName((proposal.offer if part == "asker" else proposal.need).municipality)
    values = {"at": At(meeting.starts_at), "town": town, "how": Line(f"said.{meeting.format}")}
    details = particulars(meeting, other_side(proposal, part))
    return Say((Line("standing.meeting", values), *details, Line("meeting.change")))


def line(one: Need | Offer) -> Line:
    """One need or offer in a line: its reference, its topic, how it stands."""
    state: Any = Line(f"standing.{one.status}")
    if one.status == "paused" and one.paused_until:
        state = Line("standing.paused_until", {"until": On(one.paused_until.date())})
    return Line("standing.one", {"reference": one.reference, "topic": _topic(one), "state": state})


def show(turn: Turn, person: Person, one: Need | Offer) -> None:
    """One need or offer with what can be done about it."""
    what = about("need" if isinstance(one, Need) else "offer", one.id)
    rest = ("resume", "pause.resume") if one.status == "paused" else ("pause", "standing.pause")
    buttons = [
        button("answers.change", what, "change", one.revision),
        button(rest[1], what, rest[0], one.revision),
        button("standing.withdraw", what, "withdraw", one.revision),
    ]
    if one.status == "agreed":
        buttons = [button("menu.human_button", "menu", "human")]
    turn.say(person, Say((line(one),), (tuple(buttons),), edits=True))


def pressed(turn: Turn, person: Person, one: Need | Offer, value: str) -> None:
    """A button of somebody's own need or offer."""
    match value.split(" ", 1):
        case ["show"]:
            show(turn, person, one)
        case ["change"] if one.status != "agreed":
            flow = "need" if isinstance(one, Need) else "offer"
            answers = _answers(one)
            dialogue.begin_change(turn, person, flow, answers, _lately_read(one, answers, turn.now))
        case ["pause"] if one.status not in ("agreed", "paused"):
            ask_until(person, one)
        case ["resume"] if one.status == "paused":
            take_up(turn, one)
        case ["withdraw"] if one.status != "agreed":
            ask_sure(person, one)
        case ["wait"]:
            turn.say(person, say("need.waits", reference=one.reference))
        case ["topic", topic] if isinstance(one, Need) and one.status == "open" and topic in Topics.load():
            try_topic(turn, one, topic)
        case _:
            show(turn, person, one)


def _answers(one: Need | Offer) -> dict[str, Any]:
    """What was kept, as the flow's answers."""
    both: dict[str, Any] = {
        "format": one.format,
        "place": one.place,
        "times": one.times,
        "languages": one.languages,
        "municipality": one.municipality,
        "name": one.person.name,
        "number": one.id,
    }
    if isinstance(one, Need):
        own: dict[str, Any] = {"topic": {"words": one.words, "topics": one.topics}, "goal": one.goal}
    else:
        topics = [{"words": each["words"], "topics": [each["topic"]] if each["topic"] else []} for each in one.topics]
        own = {"topics": topics, "experience": one.experience, "per_month": one.per_month}
    return {name: value for name, value in (own | both).items() if value is not None}


def _lately_read(one: Need | Offer, answers: dict[str, Any], now: datetime) -> dict[str, Any]:
    lately = now - one.created_at <= SOON
    return {slot: answers[slot] for slot in one.read if slot in answers} if lately else {}


def _open_button(one: Need | Offer) -> Choice:
    what = about("need" if isinstance(one, Need) else "offer", one.id)
    return button("standing.one_button", what, "show", one.revision, reference=one.reference, topic=_topic(one))


def _topic(one: Need | Offer) -> Any:
    if isinstance(one, Need):
        return TopicName(one.topics[0]) if one.topics else one.words
    return Joined(tuple(each["words"] for each in one.topics))
