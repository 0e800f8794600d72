"""The drive API: how the phones page and the tests look at the platform and act as the people on it."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.local import phones
from bot.local.chats import Account, Chat
from bot.local.content import content_of
from bot.local.faults import Fault
from bot.local.platform import Platform
from bot.local.refusals import Refused
from bot.local.wire import read_json

Asked = dict[str, Any]
LONGEST_WAIT = 50  # seconds


class Drive:
    def __init__(self, platform: Platform) -> None:
        self.platform = platform

    def routes(self) -> list[Route]:
        posts: dict[str, Callable[[Asked], Any]] = {
            "send": self.send,
            "press": self.press,
            "people": self.add_person,
            "chats": self.open_chat,
            "block": self.block,
            "deactivate": self.deactivate,
            "migrate": self.migrate,
            "kick": self.kick,
            "pace": self.keep_pace,
            "faults": self.order_fault,
            "updates": self.platform.updates.inject,
        }
        return [
            Route("/local/state", self.state),
            Route("/local/events", self.stream),
            Route("/local/events.json", self.events),
            Route("/local/requests", self.requests),
            Route("/local/faults", self.clear_faults, methods=["DELETE"]),
            Route("/local/files/{file_id}/{name}", self.download),
            *(Route(f"/local/{name}", post(act), methods=["POST"]) for name, act in posts.items()),
        ]

    # Looking

    async def state(self, request: Request) -> Response:
        bot = {key: self.platform.bot[key] for key in ("id", "first_name", "username")}
        return JSONResponse(
            {
                "bot": bot,
                "people": [person_shown(person) for person in self.platform.people.values()],
                "chats": [chat_shown(chat) for chat in self.platform.chats.values()],
                "commands": commands_shown(self.platform),
                "n": self.platform.feed.last,
            }
        )

    async def events(self, request: Request) -> Response:
        after, wait = (float(request.query_params.get(key, 0)) for key in ("after", "wait"))
        return JSONResponse(await self.platform.feed.wait(int(after), min(wait, LONGEST_WAIT)))

    async def stream(self, request: Request) -> Response:
        after = int(request.headers.get("last-event-id") or request.query_params.get("after") or 0)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self.server_sent(after), media_type="text/event-stream", headers=headers)

    async def server_sent(self, after: int) -> AsyncIterator[str]:
        feed = self.platform.feed
        yield ": hello\n\n"
        while not feed.closed:
            events = await feed.wait(after, 15)
            for event in events:
                yield f"id: {event['n']}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n"
            after += len(events)
            if not events:
                yield ": still here\n\n"

    async def requests(self, request: Request) -> Response:
        return JSONResponse([asdict(seen) for seen in self.platform.requests])

    async def download(self, request: Request) -> Response:
        file = self.platform.files.get(request.path_params["file_id"])
        if file is None:
            return JSONResponse({"error": "no such file"}, 404)
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        return Response(file.content, media_type=file.mime_type, headers=headers)

    # Acting

    def send(self, asked: Asked) -> Any:
        chat, user, kind = asked["chat"], asked["from"], asked.get("kind", "text")
        if kind == "edited":
            return phones.edit(self.platform, chat, asked["message_id"], asked["text"])
        reply = asked.get("reply_to")
        more = {"reply_to_message": self.platform.chat(chat).messages[reply]} if reply else {}
        if kind == "text":
            return phones.say(self.platform, chat, user, asked["text"], **more)
        return phones.send(self.platform, chat, user, **content_of(self.platform, kind, asked), **more)

    def press(self, asked: Asked) -> Any:
        pressed = phones.press(self.platform, asked["chat"], asked["from"], asked["message_id"], asked["data"])
        return {"id": pressed}

    def add_person(self, asked: Asked) -> Any:
        """A new person, or one who is there already and changes."""
        user = asked.pop("id", None) or self.platform.next_person_id()
        if user in self.platform.people:
            return person_shown(self.platform.change_person(user, **asked))
        return person_shown(self.platform.add_person(Account(user, **asked)))

    def open_chat(self, asked: Asked) -> Any:
        return chat_shown(phones.open_group(self.platform, **asked))

    def block(self, asked: Asked) -> Any:
        phones.block(self.platform, asked["user"], blocked=asked["blocked"])
        return {}

    def deactivate(self, asked: Asked) -> Any:
        phones.deactivate(self.platform, asked["user"])
        return {}

    def migrate(self, asked: Asked) -> Any:
        return chat_shown(phones.migrate(self.platform, asked["chat"]))

    def kick(self, asked: Asked) -> Any:
        phones.kick(self.platform, asked["chat"])
        return {}

    def keep_pace(self, asked: Asked) -> Any:
        self.platform.pace.kept = asked["kept"]
        return {}

    def order_fault(self, asked: Asked) -> Any:
        self.platform.faults.order(Fault(**asked))
        return {}

    async def clear_faults(self, request: Request) -> Response:
        self.platform.faults.clear()
        return JSONResponse({})


def post(act: Callable[[Asked], Any]) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        try:
            return JSONResponse(act(await read_json(request)))
        except Refused as refusal:
            return JSONResponse({"error": refusal.sentence}, refusal.status)
        except (KeyError, TypeError, ValueError) as wrong:
            return JSONResponse({"error": f"{type(wrong).__name__}: {wrong}"}, 400)

    return answer


def person_shown(person: Account) -> dict[str, Any]:
    return asdict(person)


def chat_shown(chat: Chat) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": chat.id, "type": chat.type, "title": chat.title, "members": chat.members}
    shown["messages"] = list(chat.messages.values())
    if chat.keyboard:
        shown["keyboard"] = chat.keyboard
    return shown


def commands_shown(platform: Platform) -> dict[str, list[dict[str, str]]]:
    """By language, "" for every other: those of private chats before those of every chat."""
    shown: dict[str, list[dict[str, str]]] = {}
    for scope in ("default", "all_private_chats"):
        for (key, language), commands in platform.profile.commands.items():
            if json.loads(key)["type"] == scope:
                shown[language] = commands
    return shown
