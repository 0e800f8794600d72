"""An expert for a need: the best who has not been asked yet, or an honest "nobody yet"."""

from itertools import islice

from conversations.carry_out.finding import find
from conversations.carry_out.proposing import TRY_AGAIN, propose
from conversations.carry_out.resting import rest
from conversations.carry_out.vouching import refused
from conversations.messages import Choice, Line, Say, say
from conversations.outbox import Turn, about, button
from conversations.values import TopicName, TownName
from programme.capacity import next_month
from programme.topics import Topics
from storage import needs, timers
from storage import proposals as kept
from storage.tables import Need, Offer

NEAR = 0.3
"""From this score on a topic is near enough to be worth a try."""


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
    meanings = _meanings(need)
    turn.alert(
        "no_expert",
        what,
        *meanings,
        also=(Line("alerts.which_topic"),) if meanings else (),
        reference=need.reference,
        words=need.words,
        municipality=TownName(need.municipality),
    )


def _meanings(need: Need) -> list[tuple[Choice, ...]]:
    """For a coordinator, a button each: the topics that words of no known topic may mean."""
    may_mean = Topics.load().near(need.words) if not need.topics else ()
    words = about("words", need.id)
    return [(button("answers.value", words, topic, need.revision, value=TopicName(topic)),) for topic in may_mean]


def _near_topics(turn: Turn, need: Need) -> list[str]:
    """At most two near topics that somebody shares; another dead end helps nobody."""
    near = (topic for topic in Topics.load().near(need.words, most=6, at_least=NEAR) if topic not in need.topics)
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
