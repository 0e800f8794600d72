"""What is remembered of a no when the same people look again: for whom it holds, and for how long."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from conversations.messages import Press
from storage.tables import Proposal
from tests.conversations.world import World

SHARED = "Osmangazi Belediyesi'nden Defne. Kompost deneyimimizi ayda 4 kez çevrim içi paylaşabiliriz"
SHARED_TOO = "Osmangazi Belediyesi'nden Kemal. Kompost deneyimimizi ayda 4 kez çevrim içi paylaşabiliriz"
SOUGHT = "Nilüfer Belediyesi'nden Ayşe. {} konusunda deneyimli bir belediye arıyoruz, online, salı öğleden sonraları"
EXPERT, COLLEAGUE, ASKER = "1", "2", "3"


def asks_for(world: World, topic: str) -> None:
    world.says(ASKER, SOUGHT.format(topic))
    world.presses(ASKER, "Evet")


def put(world: World) -> list[tuple[int, int, str]]:
    """(need, offer, status) of everything ever proposed."""
    with world.session() as session:
        return [
            (one.need_id, one.offer_id, one.status) for one in session.scalars(select(Proposal).order_by(Proposal.id))
        ]


def shares(world: World, who: str, sentence: str) -> None:
    world.says(who, sentence)
    world.presses(who, "Evet")


@pytest.mark.parametrize(("days", "asked"), [(2, False), (40, True)])
def test_a_no_also_holds_for_the_same_wish_in_other_words_for_a_while(world: World, days: int, asked: bool) -> None:
    shares(world, EXPERT, SHARED)
    asks_for(world, "Kompost")
    world.does(EXPERT, Press("proposal:1", 0, "no"))
    world.presses(EXPERT, "Yalnızca bu talep")
    world.now += timedelta(days=days)
    asks_for(world, "Geri dönüşüm")
    assert ((2, 1, "open") in put(world)) == asked


def test_another_municipality_is_not_a_colleague_of_the_first(world: World) -> None:
    shares(world, EXPERT, SHARED)
    shares(world, COLLEAGUE, SHARED_TOO)
    asks_for(world, "Kompost")
    (first,) = put(world)
    world.does(ASKER, Press("proposal:1", 0, "no"))
    assert put(world) == [(first[0], first[1], "declined")]
