"""The offers as this process searches them: read once, then followed change by change, in whichever process it was."""

from collections.abc import Iterator
from threading import Lock
from typing import NamedTuple

from sqlalchemy.orm import Session

from programme.expert_search import ExpertSearch
from programme.experts import OfferedTopic
from programme.topic_fit import Meaning
from programme.topics import Topics
from storage import changes
from storage.tables import Offer

_ALL = 1_000_000


class Likely(NamedTuple):
    """An offer on what is sought, with whose it is and how well its topic fits."""

    offer: int
    person: int
    municipality: str
    fit: float


class Pool:
    """Every offer that may be proposed, by its words and topics, as far as it is committed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._begin(None)

    def likely(self, session: Session, sought: Meaning) -> list[Likely]:
        """All that fit what is sought, best first; what this transaction itself has changed is left out."""
        unsettled = changes.here(session)
        with self._lock:
            self._follow(session, unsettled)
            found = self._search.search(sought, _ALL)
            return [Likely(offer, *self._whose[offer], one.fit) for offer, one in found if offer not in unsettled]

    def forget(self) -> None:
        """Read everything anew at the next question; for a database that was taken back to an earlier state."""
        with self._lock:
            self._begin(None)

    def _begin(self, database: str | None) -> None:
        self._database, self._seen = database, 0
        self._search = ExpertSearch[int](Topics.load())
        self._whose: dict[int, tuple[int, str]] = {}

    def _follow(self, session: Session, unsettled: set[int]) -> None:
        mark = changes.mark(session)
        database, newest = mark or (None, 0)
        if database != self._database:
            self._begin(database)
        self._search.relearn(Topics.load())
        if newest == self._seen:
            return
        for offer in changes.since(session, self._seen):
            if offer.id not in unsettled:
                self._put(offer)
        if not unsettled:
            self._seen = newest

    def _put(self, offer: changes.Changed) -> None:
        self._whose[offer.id] = (offer.person, offer.municipality)
        if offer.findable:
            self._search.put(offer.id, offered(offer))
        else:
            self._search.remove(offer.id)


def offered(offer: Offer | changes.Changed) -> Iterator[OfferedTopic]:
    """The topics of an offer as matching sees them."""
    return (OfferedTopic(topic["words"], topic["topic"]) for topic in offer.topics)


POOL = Pool()
