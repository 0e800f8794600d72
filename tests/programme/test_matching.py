"""Matching: experts of other municipalities, best first, with what fits and what does not."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from programme.match_lines import match_lines
from programme.matching import WEIGHTS, Expert, OfferedTopic, Ranked, Sought, rank
from programme.times import Times, Window

TODAY = date(2026, 3, 2)
NEED = Sought(
    words="sıfır atık belgesi",
    topics=("recycling",),
    format="online",
    languages=("tr",),
    municipality="bursa/nilufer",
)
EXPERT = Expert(
    offer=1,
    person=11,
    municipality="istanbul/kadikoy",
    topics=(OfferedTopic("Sıfır atık koordinatörüyüm", "recycling"),),
    formats=frozenset({"online"}),
    languages=("tr",),
    per_month=2,
)


def offers(sought: Sought, *experts: Expert) -> list[int]:
    return [one.offer for one in rank(sought, experts, TODAY)]


def reason(ranked: Ranked, code: str) -> dict[str, Any]:
    return next(dict(one) for one in ranked.reasons if one["code"] == code)


def codes(sought: Sought, expert: Expert) -> list[str]:
    (ranked,) = rank(sought, [expert], TODAY)
    return [one["code"] for one in ranked.reasons]


def test_an_expert_on_the_topic_is_found_with_their_own_words() -> None:
    (ranked,) = rank(NEED, [EXPERT], TODAY)
    said = reason(ranked, "topic_same")
    assert said == {"code": "topic_same", "topic": "recycling", "words": "Sıfır atık koordinatörüyüm"}
    assert 0 < ranked.score <= 1


@pytest.mark.parametrize(
    "unfit",
    [
        replace(EXPERT, municipality="bursa/nilufer"),
        replace(EXPERT, per_month=0),
        replace(EXPERT, topics=(OfferedTopic("Mezarlıklar müdürü", "cemetery"),)),
        replace(EXPERT, topics=()),
    ],
    ids=["same municipality", "takes nobody", "another topic", "no topic"],
)
def test_who_cannot_be_asked_is_left_out(unfit: Expert) -> None:
    assert offers(NEED, unfit) == []


def test_who_said_no_to_this_need_is_not_asked_again_under_another_offer_either() -> None:
    assert offers(replace(NEED, declined=frozenset({11})), EXPERT, replace(EXPERT, offer=2)) == []


def test_another_municipality_is_another_one() -> None:
    colleague = replace(EXPERT, offer=2, person=12)
    elsewhere = replace(EXPERT, offer=3, person=13, municipality="istanbul/besiktas")
    assert offers(replace(NEED, turned_down=frozenset({"istanbul/kadikoy"})), EXPERT, colleague, elsewhere) == [3]


def test_who_said_no_to_this_municipality_lately_comes_after_others() -> None:
    willing = replace(EXPERT, offer=2, person=12, used_this_month=1)
    assert offers(replace(NEED, reluctant=frozenset({11})), EXPERT, willing) == [2, 1]


def test_two_offers_of_one_person_are_one_load() -> None:
    twice = [replace(EXPERT, offer=number, recent_load=2) for number in (1, 2)]
    elsewhere = replace(EXPERT, offer=3, person=13, municipality="istanbul/besiktas", recent_load=3)
    assert offers(NEED, *twice, elsewhere) == [1, 2, 3]


def test_the_very_topic_comes_before_a_near_one_whatever_else_fits() -> None:
    near = replace(EXPERT, offer=1, topics=(OfferedTopic("sıfır atık belgesi alan binalar", "energy"),))
    same = replace(
        EXPERT,
        offer=2,
        topics=(OfferedTopic("kompost", "recycling"),),
        formats=frozenset({"face_to_face"}),
        languages=("en",),
        recent_load=9,
        used_this_month=1,
    )
    ranked = rank(NEED, [near, same], TODAY)
    assert [(one.offer, one.reasons[0]["code"]) for one in ranked] == [(2, "topic_same"), (1, "topic_near")]


def test_of_two_on_the_topic_whose_words_are_nearer_comes_first() -> None:
    other = replace(EXPERT, offer=1, topics=(OfferedTopic("tekstil atıkları", "recycling"),))
    nearer = replace(EXPERT, offer=2, topics=(OfferedTopic("zero waste certificate", "recycling"),))
    assert offers(NEED, other, nearer) == [2, 1]


@pytest.mark.parametrize(
    "worse",
    [
        replace(EXPERT, offer=2, languages=("en",)),
        replace(EXPERT, offer=2, formats=frozenset({"face_to_face"})),
        replace(EXPERT, offer=2, used_this_month=1),
        replace(EXPERT, offer=2, person=12, recent_load=4),
        replace(EXPERT, offer=2, person=12, silent=1),
    ],
    ids=["language", "format", "capacity", "fairness", "silence"],
)
def test_between_two_on_the_topic_the_easier_and_less_burdened_comes_first(worse: Expert) -> None:
    assert offers(NEED, worse, replace(EXPERT, offer=3)) == [3, 2]


def test_language_counts_more_than_format_and_format_more_than_capacity() -> None:
    language = replace(EXPERT, offer=1, languages=("en",))
    form = replace(EXPERT, offer=2, formats=frozenset({"face_to_face"}))
    room = replace(EXPERT, offer=3, used_this_month=1)
    assert offers(NEED, language, form, room) == [3, 2, 1]


def test_a_colleague_who_gave_a_lot_lately_rests_the_municipality_too() -> None:
    busy = replace(EXPERT, offer=5, person=15, recent_load=6, topics=(OfferedTopic("Mezarlıklar müdürü", "cemetery"),))
    elsewhere = replace(EXPERT, offer=9, municipality="istanbul/besiktas")
    assert offers(NEED, EXPERT, busy, elsewhere)[0] == 9


def test_somebody_already_met_comes_after_somebody_new() -> None:
    known = replace(NEED, met=frozenset({11}))
    assert offers(known, EXPERT, replace(EXPERT, offer=2, person=12)) == [2, 1]
    assert "met_before" in codes(known, EXPERT)


def test_what_does_not_fit_is_said_last() -> None:
    unlike = replace(EXPERT, languages=("en", "de"), formats=frozenset({"face_to_face"}))
    (ranked,) = rank(NEED, [unlike], TODAY)
    assert reason(ranked, "language_differs")["theirs"] == ["en", "de"]
    assert reason(ranked, "format_differs")["theirs"] == ["face_to_face"]
    assert [one["code"] for one in ranked.reasons][-2:] == ["language_differs", "format_differs"]


def test_an_expert_whose_month_is_full_comes_last_and_nothing_is_said_of_room() -> None:
    full = replace(EXPERT, offer=2, used_this_month=3)
    assert offers(NEED, full, replace(EXPERT, offer=3, used_this_month=1)) == [3, 2]
    assert "capacity" not in codes(NEED, full)


def test_capacity_is_said_in_whole_meetings() -> None:
    (ranked,) = rank(NEED, [replace(EXPERT, used_this_month=1)], TODAY)
    assert reason(ranked, "capacity") == {"code": "capacity", "left": 1, "of": 2}
    (ranked,) = rank(NEED, [replace(EXPERT, per_month=0.33)], TODAY)
    assert reason(ranked, "capacity") == {"code": "capacity", "left": 1, "of": 1}


@pytest.mark.parametrize(
    ("theirs", "code"),
    [
        (Window("weekly", ("tue",), "10:00", "12:00"), "times"),
        (Window("weekly", ("wed",), "10:00", "12:00"), "expert_times_differ"),
        (Window("weekly", ("tue",), "11:30", "13:00"), "expert_times_differ"),
    ],
    ids=["an hour in common", "another day", "half an hour in common"],
)
def test_times_are_compared_in_the_coming_weeks(theirs: Window, code: str) -> None:
    ours = Times(windows=(Window("weekly", ("tue",), "09:00", "12:00"),))
    sought, expert = replace(NEED, times=ours), replace(EXPERT, times=Times(windows=(theirs,)))
    assert code in codes(sought, expert)


def test_times_of_two_zones_meet_on_the_same_instant() -> None:
    ours = Times(windows=(Window("weekly", ("tue",), "10:00", "11:00"),))
    theirs = Times(windows=(Window("weekly", ("tue",), "08:00", "09:00"),))
    sought = replace(NEED, times=ours, zone="Europe/Istanbul")
    assert "times" in codes(sought, replace(EXPERT, times=theirs, zone="Europe/Berlin"))
    assert "expert_times_differ" in codes(sought, replace(EXPERT, times=theirs, zone="Europe/Istanbul"))


def test_no_times_said_hold_nothing_against_anybody() -> None:
    assert "expert_times_differ" not in codes(NEED, replace(EXPERT, times=Times()))


def test_region_and_size_decide_between_equals_only() -> None:
    near = replace(EXPERT, offer=2, municipality="bursa/osmangazi")
    far = replace(EXPERT, offer=1, municipality="van/ercis")
    assert offers(NEED, far, near) == [2, 1]
    assert "region" in codes(NEED, near)
    assert offers(NEED, far, replace(near, languages=("en",))) == [1, 2]
    assert WEIGHTS["region"] + WEIGHTS["size"] < min(WEIGHTS[name] for name in ("language", "format", "capacity"))


def test_a_municipality_nobody_knows_is_still_matched() -> None:
    assert offers(NEED, replace(EXPERT, municipality="nowhere/at-all")) == [1]


def test_an_expert_who_wrote_in_the_other_language_is_found() -> None:
    german = replace(EXPERT, topics=(OfferedTopic("recycling and circular economy officer"),))
    assert offers(replace(NEED, topics=()), german) == [1]
    assert offers(Sought("kent konseyi nasıl kurulur"), german) == []


def test_words_no_topic_knows_are_matched_by_themselves() -> None:
    odd = replace(EXPERT, topics=(OfferedTopic("karakovan"),))
    assert offers(Sought("karakovan"), odd) == [1]
    assert offers(Sought("zurna"), odd) == []
    assert codes(Sought("karakovan"), odd)[0] == "words_alike"


def test_a_topic_nobody_agreed_on_is_only_near() -> None:
    assert codes(replace(NEED, topics=()), EXPERT)[0] == "topic_near"


def test_order_is_stable_whatever_order_experts_come_in() -> None:
    experts = [replace(EXPERT, offer=number, person=number) for number in range(1, 8)]
    assert offers(NEED, *experts) == offers(NEED, *reversed(experts)) == list(range(1, 8))


def test_reasons_are_plain_data() -> None:
    (ranked,) = rank(NEED, [EXPERT], TODAY)
    assert json.loads(json.dumps([dict(one) for one in ranked.reasons]))


def test_lines_are_answered_one_by_one_and_a_broken_one_is_said() -> None:
    pool = [("a", (OfferedTopic("Sıfır atık koordinatörü"),)), ("b", (OfferedTopic("cemetery manager"),))]
    lines = ['{"query": "zero waste certificate"}', "{", '{"query": 5}', "[]", '{"query": "tamam"}']
    answers = [json.loads(line) for line in match_lines(lines, pool)]
    assert answers[0]["topics"][0][0] == "recycling"
    assert answers[0]["verdict"] == "match"
    assert [expert for expert, _, _ in answers[0]["experts"]] == ["a"]
    assert answers[0]["experts"][0][2][0]["words"] == "Sıfır atık koordinatörü"
    assert all(list(answer) == ["error"] for answer in answers[1:4])
    assert answers[4]["verdict"] == "none"
    assert answers[4]["experts"] == []


def test_a_pool_is_read_from_a_file(tmp_path: Path) -> None:
    pool = tmp_path / "experts.jsonl"
    pool.write_text('{"id": "x1", "topics": [{"text": "fire prevention trainer", "lang": "en"}]}\n', encoding="utf-8")
    (answer,) = (json.loads(line) for line in match_lines(['{"query": "itfaiye eri eğitimi"}'], pool))
    assert answer["experts"][0][0] == "x1"
    pool.write_text('{"id": "x1"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        list(match_lines(['{"query": "itfaiye"}'], pool))
