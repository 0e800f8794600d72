"""What is known of the two sides when a need looks for experts: the expert with an offer, and what is sought."""

from dataclasses import dataclass

from programme.times import Times


@dataclass(frozen=True, slots=True)
class OfferedTopic:
    """A topic somebody offers: their own words, and the topic of the list it was agreed to be, if any."""

    words: str
    topic: str | None = None


@dataclass(frozen=True)
class Expert:
    """A person's active offer. Formats are "online" and "face_to_face", both for either.

    `per_month` meetings were agreed to (0.33 is one a quarter), `used_this_month` of them in the month in which they
    would meet. `recent_load` counts the person's meetings and open proposals of the last 90 days, `silent` the
    proposals they left unanswered in them. No languages or formats known means none is held against them.
    """

    offer: int
    person: int
    municipality: str
    topics: tuple[OfferedTopic, ...]
    formats: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
    per_month: float = 1.0
    used_this_month: int = 0
    times: Times | None = None
    zone: str = "Europe/Istanbul"
    country: str = "TR"
    recent_load: int = 0
    silent: int = 0


@dataclass(frozen=True)
class Sought:
    """What a need asks for; topics are ids, empty when its words are on no list.

    Of persons: `declined` said no to this need or already had it and are left out, like everybody of the
    municipalities `turned_down` by the asker; `reluctant` said no to this municipality lately; `met` are known to the
    asker from a meeting.
    """

    words: str
    topics: tuple[str, ...] = ()
    format: str = "either"
    languages: tuple[str, ...] = ()
    times: Times | None = None
    municipality: str = ""
    zone: str = "Europe/Istanbul"
    declined: frozenset[int] = frozenset()
    turned_down: frozenset[str] = frozenset()
    reluctant: frozenset[int] = frozenset()
    met: frozenset[int] = frozenset()
