"""What was read from words is counted as kept or edited when the person confirms it, without their words."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables import ReadingCount
from tests.conversations.world import World

WHO = "41"
NEED = "Sıfır atık konusunda destek arıyoruz, online, haftaya salı. Ben Nilüfer Belediyesi'nden Ayşe"


def counts(world: World) -> dict[tuple[str, str], int]:
    with world.session() as session:
        kept = session.scalars(select(ReadingCount).where(ReadingCount.slot != ""))
        return {(one.slot, one.fate): one.times for one in kept}


def asked(world: World, text: str = NEED) -> None:
    world.says(WHO, text)


def test_what_is_confirmed_as_it_was_read_is_kept(world: World) -> None:
    asked(world)
    assert counts(world) == {}
    world.presses(WHO, "Evet")
    assert counts(world) == dict.fromkeys(
        [("topic", "kept"), ("format", "kept"), ("times", "kept"), ("municipality", "kept"), ("name", "kept")], 1
    )


@pytest.mark.parametrize("correction", [("Değiştir", "Biçim", "Yüz yüze"), ("yüz yüze olsun",)])
def test_what_is_changed_before_the_yes_is_edited(world: World, correction: tuple[str, ...]) -> None:
    asked(world)
    for step in correction:
        if step.islower():
            world.says(WHO, step)
        else:
            world.presses(WHO, step)
    world.presses(WHO, "Fark etmez")
    world.presses(WHO, "Evet")
    assert counts(world)["format", "edited"] == 1
    assert ("format", "kept") not in counts(world)
    assert ("place", "kept") not in counts(world)


def test_what_was_chosen_by_button_was_not_read(world: World) -> None:
    asked(world, "Sıfır atık konusunda destek arıyoruz, haftaya salı. Ben Nilüfer Belediyesi'nden Ayşe")
    world.presses(WHO, "Çevrim içi")
    world.presses(WHO, "Evet")
    assert not any(slot == "format" for slot, _ in counts(world))


@pytest.mark.parametrize(("days", "later"), [(1, 1), (8, 0)])
def test_what_is_changed_soon_after_counts_too(world: World, days: int, later: int) -> None:
    asked(world)
    world.presses(WHO, "Evet")
    world.now += timedelta(days=days)
    world.says(WHO, "/durum")
    world.presses(WHO, "N-0")
    world.presses(WHO, "Değiştir")
    world.says(WHO, "yüz yüze olsun")
    world.presses(WHO, "Fark etmez")
    world.presses(WHO, "Evet")
    assert counts(world).get(("format", "later"), 0) == later
    assert counts(world)["format", "kept"] == 1


@pytest.mark.parametrize(
    ("answer", "fates"),
    [
        ("1", {("municipality", "first_guess")}),
        ("2", {("municipality", "other_guess")}),
        ("Nilüfer", {("municipality", "no_guess")}),
    ],
)
def test_which_guess_was_right_is_counted(world: World, answer: str, fates: set[tuple[str, str]]) -> None:
    world.says(WHO, "Sıfır atık konusunda destek arıyoruz, online, haftaya salı. Ben Edremit Belediyesi'nden Ayşe")
    world.says(WHO, answer)
    assert set(counts(world)) == fates


def test_words_on_no_list_were_not_guessed_at(world: World) -> None:
    world.says(WHO, "Kampüs konusunda destek arıyoruz, online, haftaya salı. Ben Nilüfer Belediyesi'nden Ayşe")
    world.presses(WHO, "Kendi sözlerim kalsın")
    assert counts(world) == {}


def test_messages_not_understood_are_counted_beside_the_others(world: World) -> None:
    world.says(WHO, "merhaba")
    world.says(WHO, "asdfgh qwerty")
    with world.session() as session:
        whole = session.scalars(select(ReadingCount).where(ReadingCount.slot == ""))
        assert {one.fate: one.times for one in whole} == {"understood": 1, "not_understood": 1}


def test_no_word_of_anybody_is_counted(world: World) -> None:
    asked(world)
    world.presses(WHO, "Evet")
    with world.session() as session:
        kept = list(session.scalars(select(ReadingCount)))
    assert {one.month for one in kept} == {"2026-11"}
    assert {one.flow for one in kept} == {"need"}
