"""Who is on the platform and where they talk: people, chats, the files sent in them."""

from dataclasses import dataclass, field
from typing import Any

Message = dict[str, Any]


@dataclass
class Account:
    """A person's account on the platform; their private chat with the bot has the same id."""

    id: int
    first_name: str
    last_name: str = ""
    language_code: str | None = "tr"
    username: str | None = None
    title: str = ""  # for the page: what they do and where
    chips: list[str] = field(default_factory=list)  # for the page: sentences to try
    started: bool = True  # has opened the chat, so that the bot may write
    blocked: bool = False
    deactivated: bool = False

    def as_user(self) -> dict[str, Any]:
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for key in ("last_name", "username", "language_code"):
            if getattr(self, key):
                user[key] = getattr(self, key)
        return user


@dataclass
class Chat:
    id: int
    type: str  # "private", "group", "supergroup"
    title: str = ""
    members: list[int] = field(default_factory=list)
    messages: dict[int, Message] = field(default_factory=dict)
    is_forum: bool = False
    topics: dict[int, str] = field(default_factory=dict)  # of a forum, by thread
    bot_reads_all: bool = False  # in a group: privacy mode is off or the bot is an administrator
    bot_was_kicked: bool = False
    migrated_to: int | None = None
    keyboard: dict[str, Any] | None = None  # the reply keyboard shown now
    sent: int = 0

    def next_message_id(self) -> int:
        self.sent += 1
        return self.sent

    def as_chat(self, owner: Account | None = None) -> dict[str, Any]:
        if owner is None:
            forum = {"is_forum": True} if self.is_forum else {}
            return {"id": self.id, "type": self.type, "title": self.title, **forum}
        return {"id": self.id, "type": "private"} | {
            key: value for key, value in owner.as_user().items() if key in ("first_name", "last_name", "username")
        }


@dataclass(frozen=True)
class File:
    id: str
    unique_id: str
    name: str
    mime_type: str
    content: bytes

    @property
    def path(self) -> str:
        return f"documents/{self.unique_id}/{self.name}"

    def as_document(self) -> dict[str, Any]:
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_size": len(self.content),
        }
