"""İmece on the command line: wires the rooms together, decides nothing."""

import asyncio
import json
import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from programme.experts import OfferedTopic
from programme.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

app = typer.Typer(
    help="The chat front door of an inter-municipal expertise exchange.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
report = typer.Typer(help="What the kept counts add up to.", no_args_is_help=True)
app.add_typer(report, name="report")
topics = typer.Typer(help="What the topics learned of people's words.", no_args_is_help=True)
app.add_typer(topics, name="topics")
log = logging.getLogger(__name__)
tell = Console(stderr=True, highlight=False)
WRONG_SETTING = 2


@app.command()
def run(
    webhook: Annotated[
        str | None, typer.Option(help="Public https:// address to which Telegram brings updates.")
    ] = None,
) -> None:
    """Run the bot on the platform named in the settings, until SIGTERM or Ctrl-C.

    Without --webhook (or IMECE_WEBHOOK) updates are fetched. On PostgreSQL several processes may run side by side.
    """
    from bot import logs
    from bot.run import run as run_bot
    from bot.serving import CannotListen
    from bot.turns import TURNS

    settings = _settings(webhook)
    if settings.telegram_token is None:
        _wrong("IMECE_TELEGRAM_TOKEN is not set: @BotFather gives one to whoever makes a bot.")
    logs.set_up()
    try:
        with _clear_about_the_database():
            asyncio.run(run_bot(settings, TURNS, ready=lambda name: _listening(settings, name)))
    except CannotListen as error:
        _wrong(f"IMECE_WEBHOOK_LISTEN or IMECE_OPS_LISTEN: {error.strerror}")


@app.command()
def demo(
    browser: Annotated[bool, typer.Option(help="Open the page of phones in a browser.")] = True,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the data in demo.db for the next time.")] = False,
    port: Annotated[int, typer.Option(help="Port of the page; 0 is any free one.")] = 0,
) -> None:
    """Run the whole road on this machine: no token, no internet, a page with everybody's phone."""
    from bot.demo import run_demo
    from bot.turns import TURNS
    from storage.database import InUse

    try:
        asyncio.run(run_demo(TURNS, browser=browser, keep=keep, port=port))
    except InUse as error:
        _wrong(f"Another demo is running on {error}; end that one first.")
    except OSError as error:
        _wrong(f"The page cannot be served: {error.strerror}.")


@app.command()
def understand(why: Annotated[bool, typer.Option(help="Add which words led to which slot.")] = False) -> None:
    """Read messages as JSON lines, print what each says as JSON lines."""
    from conversations.understanding.lines import Unreadable, understand_lines

    unreadable = Unreadable()
    _print(understand_lines(sys.stdin, why=why, unreadable=unreadable))
    raise typer.Exit(1 if unreadable.count else 0)


@app.command()
def match(
    pool: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Experts as JSON lines.")] = None,
    drop_aliases: Annotated[float, typer.Option(min=0, max=1, help="Leave out this share of the aliases.")] = 0.0,
    seed: Annotated[int, typer.Option(help="Which aliases are left out.")] = 0,
    replay: Annotated[bool, typer.Option("--replay", help="Match the past needs of the database once more.")] = False,
    lists: Annotated[
        list[Path] | None, typer.Option("--topics", exists=True, dir_okay=False, help="With --replay: other topics.")
    ] = None,
    weights: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="With --replay: other weights, as a JSON object.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="With --replay: one JSON line a need.")] = False,
) -> None:
    """Read queries as JSON lines, print their topics and experts; without --pool the experts of the database.

    With --replay past needs are matched as today's or other lists and weights would do it, to see what would change.
    """
    from programme.match_lines import match_lines

    if replay:
        _replay(lists or [], weights, as_json)
        return

    wrong = False
    try:
        for line in match_lines(sys.stdin, pool or _offers_kept(), drop_aliases, seed):
            wrong = wrong or line.startswith('{"error"')
            sys.stdout.write(line + "\n")
    except ValueError as error:
        _wrong(str(error))
    raise typer.Exit(1 if wrong else 0)


def _replay(lists: list[Path], weights: Path | None, as_json: bool) -> None:
    from bot.replay import read, replayed, summary, table

    with _session() as session:
        pasts = read(session)
    try:
        rows = replayed(pasts, lists, weights)
    except ValueError as error:
        _wrong(str(error))
    if as_json:
        _print(json.dumps(row, ensure_ascii=False) for row in rows)
        return
    if any(row["verdict"] != "same" for row in rows):
        Console(highlight=False).print(table(rows))
    tell.print(summary(rows))


@topics.command("learned")
def topics_learned(as_json: Annotated[bool, typer.Option("--json", help="One JSON line each.")] = False) -> None:
    """List the words that were learned to mean a topic, and where that comes from."""
    from bot.learned import learned, table

    with _session() as session:
        rows = learned(session)
    if as_json:
        _print(json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        Console(highlight=False).print(table(rows) if rows else "Nothing yet.")


@topics.command("forget")
def topics_forget(which: Annotated[str, typer.Argument(help="The words, or the number in front of them.")]) -> None:
    """Take back what was learned of these words; the bot knows it no more from its next message on."""
    from bot.learned import forget

    with _session() as session:
        gone = forget(session, which, datetime.now(UTC))
    if not gone:
        _wrong(f"Nothing was learned of: {which}")
    tell.print(f"Forgotten: {', '.join(gone)}", soft_wrap=True)


@topics.command("correct")
def topics_correct(
    words: Annotated[str, typer.Argument(help="What people write.")],
    topic: Annotated[str, typer.Argument(help="The id of the topic they mean by it.")],
) -> None:
    """Say what words mean, for everybody and at once; `topics forget` takes it back."""
    from conversations.learning import correct
    from programme.topics import Topics

    if topic not in Topics.load():
        _wrong(f"No topic has the id {topic}; they stand in programme/data/topics.json.")
    with _session() as session:
        kept = correct(session, words, topic, datetime.now(UTC))
    if not kept:
        _wrong(f"These words cannot mean {topic}: they name another topic, a person or a number, or say too little.")


@app.command()
def invite(
    role: Annotated[str, typer.Argument(help="Only: coordinator")] = "coordinator",
) -> None:
    """Print a link that makes whoever opens it first a coordinator; it works once, for seven days."""
    from bot.telegram.wire import username
    from storage import acts, invitations
    from storage.database import migrate, open_engine, sessions

    settings = _settings()
    if role != "coordinator":
        _wrong("Only coordinators are invited: main.py invite coordinator")
    with _clear_about_the_database():
        migrate(settings.database_url)
    with sessions(open_engine(settings.database_url)).begin() as session:
        acts.acting(session, datetime.now(UTC), acts.OPERATOR)
        word = invitations.invite(session, role, datetime.now(UTC))
    name = asyncio.run(username(settings))
    print(f"https://t.me/{name}?start={word}" if name else f"/start {word}")


@app.command()
def coordinators() -> None:
    """List the coordinators, an account and a name a line."""
    from bot.coordinators import listed

    with _session() as session:
        _print(listed(session))


@app.command()
def remove(
    role: Annotated[str, typer.Argument(help="Only: coordinator")],
    account: Annotated[str, typer.Argument(help="The account, as `coordinators` lists it.")],
) -> None:
    """Make somebody a coordinator no more, at once; links not yet opened end with it."""
    from bot.coordinators import remove as remove_coordinator

    if role != "coordinator":
        _wrong("Only coordinators are removed: main.py remove coordinator ACCOUNT")
    settings = _settings()
    with _session() as session:
        removed, ended = remove_coordinator(session, account, datetime.now(UTC))
    if removed is None:
        _wrong(f"No coordinator has the account {account}; `main.py coordinators` lists them.")
    tell.print(f"Removed: {removed.name or account}. Invitation links ended: {ended}.", soft_wrap=True)
    if settings.coordinator_chats:
        tell.print("Take them out of the chats in IMECE_COORDINATOR_CHATS too: whoever is there reads the alerts.")


@app.command()
def audit(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an entry.")] = False,
    last: Annotated[int, typer.Option(min=1, help="How many entries, newest first.")] = 20,
) -> None:
    """Show who did what, by pseudonyms, and whether the log is whole; ends with 1 when it was altered."""
    from bot.audit import newest, state, table

    with _session() as session:
        rows = newest(session, last)
        whole, said = state(session)
    if as_json:
        _print(json.dumps(row) for row in rows)
    else:
        Console(highlight=False).print(table(rows))
    tell.print(said, style=None if whole else "red", soft_wrap=True)
    raise typer.Exit(0 if whole else 1)


@report.command("understanding")
def report_understanding(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line a row.")] = False,
    since: Annotated[str, typer.Option(help="The first month that counts, as 2026-11.")] = "",
) -> None:
    """How well messages are read: what people kept, edited or took out of what was read, by slot, without a word."""
    from programme.reading_figures import COLUMNS, figures
    from storage import readings
    from storage.database import migrate, open_engine, sessions

    settings = _settings()
    with _clear_about_the_database():
        migrate(settings.database_url)
    with sessions(open_engine(settings.database_url))() as session:
        lines = figures(readings.counted(session, since))
    if as_json:
        _print(json.dumps(line) for line in lines)
        return
    shown = [column for column in COLUMNS if any(column in line for line in lines)]
    table = Table(*(column.replace("_", " ") for column in shown))
    for line in lines:
        table.add_row(*(str(line.get(column, "")) for column in shown))
    Console().print(table)


@app.command()
def doctor() -> None:
    """Check settings, database, catalogues and platform, and say what to do about each."""
    from bot.doctor import examine

    settings = _settings()
    ill = False
    for finding in examine(settings):
        ill = ill or not finding.well
        mark = "[green]✓[/]" if finding.well else "[red]✗[/]"
        tell.print(f"{mark} {finding.what}", soft_wrap=True)
    raise typer.Exit(1 if ill else 0)


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")]) -> None:
    """Save the whole database into a file, checked, while the bot goes on."""
    from bot.keeping import said_of, with_pg_dump
    from storage.backups import NoBackup, back_up
    from storage.database import sqlite_file

    settings = _settings()
    database = sqlite_file(settings.database_url)
    if database is None:
        _wrong(f"PostgreSQL is backed up by its own tool: {with_pg_dump(settings.database_url, file)}")
    try:
        counted = back_up(database, file)
    except NoBackup as error:
        _wrong(f"Nothing was saved: {error}.")
    tell.print(f"Saved and checked: {file}, {said_of(counted.rows)}.", soft_wrap=True)


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")]) -> None:
    """Make this backup the database; the old one is kept beside it. Only while the bot is stopped."""
    from bot.keeping import said_of, with_pg_restore
    from storage.backups import NoBackup, put_back
    from storage.database import sqlite_file
    from storage.erasures import journal_of, replay

    settings = _settings()
    database = sqlite_file(settings.database_url)
    if database is None:
        _wrong(f"PostgreSQL is restored by its own tool: {with_pg_restore(settings.database_url, file)}")
    try:
        with _clear_about_the_database():
            erased = journal_of(database)
            counted, aside = put_back(file, database, datetime.now(UTC), lambda session: replay(session, erased))
    except NoBackup as error:
        _wrong(f"Nothing was changed: {error}.")
    tell.print(f"Restored and checked: {database}, {said_of(counted.rows)}.", soft_wrap=True)
    if aside:
        tell.print(f"What was there before is now {aside}.", soft_wrap=True)


@app.command("copy-database")
def copy_database(
    url: Annotated[str, typer.Argument(envvar="IMECE_NEW_DATABASE_URL", help="An empty database, as a URL.")],
) -> None:
    """Copy everything into an empty database of the other engine and compare. Only while the bot is stopped."""
    from bot.keeping import moving, said_of
    from storage.database import NoDatabase, look_at
    from storage.moving import NotMoved, move

    settings = _settings()
    try:
        look_at(url)
    except NoDatabase as error:
        _wrong(f"The new database: {error}")
    if url == settings.database_url:
        _wrong("The new database is the one in the settings.")
    try:
        with _clear_about_the_database("The databases"), moving(tell) as progress:
            held = move(settings.database_url, url, progress)
    except NotMoved as error:
        _wrong(f"Nothing was copied: {error}.")
    rows = {table: one.rows for table, one in held.items()}
    tell.print(f"Copied and compared: {said_of(rows)}, the same on both sides.", soft_wrap=True)
    tell.print("Put the new URL into IMECE_DATABASE_URL and start the bot.")


def _listening(settings: Settings, name: str) -> None:
    log.info("Listening as @%s.", name)
    if not settings.names_controller:
        log.warning("IMECE_UNION_NAME is not set: the privacy notice names no data controller.")


def _settings(webhook: str | None = None) -> Settings:
    """Settings that can be meant; a wrong one is one clear line."""
    from storage.database import NoDatabase, look_at

    try:
        settings = Settings(webhook=webhook) if webhook else Settings()
        look_at(settings.database_url)
    except ValidationError as error:
        first = error.errors()[0]
        name = "IMECE_" + "_".join(str(part) for part in first["loc"]).upper()
        _wrong(f"{name}: {first['msg'].removeprefix('Value error, ')}")
    except NoDatabase as error:
        _wrong(f"IMECE_DATABASE_URL: {error}")
    except OSError as error:
        _wrong(f".env cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        _wrong(".env cannot be read: it is no UTF-8 text")
    return settings


@contextmanager
def _clear_about_the_database(which: str = "IMECE_DATABASE_URL") -> Iterator[None]:
    """A database that cannot be had at the start is a wrong setting."""
    from alembic.util import CommandError
    from sqlalchemy.exc import DatabaseError

    from storage.database import InUse, NoDatabase

    try:
        yield
    except InUse as error:
        _wrong(f"Another process is running on {error}; end that one first.")
    except (NoDatabase, DatabaseError, CommandError, FileNotFoundError, NotADirectoryError, PermissionError) as error:
        _wrong(f"{which}: {' '.join(str(getattr(error, 'orig', error)).split())}")


def _offers_kept() -> list[tuple[int, list[OfferedTopic]]]:
    from conversations.learning import know
    from storage import offers

    with _session() as session:
        know(session)
        return [
            (offer.id, [OfferedTopic(topic["words"], topic["topic"]) for topic in offer.topics])
            for offer in offers.active(session)
        ]


@contextmanager
def _session() -> Iterator["Session"]:
    """A transaction on the database of the settings, brought up to date."""
    from storage.database import migrate, open_engine, sessions

    settings = _settings()
    with _clear_about_the_database():
        migrate(settings.database_url)
    with sessions(open_engine(settings.database_url)).begin() as session:
        yield session


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


def _wrong(what: str) -> NoReturn:
    """One clear line, and the exit status of a wrong setting."""
    tell.print(what, style="red", soft_wrap=True)
    raise typer.Exit(WRONG_SETTING)


if __name__ == "__main__":
    logging.captureWarnings(True)
    app()
