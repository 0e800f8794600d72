"""What a running bot does side by side: hears people, delivers, keeps promises, and shows how it is."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlalchemy import Engine

from bot.answer import Answering
from bot.clock import Clock
from bot.deliver import Delivery, Platform
from bot.elected import while_elected
from bot.hearing import Hearing
from bot.ops import Heard, Ops
from bot.serving import listening, serve
from bot.telegram import incoming
from bot.telegram.asking import keep_asking
from bot.telegram.door import Door, keep_open
from bot.telegram.introduce import keep_introducing
from bot.telegram.listen import KEPT, Listening
from bot.telegram.receive import Receiving, secret_of
from bot.telegram.send import is_group, send
from bot.telegram.take import Taking
from bot.telegram.wire import Wire
from bot.transactions import Transactions
from bot.turns import Turns
from bot.watch import keep_going, watch
from programme.settings import Settings
from storage.election import Place

Work = Callable[[asyncio.Event], Awaitable[None]]


@dataclass(frozen=True)
class Ports:
    """Open from the start, so that a taken one is known before anything happens."""

    webhook: socket.socket | None
    ops: socket.socket | None


@contextmanager
def open_ports(settings: Settings) -> Iterator[Ports]:
    """The webhook's port is shared by all the processes of one bot. Raises CannotListen."""
    with ExitStack() as opened:
        webhook = opened.enter_context(listening(*settings.webhook_listen, shared=True)) if settings.webhook else None
        ops = opened.enter_context(listening(*settings.ops_listen)) if settings.ops_listen else None
        yield Ports(webhook, ops)


@dataclass
class Working:
    bot: Wire
    engine: Engine
    transactions: Transactions
    settings: Settings
    turns: Turns
    stop: asyncio.Event
    now: Callable[[], datetime]
    heard: Heard = field(default_factory=Heard)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by whoever has just committed something to send."""

    @property
    def door(self) -> Door | None:
        return Door(self.settings.webhook, secret_of(self.settings)) if self.settings.webhook else None

    async def until_stopped(self, ports: Ports) -> None:
        await self.transactions.patiently(lambda session: self.turns.begin(session, self.now()), self.stop)
        works = [
            self._elected(self._deliver, "delivering"),
            self._elected(self._keep_time, "keeping time"),
            keep_introducing(self.bot, self.turns, self.stop),
        ]
        if ports.webhook and self.door:
            works.append(keep_going(partial(self._receive, self.door, ports.webhook), "receiving", self.stop))
            works.append(self._elected(self._ask, "asking what waits"))
            works.append(keep_going(partial(keep_open, self.bot, self.door, self.stop), "the webhook", self.stop))
        else:
            works.append(self._elected(self._listen, "listening"))
        if ports.ops:
            ops = Ops(self.transactions, self.heard, self.now)
            works.append(keep_going(partial(serve, ops.app(), ports.ops, self.stop), "showing how it is", self.stop))
        await asyncio.gather(*works)

    def _elected(self, work: Work, what: str) -> Awaitable[None]:
        place = Place(self.engine, what)
        return keep_going(lambda: while_elected(place, work, self.stop), what, self.stop)

    async def _deliver(self, stop: asyncio.Event) -> None:
        telegram = Platform(incoming.PLATFORM, partial(send, self.bot), is_group)
        await Delivery(telegram, self.transactions, self.settings, self.turns, stop, self.now, wake=self._wake).run()

    async def _keep_time(self, stop: asyncio.Event) -> None:
        clock = Clock(self.transactions, self.settings, self.turns, stop, self.now, rang=self._wake.set)
        if not self.door:  # by webhook nobody can tell whether the platform has more for us
            clock.may_ring = self._hearing(stop).is_heard
        await clock.run()

    def _hearing(self, stop: asyncio.Event) -> Hearing:
        told = self._wake.set
        return Hearing(incoming.PLATFORM, KEPT, self.transactions, self.settings, self.turns, stop, self.now, told)

    async def _listen(self, stop: asyncio.Event) -> None:
        self.heard.polling_since = self.now()
        watching = asyncio.create_task(watch(lambda: self.heard.polled_at, stop, self.now))
        try:
            caught_up = self._hearing(stop).caught_up
            await Listening(self.bot, self._taking(stop), stop, heard=self._polled, caught_up=caught_up).run()
        finally:
            watching.cancel()
            self.heard.polling_since = None

    async def _ask(self, stop: asyncio.Event) -> None:
        await keep_asking(self.bot, self._hearing(stop).caught_up, stop, self.now)

    async def _receive(self, door: Door, port: socket.socket) -> None:
        receiving = Receiving(self._taking(self.stop, patient=False), door.secret, self.stop)
        await serve(receiving.app(door.url), port, self.stop)

    def _taking(self, stop: asyncio.Event, patient: bool = True) -> Taking:
        answering = Answering(
            self.transactions, self.settings, self.turns, stop, self.now, answered=self._answered, patient=patient
        )
        return Taking(self.bot, answering, self.now)

    def _answered(self) -> None:
        self.heard.update_at = self.now()
        self._wake.set()

    def _polled(self, at: datetime) -> None:
        self.heard.polled_at = at
