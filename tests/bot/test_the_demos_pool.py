"""The demo's sentences lead where they are meant to: to another phone, to the pool, or to nobody yet."""

import csv
import tomllib
from datetime import UTC, date, datetime

import pytest

from bot.demo.cast import PHONES
from bot.demo.pool import EXPERTS
from conversations.understanding import read
from programme.experts import Expert, OfferedTopic, Sought
from programme.matching import Ranked, rank
from programme.municipality_list import municipality
from programme.topics import Topics

SENTENCES = [chip for phone in tomllib.loads(PHONES.read_text(encoding="utf-8"))["phones"] for chip in phone["chips"]]
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def pool() -> list[dict[str, str]]:
    with EXPERTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def asked(sentence: str) -> list[Ranked]:
    """Whom of the pool this sentence finds, best first, numbered from 1 as they stand in the list."""
    reading = read(next(chip for chip in SENTENCES if sentence in chip), now=MONDAY)
    words = reading.topics[0].text
    (topic, _), *_ = Topics.load().find(words).ranked
    sought = Sought(words, (topic,), reading.format or "either", reading.languages or ("tr",))
    experts = [expert(number, row) for number, row in enumerate(pool(), 1)]
    return rank(sought, experts, date(2026, 11, 23))


def expert(number: int, row: dict[str, str]) -> Expert:
    topics = [named.partition("=") for named in row["topics"].split("|")]
    return Expert(
        number,
        number,
        row["municipality"],
        tuple(OfferedTopic(words, topic) for words, _, topic in topics),
        frozenset({"online", "face_to_face"} if row["format"] == "either" else {row["format"]}),
        tuple(row["languages"].split("|")),
        float(row["per_month"]),
    )


@pytest.mark.parametrize(
    "sentence", ["Sıfır atık konusunda", "Katılımcı bütçe", "Hobi bahçeleri", "volunteer firefighters"]
)
def test_nobody_of_the_pool_shares_what_the_phones_are_to_find_on_each_other(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize("sentence", ["yapı stoku", "earthquake risk"])
def test_a_need_for_the_pool_finds_first_who_declines_and_then_others(sentence: str) -> None:
    first, second, *_ = asked(sentence)
    assert [pool()[found.offer - 1]["answer"] for found in (first, second)] == ["declines", "accepts"]


def test_the_pool_is_spread_over_real_municipalities() -> None:
    towns = [municipality(row["municipality"]) for row in pool()]
    assert len(towns) == len(set(towns)) >= 60
    assert len({town.region_tr for town in towns if town.country == "TR"}) == 7
    assert len({town.country for town in towns}) > 12
