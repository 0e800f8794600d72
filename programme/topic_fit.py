"""How well what somebody offers, in their own words, answers what is sought, across languages by way of the list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from programme.experts import OfferedTopic
from programme.rarity import likeness
from programme.topics import Topics
from programme.vocabulary import Heard

LEAST_PIVOT = 0.3  # below it the two meet on no topic of the list
LEAST_WORDS = 0.6  # from here on, own words alone carry an offer that no topic of the list connects
WORDS_SHARE = 0.25  # how much of the fit the own words decide between two on the same topic


@dataclass(frozen=True)
class TopicFit:
    """The offered topic that fits best; `same` when both sides mean that topic of the list."""

    fit: float
    offered: OfferedTopic
    topic: str | None
    same: bool

    def reason(self, agreed: bool = True) -> dict[str, str | None]:
        """Why the offer fits, as data: in the words of whoever offers.

        Where the topic was not `agreed` with whoever seeks, it is only near what they mean.
        """
        code = "words_alike" if self.topic is None else "topic_same" if self.same and agreed else "topic_near"
        return {"code": code, "topic": self.topic, "words": self.offered.words}


@dataclass(frozen=True)
class Meaning:
    """Words as the list understands them: topics, the likeliest with 1; none when the list does not know them."""

    words: str
    topics: tuple[tuple[str, float], ...]


@lru_cache(maxsize=100_000)
def meaning(topics: Topics, words: str, agreed: tuple[str, ...] = ()) -> Meaning:
    """What words mean; topics agreed with the person stand for sure."""
    if agreed:
        return Meaning(words, tuple((topic, 1.0) for topic in agreed))
    found = topics.find(words)
    return Meaning(words, () if found.verdict == "none" else meant(found.ranked))


def meant(ranked: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Of ranked topics the first three, each beside the first; one half as likely is meant a quarter."""
    return tuple((topic, round((score / ranked[0][1]) ** 2, 4)) for topic, score in ranked[:3])


def fit(topics: Topics, sought: Meaning, offered: Iterable[OfferedTopic]) -> TopicFit | None:
    """The best of the offered topics; None when none of them is what is sought."""
    found = [one for one in (_fit_of(topics, sought, topic) for topic in offered) if one]
    return max(found, key=lambda one: one.fit, default=None)


@lru_cache(maxsize=20_000)
def _heard(topics: Topics, words: str) -> tuple[Heard, ...]:
    return tuple(topics.hear(words))


def _fit_of(topics: Topics, sought: Meaning, offered: OfferedTopic) -> TopicFit | None:
    theirs = meaning(topics, offered.words, (offered.topic,) if offered.topic else ())
    words = likeness(_heard(topics, sought.words), _heard(topics, offered.words), topics.rarity)
    return worth(sought, dict(sought.topics), theirs.topics, words, offered)


def worth(
    sought: Meaning,
    wanted: Mapping[str, float],
    theirs: Sequence[tuple[str, float]],
    words: float,
    offered: OfferedTopic,
) -> TopicFit | None:
    """The fit of two that mean these topics and whose words are so much alike; None when they do not meet."""
    pivot, topic = max(
        ((wanted[topic] * sure, topic) for topic, sure in theirs if topic in wanted), default=(0.0, None)
    )
    if pivot < LEAST_PIVOT and words < LEAST_WORDS:
        return None
    score = max((1 - WORDS_SHARE) * pivot + WORDS_SHARE * words, 0.8 * words)
    same = topic is not None and topic == theirs[0][0] and topic == sought.topics[0][0]
    return TopicFit(score, offered, topic or (theirs[0][0] if theirs else None), same)
