"""The outbox: messages written in the transaction that decides them, and sent after it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.orm import Session

from storage.tables import Group, Message, Person

# Seconds until what may have arrived is sent once more; together a day, and then it is given up.
PAUSES = (2, 6, 20, 60, 300, 900, 1800, *[3600] * 23)
HOLDS_BACK = 3
"""So often is such a message tried before what comes after it in its chat may overtake it."""


def put(
    session: Session,
    platform: str,
    chat: str,
    body: dict[str, Any],
    now: datetime,
    *,
    kind: Literal["send", "edit"] = "send",
    target: str | None = None,
    document: tuple[str, str, bytes] | None = None,
    due_at: datetime | None = None,
    must_arrive: bool = True,
) -> Message:
    """Queue one message; `document` is name, MIME type, content."""
    name, mime, content = document or (None, None, None)
    message = Message(
        platform=platform,
        chat=chat,
        kind=kind,
        target=target,
        body=body,
        document_name=name,
        document_mime=mime,
        document=content,
        must_arrive=must_arrive,
        due_at=due_at or now,
        created_at=now,
    )
    session.add(message)
    return message


def release(session: Session, platform: str, chat: str, now: datetime) -> None:
    """Let go now, in its order, what was held until later for this chat."""
    held = and_(Message.status == "queued", Message.due_at > now)
    session.execute(update(Message).where(Message.platform == platform, Message.chat == chat, held).values(due_at=now))


def hold_back(session: Session, platform: str, chat: str, before: datetime) -> list[Message]:
    """Keep from this chat, for good, the messages from before this moment that are not sent yet; not their files."""
    stale = list(
        session.scalars(
            select(Message).where(
                Message.platform == platform,
                Message.chat == chat,
                Message.status == "queued",
                Message.document.is_(None),
                Message.created_at < before,
            )
        )
    )
    for message in stale:
        message.status = "held"
    return stale


def sent_as(session: Session, platform: str, chat: str, platform_message: str) -> Message | None:
    """The newest row that stands in this chat under the platform's own message id."""
    return session.scalar(
        select(Message)
        .where(
            Message.platform == platform,
            Message.chat == chat,
            Message.platform_message == platform_message,
        )
        .order_by(Message.id.desc())
        .limit(1)
    )


@dataclass(frozen=True)
class Due:
    """A message on its way, and the platform's id of the message it changes (None: it is a new one)."""

    message: Message
    target: str | None


def first_due(session: Session, platform: str, now: datetime) -> list[tuple[int, str]]:
    """The next message (id, chat) of each chat that can be reached and has none on its way, oldest first."""
    due = Message.due_at <= now
    waits = or_(
        and_(Message.status == "queued", due),
        and_(Message.status == "uncertain", or_(due, Message.tries <= HOLDS_BACK)),
    )
    firsts = (
        select(func.min(Message.id))
        .where(
            Message.platform == platform,
            waits,
            Message.chat.not_in(select(Message.chat).where(Message.platform == platform, Message.status == "sending")),
            Message.chat.not_in(select(Person.account).where(Person.platform == platform, ~Person.reachable)),
            Message.chat.not_in(select(Group.chat).where(Group.platform == platform, ~Group.reachable)),
        )
        .group_by(Message.chat)
    )
    rows = session.execute(select(Message.id, Message.chat).where(Message.id.in_(firsts), due).order_by(Message.id))
    return [(row.id, row.chat) for row in rows]


def begin(session: Session, ids: Collection[int]) -> list[Due]:
    """Mark these as on their way: committed before the platform is called, so that a kill leaves a trace."""
    messages = session.scalars(
        select(Message)
        .where(Message.id.in_(ids), Message.status.in_(("queued", "uncertain")))
        .order_by(Message.id)
        .with_for_update(skip_locked=True)
    ).all()
    for message in messages:
        message.status = "sending"
    return [_due(session, message) for message in messages]


def arrived(message: Message, platform_message: str | None, now: datetime) -> None:
    message.status = "sent"
    message.sent_at = now
    message.platform_message = platform_message or message.platform_message


def words_arrived(message: Message) -> None:
    """Its file goes next, without the words."""
    message.status, message.body = "queued", message.body | {"words_sent": True}


def put_back(message: Message) -> None:
    """It was certainly not sent."""
    message.status = "queued"


def doubt(message: Message, now: datetime) -> bool:
    """It may have been sent. False when it has been tried for a day and is given up.

    An edit can be repeated without harm, and what must arrive is sent again; the rest is held back.
    """
    if not message.must_arrive and message.kind == "send":
        message.status = "held"
        return True
    message.tries += 1
    if message.tries > len(PAUSES):
        message.status = "failed"
        return False
    message.status = "uncertain"
    message.due_at = now + timedelta(seconds=PAUSES[message.tries - 1])
    return True


def fail(session: Session, row: int) -> None:
    """Give it up, so that it stands in nobody's way."""
    session.get_one(Message, row).status = "failed"


def send_anew(message: Message) -> None:
    """What it should have changed is not there any more: it comes as a new message."""
    message.kind, message.target, message.status = "send", None, "queued"


def recover(session: Session, platform: str, now: datetime) -> int:
    """After a kill: what was on its way may have arrived. How many there were."""
    left = session.scalars(select(Message).where(Message.platform == platform, Message.status == "sending")).all()
    for message in left:
        if doubt(message, now) and message.status == "uncertain":
            message.due_at = now
    return len(left)


def proven(session: Session, platform: str, chat: str, platform_message: str, about: str, revision: int) -> None:
    """Somebody pressed a button of this message, so it arrived, whatever the connection said."""
    if sent_as(session, platform, chat, platform_message):
        return
    doubted = session.scalars(
        select(Message).where(Message.platform == platform, Message.chat == chat, Message.status == "uncertain")
    )
    for message in doubted:
        choices = [choice for row in message.body.get("choices", ()) for choice in row]
        if any((choice.get("about"), choice.get("revision")) == (about, revision) for choice in choices):
            message.status, message.platform_message = "sent", platform_message


def _due(session: Session, message: Message) -> Due:
    """An edit of what never arrived is a new message."""
    target = message.target if message.kind == "edit" else None
    if target and target.startswith("#"):
        earlier = session.get(Message, int(target.removeprefix("#")))
        target = earlier.platform_message if earlier else None
    if target is None:
        message.kind = "send"
    return Due(message, target)
