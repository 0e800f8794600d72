"""What is kept. The classes are the nouns of the product; nothing stands between them and the code that uses them."""

from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from storage.database import Moment


class Table(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Moment, dict[str, Any]: JSON, list[Any]: JSON, str: String}


class Person(Table):
    """Somebody who writes to the bot, and the conversation they are in."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("platform", "account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    account: Mapped[str]
    """The platform's own id of this user; a private chat has the same."""
    language: Mapped[str]
    zone: Mapped[str] = mapped_column(default="Europe/Istanbul")
    name: Mapped[str | None]
    municipality: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    contact_asked: Mapped[bool] = mapped_column(default=False)
    """Whether a contact was asked for; without one, a link to the account stands in."""
    standing: Mapped[str] = mapped_column(default="unconfirmed")
    """unconfirmed | confirmed | refused | erased: whether a coordinator says they work where they say.

    held: reported by the other side, until a coordinator decides.
    """
    coordinator: Mapped[bool] = mapped_column(default=False)
    reachable: Mapped[bool] = mapped_column(default=True)
    noticed_at: Mapped[datetime | None]
    """When the privacy notice was shown."""
    noticed_version: Mapped[int] = mapped_column(default=1)
    """Which version of it that was."""
    draft: Mapped[dict[str, Any] | None]
    revision: Mapped[int] = mapped_column(default=0)
    """Counts the questions put to this person; a button carries the one it was made for."""
    not_understood: Mapped[int] = mapped_column(default=0)
    """Messages in a row that the bot could not read."""
    created_at: Mapped[datetime]
    pseudonym: Mapped[str] = mapped_column(unique=True, default=lambda: token_hex(8))
    """How the audit log names this person."""


class Need(Table):
    """What a municipality seeks. open | proposed | agreed | paused | withdrawn."""

    __tablename__ = "needs"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    municipality: Mapped[str]
    words: Mapped[str]
    topics: Mapped[list[Any]]
    goal: Mapped[str | None]
    format: Mapped[str]
    place: Mapped[str | None]
    times: Mapped[dict[str, Any] | None]
    languages: Mapped[list[Any]]
    read: Mapped[list[Any]] = mapped_column(default=list)
    """Slots that were read from words and confirmed as they were read."""
    status: Mapped[str] = mapped_column(default="open", index=True)
    paused_until: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship()

    @property
    def reference(self) -> str:
        return f"N-{self.id:04}"


class Offer(Table):
    """What a person can share. active | paused | withdrawn. `topics` holds {"words", "topic" (id or null)}."""

    __tablename__ = "offers"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    municipality: Mapped[str]
    topics: Mapped[list[Any]]
    experience: Mapped[str | None]
    format: Mapped[str]
    place: Mapped[str | None]
    times: Mapped[dict[str, Any] | None]
    languages: Mapped[list[Any]]
    per_month: Mapped[float]
    read: Mapped[list[Any]] = mapped_column(default=list)
    """As in Need."""
    status: Mapped[str] = mapped_column(default="active", index=True)
    paused_until: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)
    change: Mapped[int] = mapped_column(default=0, index=True)
    """The number of its last change, counted over all offers (storage/changes.py)."""
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship()

    @property
    def reference(self) -> str:
        return f"O-{self.id:04}"


class Proposal(Table):
    """A match put to both sides with times. open | agreed | declined | silent | closed.

    Times are ISO moments in UTC; `asker_picks` and `expert_picks` are the ones each side said yes to.
    """

    __tablename__ = "proposals"

    id: Mapped[int] = mapped_column(primary_key=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    score: Mapped[float]
    reasons: Mapped[list[Any]]
    format: Mapped[str]
    times: Mapped[list[Any]]
    asker_picks: Mapped[list[Any]] = mapped_column(default=list)
    expert_picks: Mapped[list[Any]] = mapped_column(default=list)
    status: Mapped[str] = mapped_column(default="open", index=True)
    ended_by: Mapped[str | None]
    """asker | expert: who said no or kept silent."""
    reason: Mapped[str | None]
    declined_for: Mapped[str | None]
    """once | month | open: for how long the expert said no; only "once" is for this need for good."""
    place: Mapped[dict[str, Any] | None]
    """Where they would meet, as it was when this was proposed: {"town": id} or {"words"}; None while it is open."""
    deadline: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]

    need: Mapped[Need] = relationship()
    offer: Mapped[Offer] = relationship()


class Meeting(Table):
    """What both sides agreed on. agreed | cancelled."""

    __tablename__ = "meetings"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposals.id"), unique=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    minutes: Mapped[int] = mapped_column(default=60)
    format: Mapped[str]
    place: Mapped[dict[str, Any] | None]
    """As in Proposal."""
    link: Mapped[str | None]
    code: Mapped[str] = mapped_column(unique=True)
    sequence: Mapped[int] = mapped_column(default=0)
    """The calendar file's own counter: a newer file replaces an older one."""
    names_told_at: Mapped[datetime | None]
    status: Mapped[str] = mapped_column(default="agreed")
    created_at: Mapped[datetime]

    proposal: Mapped[Proposal] = relationship()


class Alert(Table):
    """Something that needs a coordinator. `about` is the thing it is about, as a press names it."""

    __tablename__ = "alerts"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    about: Mapped[str] = mapped_column(index=True)
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Invitation(Table):
    """A link that makes whoever opens it first a coordinator. Only the hash of its word is kept."""

    __tablename__ = "invitations"

    hash: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Timer(Table):
    """Something promised for later: what, about whom, due when. waiting | fired | cancelled | failed."""

    __tablename__ = "timers"
    __table_args__ = (Index(None, "status", "due_at"), Index(None, "what", "about"))

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str]
    about: Mapped[int]
    due_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(default="waiting")
    tries: Mapped[int] = mapped_column(default=0)


class Message(Table):
    """A message in the queue, and afterwards the record that it went out.

    queued | sending | sent | uncertain | held | failed. `body` holds {"text": HTML, "choices": rows of {"label",
    "about", "revision", "value" | "url"}}. kind: send (a new message), edit (change message `target` in place),
    take_back (delete the messages `target` names, between commas). One that was emptied has no chat.
    `target` may also name an earlier row not yet sent: "#<row id>".
    """

    __tablename__ = "messages"
    __table_args__ = (Index(None, "status", "due_at"), Index(None, "platform", "chat", "platform_message"))

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    chat: Mapped[str]
    kind: Mapped[str]
    target: Mapped[str | None]
    body: Mapped[dict[str, Any]]
    document_name: Mapped[str | None]
    document_mime: Mapped[str | None]
    document: Mapped[bytes | None] = mapped_column(LargeBinary)
    must_arrive: Mapped[bool] = mapped_column(default=True)
    in_passing: Mapped[bool] = mapped_column(default=False)
    """Whether it is emptied once it has gone out, for nothing about whoever gets it may be kept."""
    status: Mapped[str] = mapped_column(default="queued")
    tries: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    platform_message: Mapped[str | None]
    """The platform's own id of the message, once it is known."""


class Group(Table):
    """A group's address that changed: where it goes on now, or that the bot is in it no more."""

    __tablename__ = "groups"
    __table_args__ = (UniqueConstraint("platform", "chat"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    chat: Mapped[str]
    moved_to: Mapped[str | None]
    reachable: Mapped[bool] = mapped_column(default=True)


class Handled(Table):
    """A key already handled, so that nothing is done twice."""

    __tablename__ = "handled"

    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class Parked(Table):
    """An update that could not be handled: how often it was tried, the traceback's id, and that it was given up."""

    __tablename__ = "parked"

    key: Mapped[str] = mapped_column(primary_key=True)
    tries: Mapped[int] = mapped_column(default=0)
    trace: Mapped[str | None]
    given_up_at: Mapped[datetime | None]


class ReadingCount(Table):
    """How often what was read from words fared like this, by month, flow and slot: no person, no words.

    kept | edited | cleared when confirmed; later: edited after that, within days.
    first_guess | other_guess | no_guess: what became of a "did you mean". understood | not_understood: whole messages.
    """

    __tablename__ = "reading_counts"

    month: Mapped[str] = mapped_column(primary_key=True)
    """As 2026-11."""
    flow: Mapped[str] = mapped_column(primary_key=True)
    """Empty for messages outside any."""
    slot: Mapped[str] = mapped_column(primary_key=True)
    """Empty for whole messages."""
    language: Mapped[str] = mapped_column(primary_key=True)
    fate: Mapped[str] = mapped_column(primary_key=True)
    times: Mapped[int]


class Example(Table):
    """Words that meant a topic once: what the topics learn from. Folded words that tell something, nothing else.

    kind: answer (to "did you mean") | match (agreed on) | correction (a coordinator's).
    """

    __tablename__ = "examples"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(index=True)
    topic: Mapped[str]
    kind: Mapped[str]
    municipality: Mapped[str | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"), index=True)
    """Whose words they were, to count different people; nothing of theirs is shown, and it goes when they go."""
    created_at: Mapped[datetime]
    forgotten_at: Mapped[datetime | None]
    """Since when it counts no more."""


class Stamp(Table):
    """A mark that is another one after every change of something that processes hold in memory."""

    __tablename__ = "stamps"

    what: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[str]


class Heard(Table):
    """Until when all that people wrote on a platform has been answered; older than it keeps messages, some are lost."""

    __tablename__ = "heard"

    platform: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    lost_until: Mapped[datetime | None]
    """Set when a backup was put back: what people wrote between `at` and then is gone, and nobody was told yet."""


class Entry(Table):
    """Who did what, for the audit log: ids, no words. `actor` is a person's pseudonym; None is the bot by itself."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str | None]
    action: Mapped[str]
    about: Mapped[str] = mapped_column(index=True)
    hash: Mapped[str]
    """Of this entry and of the hash of the one before."""


class Erasure(Table):
    """Somebody had everything about them erased. Kept is a slow, salted hash of the account, which tells nobody who it
    was but finds them in a backup from before."""

    __tablename__ = "erasures"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    salt: Mapped[str]
    hash: Mapped[str]

    @property
    def reference(self) -> str:
        return f"D-{self.id:04}"
