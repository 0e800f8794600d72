"""How the bot is, for whoever watches over it: /healthz says well or not, /metrics tells numbers to Prometheus."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import nan

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import metrics
from bot.transactions import Transactions
from bot.watch import SILENT_TOO_LONG
from storage.health import Figures, figures

QUEUE_TOO_OLD = timedelta(minutes=5)
TIMER_TOO_LATE = timedelta(minutes=2)
LOOKS_WITHIN = 5.0


@dataclass
class Heard:
    """What this process last had from the platform."""

    update_at: datetime | None = None
    """When an update was last dealt with."""
    polling_since: datetime | None = None
    """Since when this process is the one that polls; None while it is not."""
    polled_at: datetime | None = None
    """When the platform last answered a poll."""

    def silent(self, now: datetime) -> bool:
        """Whether polling has heard nothing for too long. By webhook, quiet is no bad sign."""
        since = self.polling_since and max(self.polling_since, self.polled_at or self.polling_since)
        return since is not None and now - since > SILENT_TOO_LONG


@dataclass
class Ops:
    """The application; it is served apart from everything the world may reach."""

    transactions: Transactions
    heard: Heard
    now: Callable[[], datetime]

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/healthz", self.healthz), Route("/metrics", self.metrics)])

    async def healthz(self, request: Request) -> Response:
        """200 when all is well, else 503; `wrong` names what is not."""
        now, found = self.now(), await self._look()
        wrong = [what for what, is_wrong in self._judged(found, now) if is_wrong]
        said: dict[str, object] = {
            "well": not wrong,
            "wrong": wrong,
            "database": found is not None,
            "last_update": self.heard.update_at and self.heard.update_at.isoformat(timespec="seconds"),
        }
        if found:
            said |= {
                "queue": found.queue,
                "queue_age_seconds": round(found.queue_age.total_seconds(), 1),
                "timers_overdue": found.timers_overdue,
            }
        return JSONResponse(said, status_code=503 if wrong else 200)

    async def metrics(self, request: Request) -> Response:
        found = await self._look()
        metrics.database_up.set(found is not None)
        if self.heard.update_at:
            metrics.last_update.set(self.heard.update_at.timestamp())
        if found:
            metrics.queue_messages.set(found.queue)
            metrics.queue_age.set(found.queue_age.total_seconds())
            metrics.timers_overdue.set(found.timers_overdue)
            metrics.unreachable.set(found.unreachable)
        else:
            for gauge in metrics.FROM_DATABASE:
                gauge.set(nan)
        return Response(generate_latest(metrics.REGISTRY), headers={"content-type": CONTENT_TYPE_LATEST})

    def _judged(self, found: Figures | None, now: datetime) -> list[tuple[str, bool]]:
        return [
            ("database", found is None),
            ("platform", self.heard.silent(now)),
            ("queue", found is not None and found.queue_age > QUEUE_TOO_OLD),
            ("timers", found is not None and found.timers_overdue > 0),
        ]

    async def _look(self) -> Figures | None:
        """None while the database is away, or says nothing for too long."""
        looking = self.transactions.once(lambda session: figures(session, self.now(), TIMER_TOO_LATE))
        try:
            return await asyncio.wait_for(looking, LOOKS_WITHIN)
        except (SQLAlchemyError, TimeoutError):
            return None
