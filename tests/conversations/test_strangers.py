"""A few hundred of what `benchmarks/strangers.py` does a hundred thousand times: nothing fails, moves or shows."""

import pytest
from sqlalchemy import Connection

from tests.conversations.at_a_question import town_full_of_people
from tests.conversations.strangers import comes, others, settle, shows, updates

HOW_MANY = 400


@pytest.fixture(scope="module", params=[1, 2])
def seed(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def test_strangers_move_and_see_nothing_of_others(connection: Connection, seed: int) -> None:
    savepoint = connection.begin_nested()
    world = town_full_of_people(connection)
    settle(world)
    before = others(world)
    for number, (_, update) in enumerate(updates(HOW_MANY, seed)):
        if came := comes(world, update, number):
            assert not shows(world.take(came)), update
    assert others(world) == before
    savepoint.rollback()
