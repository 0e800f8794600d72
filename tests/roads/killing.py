"""Three moments at which a kill -9 hurts most, each brought about on the platform or in the database."""

import sqlite3
from collections.abc import Callable

from storage.tables import Handled
from tests.roads.running import Imece, until

WRITES = ("sendMessage", "sendDocument", "editMessageText")


def before_the_commit(bot: Imece, act: Callable[[], object]) -> None:
    """The bot has fetched what somebody did, and is killed while it waits for the database."""
    until(bot.telegram, bot.waits_for_updates, "the bot waits for updates")
    somebody = sqlite3.connect(str(bot.engine.url.database), isolation_level=None)
    somebody.execute("BEGIN IMMEDIATE")
    try:
        act()
        updates = bot.telegram.platform.updates
        until(bot.telegram, lambda: all(waiting.given_out for waiting in updates.waiting), "the update is fetched")
        bot.kill()
    finally:
        somebody.execute("ROLLBACK")
        somebody.close()


def between_commit_and_delivery(bot: Imece, act: Callable[[], object]) -> None:
    """The turn is in the database; the platform takes nothing yet, and then the bot is killed."""
    handled = bot.count(Handled)
    for method in WRITES:
        bot.telegram.fails(method, status=429, retry_after=60, times=None)
    act()
    until(bot.telegram, lambda: bot.count(Handled) > handled, "the turn is committed")
    bot.kill()
    bot.telegram.works_again()


def between_delivery_and_its_record(bot: Imece, act: Callable[[], object]) -> None:
    """The platform has shown the message and does not say so; the bot is killed while it waits for that."""
    for method in WRITES:
        bot.telegram.fails(method, "slow", seconds=3, times=None)
    feed = bot.telegram.platform.feed
    before = feed.last
    act()

    def shown() -> bool:
        said = [event["message"] for event in feed.after(before) if event["kind"] in ("message", "edited")]
        return any(message["from"]["id"] == bot.telegram.platform.bot_id for message in said)

    until(bot.telegram, shown, "the answer is on the phone")
    bot.kill()
    bot.telegram.works_again()


MOMENTS = (before_the_commit, between_commit_and_delivery, between_delivery_and_its_record)
