"""Where messages can be brought: chats that are shut, that open again, that go on elsewhere."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage import people
from storage.tables import Group, Message


def where_now(session: Session, platform: str, chat: str) -> str:
    """Where this chat goes on: a group may have moved, and moved again."""
    been = {chat}
    while (noted := people.group(session, platform, chat)) and noted.moved_to and noted.moved_to not in been:
        chat = noted.moved_to
        been.add(chat)
    return chat


def shut(session: Session, platform: str, chat: str) -> None:
    """Keep back what is for this chat: nobody is reached there."""
    person = people.find(session, platform, chat)
    if person:
        person.reachable = False
    else:
        people.group_noted(session, platform, chat).reachable = False


def reopen(session: Session, platform: str, chat: str) -> None:
    """Something was heard from this chat, so somebody is reached there again."""
    session.execute(
        update(Group).where(Group.platform == platform, Group.chat == chat, ~Group.reachable).values(reachable=True)
    )


def readdress(session: Session, platform: str, old_chat: str, new_chat: str) -> None:
    """All that is still to be sent to a chat goes to another."""
    session.execute(
        update(Message)
        .where(
            Message.platform == platform,
            Message.chat == old_chat,
            Message.status.in_(("queued", "sending", "uncertain")),
        )
        .values(chat=new_chat)
    )
