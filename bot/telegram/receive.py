"""Receives the updates that Telegram brings to the bot's own address; accepts each once its turn is committed."""

import asyncio
import hashlib
import hmac
import json
import logging
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot import faults
from bot.patience import Away, Stopping
from bot.telegram.take import Raw, Taking, lane_of
from programme.settings import Settings

log = logging.getLogger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000
"""Bytes. Telegram's updates are far smaller."""
ANSWERED_WITHIN = 25.0
"""Seconds; then Telegram is told to bring it again, before it gives up waiting by itself."""
ACCEPTED, NOT_US, TOO_LARGE, BRING_IT_AGAIN = 200, 401, 413, 503


@dataclass
class Receiving:
    """`secret` is what Telegram says to show that it is Telegram."""

    taking: Taking
    secret: str
    stop: asyncio.Event
    _lanes: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _away: bool = False

    def app(self, url: str) -> Starlette:
        """Answers at the path of this URL and nowhere else."""
        return Starlette(routes=[Route(urlsplit(url).path or "/", self.receive, methods=["POST"])])

    async def receive(self, request: Request) -> Response:
        said = request.headers.get(SECRET, "")
        if not hmac.compare_digest(said.encode(), self.secret.encode()):
            return Response(status_code=NOT_US)
        try:
            body = await _at_most(request, LARGEST)
        except ClientDisconnect:
            return Response(status_code=BRING_IT_AGAIN)
        if body is None:
            return Response(status_code=TOO_LARGE)
        return Response(status_code=await self._taken(_raw(body)))

    async def _taken(self, raw: Raw) -> int:
        """One person's updates one after the other in the order they came, people side by side."""
        lane = self._lanes.setdefault(lane_of(raw), asyncio.Lock())
        try:
            async with asyncio.timeout(ANSWERED_WITHIN), lane:
                if self.stop.is_set():
                    return BRING_IT_AGAIN
                await self.taking.take(raw)
        except Away:
            self._note(away=True)
            return BRING_IT_AGAIN
        except (Stopping, TimeoutError):
            return BRING_IT_AGAIN
        except Exception as error:
            faults.note(error, f"taking update {raw.get('update_id')}")
            return BRING_IT_AGAIN
        self._note(away=False)
        return ACCEPTED

    def _note(self, away: bool) -> None:
        """Once for each change of state."""
        if away != self._away:
            self._away = away
            log.warning("the database is away; Telegram is told to wait" if away else "the database is back")


def secret_of(settings: Settings) -> str:
    """The one that is set, or else one that every process with the same token comes to, and that tells nothing of it.

    Raises ValueError when there is neither.
    """
    if settings.webhook_secret:
        return settings.webhook_secret.get_secret_value()
    if settings.telegram_token is None:
        raise ValueError("IMECE_TELEGRAM_TOKEN is not set")
    token = settings.telegram_token.get_secret_value().encode()
    return hmac.new(token, b"the secret of the webhook", hashlib.sha256).hexdigest()


async def _at_most(request: Request, most: int) -> bytes | None:
    """The body; None when it is larger."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            return None
    return bytes(body)


def _raw(body: bytes) -> Raw:
    """What cannot even be told apart is an update that cannot be read: it is parked like any other."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raw = None
    return raw if isinstance(raw, dict) else {"unreadable": hashlib.sha256(body).hexdigest()}
