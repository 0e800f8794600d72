"""Only what comes from this machine is answered, so that no web page elsewhere can drive the platform or read it."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
HERE = (LOOPBACK, "localhost")
OPEN_TO_LINKS = ("/", "/index.html")


class OnlyFromHere:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_unframed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["X-Frame-Options"] = "DENY"
            await send(message)

        if scope["type"] == "http" and not comes_from_here(scope["path"], Headers(scope=scope)):
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-length", b"0")]})
            await send({"type": "http.response.body"})
            return
        await self.app(scope, receive, send_unframed)


def comes_from_here(path: str, headers: Headers) -> bool:
    """Addressed to this machine by name, and not on behalf of a page from anywhere else."""
    host = headers.get("host", "")
    if host.partition(":")[0] not in HERE or headers.get("origin", f"http://{host}") != f"http://{host}":
        return False
    return path in OPEN_TO_LINKS or headers.get("sec-fetch-site", "none") in ("none", "same-origin")
