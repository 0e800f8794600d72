"""The pool follows every change, and answers as one that is read anew."""

import random
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from conversations import learning
from conversations.carry_out.pool import Pool
from programme.topic_fit import meaning
from programme.topics import Topics
from storage import people
from storage.tables import Offer, Person
from tests.conversations.world import MONDAY

TOWNS = ("bursa/nilufer", "istanbul/kadikoy", "izmir/bornova")
WORDS = (
    ("sıfır atık belgesi", "recycling"),
    ("zero waste certificate", "recycling"),
    ("kompost tesisi", "waste"),
    ("karakovan balı", None),
    ("sığınma evi", "women"),
    ("mezarlık planı", "cemetery"),
    ("robot süpürge", None),
)
Answer = list[tuple[int, int, str, float]]


@pytest.fixture
def session(connection: Connection) -> Iterator[Session]:
    savepoint = connection.begin_nested()
    with Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as opened:
        yield opened
    savepoint.rollback()


def answers(pool: Pool, session: Session) -> list[Answer]:
    topics = Topics.load()
    asked = [meaning(topics, words, (topic,) if topic else ()) for words, topic in WORDS]
    return [sorted((*one[:3], round(one.fit, 6)) for one in pool.likely(session, sought)) for sought in asked]


def add(session: Session, chance: random.Random) -> None:
    person = people.add(session, "telegram", f"{chance.random()}", "tr", MONDAY)
    offer = Offer(person=person, municipality=chance.choice(TOWNS), topics=[], created_at=MONDAY)
    offer.format, offer.languages, offer.per_month, offer.status = "online", ["tr"], 2, "active"
    session.add(offer)
    reword(offer, chance)


def reword(offer: Offer, chance: random.Random) -> None:
    offer.topics = [{"words": words, "topic": topic} for words, topic in chance.sample(WORDS, chance.randint(1, 3))]


def pause(offer: Offer, chance: random.Random) -> None:
    offer.status = chance.choice(("active", "paused", "withdrawn"))


def lose(offer: Offer, chance: random.Random) -> None:
    offer.person.reachable = not offer.person.reachable


def refuse(offer: Offer, chance: random.Random) -> None:
    offer.person.standing = chance.choice(("refused", "confirmed"))


def move(offer: Offer, chance: random.Random) -> None:
    offer.municipality = chance.choice(TOWNS)


CHANGES: tuple[Callable[[Offer, random.Random], None], ...] = (reword, pause, lose, refuse, move)


def changed(session: Session, chance: random.Random) -> None:
    known = list(session.scalars(select(Offer)))
    if len(known) < 4 or chance.random() < 0.3:
        add(session, chance)
    else:
        chance.choice(CHANGES)(chance.choice(known), chance)


@pytest.mark.parametrize("seed", range(8))
def test_after_any_changes_the_followed_pool_answers_as_a_fresh_one(session: Session, seed: int) -> None:
    chance, followed, seldom = random.Random(seed), Pool(), Pool()
    for _ in range(25):
        for _ in range(chance.randint(1, 3)):
            changed(session, chance)
        if chance.random() < 0.3:
            answers(followed, session)
        session.rollback() if chance.random() < 0.2 else session.commit()
        fresh = answers(Pool(), session)
        assert answers(followed, session) == fresh
        if chance.random() < 0.3:
            assert answers(seldom, session) == fresh
        session.commit()
    findable = select(Offer.id).join(Offer.person)
    findable = findable.where(Offer.status == "active", Person.reachable, Person.standing != "refused")
    assert {one[0] for answer in fresh for one in answer} == set(session.scalars(findable))


def test_what_is_not_committed_is_not_in_the_pool(session: Session) -> None:
    pool = Pool()
    add(session, random.Random(1))
    assert not any(answers(pool, session))
    session.commit()
    assert any(answers(pool, session))


def test_words_learned_later_bring_an_offer_of_no_topic_near(session: Session) -> None:
    learning.know(session)
    pool = Pool()
    add(session, random.Random(1))
    offer = session.scalars(select(Offer)).one()
    offer.topics = [{"words": "robot süpürge", "topic": None}]
    session.commit()
    sought = meaning(Topics.load(), "atık", ("waste",))
    assert pool.likely(session, sought) == []
    assert learning.correct(session, "robot süpürge", "waste", MONDAY)
    session.commit()
    learning.know(session)
    assert [one.offer for one in pool.likely(session, sought)] == [offer.id]
