"""An expert for a need: the best who has not been asked yet, or an honest "nobody yet"."""

from datetime import datetime, timedelta
from itertools import islice

from conversations.carry_out.proposing import A_YEAR, TRY_AGAIN, propose, side
from conversations.carry_out.resting import rest
from conversations.carry_out.vouching import refused
from conversations.messages import Choice, Line, Say, say
from conversations.outbox import Turn, about, button
from conversations.values import TopicName, TownName
from programme.capacity import by_month, month_of, next_month, used_in
from programme.experts import Expert, OfferedTopic, Sought
from programme.matching import Ranked, rank
from programme.municipality_list import municipality
from programme.proposals import earliest_start, last_day_searched
from programme.times import Times, intervals
from programme.topics import Topics
from storage import needs, offers, timers
from storage import proposals as kept
from storage.tables import Need, Offer, Proposal

RECENT = timedelta(days=90)


def seek(turn: Turn, need: Need, *before: Line, quietly: bool = False) -> bool:
    """Put the need to the best expert who has not been asked yet; `before` are lines that lead up to it.

    Says so when there is nobody, unless `quietly`. True when somebody was asked.
    """
    _lock(turn, need)
    if refused(need.person):
        rest(turn, need, None)
        turn.say(need.person, say("meeting.you_are_refused"))
        return False
    if any(one.status == "open" for one in kept.of_need(turn.session, need)):
        return False
    for ranked in find(turn, need) if need.person.reachable else ():
        if propose(turn, need, turn.session.get_one(Offer, ranked.offer), ranked, before):
            return True
    need.status = "open"
    timers.promise(turn.session, TRY_AGAIN, need.id, next_month(turn.now, need.person.zone))
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
        declined=frozenset(proposal.offer_id for proposal in tried if not _may_come_again(proposal)),
        met=kept.met(turn.session, need.person),
    )
    when = _wished_for(turn, need)
    held, lately = offers.held(turn.session, turn.now - A_YEAR), offers.load(turn.session, turn.now - RECENT)
    pool = [offer for offer in offers.active(turn.session) if offer.person_id != need.person_id]
    experts = [expert(offer, _used(offer, held[offer.id], when), lately[offer.id]) for offer in pool]
    return rank(sought, experts, turn.now.date())


def _may_come_again(proposal: Proposal) -> bool:
    """Whether it ended without a no to this very need: the expert can well be asked again, once they are there."""
    if proposal.status in ("silent", "declined"):
        by_asker = proposal.ended_by == "asker"
        return by_asker if proposal.status == "silent" else not by_asker and proposal.declined_for != "once"
    return proposal.status == "closed"


def _wished_for(turn: Turn, need: Need) -> datetime:
    """The first hour at which the asker would meet and an expert asked now could."""
    asker = side(need.person, need.times)
    soonest = earliest_start(turn.now, asker)
    hours = intervals(asker.times, asker.zone, soonest.date(), last_day_searched(turn.now, asker))
    return next((until for _, until in hours if until > soonest), soonest)


def _used(offer: Offer, held: list[list[datetime]], when: datetime) -> int:
    """Of what the expert agreed to in the month of that moment, how much is set or asked already."""
    load = by_month(held, offer.person.zone)
    return used_in(month_of(when, offer.person.zone), offer.per_month, load)


def expert(offer: Offer, used: int, lately: int) -> Expert:
    """An offer as matching sees it; `used` are the meetings of that month, `lately` those of the last 90 days."""
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


def _lock(turn: Turn, need: Need) -> None:
    """One search at a time for a need, seen as it is now."""
    turn.session.flush()
    turn.session.refresh(need, with_for_update=True)
