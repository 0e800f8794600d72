"""Serves a small web application on an address of this machine until told to end, and finishes what it has begun."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

LAST_ANSWERS_WITHIN = 6
"""Seconds that requests already begun have at the end."""


class CannotListen(OSError):
    """This address is taken, or none of this machine's."""


def listening(host: str, port: int, shared: bool = False) -> socket.socket:
    """A socket on this address; port 0 is any free one. Raises CannotListen.

    `shared` lets further processes listen on the same port, each of them getting a share of the connections.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # It says TCP by name: only then asyncio sends small answers at once.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise CannotListen(error.errno, f"{host}:{port}: {error.strerror}") from None
    listener.listen(128)  # from now on nobody is turned away, they only wait
    return listener


async def serve(app: ASGIApp, listener: socket.socket, stop: asyncio.Event) -> None:
    """Until the bot ends; then nobody new is let in."""
    config = uvicorn.Config(
        app,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=LAST_ANSWERS_WITHIN,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    server.should_exit = True
    await serving


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the bot's own: it ends this server among the rest."""
        yield
