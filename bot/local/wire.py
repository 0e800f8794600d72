"""What comes over the wire: the parameters and files of a request however it is written, and hanging up."""

import asyncio
import json
import mimetypes
from typing import Any, NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import Request
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.local.refusals import bad_request


class Part(NamedTuple):
    """A file as it was sent."""

    name: str
    mime_type: str
    content: bytes


Parts = dict[str, Part]

_transports: dict[tuple[str, int], asyncio.Transport] = {}


class Line(H11Protocol):
    """An HTTP connection that can be cut in the middle of a request."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if self.client:
            _transports[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.client:
            _transports.pop(self.client, None)
        super().connection_lost(exc)


async def hang_up(request: Request) -> None:
    """Cut the connection a request came by, without a word."""
    client = request.client
    transport = _transports.get((client.host, client.port)) if client else None
    if transport:
        transport.abort()
    while not await request.is_disconnected():
        await asyncio.sleep(0)


async def read_request(request: Request) -> tuple[dict[str, Any], Parts]:
    """Parameters from the address, a form or JSON, and the parts that carry files."""
    sent: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json":
        sent |= await read_json(request)
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form() as form:
            words = {key: part for key, part in form.items() if isinstance(part, str)}
            files = {key: await read_part(part) for key, part in form.items() if isinstance(part, UploadFile)}
        return sent | words, files
    return sent, {}


async def read_part(part: UploadFile) -> Part:
    name = part.filename or "file"
    mime_type = part.content_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Part(name, mime_type, await part.read())


async def read_json(request: Request) -> dict[str, Any]:
    body = await request.body()
    try:
        sent = json.loads(body) if body else {}
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(sent, dict):
        raise bad_request("object expected as JSON")
    return sent
