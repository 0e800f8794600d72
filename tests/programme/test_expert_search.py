"""Searching experts: an offer added, changed or paused is searchable at once, and what is found fits as one by one."""

import random
from time import perf_counter

import pytest

from programme.expert_search import ExpertSearch
from programme.experts import OfferedTopic
from programme.topic_fit import fit, meaning
from programme.topics import Topics

TOPICS = Topics.load()


def found(search: ExpertSearch[int], words: str) -> list[int]:
    return [owner for owner, _ in search.search(meaning(TOPICS, words))]


def some_offers(number: int) -> list[tuple[int, list[OfferedTopic]]]:
    chance = random.Random(5)
    names = [(topic.id, name) for topic in TOPICS for name in topic.names()]
    return [(owner, [OfferedTopic(name, topic)]) for owner, (topic, name) in enumerate(chance.sample(names, number))]


def test_an_offer_added_changed_and_paused_is_searchable_at_once() -> None:
    search = ExpertSearch[int](TOPICS)
    search.put(1, [OfferedTopic("kompost tesisi işletmesi", "recycling"), OfferedTopic("karakovan")])
    assert found(search, "kompost") == found(search, "karakovan") == [1]
    search.put(1, [OfferedTopic("mezarlık planlaması", "cemetery")])
    assert found(search, "kompost") == found(search, "karakovan") == []
    assert found(search, "mezarlıklar") == [1]
    search.remove(1)
    search.remove(1)
    assert found(search, "mezarlıklar") == []
    assert len(search) == 0


def test_an_offer_without_topics_is_not_kept() -> None:
    assert len(ExpertSearch(TOPICS, [(1, [])])) == 0


def test_whoever_has_several_topics_is_found_once_with_the_one_that_fits() -> None:
    offered = [OfferedTopic("zero waste certificate", "recycling"), OfferedTopic("kompost", "recycling")]
    [(owner, one)] = ExpertSearch(TOPICS, [(7, offered)]).search(meaning(TOPICS, "sıfır atık belgesi"))
    assert (owner, one.offered, one.same) == (7, offered[0], True)


@pytest.mark.parametrize("words", ["sıfır atık belgesi", "asfalt yaması", "women's shelter", "encümen kararı", "CBS"])
def test_what_is_found_first_is_what_comparing_one_by_one_finds(words: str) -> None:
    offers = some_offers(1500)
    sought = meaning(TOPICS, words)
    one_by_one = {owner: one.fit for owner, offered in offers if (one := fit(TOPICS, sought, offered))}
    searched = ExpertSearch(TOPICS, offers).search(sought, most=10)
    assert {owner for owner, _ in searched} <= set(one_by_one)
    assert one_by_one[searched[0][0]] >= max(one_by_one.values()) - 0.05
    assert [one.fit for _, one in searched] == sorted((one.fit for _, one in searched), reverse=True)


def test_the_order_does_not_hang_on_the_order_of_coming() -> None:
    offers = some_offers(300)
    one, other = ExpertSearch(TOPICS, offers), ExpertSearch(TOPICS, offers[::-1])
    fits = [[round(one.fit, 6) for _, one in search.search(meaning(TOPICS, "sıfır atık"))] for search in (one, other)]
    assert fits[0] == fits[1]


def test_adding_one_to_many_takes_no_rebuilding() -> None:
    search = ExpertSearch(TOPICS, some_offers(5000))
    began = perf_counter()
    for owner in range(100):
        search.put(owner, [OfferedTopic("kent tarımı bahçeleri", "food_agriculture")])
    assert (perf_counter() - began) / 100 < 0.02
    assert len(set(found(search, "kent tarımı bahçeleri")[:20]) & set(range(100))) >= 10
