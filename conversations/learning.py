"""What people's answers teach the topics: kept as examples, and known in every process from its next turn on."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from conversations.outbox import Turn
from conversations.understanding.guard.letters import letters
from conversations.understanding.guard.people import people
from programme.examples import Example, aliases, learnable
from programme.topics import Topics
from storage import examples
from storage.tables import Example as KeptExample
from storage.tables import Need, Offer, Person, Proposal

_known: str | None = None
"""The mark of what this process has learned."""


def know(session: Session) -> None:
    """Let this process know what was learned, in whichever it was; one small question when nothing has changed."""
    global _known
    mark = examples.mark(session)
    if mark != _known:
        alive = examples.alive(session) if mark else []
        Topics.learn(aliases(as_said(one) for one in alive))
        _known = mark


def as_said(kept: KeptExample) -> Example:
    return Example(kept.words, kept.topic, kept.kind, kept.municipality, kept.person_id)


def answered(turn: Turn, person: Person, said: Iterable[tuple[str, str]]) -> None:
    """Somebody confirmed these words with these topics: where the list was not sure itself, it was told."""
    for words, topic in said:
        _keep(turn, words, topic, "answer", person)


def told_anew(before: Iterable[tuple[str, str]], now: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What a changed need or offer says that it did not say before."""
    known = list(before)
    return [one for one in now if one not in known]


def of_need(need: Need) -> list[tuple[str, str]]:
    return [(need.words, topic) for topic in need.topics]


def of_offer(offer: Offer) -> list[tuple[str, str]]:
    return [(one["words"], one["topic"]) for one in offer.topics if one["topic"]]


def agreed(turn: Turn, proposal: Proposal) -> None:
    """A meeting was agreed on: words that were on no list mean what they were matched with.

    Where a side had no topic, the other read its own words and said yes to them: both said so.
    """
    need, offer = proposal.need, proposal.offer
    quoted = next((reason for reason in proposal.reasons if reason.get("words")), None)
    if quoted is None:
        return
    listed = next((one["topic"] for one in offer.topics if one["words"] == quoted["words"]), None)
    asker, expert = need.person, offer.person
    if need.topics:
        _keep(turn, need.words, need.topics[0], "match", asker)
        if listed is None:
            for person in (expert, asker):
                _keep(turn, quoted["words"], need.topics[0], "match", person, of=expert)
    elif listed:
        for person in (asker, expert):
            _keep(turn, need.words, listed, "match", person, of=asker)


def correct(session: Session, words: str, topic: str, now: datetime) -> bool:
    """A coordinator says what words mean, for everybody; False for words that are no alias of anything."""
    kept = _of_nobody(words)
    if kept is None or Topics.load().named(words) - {topic}:
        return False
    examples.keep(session, kept, topic, "correction", None, now)
    return True


def _keep(turn: Turn, words: str, topic: str, kind: str, person: Person, of: Person | None = None) -> None:
    """Keep what a person said these words of theirs (or `of` somebody else) mean, unless the list is sure of them."""
    whose = of or person
    if Topics.load().find(words).verdict == "match":
        return
    kept = _of_nobody(words, whose.name, whose.municipality)
    if kept:
        examples.keep(turn.session, kept, topic, kind, person, turn.now)


def _of_nobody(words: str, name: str | None = None, municipality: str | None = None) -> str | None:
    """The words as an alias keeps them, unless they speak of anybody or are too much or too little for one."""
    return None if people(letters(words)) else learnable(words, name, municipality)
