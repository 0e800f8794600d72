"""What must never stand in a log."""

import io
import logging

import pytest

from bot import faults
from bot.telegram.logs import WithoutTokens

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
