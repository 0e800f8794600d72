"""The outbox: messages written in the transaction that decides them, and sent after it."""

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.tables import Message


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
