"""The Bot API over HTTP: read a request, hold it against the schema, let a fault strike, act, answer."""

from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.local import connection, membership, methods, platform, profile
from bot.local.chats import File
from bot.local.faults import HungUp
from bot.local.platform import Platform
from bot.local.refusals import Refused, bad_request, webhook_is_set
from bot.local.schema import schema
from bot.local.wire import Part, Parts, hang_up, read_request

METHODS = {
    name.lower(): method for part in (methods, connection, membership, profile) for name, method in part.METHODS.items()
}
UNAUTHORIZED = Refused(401, "Unauthorized")
NOT_FOUND = Refused(404, "Not Found")
MOST_BYTES = 50_000_000


class BotApi:
    def __init__(self, platform: Platform) -> None:
        self.platform = platform

    def routes(self) -> list[Route]:
        return [
            Route("/bot{token}/{method}", self.answer, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self.download),
        ]

    async def answer(self, request: Request) -> Response:
        seen = platform.Request(request.path_params["method"], None, [], 200, self.platform.now())
        try:
            result = await self.result(request, seen)
        except Refused as refusal:
            seen.status = refusal.status
            return refused(refusal)
        except HungUp:
            seen.status = 0
            await hang_up(request)
            return Response()
        except ClientDisconnect:  # whoever asked was killed in the middle of it
            seen.status = 0
            return Response()
        return JSONResponse({"ok": True, "result": result})

    async def result(self, request: Request, seen: platform.Request) -> Any:
        if request.path_params["token"] != self.platform.token:
            raise UNAUTHORIZED
        sent, parts = await read_request(request)
        seen.chat = chat_named(sent)
        self.platform.requests.append(seen)
        fault = self.platform.faults.next(seen.method, seen.chat)
        if fault is None:
            return await self.act(seen.method, sent, parts, seen)
        return await fault.strike(lambda: self.act(seen.method, sent, parts, seen))

    async def act(self, method: str, sent: dict[str, Any], parts: Parts, seen: platform.Request) -> Any:
        polls = method.lower() == "getupdates"
        if not polls and method.lower() not in METHODS:
            seen.violations.append(f"{method}: unknown method")
            raise NOT_FOUND
        sent, violations = schema().check(method, sent, parts)
        seen.violations += map(str, violations)
        for violation in violations:
            if violation.refusal:
                raise bad_request(violation.refusal)
        if polls:
            return await self.get_updates(sent)
        files = {key: self.keep(part) for key, part in parts.items()}
        return METHODS[method.lower()](self.platform, sent, files)

    async def get_updates(self, sent: dict[str, Any]) -> list[dict[str, Any]]:
        if self.platform.webhook:
            raise webhook_is_set()
        updates = self.platform.updates
        updates.allowed = sent.get("allowed_updates", updates.allowed)
        limit = min(max(sent.get("limit", 100), 1), 100)
        return await updates.poll(sent.get("offset", 0), limit, max(sent.get("timeout", 0), 0))

    def keep(self, part: Part) -> File:
        if len(part.content) > MOST_BYTES:
            raise Refused(413, "Request Entity Too Large")
        return self.platform.keep_file(part.name, part.mime_type, part.content)

    async def download(self, request: Request) -> Response:
        if request.path_params["token"] != self.platform.token:
            return refused(UNAUTHORIZED)
        for file in self.platform.files.values():
            if file.path == request.path_params["path"]:
                return Response(file.content, media_type="application/octet-stream")
        return refused(NOT_FOUND)


def chat_named(sent: dict[str, Any]) -> Any:
    chat = sent.get("chat_id")
    return int(chat) if isinstance(chat, str) and chat.removeprefix("-").isdecimal() else chat


def refused(refusal: Refused) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.sentence}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return JSONResponse(body, refusal.status)
