"""Learned aliases: which examples become one, for whom, and what they do to the search."""

import pytest

from programme.examples import Example, aliases, learnable
from programme.learned import Alias
from programme.topics import Topics

WORDS = "robot supurge"
SHIPPED = Topics.load().knowing(())


def answer(topic: str, municipality: str, person: int, words: str = WORDS) -> Example:
    return Example(words, topic, "answer", municipality, person)


def correction(topic: str) -> Example:
    return Example(WORDS, topic, "correction")


def means(examples: list[Example], municipality: str | None = None) -> str | None:
    (learned,) = aliases(examples)
    return learned.meaning(municipality)


ONE = answer("waste", "bursa/nilufer", 1)
OTHER = answer("waste", "izmir/bornova", 2)


def test_one_answer_counts_in_its_own_municipality_only() -> None:
    assert means([ONE], "bursa/nilufer") == "waste"
    assert means([ONE], "izmir/bornova") is None
    assert means([ONE]) is None


def test_the_same_answer_of_two_municipalities_counts_everywhere() -> None:
    assert means([ONE, OTHER], "istanbul/kadikoy") == "waste"


@pytest.mark.parametrize(
    "examples",
    [
        [ONE, answer("waste", "bursa/nilufer", 3), answer("waste", "bursa/nilufer", 4)],
        [ONE, answer("waste", "izmir/bornova", 1)],
        [ONE, OTHER, answer("parks", "van/ercis", 3), answer("parks", "istanbul/kadikoy", 4)],
        [ONE, OTHER, answer("parks", "izmir/bornova", 2)],
    ],
    ids=[
        "one municipality, many people",
        "one person, two municipalities",
        "as many said another",
        "changed their mind",
    ],
)
def test_it_takes_two_who_agree_and_nobody_as_many_against_them(examples: list[Example]) -> None:
    assert means(examples) is None


def test_a_correction_counts_over_all_answers_until_the_next_one() -> None:
    assert means([ONE, OTHER, correction("fleet")], "bursa/nilufer") == "fleet"
    assert means([correction("fleet"), ONE, OTHER]) == "fleet"
    assert means([correction("fleet"), correction("waste")]) == "waste"


def test_endings_and_slips_make_no_other_words() -> None:
    assert means([ONE, answer("waste", "izmir/bornova", 2, "robot supurgeler")]) == "waste"
    assert len(aliases([ONE, answer("waste", "izmir/bornova", 2, "robot")])) == 2


@pytest.mark.parametrize(
    "words",
    [
        "destek arıyoruz",
        "0532 000 00 00",
        "ayse@nilufer.example",
        "Ayşe Örnek projesi",
        "Nilüfer pazarı",
        "Fatma Hanım",
        "okul bahçesi çatı kümes kovan arı kek",
        "x" * 70,
        "!?",
    ],
)
def test_a_person_a_place_a_number_and_a_whole_sentence_are_never_learned(words: str) -> None:
    assert learnable(words, "Ayşe Örnek", "bursa/nilufer") is None


def test_only_folded_words_that_tell_something_are_kept() -> None:
    assert learnable("Robot Süpürge için destek", "Ayşe Örnek", "bursa/nilufer") == "robot supurge"


@pytest.fixture(scope="module")
def topics() -> Topics:
    return SHIPPED.knowing([Alias(WORDS, "waste"), Alias("dere islahi", "parks"), Alias("x", "no_such_topic")])


@pytest.mark.parametrize(
    "words", ["robot süpürge", "Robot süpürgeler", "robot supurgesi konusunda destek", "robot süpürgee"]
)
def test_an_alias_is_heard_in_other_forms(topics: Topics, words: str) -> None:
    found = topics.find(words)
    assert (found.verdict, found.ranked[0][0]) == ("match", "waste")


def test_an_alias_that_is_part_of_what_is_said_is_asked_back(topics: Topics) -> None:
    found = topics.find("robot süpürge gıcırtısı vızıltısı")
    assert (found.verdict, found.ranked[0][0]) == ("ask", "waste")


def test_other_questions_stay_as_they_were(topics: Topics) -> None:
    for words in ("robot", "kompost", "mezarlık bilgi sistemi", "gitar kursu"):
        assert topics.find(words) == SHIPPED.find(words)


def test_a_name_the_list_ships_never_means_another_topic(topics: Topics) -> None:
    taken = SHIPPED.knowing([Alias("sifir atik", "parks"), Alias("kompost", "parks")])
    for words in ("sıfır atık", "kompost"):
        assert taken.find(words) == SHIPPED.find(words)


def test_what_one_municipality_said_counts_for_it_alone() -> None:
    topics = SHIPPED.knowing([Alias(WORDS, None, {"bursa/nilufer": "waste"})])
    assert topics.find("robot süpürge", "bursa/nilufer").verdict == "match"
    assert (
        topics.find("robot süpürge", "izmir/bornova") == topics.find("robot süpürge") == SHIPPED.find("robot süpürge")
    )
