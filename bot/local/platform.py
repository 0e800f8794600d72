"""The platform itself, in memory: who is there, what was said, and what the bot may and may not do."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.local.chats import Account, Chat, File, Message
from bot.local.faults import Faults
from bot.local.feed import Feed
from bot.local.pace import Pace
from bot.local.refusals import bad_request, forbidden, migrated
from bot.local.updates import Updates
from bot.local.webhook import Webhook

FIRST_PERSON = 7_100_000_001  # beyond 32 bits, as new accounts are
FIRST_GROUP = -4_200_000_001
FIRST_SUPERGROUP = -1_002_300_000_001
PRESS_ANSWERABLE = 150  # seconds
PRIVATE = "private"


@dataclass
class Press:
    """A button press that waits for its answer."""

    id: str
    chat: int
    user: int
    at: float
    answered: bool = False


@dataclass
class Request:
    """One request of the bot, as the tests look back on it."""

    method: str
    chat: Any
    violations: list[str]
    status: int
    at: float


@dataclass
class Profile:
    """What the bot says about itself, by (scope, language) or by language; "" is every language."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "commands"})


class Platform:
    def __init__(
        self,
        token: str = "7000000001:local-platform-no-secret",
        first_name: str = "İmece",
        username: str = "imece_bot",
        now: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.now = now
        self.bot_id = int(token.partition(":")[0])
        self.bot = {"id": self.bot_id, "is_bot": True, "first_name": first_name, "username": username}
        self.people: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.presses: dict[str, Press] = {}
        self.requests: list[Request] = []
        self.profile = Profile()
        self.webhook: Webhook | None = None
        self.updates = Updates(now)
        self.pace = Pace(now)
        self.feed = Feed()
        self.faults = Faults()

    def close(self) -> None:
        if self.webhook:
            self.webhook.stop()
        self.updates.close()
        self.feed.close()

    # Who is there

    def add_person(self, person: Account) -> Account:
        self.people[person.id] = person
        self.chats.setdefault(person.id, Chat(person.id, PRIVATE, members=[person.id]))
        return person

    def change_person(self, user: int, **changes: Any) -> Account:
        person = self.people[user] = replace(self.people[user], **changes)
        return person

    def next_person_id(self) -> int:
        return max((FIRST_PERSON - 1, *self.people)) + 1

    def next_group_id(self, first: int = FIRST_GROUP) -> int:
        taken = [id_ for id_ in self.chats if first - 1_000_000 < id_ <= first]
        return min((first + 1, *taken)) - 1

    def chat(self, chat_id: Any) -> Chat:
        """The chat of that id, wherever the bot stands in it; refused when there is none."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def chat_to_write_to(self, chat_id: Any) -> Chat:
        """The chat of that id if the bot may write there now."""
        chat = self.chat(chat_id)
        if chat.migrated_to is not None:
            raise migrated(chat.migrated_to)
        if chat.bot_was_kicked:
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if chat.type == PRIVATE:
            person = self.people[chat.id]
            if person.deactivated:
                raise forbidden("user is deactivated")
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")
        return chat

    def as_chat(self, chat: Chat) -> dict[str, Any]:
        return chat.as_chat(self.people.get(chat.id))

    # What is said

    def post(self, chat: Chat, sender: dict[str, Any], **content: Any) -> Message:
        """Put a new message into a chat; everybody who looks sees it."""
        message: Message = {
            "message_id": chat.next_message_id(),
            "from": sender,
            "chat": self.as_chat(chat),
            "date": int(self.now()),
            **content,
        }
        chat.messages[message["message_id"]] = message
        self.feed.tell("message", chat.id, message=message)
        return message

    def change(self, chat: Chat, message: Message) -> Message:
        """Put a message in the place of the one with the same id."""
        message = {**message, "edit_date": int(self.now())}
        chat.messages[message["message_id"]] = message
        self.feed.tell("edited", chat.id, message=message)
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self.feed.tell("deleted", chat.id, message={"message_id": message_id})

    def keep_file(self, name: str, mime_type: str, content: bytes) -> File:
        number = len(self.files) + 1
        file = File(f"BQACAgQ{number:06d}", f"AgAD{number:06d}", name, mime_type, content)
        self.files[file.id] = file
        return file
