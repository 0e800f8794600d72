"""The programme's list of topics, and how people's words find their way onto it in either language."""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Literal

from programme.learned import Alias, Learned, Ranked
from programme.rarity import Rarity
from programme.second_vote import UNSURE, SecondVote
from programme.sureness import ASK_FROM, MATCH_FROM
from programme.topic_search import TopicSearch
from programme.vocabulary import Heard
from programme.words import tokens

MOST_RANKED = 10
SHIPPED = Path(__file__).parent / "data" / "topics.json"
Verdict = Literal["match", "ask", "none"]


@dataclass(frozen=True)
class Topic:
    """A topic municipalities exchange on; `theme` is an id of themes.csv.

    `aliases` are names and terms that mean the topic; `hints` everyday words that point to it and settle nothing.
    """

    id: str
    theme: str
    tr: str
    en: str
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        return self.tr if language == "tr" else self.en

    def names(self) -> tuple[str, ...]:
        """All that means the topic: its names, aliases and abbreviations."""
        return (self.tr, self.en, *self.abbreviations, *(alias for said in self.aliases.values() for alias in said))

    def pointers(self) -> tuple[str, ...]:
        return tuple(hint for said in self.hints.values() for hint in said)


@dataclass(frozen=True)
class Found:
    """What words mean: sure enough to go on, to be asked back, or none; topics with scores from 0 to 1, best first."""

    verdict: Verdict
    ranked: tuple[tuple[str, float], ...]


class Topics:
    """The list, ready to be searched."""

    _now: ClassVar["Topics | None"] = None

    def __init__(self, listed: Iterable[Topic], second_vote: SecondVote | None = None) -> None:
        self._topics = {topic.id: topic for topic in listed}
        self._second_vote = second_vote
        self._search = TopicSearch((topic.id, topic.names(), topic.pointers()) for topic in self)
        self._learned = Learned()

    @classmethod
    def load(cls) -> "Topics":
        """The list as this process knows it now: as shipped, and what it was told that was learned."""
        if cls._now is None:
            cls._now = cls.read(SHIPPED)
        return cls._now

    @classmethod
    def read(cls, *lists: Path) -> "Topics":
        """A list from files written as topics.json is; ValueError names the first that is not."""
        listed = [topic for path in lists for topic in _listed(path)]
        return cls(listed, SecondVote.load(name for topic in listed for name in topic.names()))

    @classmethod
    def learn(cls, aliases: Iterable[Alias]) -> None:
        """From now on `load` gives the list with these aliases, and no others, on top of its own."""
        cls._now = cls.load().knowing(aliases)

    def knowing(self, aliases: Iterable[Alias]) -> "Topics":
        """The same list with these learned aliases instead of those it had; costs next to nothing."""
        other = copy(self)
        other._learned = Learned(alias for alias in aliases if all(topic in self for topic in alias.topics()))
        return other

    def named(self, words: str) -> frozenset[str]:
        """The topics that have exactly these words as a name."""
        return self._names.get(tuple(tokens(words)), frozenset())

    @cached_property
    def _names(self) -> dict[tuple[str, ...], frozenset[str]]:
        named: dict[tuple[str, ...], frozenset[str]] = {}
        for topic in self:
            for name in topic.names():
                words = tuple(tokens(name))
                named[words] = named.get(words, frozenset()) | {topic.id}
        return named

    def __getitem__(self, topic: str) -> Topic:
        return self._topics[topic]

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics.values())

    def __contains__(self, topic: object) -> bool:
        return topic in self._topics

    def __len__(self) -> int:
        return len(self._topics)

    def without_aliases(self, share: float, seed: int) -> "Topics":
        """The list with that share of its aliases and hints left out at random, to see how it does on unknown words.

        Without the second vote, whose meanings were built from all the names.
        """
        chance = random.Random(seed)

        def kept(said: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
            return {language: tuple(one for one in ones if chance.random() >= share) for language, ones in said.items()}

        return Topics(
            replace(
                topic,
                aliases=kept(topic.aliases),
                hints=kept(topic.hints),
                abbreviations=kept({"": topic.abbreviations})[""],
            )
            for topic in self
        )

    @property
    def rarity(self) -> Rarity:
        """How much each word tells of a topic."""
        return self._search.rarity

    def hear(self, words: str) -> list[Heard]:
        """A person's words as the list's vocabulary hears them."""
        return self._search.hear(words)

    def find(self, words: str, municipality: str | None = None) -> Found:
        """The topics a person's words mean, in Turkish, English or both at once, misspelt or without marks.

        What was learned from a municipality (its id) alone counts for its own people; what the list has as a name is
        never learned to mean something else.
        """
        ranked = self._lifted(words, self._ranked(words), municipality)
        return Found(_verdict(ranked), tuple(ranked[:MOST_RANKED]))

    def likeliest(self, words: str) -> tuple[str, float]:
        """The first topic by the words alone and how sure it is, as `find` is; no topic with 0 when there is none.

        For whoever weighs many turns of phrase: the second vote, which makes none surer, is not asked.
        """
        return next(iter(self._lifted(words, self._search.ranked(words))), ("", 0.0))

    def near(self, words: str, most: int = 3, at_least: float = 0.1) -> tuple[str, ...]:
        """The nearest topics, whatever the verdict, then others of their themes; none when none scores `at_least`."""
        ranked = [topic for topic, score in self._ranked(words) if score >= at_least][:most]
        themes = [self[topic].theme for topic in ranked]
        kin = [topic.id for topic in self if topic.theme in themes and topic.id not in ranked]
        return tuple([*ranked, *kin][:most])

    def _lifted(self, words: str, ranked: Ranked, municipality: str | None = None) -> Ranked:
        """With what was learned, unless the list has just these words as a name."""
        lifted = self._learned.lift(words, ranked, municipality, MATCH_FROM)
        return lifted if lifted is not ranked and not self.named(words) else ranked

    def _ranked(self, words: str) -> Ranked:
        ranked = self._search.ranked(words)
        unsure = bool(ranked) and ranked[0][1] < UNSURE
        return self._second_vote.ranked(words, ranked) if self._second_vote and unsure else ranked


def _verdict(ranked: Sequence[tuple[str, float]]) -> Verdict:
    sure = ranked[0][1] if ranked else 0.0
    return "match" if sure >= MATCH_FROM else "ask" if sure >= ASK_FROM else "none"


def _listed(path: Path) -> list[Topic]:
    def said(kept: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
        return {language: tuple(ones) for language, ones in kept.items()}

    try:
        return [
            Topic(
                topic["id"],
                topic["theme"],
                topic["tr"],
                topic["en"],
                said(topic.get("aliases", {})),
                said(topic.get("hints", {})),
                tuple(topic.get("abbreviations", ())),
            )
            for topic in json.loads(path.read_text(encoding="utf-8"))
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: not a list of topics ({type(error).__name__}: {error})") from error
