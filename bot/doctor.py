"""Looks at settings, catalogues, database and platform before they hurt, and says what to do about each."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot import surroundings
from bot.audit import state
from bot.finding import Finding
from bot.telegram.wire import connect
from conversations.wording import LANGUAGES, catalogue
from programme.settings import Settings
from storage.database import (
    InUse,
    known_revision,
    lock_of,
    newest_revision,
    only_process,
    open_engine,
    sessions,
    sqlite_file,
)


def examine(settings: Settings) -> Iterator[Finding]:
    """One finding for each thing looked at; nothing is changed."""
    yield from _settings(settings)
    yield _catalogues()
    yield _database(settings)
    yield from _audit_log(settings)
    yield _running(settings)
    yield from surroundings.machine(settings)
    yield asyncio.run(_platform(settings))
    yield from surroundings.clock(settings, lambda: datetime.now(UTC))


def _settings(settings: Settings) -> Iterator[Finding]:
    if settings.coordinator_chats:
        yield Finding(True, f"Alerts go to {len(settings.coordinator_chats)} chat(s) of coordinators.")
    else:
        yield Finding(
            False,
            "Nobody hears the alerts: put the id of the coordinators' chat into IMECE_COORDINATOR_CHATS "
            "(/start in a group tells its id).",
        )
    if settings.meeting_link:
        yield Finding(True, "Online meetings get their link from IMECE_MEETING_LINK.")
    else:
        yield Finding(True, "IMECE_MEETING_LINK is not set: coordinators are asked for each meeting's link.")
    if settings.names_controller:
        yield Finding(True, f"The privacy notice names the data controller: {settings.union_name}.")
    else:
        yield Finding(False, "The privacy notice does not name the data controller: set IMECE_UNION_NAME.")
    if settings.organizer_email.endswith("@example.org"):
        yield Finding(False, "Calendar files name nobody: set IMECE_ORGANIZER_EMAIL to the union's address.")
    else:
        yield Finding(True, "Calendar files name IMECE_ORGANIZER_EMAIL as the organizer.")


def _catalogues() -> Finding:
    one, other = (set(catalogue(language)) for language in LANGUAGES)
    if one == other:
        return Finding(True, f"Catalogues: {len(one)} texts in both languages.")
    return Finding(False, f"Catalogues differ, complete them in locales/: {', '.join(sorted(one ^ other)[:5])}")


def _database(settings: Settings) -> Finding:
    file = sqlite_file(settings.database_url)
    if file and not file.exists():
        return Finding(True, "Database: new, set up at the first run.")
    try:
        engine = open_engine(settings.database_url)
        with engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
        engine.dispose()
    except (SQLAlchemyError, OSError) as error:
        return Finding(False, f"Database: {type(error).__name__}; check IMECE_DATABASE_URL and who may write there.")
    newest = newest_revision()
    if revision and not known_revision(revision):
        return Finding(False, f"Database: of a newer release ({revision}): bring the program up to date.")
    if revision in (None, newest):
        return Finding(True, f"Database: {'new, set up at the first run' if revision is None else 'up to date'}.")
    return Finding(True, f"Database: at {revision}, brought to {newest} at the next run.")


def _audit_log(settings: Settings) -> Iterator[Finding]:
    """Nothing to say of a database that is new, or not yet at this release."""
    file = sqlite_file(settings.database_url)
    if file and not file.exists():
        return
    try:
        engine = open_engine(settings.database_url)
        if inspect(engine).has_table("audit"):
            with sessions(engine)() as session:
                yield Finding(*state(session))
        engine.dispose()
    except (SQLAlchemyError, OSError):
        return


def _running(settings: Settings) -> Finding:
    file = sqlite_file(settings.database_url)
    if file and not lock_of(file).exists():
        return Finding(True, "No other process holds the database.")
    try:
        with only_process(settings.database_url):
            return Finding(True, "No other process holds the database.")
    except InUse:
        return Finding(True, "The bot is running on this database.")


async def _platform(settings: Settings) -> Finding:
    if settings.telegram_token is None:
        return Finding(False, "IMECE_TELEGRAM_TOKEN is not set: @BotFather gives one to whoever makes a bot.")
    bot = connect(settings)
    try:
        await bot.initialize()
        hook = await bot.get_webhook_info()
    except InvalidToken:
        return Finding(False, "Telegram refuses the token: copy it anew from @BotFather into IMECE_TELEGRAM_TOKEN.")
    except TelegramError as error:
        return Finding(
            False, f"Telegram does not answer ({type(error).__name__}): check the network, IMECE_TELEGRAM_URL."
        )
    finally:
        await bot.shutdown()
    if hook.url and hook.url == settings.webhook:
        if hook.pending_update_count and hook.last_error_message:
            return Finding(False, f"Telegram cannot bring messages to {hook.url}: {hook.last_error_message}")
        return Finding(True, f"Telegram brings the messages for @{bot.username} to {hook.url}.")
    if hook.url:
        return Finding(False, "Another program receives this bot's messages by webhook: end it, or delete the webhook.")
    return Finding(True, f"Telegram answers: @{bot.username}.")
