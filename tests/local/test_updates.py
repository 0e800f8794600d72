"""How updates wait for the bot and how it fetches them."""

import asyncio
from typing import Any

import pytest

from bot.local import phones
from bot.local.chats import Account
from bot.local.platform import Platform
from bot.local.refusals import Refused
from bot.local.updates import Updates
from tests.local.bots import BareBot
from tests.local.conftest import Clock


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


def fetched(updates: Updates, offset: int = 0, limit: int = 100) -> list[dict[str, Any]]:
    """One poll that does not wait, long after the one before it."""
    updates._last_offset = None
    return asyncio.run(updates.poll(offset, limit, 0))


def test_updates_stay_until_they_are_confirmed(platform: Platform, ayse: Account) -> None:
    for text in ("bir", "iki", "üç"):
        phones.say(platform, ayse.id, ayse.id, text)
    first = fetched(platform.updates)
    assert texts(first) == texts(fetched(platform.updates)) == ["bir", "iki", "üç"]
    assert texts(fetched(platform.updates, first[0]["update_id"] + 1)) == ["iki", "üç"]
    assert texts(fetched(platform.updates, limit=1)) == ["iki"]
    assert texts(fetched(platform.updates, offset=-1)) == ["üç"]
    assert texts(fetched(platform.updates)) == ["üç"]


def test_the_same_offset_at_once_again_yields_one(platform: Platform, ayse: Account) -> None:
    async def twice() -> tuple[list[Any], list[Any]]:
        return await platform.updates.poll(0, 100, 0), await platform.updates.poll(0, 100, 0)

    for text in ("bir", "iki"):
        phones.say(platform, ayse.id, ayse.id, text)
    first, again = asyncio.run(twice())
    assert (texts(first), texts(again)) == (["bir", "iki"], ["bir"])


def test_presses_are_kept_shorter_than_messages(platform: Platform, ayse: Account, clock: Clock) -> None:
    said = phones.say(platform, ayse.id, ayse.id, "merhaba")
    phones.press(platform, ayse.id, ayse.id, said["message_id"], "yes")
    assert len(fetched(platform.updates)) == 2
    clock.passes(151)
    assert texts(fetched(platform.updates)) == ["merhaba"]
    clock.passes(24 * 3600)
    assert fetched(platform.updates) == []


def test_a_newer_poll_ends_the_older(platform: Platform) -> None:
    async def two_pollers() -> list[Any]:
        older = asyncio.create_task(platform.updates.poll(0, 100, 50))
        await asyncio.sleep(0)
        newer = asyncio.create_task(platform.updates.poll(0, 100, 50))
        with pytest.raises(Refused, match="Conflict: terminated by other getUpdates request") as raised:
            await older
        assert raised.value.status == 409
        platform.updates.inject({"poll": {}})
        return await newer

    assert len(asyncio.run(two_pollers())) == 1


def test_only_the_kinds_asked_for_arrive_and_that_is_remembered(bot: BareBot, ayse: Account) -> None:
    bot.result("getUpdates", allowed_updates=["callback_query"])
    bot.result("getUpdates", offset=1)
    said = phones.say(bot.platform, ayse.id, ayse.id, "merhaba")
    phones.press(bot.platform, ayse.id, ayse.id, said["message_id"], "yes")
    (update,) = bot.result("getUpdates")
    assert update["callback_query"]["data"] == "yes"
    assert update["callback_query"]["chat_instance"]


def test_an_injected_update_arrives_as_it_is(bot: BareBot, platform: Platform, ayse: Account) -> None:
    phones.say(platform, ayse.id, ayse.id, "bir")
    (first,) = fetched(platform.updates)
    assert bot.http("POST", "/local/updates", json=first).json() == first
    assert bot.http("POST", "/local/updates", json={"callback_query": {"id": 1}}).status_code == 200
    replayed, unparseable = fetched(platform.updates, first["update_id"] + 1)
    assert replayed == first
    assert unparseable == {"update_id": first["update_id"] + 1, "callback_query": {"id": 1}}
    assert fetched(platform.updates, unparseable["update_id"] + 1) == []


def test_numbers_start_elsewhere_after_a_quiet_week(platform: Platform, ayse: Account) -> None:
    platform.updates.renumber(5)
    phones.say(platform, ayse.id, ayse.id, "bir")
    (update,) = fetched(platform.updates, offset=734_000_050)
    assert update["update_id"] == 5
    assert fetched(platform.updates, offset=6) == []
