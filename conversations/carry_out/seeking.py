"""An expert for a need: the best who has not been asked yet, or an honest "nobody yet"."""

from datetime import datetime, timedelta
from itertools import islice

from conversations.carry_out.proposing import TRY_AGAIN, propose
from conversations.carry_out.resting import rest
from conversations.messages import Choice, Line, Say, say
from conversations.outbox import Turn, about, button
from conversations.values import TopicName, TownName
from programme.experts import Expert, OfferedTopic, Sought
from programme.matching import Ranked, rank
from programme.municipality_list import municipality
from programme.times import Times
from programme.topics import Topics
from storage import needs, offers, timers
from storage import proposals as kept
from storage.tables import Need, Offer, Proposal

RECENT = timedelta(days=90)


def seek(turn: Turn, need: Need, *before: Line, quietly: bool = False) -> bool:
    """Put the need to the best expert who has not been asked yet; `before` are lines that lead up to it.

    Says so when there is nobody, unless `quietly`. True when somebody was asked.
    """
    if need.person.standing == "refused":
        rest(turn, need, None)
        turn.say(need.person, say("meeting.you_are_refused"))
        return False
    for ranked in find(turn, need) if need.person.reachable else ():
        if propose(turn, need, turn.session.get_one(Offer, ranked.offer), ranked, before):
            return True
    need.status = "open"
    timers.promise(turn.session, TRY_AGAIN, need.id, next_month(turn.now))
    if not quietly:
        nobody_yet(turn, need, before)
    return False


def find(turn: Turn, need: Need, topic: str | None = None) -> list[Ranked]:
    """Experts who fit this need and have not had it yet, best first; with a topic, as if that were sought."""
    tried = kept.of_need(turn.session, need)
    sought = Sought(
        Topics.load()[topic].label(need.person.language) if topic else need.words,
        (topic,) if topic else tuple(need.topics),
        need.format,
        tuple(need.languages),
        Times.from_json(need.times) if need.times else None,
        need.municipality,
        need.person.zone,
        declined=frozenset(proposal.offer_id for proposal in tried if not _ended_by_asker(proposal)),
        met=kept.met(turn.session, need.person),
    )
    month = turn.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    used = offers.load(turn.session, month, next_month(turn.now))
    lately = offers.load(turn.session, turn.now - RECENT)
    pool = [expert(offer, used[offer.id], lately[offer.id]) for offer in offers.active(turn.session)]
    return rank(sought, (one for one in pool if one.person != need.person_id), turn.now.date())


def _ended_by_asker(proposal: Proposal) -> bool:
    """Whether it ended without a word from the expert's side, who can well be asked again."""
    return proposal.status == "closed" or (proposal.status == "silent" and proposal.ended_by == "asker")


def expert(offer: Offer, used: int, lately: int) -> Expert:
    """An offer as matching sees it; `used` are this month's meetings, `lately` those of the last 90 days."""
    return Expert(
        offer.id,
        offer.person_id,
        offer.municipality,
        tuple(OfferedTopic(topic["words"], topic["topic"]) for topic in offer.topics),
        frozenset({"online", "face_to_face"} if offer.format == "either" else {offer.format}),
        tuple(offer.languages),
        offer.per_month,
        used,
        Times.from_json(offer.times) if offer.times else None,
        offer.person.zone,
        municipality(offer.municipality).country,
        lately,
    )


def nobody_yet(turn: Turn, need: Need, before: tuple[Line, ...] = ()) -> None:
    """Say honestly that there is nobody, name near topics that somebody shares, and tell the coordinators."""
    what = about("need", need.id)
    near = _near_topics(turn, need)
    choices: list[Choice] = [
        button("answers.value", what, f"topic {topic}", need.revision, value=TopicName(topic)) for topic in near
    ]
    if near:
        choices.append(button("need.let_wait", what, "wait", need.revision))
    else:
        choices.append(button("menu.status_button", "menu", "status"))
    asked = "nobody_else" if kept.of_need(turn.session, need) else "nobody"
    key = f"need.{asked}_near" if near else f"need.{asked}"
    lines = (*before, Line(key, {"words": need.words, "reference": need.reference}))
    turn.say(need.person, Say(lines, tuple((choice,) for choice in choices)))
    turn.alert(
        "no_expert",
        what,
        reference=need.reference,
        words=need.words,
        municipality=TownName(need.municipality),
    )


def _near_topics(turn: Turn, need: Need) -> list[str]:
    """At most two near topics that somebody shares; another dead end helps nobody."""
    near = (topic for topic in Topics.load().near(need.words, most=6) if topic not in need.topics)
    return list(islice((topic for topic in near if find(turn, need, topic)), 2))


def try_topic(turn: Turn, need: Need, topic: str) -> None:
    """Look under a near topic, as the asker chose."""
    need.topics = [topic]
    need.revision += 1
    turn.say(need.person, say("need.trying", topic=TopicName(topic), reference=need.reference))
    seek(turn, need)


def try_waiting(turn: Turn) -> None:
    """Somebody can be asked who could not before: try every need that waits."""
    for need in needs.waiting(turn.session):
        seek(turn, need, Line("need.found_after_all", {"reference": need.reference}), quietly=True)


def next_month(now: datetime) -> datetime:
    """The first morning of the month after this one, in UTC."""
    return (now.replace(day=1, hour=6, minute=0, second=0, microsecond=0) + timedelta(days=32)).replace(day=1)
