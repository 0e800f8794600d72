"""Whatever comes in while whatever question is open: an answer with a next step, and nothing lost or given away."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from conversations.carry_out.pool import POOL
from conversations.draft import Draft
from conversations.flows import flows
from storage.tables import Message
from tests.conversations.at_a_question import CONTACTS, NAMES, QUESTIONS, ask, town_full_of_people
from tests.conversations.next_steps import leads_on
from tests.conversations.nuisances import NUISANCES
from tests.conversations.world import World, shown, words


@pytest.fixture(scope="module")
def town(connection: Connection) -> World:
    return town_full_of_people(connection)


@pytest.fixture
def world(town: World, connection: Connection) -> Iterator[World]:
    savepoint = connection.begin_nested()
    yield replace(town, buttons=[])
    savepoint.rollback()
    POOL.forget()


@pytest.mark.parametrize("nuisance", NUISANCES)
@pytest.mark.parametrize(("flow", "slot"), QUESTIONS)
def test_is_answered_and_nothing_is_lost(world: World, flow: str, slot: str, nuisance: str) -> None:
    kind = NUISANCES[nuisance]
    who, question = ask(world, flow, slot)
    known = known_to(world, who)
    buttons = [button for message in question for button in shown(message)]
    what = kind.sent(world, who, buttons)
    for _ in range(2 if kind.twice else 1):
        told = world.does(who, what, message=buttons[-1].message if buttons else None)
        assert any(message.chat == who for message in told), "nobody answered"
        assert_leads_on(world, who, told)
        assert_keeps_to_itself(who, told)
    if not kind.leaves:
        assert_kept(world, who, known, flow if kind.may_answer else None)


def known_to(world: World, who: str) -> list[Draft]:
    kept = world.person(who).draft
    assert kept is not None
    return chain(Draft.from_json(kept))


def chain(draft: Draft | None) -> list[Draft]:
    return [draft, *chain(draft.below)] if draft else []


def assert_kept(world: World, who: str, before: list[Draft], may_be_over: str | None) -> None:
    """Every draft is still there with all it knew, unless what came was its last answer."""
    kept = world.person(who).draft
    now = {draft.flow: draft for draft in chain(Draft.from_json(kept) if kept else None)}
    for draft in before:
        if draft.flow not in now:
            assert draft.flow == may_be_over or flows()[draft.flow].passing
            continue
        lost = {name: value for name, value in draft.answers.items() if name not in now[draft.flow].answers}
        assert not lost


def assert_leads_on(world: World, who: str, told: list[Message]) -> None:
    assert leads_on(world.person(who), [message for message in told if message.chat == who])


def assert_keeps_to_itself(who: str, told: list[Message]) -> None:
    """Nothing of another person in what this one reads; whoever they have agreed to meet is known to them."""
    for other, name in NAMES.items():
        if other != who and not agreed({other, who}):
            assert name not in words(told, who)
            assert CONTACTS.get(other, "\0") not in words(told, who)


def agreed(two: set[str]) -> bool:
    return two == {"202", "606"}


def test_every_flow_is_asked_something() -> None:
    assert {flow for flow, _ in QUESTIONS} == set(flows())
