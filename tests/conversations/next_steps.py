"""Whether what somebody was told leads on: an open question, a button, or words that say what to write."""

from functools import cache

from conversations.wording import LANGUAGES, catalogue
from storage.tables import Message, Person

SAY_WHAT_TO_DO = (
    "answers.cancelled",
    "another_time.cancelled",
    "contact.cancelled",
    "not_me.cancelled",
    "answers.not_there",
    "need.done",
    "need.gone",
    "offer.gone",
    "proposal.not_yours",
    "proposal.over",
    "proposal.over_agreed",
    "standing.nothing",
    "meeting.you_are_refused",
    "need.kept_for_refused",
    "offer.kept_for_refused",
    "report.held",
)
"""Texts that name the next step in words."""
ENDS = (
    "answers.change_cancelled",
    "withdraw.cancelled",
    "erase.cancelled",
    "offer.done",
    "offer.changed",
    "need.changed",
    "profile.done",
    "proposal.declined_once",
    "proposal.declined_month",
    "proposal.declined_open",
    "proposal.asked",
    "withdraw.done_need",
    "withdraw.done_offer",
    "meeting_link.done",
    "meeting_link.gone",
    "meeting.agreed",
    "alerts.confirmed",
    "alerts.refused",
    "alerts.for_coordinators",
    "alerts.settled_already",
    "menu.language_is_now",
    "need.waits",
    "report.done",
    "report.cancelled",
    "report.released",
    "report.need_waits",
    "report.proposal_waits",
)
"""Texts at which everything is done that was begun: what comes next comes by itself."""


def leads_on(person: Person, told: list[Message]) -> bool:
    return bool(
        person.draft
        or any(message.body["choices"] for message in told)
        or any(_fits(key, message.body["text"]) for message in told for key in (*SAY_WHAT_TO_DO, *ENDS))
    )


def _fits(key: str, said: str) -> bool:
    return any(all(piece in said for piece in _pieces(key, language)) for language in LANGUAGES)


@cache
def _pieces(key: str, language: str) -> tuple[str, ...]:
    """What of a text does not depend on its gaps."""
    text = catalogue(language)[key]
    return tuple(piece for part in text.split("{") if (piece := part.rpartition("}")[2]))
