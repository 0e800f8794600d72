"""People and groups as a test drives them: what they say and press, and what they see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.local import phones
from bot.local.chats import Account, Chat, Message
from bot.local.content import content_of
from bot.local.feed import Event

if TYPE_CHECKING:
    from bot.local.server import LocalTelegram


@dataclass(frozen=True)
class Seen:
    """A message as somebody sees it on their phone."""

    message: Message

    @property
    def id(self) -> int:
        return int(self.message["message_id"])

    @property
    def text(self) -> str:
        return str(self.message.get("text") or self.message.get("caption") or "")

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        return list(self.message.get("reply_markup", {}).get("inline_keyboard", []))

    @property
    def buttons(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]

    @property
    def document(self) -> dict[str, Any] | None:
        return self.message.get("document")

    def data(self, label: str) -> str:
        """What a press on that button sends; KeyError when there is no such button."""
        for row in self.rows:
            for button in row:
                if button["text"] == label and "callback_data" in button:
                    return str(button["callback_data"])
        raise KeyError(f"no button {label!r} among {self.buttons}")


Wanted = str | Callable[[Seen], bool]


class Room:
    """One chat, looked at from outside."""

    def __init__(self, telegram: LocalTelegram, chat_id: int) -> None:
        self.telegram = telegram
        self.chat_id = chat_id
        self._waited_up_to = 0

    @property
    def chat(self) -> Chat:
        return self.telegram.platform.chats[self.chat_id]

    def seen(self) -> list[Seen]:
        return self.telegram.do(lambda: [Seen(message) for message in self.chat.messages.values()])

    def messages(self) -> list[str]:
        """The texts in the chat, oldest first, everybody's."""
        return [seen.text for seen in self.seen()]

    @property
    def last(self) -> Seen:
        """The bot's newest message; IndexError when it has said nothing."""
        return [seen for seen in self.seen() if self._from_bot(seen.message)][-1]

    def wait_for(self, wanted: Wanted, seconds: float = 10) -> Seen:
        """The next message of the bot, new or edited, that has this text in it (or that the function likes).

        Each wait goes on after the message the last one found. Raises TimeoutError, saying what was seen.
        """
        return self.telegram.wait(self._next(wanted, seconds))

    def look_up(self) -> None:
        """Let the next wait overlook all that is there already."""
        self._waited_up_to = self.telegram.platform.feed.last

    async def _next(self, wanted: Wanted, seconds: float) -> Seen:
        feed = self.telegram.platform.feed
        loop = self.telegram.loop
        end, n = loop.time() + seconds, self._waited_up_to
        while events := await feed.wait(n, end - loop.time()):
            for event in events:
                n = event["n"]
                if self._shows(event) and (found := matches(wanted, Seen(event["message"]))):
                    self._waited_up_to = n
                    return found
        said = "\n".join(Seen(message).text for message in self.chat.messages.values()) or "nothing"
        raise TimeoutError(f"{wanted!r} was not seen within {seconds} s in chat {self.chat_id}; there was:\n{said}")

    def _shows(self, event: Event) -> bool:
        return (
            event["chat"] == self.chat_id
            and event["kind"] in ("message", "edited")
            and self._from_bot(event["message"])
        )

    def _from_bot(self, message: Message) -> bool:
        return bool(message["from"]["id"] == self.telegram.platform.bot_id)

    def message_with(self, label: str) -> Seen:
        """The newest message that has a button with that label; KeyError when there is none."""
        for seen in reversed(self.seen()):
            if label in seen.buttons:
                return seen
        raise KeyError(f"no message with a button {label!r} in chat {self.chat_id}")


def matches(wanted: Wanted, seen: Seen) -> Seen | None:
    found = wanted in seen.text if isinstance(wanted, str) else wanted(seen)
    return seen if found else None


class Person(Room):
    """Somebody with a phone, in their private chat with the bot."""

    def __init__(self, telegram: LocalTelegram, account: Account) -> None:
        super().__init__(telegram, account.id)
        self.account = account
        self.id = account.id

    def says(self, text: str, where: Room | None = None, answering: Seen | None = None) -> Seen:
        """Write to the bot, or into a group; answering quotes a message there."""
        chat = (where or self).chat_id
        quoted = {"reply_to_message": answering.message} if answering else {}
        return Seen(self.telegram.do(phones.say, self.telegram.platform, chat, self.id, text, **quoted))

    def sends(self, kind: str, **asked: Any) -> Seen:
        """A sticker, photo, voice, location, contact, document…"""

        def send() -> Message:
            platform = self.telegram.platform
            return phones.send(platform, self.id, self.id, **content_of(platform, kind, asked))

        return Seen(self.telegram.do(send))

    def edits(self, message: Seen, text: str) -> Seen:
        return Seen(self.telegram.do(phones.edit, self.telegram.platform, self.id, message.id, text))

    def presses(self, label: str, message: Seen | None = None, where: Room | None = None) -> str:
        """Press the button with that label, on the newest message that has it unless one is given."""
        room = where or self
        on = message or room.message_with(label)
        return self.press_data(on, on.data(label), room)

    def press_data(self, message: Seen, data: str, where: Room | None = None) -> str:
        """Press what the message may no longer show, as an old screen or another client does."""
        chat = (where or self).chat_id
        return self.telegram.do(phones.press, self.telegram.platform, chat, self.id, message.id, data)

    def becomes(self, **changes: Any) -> None:
        """Change name, language_code or username in the client."""
        self.telegram.do(self.telegram.platform.change_person, self.id, **changes)

    def leaves_telegram(self) -> None:
        self.telegram.do(phones.deactivate, self.telegram.platform, self.id)

    def blocks(self) -> None:
        self.telegram.do(phones.block, self.telegram.platform, self.id, blocked=True)

    def unblocks(self) -> None:
        self.telegram.do(phones.block, self.telegram.platform, self.id, blocked=False)


class Group(Room):
    """A group chat the bot is in."""

    def migrates(self) -> Group:
        """Becomes a supergroup; the group it is from now on."""
        return Group(self.telegram, self.telegram.do(phones.migrate, self.telegram.platform, self.chat_id).id)

    def says_anonymously(self, text: str) -> Seen:
        """An administrator who hides behind the group: the sender is an account of the platform's own."""
        return Seen(self.telegram.do(phones.say_anonymously, self.telegram.platform, self.chat_id, text))

    def deletes_topic(self, thread: int) -> None:
        self.telegram.do(phones.close_topic, self.telegram.platform, self.chat_id, thread)

    def kicks_the_bot(self) -> None:
        self.telegram.do(phones.kick, self.telegram.platform, self.chat_id)
