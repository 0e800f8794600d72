"""What the bot logs: JSON lines, or readable ones on a terminal; never what anybody wrote."""

import logging
import sys
import traceback
from typing import TextIO

import structlog
from structlog.types import EventDict, Processor

OURS = ("bot", "conversations", "storage", "programme", "__main__")


def set_up(stream: TextIO = sys.stderr) -> None:
    """Everything logged from now on by anybody goes to this stream, a record a line."""
    readable = stream.isatty()
    look: Processor = (
        structlog.dev.ConsoleRenderer(colors=True)
        if readable
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    before: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper("iso", utc=not readable),
        only_where,
        only_first_line,
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, look],
        )
    )
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def only_where(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Of an error its kind and where it came from; its own text may quote what somebody wrote."""
    raised = event.pop("exc_info", None)
    if isinstance(raised, tuple) and raised[0]:
        kind, _, came_from = raised
        event["error"] = kind.__qualname__
        event["stack"] = "".join(traceback.format_tb(came_from)).rstrip()
    return event


def only_first_line(_logger: object, _method: str, event: EventDict) -> EventDict:
    """What libraries log in further lines describes objects, with whatever they hold."""
    if str(event["logger"]).partition(".")[0] not in OURS:
        event["event"] = str(event["event"]).partition("\n")[0]
    return event
