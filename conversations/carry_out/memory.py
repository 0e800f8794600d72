"""What is remembered of earlier proposals when a need looks for an expert: who said no to whom, and who kept silent."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from conversations.outbox import Turn
from storage import proposals as kept
from storage.tables import Need, Proposal

SAME_WISH = timedelta(days=30)
"""For so long a no for once to a need also holds for the asker's next one on the same topic: it is likely the same."""
RECENT = timedelta(days=90)


@dataclass(frozen=True)
class Memory:
    """Persons are ids. `declined` are not asked for this need, nor is anybody of the municipalities `turned_down`.

    `reluctant` said no to this municipality lately, or left it without an answer. `silent` counts, for everybody, the
    proposals left without an answer lately.
    """

    declined: frozenset[int]
    turned_down: frozenset[str]
    reluctant: frozenset[int]
    silent: Counter[int]


def remember(turn: Turn, need: Need) -> Memory:
    tried = [one for one in kept.of_need(turn.session, need) if not may_come_again(one)]
    lately = kept.ended(turn.session, turn.now - RECENT)
    said_no = [one for one in lately if _by_expert(one)]
    return Memory(
        frozenset(one.offer.person_id for one in (*tried, *said_no) if one in tried or _same_wish(one, need, turn.now)),
        frozenset(one.offer.municipality for one in tried if one.status == "declined" and one.ended_by == "asker"),
        frozenset(one.offer.person_id for one in said_no if one.need.municipality == need.municipality),
        Counter(one.offer.person_id for one in said_no if one.status == "silent"),
    )


def may_come_again(proposal: Proposal) -> bool:
    """Whether it ended without a no to this very need: the expert can well be asked again, once they are there."""
    if proposal.status in ("silent", "declined"):
        by_asker = proposal.ended_by == "asker"
        return by_asker if proposal.status == "silent" else not by_asker and proposal.declined_for != "once"
    return proposal.status == "closed"


def _by_expert(proposal: Proposal) -> bool:
    """Whether the expert said no, for whatever time, or nothing at all; not when their offer went or changed."""
    said = proposal.status == "silent" or proposal.declined_for is not None
    return said and proposal.ended_by == "expert"


def _same_wish(proposal: Proposal, need: Need, now: datetime) -> bool:
    """Whether a no for once was to a need of the same asker that is likely the same wish in other words."""
    asked = proposal.need
    shared = not set(asked.topics).isdisjoint(need.topics) or asked.words == need.words
    recent = proposal.created_at > now - SAME_WISH
    return proposal.declined_for == "once" and asked.person_id == need.person_id and shared and recent
