"""Which topics a question means: phrases it covers, words that belong to a topic, and worlds that pull it away."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from programme.concepts import is_frame
from programme.elsewhere import Elsewhere
from programme.phrases import Phrases
from programme.private_speech import speaks_privately
from programme.rarity import Rarity
from programme.sureness import sureness
from programme.vocabulary import Heard, Vocabulary
from programme.words import tokens

Named = tuple[str, Sequence[str], Sequence[str]]
"""A topic's id, what means it, and what only points to it."""

_PHRASE = 0.44  # of the score: the best phrase of the topic
_BELONGS = 0.54  # of the score: the words of the question that belong to the topic; the rest is left to exact names
_WHOLE = 1.2  # how much more half a phrase loses than half its weight: one strong word of two must not carry it
_FOCUS = 0.85  # how much of a phrase's worth depends on the question speaking of nothing else
_HINT = 0.9  # of a word that only points to a topic, beside one of a phrase that means it
_LENGTH = 0.5  # how much less the words of a longer phrase belong to its topic each
_ONCE = 0.9  # how far one phrase of a topic makes a word belong to it; further phrases add to it


class TopicSearch:
    """The words of all topics, searched by question."""

    def __init__(self, named: Iterable[Named]) -> None:
        listed = [
            (topic, [tokens(name) for name in names], [tokens(hint) for hint in hints]) for topic, names, hints in named
        ]
        self._vocabulary = Vocabulary()
        learn = self._vocabulary.learn
        self.rarity = Rarity(
            {key for word in {word for words in (*names, *hints) for word in words} for key in learn(word)}
            for _, names, hints in listed
        )
        self._phrases: Phrases[str] = Phrases(self._vocabulary, self.rarity)
        self._exact: dict[tuple[str, ...], str] = {}
        self._belongs: dict[str, dict[str, float]] = defaultdict(dict)
        for topic, names, hints in listed:
            for words in names:
                self._phrases.add(topic, words)
                self._exact.setdefault(tuple(words), topic)
            self._belong(topic, names, 1.0)
            self._belong(topic, hints, _HINT)
        self._elsewhere = Elsewhere(self._vocabulary, self.rarity)

    def hear(self, words: str) -> list[Heard]:
        return self._vocabulary.hear(tokens(words))

    def ranked(self, words: str) -> list[tuple[str, float]]:
        """Topics best first; the first with how sure it is, the others in proportion."""
        said = tokens(words)
        heard = self._vocabulary.hear(said)
        belongs = self._belonging(heard)
        scores = self._scores(heard, belongs)
        exact = self._exact.get(tuple(said))
        if exact:
            scores[exact] = 1.0
        if not any(scores.values()):
            return []
        first = max(scores, key=lambda topic: (scores[topic], topic))
        private = speaks_privately(said) or any(map(self._vocabulary.of_mine, said))
        sure = sureness(*self._evidence(heard, scores[first], belongs.get(first, 0.0)), private)
        factor = max(sure, scores[first] if exact else 0.0) / scores[first]
        ranked = ((topic, round(score * factor, 4)) for topic, score in scores.items())
        return sorted(ranked, key=lambda one: (-one[1], one[0] != first, one[0]))

    def _evidence(self, heard: list[Heard], score: float, share: float) -> tuple[float, float, float, float]:
        asked = sum(self.rarity.of_heard(one) for one in heard)
        return score, share, share * asked, self._elsewhere.pull(heard)

    def _belong(self, topic: str, phrases: Iterable[Sequence[str]], strength: float) -> None:
        misses: dict[str, float] = defaultdict(lambda: 1.0)
        for words in phrases:
            once = _ONCE * strength / max(1, sum(not is_frame(word) for word in words)) ** _LENGTH
            for word in words:
                for key, sure in self._vocabulary.learn(word).items():
                    misses[key] *= 1 - once * sure
        for key, missed in misses.items():
            self._belongs[key][topic] = 1 - (1 - self._belongs[key].get(topic, 0.0)) * missed

    def _scores(self, heard: list[Heard], belongs: dict[str, float]) -> dict[str, float]:
        phrases: dict[str, float] = {}
        for one in self._phrases.covered(heard):
            worth = one.recall**_WHOLE * (1 - _FOCUS + _FOCUS * one.precision)
            phrases[one.owner] = max(phrases.get(one.owner, 0.0), worth)
        return {
            topic: _PHRASE * phrases.get(topic, 0.0) + _BELONGS * belongs.get(topic, 0.0)
            for topic in {*phrases, *belongs}
        }

    def _belonging(self, heard: list[Heard]) -> dict[str, float]:
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
