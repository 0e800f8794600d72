"""The engine's rules, one example each: what words, numbers and buttons do to a draft."""

from dataclasses import replace
from typing import Any

import pytest

from conversations import reply
from conversations.asking import CANCEL, CHANGE, SKIP, SLOT
from conversations.draft import Draft
from conversations.flow import Context
from conversations.flows import flows
from conversations.messages import Choice, Line
from conversations.reply import Reply
from conversations.understanding import read
from conversations.wording import Reader, label
from programme.decisions import RecordNeed, Withdraw
from tests.conversations.world import MONDAY

TR = Reader("tr")


def labelled(choice: Choice) -> str:
    return label(Line(choice.label, choice.values), TR)


CONTEXT = Context(MONDAY, "Europe/Istanbul", "tr", label=labelled)
NEED = flows()["need"]
TOPIC: dict[str, Any] = {"words": "sıfır atık", "topics": ["recycling"]}
CARD: dict[str, Any] = {
    "topic": TOPIC,
    "format": "online",
    "times": {"windows": [], "exclude": []},
    "languages": ["tr"],
    "name": "Ayşe Örnek",
    "municipality": "bursa/nilufer",
}


def need(*known: str, **how: Any) -> Draft:
    return Draft("need", {name: CARD[name] for name in known}, **how)


def hear(draft: Draft, text: str, **known: str) -> Reply:
    context = replace(CONTEXT, known=known)
    return reply.hear(flows()[draft.flow], draft, text, read(text, now=MONDAY), context)


def press(draft: Draft, value: str) -> Reply:
    return reply.press(flows()[draft.flow], draft, value, CONTEXT)


def answers(heard: Reply) -> dict[str, Any]:
    assert heard.draft
    return heard.draft.answers


def asked(said: Reply) -> str:
    return said.says[-1].lines[-1].key


@pytest.mark.parametrize(
    ("typed", "code"),
    [("1", "online"), ("2", "face_to_face"), ("3.", "either"), ("Yüz yüze", "face_to_face"),
     ("YÜZ YÜZE!", "face_to_face"),
     ("çevrim içi", "online"), ("online olsun", "online"), ("fark etmez", "either")],
)  # fmt: skip
def test_a_button_is_named_by_number_by_label_or_by_meaning(typed: str, code: str) -> None:
    assert answers(hear(need("topic"), typed))["format"] == code


@pytest.mark.parametrize("typed", ["0", "4", "-1", "1,5", "asdf"])
def test_what_names_no_button_is_asked_again(typed: str) -> None:
    said = hear(need("topic"), typed)
    assert said.draft == need("topic")
    assert asked(said) == "readers.format.unclear"


def test_where_a_number_is_an_answer_it_names_no_button() -> None:
    offer = Draft("offer", {"topics": [TOPIC], "format": "online"})
    assert answers(hear(offer, "3"))["per_month"] == 3


def test_one_answer_may_fill_several_slots() -> None:
    said = hear(need("topic"), "online, salı öğleden sonra, Türkçe")
    assert {"format", "times", "languages"} <= answers(said).keys()
    assert said.says[-1].lines[0].key == "need.understood" or said.says[-1].lines[0].key == "answers.understood"


def test_at_the_card_a_correction_takes_the_place_of_what_was_there() -> None:
    said = hear(need(*CARD), "yüz yüze olsun")
    assert answers(said)["format"] == "face_to_face"
    assert said.decision is None


def test_an_answer_already_given_stays_when_another_question_is_open() -> None:
    said = hear(need("topic", "format"), "salı öğleden sonra")
    assert answers(said)["format"] == "online"


@pytest.mark.parametrize(
    ("typed", "slot", "value"),
    [("yok yüz yüze olsun, önümüzdeki hafta", "format", "face_to_face"),
     ("belediyem Kadıköy Belediyesi", "municipality", "istanbul/kadikoy"),
     ("I am from Kartal Municipality", "municipality", "istanbul/kartal"),
     ("yanlış yazdım, Kartal Belediyesi'ndeniz", "municipality", "istanbul/kartal")],
)  # fmt: skip
def test_another_answer_said_outright_at_a_later_question_counts_and_is_said_back(
    typed: str, slot: str, value: str
) -> None:
    said = hear(need("topic", "format", "municipality"), typed)
    assert answers(said)[slot] == value
    assert said.says[-1].lines[0].key in ("need.understood", "answers.understood")


@pytest.mark.parametrize(
    "typed", ["Kadıköy Belediyesi ile salı günü görüşmek isteriz", "next Tuesday with Kartal Municipality",
              "Kartal'dan biriyle perşembe"],
)  # fmt: skip
def test_a_municipality_that_is_only_named_does_not_take_the_writers_place(typed: str) -> None:
    draft = need("topic", "format", "municipality")
    said = reply.hear(NEED, draft, typed, read(typed, now=MONDAY, pending="time"), CONTEXT)
    assert answers(said)["municipality"] == "bursa/nilufer"


@pytest.mark.parametrize("typed", ["Sofia'da toplantı salonu", "çevrim içi olmaz, belediye binası"])
def test_words_kept_as_they_are_take_nothing_back(typed: str) -> None:
    draft = Draft("need", {**{name: CARD[name] for name in ("topic", "municipality")}, "format": "face_to_face"})
    assert answers(hear(draft, typed)) == {**draft.answers, "place": typed}


def test_a_topic_takes_no_other_answer_back() -> None:
    said = hear(need(*CARD, wanted="topic"), "yüz yüze hizmetlerin uzaktan verilmesi")
    assert answers(said)["format"] == "online"


@pytest.mark.parametrize(
    ("typed", "asks"),
    [("1", "need.topic.ask"), ("biçim", "readers.format.ask"), ("Dil", "readers.languages.ask"),
     ("belediyeyi", "readers.municipality.ask"), ("zamanı değiştirelim", "readers.time.ask"),
     ("geri", "need.confirm.ask"), ("hayır", "need.confirm.ask"), ("evet", "answers.which"), ("99", "answers.which")],
)  # fmt: skip
def test_at_the_menu_of_changes_words_choose_what_to_change(typed: str, asks: str) -> None:
    menu = press(need(*CARD), CHANGE).draft
    assert menu
    reading = read(typed, now=MONDAY, pending="confirm")
    said = reply.hear(NEED, Draft.from_json(menu.to_json()), typed, reading, CONTEXT)
    assert said.decision is None
    assert asked(said) in (asks, asks.replace("need.topic", "readers.topic"))


@pytest.mark.parametrize("typed", ["hayır", "hayır, bir şeyi değiştirelim", "no, change it"])
def test_a_no_at_the_card_asks_what_to_change(typed: str) -> None:
    said = reply.hear(NEED, need(*CARD), typed, read(typed, now=MONDAY, pending="confirm"), CONTEXT)
    assert asked(said) == "answers.which"


def test_a_new_value_at_the_menu_of_changes_is_taken_at_once() -> None:
    said = hear(press(need(*CARD), CHANGE).draft or need(), "yüz yüze olsun")
    assert answers(said)["format"] == "face_to_face"
    assert said.draft
    assert not said.draft.changing


def test_who_asks_to_change_something_is_asked_it_at_any_question() -> None:
    assert asked(hear(need("topic", "format"), "biçimi değiştirmek istiyorum")) == "readers.format.ask"


@pytest.mark.parametrize(
    ("typed", "town"),
    [("Balıkesir", "balikesir/edremit"), ("Van'daki", "van/edremit"), ("Balıkesir olan", "balikesir/edremit"),
     ("Balıkesir Büyükşehir", "balikesir"), ("Osmangazi", "bursa/osmangazi")],
)  # fmt: skip
def test_a_province_chooses_among_the_towns_of_one_name(typed: str, town: str) -> None:
    text = "Edremit Belediyesi olarak katılımcı bütçe konusunda deneyim paylaşmak istiyoruz"
    offered = reply.start(flows()["offer"], CONTEXT, {}, read(text, now=MONDAY))
    assert offered.draft
    assert asked(offered) == "readers.municipality.shared"
    assert "municipality" not in answers(offered)
    context = replace(CONTEXT, known={})
    said = reply.hear(flows()["offer"], offered.draft, typed, read(typed, now=MONDAY, pending="municipality"), context)
    assert answers(said)["municipality"] == town


@pytest.mark.parametrize("typed", ["Yüz yüze lütfen", "yüz yüze olsun.", "2.", "yüz yüze!"])
def test_a_label_is_known_with_courtesies_beside_it(typed: str) -> None:
    assert answers(hear(need("topic"), typed))["format"] == "face_to_face"


def test_the_optional_is_asked_only_of_who_goes_through_the_questions() -> None:
    assert asked(press(need("topic", guided=True), "99")) == "need.goal.ask"
    assert asked(press(need("topic"), "99")) == "readers.format.ask"


@pytest.mark.parametrize("skipped", [lambda draft: press(draft, SKIP), lambda draft: hear(draft, "atla")])
def test_the_optional_may_be_left_out(skipped: Any) -> None:
    said = skipped(need("topic", guided=True))
    assert said.draft.left_out == ("goal",)
    assert asked(said) == "readers.format.ask"


def test_what_is_needed_may_not_be_left_out() -> None:
    assert asked(press(need("topic"), SKIP)) == "readers.format.ask"


def test_a_shared_name_is_asked_back_and_a_guess_taken_by_number() -> None:
    draft = need(*[name for name in CARD if name != "municipality"])
    said = hear(draft, "Kale")
    assert said.draft
    doubt = said.draft.doubt("municipality")
    assert doubt
    assert len(doubt.did_you_mean) > 1
    assert answers(hear(said.draft, "2"))["municipality"] == doubt.did_you_mean[1]


def test_a_doubt_gives_way_to_a_new_answer() -> None:
    draft = need(*[name for name in CARD if name != "municipality"])
    asked_back = hear(draft, "Kale").draft
    assert asked_back
    said = hear(asked_back, "Osmangazi")
    assert answers(said)["municipality"] == "bursa/osmangazi"
    assert said.draft
    assert not said.draft.doubts


def test_the_last_yes_is_the_decision() -> None:
    said = hear(need(*CARD), "evet")
    assert said.draft is None
    assert isinstance(said.decision, RecordNeed)
    assert said.decision.words == "sıfır atık"


def test_a_slot_chosen_for_change_is_asked_and_its_answer_kept_until_then() -> None:
    said = press(need(*CARD), SLOT + "format")
    assert asked(said) == "readers.format.ask"
    assert said.draft
    changed = hear(said.draft, "yüz yüze")
    assert answers(changed)["format"] == "face_to_face"
    assert answers(changed)["topic"] == TOPIC


def test_change_offers_every_slot_that_counts() -> None:
    offered = [
        choice.press.value for row in press(need(*CARD), CHANGE).says[-1].choices for choice in row if choice.press
    ]
    assert SLOT + "topic" in offered
    assert SLOT + "place" not in offered, "not where it is online"
    assert SLOT + "confirm" not in offered


@pytest.mark.parametrize("value", ["slot:", "slot:none", "99", "-1", "", "<b>", "٣", "skip ", "change:"])
def test_a_value_no_button_has_asks_the_question_again(value: str) -> None:
    said = press(need("topic"), value)
    assert said.draft == need("topic")
    assert asked(said) == "readers.format.ask"


def test_cancel_keeps_nothing() -> None:
    said = press(need(*CARD), CANCEL)
    assert (said.draft, said.decision, asked(said)) == (None, None, "answers.cancelled")


def test_back_takes_back_the_last_answer_given_to_a_question() -> None:
    draft = need("topic", "format", answered=("topic", "format"))
    said = reply.back(NEED, draft, CONTEXT)
    assert asked(said) == "readers.format.ask"
    assert said.draft
    assert said.draft.answered == ("topic",)


def test_back_at_the_first_question_says_so() -> None:
    said = reply.back(NEED, Draft("need"), CONTEXT)
    assert [one.lines[-1].key for one in said.says] == ["answers.nothing_before", "readers.topic.ask"]


def test_back_from_a_change_leaves_what_was_there() -> None:
    wanted = press(need(*CARD), SLOT + "format").draft
    assert wanted
    assert answers(reply.back(NEED, wanted, CONTEXT)) == CARD


def test_what_is_on_record_is_not_asked() -> None:
    known = {"name": "Ayşe Örnek", "municipality": "bursa/nilufer"}
    started = reply.start(NEED, replace(CONTEXT, known=known), {})
    assert answers(started) == known


def test_a_sentence_is_taken_to_be_in_the_language_of_the_meeting() -> None:
    text = "Sıfır atık konusunda deneyimli bir belediye arıyoruz"
    started = reply.start(NEED, CONTEXT, {}, read(text, now=MONDAY))
    assert answers(started)["languages"] == ["tr"]


def test_nothing_destructive_comes_from_a_guess() -> None:
    draft = Draft("withdraw", {"what": "need", "number": 1, "reference": "N-0001"})
    for typed in ("belki", "1 dakika", "geri çekmesek mi", "hayır"):
        assert hear(draft, typed).decision is None
    assert hear(draft, "evet").decision == Withdraw("need", 1)
