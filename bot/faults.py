"""Writes down a fault of our own, so that it can be found and mended without a word of anybody's message."""

import logging
import secrets
import traceback

log = logging.getLogger(__name__)


def note(error: BaseException, doing: str) -> str:
    """Log where this error came from and return the id under which the log has it.

    An error's own text is left out: it may quote what somebody wrote.
    """
    trace = secrets.token_hex(4)
    log.error("fault %s while %s\n%s", trace, doing, "\n".join(_story(error)), extra={"trace": trace})
    return trace


def _story(error: BaseException) -> list[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return [*(_story(before) if before else ()), frames, type(error).__qualname__]
