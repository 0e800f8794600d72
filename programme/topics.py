"""The programme's list of topics, and how people's words find their way onto it in either language."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from programme.phrases import Phrases
from programme.rarity import Rarity
from programme.vocabulary import Heard, Vocabulary, keys_of
from programme.words import tokens

_LISTS = Path(__file__).parent / "data"
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

    def __init__(self, listed: Mapping[str, Topic]) -> None:
        self._topics = dict(listed)
        words = {topic.id: [tokens(name) for name in (*topic.names(), *topic.pointers())] for topic in self}
        self.rarity = Rarity(
            {key for name in names for word in name for key in keys_of(word)} for names in words.values()
        )
        self._vocabulary = Vocabulary()
        self._phrases: Phrases[str] = Phrases(self._vocabulary, self.rarity)
        self._exact: dict[tuple[str, ...], str] = {}
        self._belongs: dict[str, dict[str, float]] = defaultdict(dict)
        for topic in self:
            self._list(topic)

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> "Topics":
        return cls({topic.id: topic for topic in _listed()})

    def __getitem__(self, topic: str) -> Topic:
        return self._topics[topic]

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics.values())

    def __contains__(self, topic: object) -> bool:
        return topic in self._topics

    def __len__(self) -> int:
        return len(self._topics)

    def without_aliases(self, share: float, seed: int) -> "Topics":
        """The list with that share of its aliases and hints left out at random, to see how it does on unknown words."""
        chance = random.Random(seed)

        def kept(said: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
            return {language: tuple(one for one in ones if chance.random() >= share) for language, ones in said.items()}

        return Topics(
            {
                topic.id: replace(
                    topic,
                    aliases=kept(topic.aliases),
                    hints=kept(topic.hints),
                    abbreviations=kept({"": topic.abbreviations})[""],
                )
                for topic in self
            }
        )

    def hear(self, words: str) -> list[Heard]:
        """A person's words as the list's vocabulary hears them."""
        return self._vocabulary.hear(tokens(words))

    def find(self, words: str) -> Found:
        """The topics a person's words mean, in Turkish, English or both at once, misspelt or without marks."""
        said = tokens(words)
        ranked = self._ranked(said)
        return Found(_verdict(ranked), tuple(ranked[:10]))

    def near(self, words: str, most: int = 3) -> tuple[str, ...]:
        """The nearest topics, whatever the verdict; when words share nothing with any, none."""
        ranked = [topic for topic, _ in self._ranked(tokens(words))][:most]
        themes = [self[topic].theme for topic in ranked]
        kin = [topic.id for topic in self if topic.theme in themes and topic.id not in ranked]
        return tuple([*ranked, *kin][:most])

    def _list(self, topic: Topic) -> None:
        for name in topic.names():
            words = tokens(name)
            self._phrases.add(topic.id, words)
            self._exact.setdefault(tuple(words), topic.id)
        for name, strength in (*((n, 1.0) for n in topic.names()), *((h, 0.8) for h in topic.pointers())):
            for word in tokens(name):
                for key, sure in self._vocabulary.learn(word).items():
                    held = self._belongs[key].get(topic.id, 0.0)
                    self._belongs[key][topic.id] = 1 - (1 - held) * (1 - 0.6 * strength * sure)

    def _ranked(self, said: list[str]) -> list[tuple[str, float]]:
        heard = self._vocabulary.hear(said)
        phrase: dict[str, float] = {}
        for covered in self._phrases.covered(heard):
            score = covered.recall**1.5 * (0.4 + 0.6 * covered.precision)
            phrase[covered.owner] = max(phrase.get(covered.owner, 0.0), score)
        explained = self._explained(heard)
        exact = self._exact.get(tuple(said))
        scores = {
            topic: 1.0 if topic == exact else 0.55 * phrase.get(topic, 0.0) + 0.43 * explained.get(topic, 0.0)
            for topic in {*phrase, *explained}
        }
        return sorted(((topic, round(score, 4)) for topic, score in scores.items()), key=lambda one: (-one[1], one[0]))

    def _explained(self, heard: list[Heard]) -> dict[str, float]:
        """By topic, the share of the question's words that belong to it, rarer words counting more."""
        asked = sum(self.rarity.of_heard(one) for one in heard)
        sums: dict[str, float] = defaultdict(float)
        for one in heard:
            weight = self.rarity.of_heard(one)
            best: dict[str, float] = {}
            for key, sure in one.keys.items() if weight else ():
                for topic, belongs in self._belongs.get(key, {}).items():
                    best[topic] = max(best.get(topic, 0.0), belongs * sure)
            for topic, belongs in best.items():
                sums[topic] += weight * belongs
        return {topic: total / asked for topic, total in sums.items()} if asked else {}


def _verdict(ranked: list[tuple[str, float]]) -> Verdict:
    if not ranked or ranked[0][1] < ASK_FROM:
        return "none"
    ahead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)
    return "match" if ranked[0][1] >= MATCH_FROM and ahead >= AHEAD_BY else "ask"


ASK_FROM, MATCH_FROM, AHEAD_BY = 0.25, 0.45, 0.05


def _listed() -> list[Topic]:
    def said(kept: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
        return {language: tuple(ones) for language, ones in kept.items()}

    kept = json.loads((_LISTS / "topics.json").read_text(encoding="utf-8"))
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
        for topic in kept
    ]
