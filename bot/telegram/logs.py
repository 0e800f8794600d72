"""Keeps tokens out of the log, wherever they come from: addresses, errors, tracebacks."""

import logging
import re

TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")
_PLAIN = logging.Formatter()


class WithoutTokens(logging.Filter):
    """Rewrites a record before any formatter sees it."""

    def __init__(self, token: str = "") -> None:
        super().__init__()
        self._tokens = re.compile(f"{re.escape(token)}|{TOKEN.pattern}") if token else TOKEN

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self._tokens.sub("<token>", record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = _PLAIN.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self._tokens.sub("<token>", record.exc_text)
        return True


def keep_tokens_out(token: str) -> None:
    """Filter whatever is logged from now on, and silence the libraries that write addresses."""
    for handler in logging.getLogger().handlers:
        handler.addFilter(WithoutTokens(token))
    for chatty in ("httpx", "httpcore", "telegram"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
