"""What must never stand in a log."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot import faults, logs
from bot.telegram.logs import WithoutTokens, keep_tokens_out

TOKEN = "7000000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
def written() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(written: io.StringIO) -> logging.Logger:
    handler = logging.StreamHandler(written)
    handler.addFilter(WithoutTokens("short:odd"))
    logger = logging.Logger("test")
    logger.addHandler(handler)
    return logger


def test_tokens_leave_messages_arguments_and_tracebacks(log: logging.Logger, written: io.StringIO) -> None:
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        log.exception("POST %s and %d and short:odd", f"http://127.0.0.1/bot{TOKEN}/sendMessage", 7)
    assert TOKEN not in written.getvalue()
    assert "short:odd" not in written.getvalue()
    assert "bot<token>/sendMessage and 7" in written.getvalue()
    assert "ValueError" in written.getvalue()


def test_a_fault_is_told_without_what_anybody_wrote(caplog: pytest.LogCaptureFixture) -> None:
    def answer(words: str) -> None:
        try:
            int(words)
        except ValueError as error:
            raise RuntimeError(words) from error

    words = "-".join(("gizli", "sözler"))
    try:
        answer(words)
    except RuntimeError as error:
        trace = faults.note(error, "answering")
    assert trace in caplog.text
    assert "gizli-sözler" not in caplog.text
    assert "int(words)" in caplog.text
    assert "ValueError" in caplog.text
    assert "RuntimeError" in caplog.text


class TestWhatRunLogs:
    """As `main.py run` sets it up: one JSON object a line."""

    @pytest.fixture
    def lines(self, written: io.StringIO) -> Iterator[io.StringIO]:
        root = logging.getLogger()
        before, level, alembic = root.handlers[:], root.level, logging.getLogger("alembic").level
        root.handlers = []
        logs.set_up(written)
        keep_tokens_out(TOKEN)
        yield written
        root.handlers, root.level = before, level
        logging.getLogger("alembic").setLevel(alembic)
        for chatty in ("httpx", "httpcore", "telegram"):
            logging.getLogger(chatty).setLevel(logging.NOTSET)

    def told(self, lines: io.StringIO) -> list[dict[str, Any]]:
        return [json.loads(line) for line in lines.getvalue().splitlines()]

    def test_each_record_is_a_line_with_when_who_and_how_bad(self, lines: io.StringIO) -> None:
        logging.getLogger("bot.deliver").warning("message %s rests\nfor a while, %s", 7, f"bot{TOKEN}")
        (line,) = self.told(lines)
        assert line.pop("timestamp").endswith("Z")
        said = "message 7 rests\nfor a while, bot<token>"
        assert line == {"event": said, "level": "warning", "logger": "bot.deliver"}

    def test_a_fault_carries_its_trace(self, lines: io.StringIO) -> None:
        trace = faults.note(ValueError("gizli"), "answering")
        (line,) = self.told(lines)
        assert line["trace"] == trace
        assert "gizli" not in lines.getvalue()

    def test_of_an_error_only_its_kind_and_where_it_came_from(self, lines: io.StringIO) -> None:
        try:
            int("-".join(("gizli", TOKEN)))
        except ValueError:
            logging.getLogger("some.library").exception("it went wrong")
        (line,) = self.told(lines)
        assert line["error"] == "ValueError"
        assert "test_logs.py" in line["stack"]
        assert "gizli-" not in lines.getvalue()

    def test_a_task_that_nobody_asked_for_quotes_nobody(self, lines: io.StringIO) -> None:
        async def fails() -> None:
            raise ValueError("-".join(("gizli", "sözler")))

        async def work() -> None:
            asyncio.create_task(fails())  # noqa: RUF006
            await asyncio.sleep(0)
            await asyncio.sleep(0)

        asyncio.run(work())
        (line,) = self.told(lines)
        assert (line["event"], line["error"]) == ("Task exception was never retrieved", "ValueError")
        assert "gizli-sözler" not in lines.getvalue()

    def test_on_a_terminal_it_is_readable(self) -> None:
        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        terminal, root = Terminal(), logging.getLogger()
        before, level = root.handlers[:], root.level
        root.handlers = []
        logs.set_up(terminal)
        logging.getLogger("bot.run").info("merhaba")
        root.handlers, root.level = before, level
        assert "merhaba" in terminal.getvalue()
        assert not terminal.getvalue().startswith("{")
