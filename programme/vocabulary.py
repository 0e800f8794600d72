"""The words the programme knows: a word written by a person is heard as the known words it may stand for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from programme.concepts import concepts, frame_words, is_frame, says_little
from programme.stems import stems

# How surely a key was meant: the word itself or its stem; a word of the same meaning; a corrected spelling less.
SAME_MEANING = 0.9
_SHORTEST_CORRECTED = 4
_KEPT_CORRECTIONS = 3
_LONGEST_COMPOUND = 40  # letters; what is longer is no word of anybody, and every place to part it would be tried
_OF_MINE = re.compile(r"(?P<mine>[a-z]{2,}[aeiu]m)(?:[aeiu]|d[ae]n?|[iu]n|l[ae])?$")


@dataclass(frozen=True)
class Heard:
    """A word of a person: the keys (stems, meanings) it may stand for, each with how surely, from 0 to 1."""

    word: str
    keys: Mapping[str, float]
    counts: bool = True  # whether a topic that does not explain it is the less likely; a frame word does not count


def keys_of(word: str) -> dict[str, float]:
    """The keys a folded word is kept and found under: its stems, and the meanings it shares with other words."""
    keys = dict.fromkeys(stems(word), 1.0)
    for stem in tuple(keys):
        for concept in concepts(stem):
            keys[concept] = SAME_MEANING
    return keys


class Vocabulary:
    """Known forms of words by length and letter, so that a misspelt word is compared with words, never with phrases."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[str, float]] = {}
        self._known: set[str] = set()
        self._forms: set[str] = set()
        self._beginning: dict[tuple[int, str], list[str]] = {}
        self._second: dict[tuple[int, str], list[str]] = {}
        self._heard: dict[str, Heard] = {}
        for word in frame_words():
            self._keep_form(word)

    def learn(self, word: str) -> dict[str, float]:
        """Keep a folded word, and say its keys."""
        keys = self._keys.get(word)
        if keys is None:
            keys = self._keys[word] = keys_of(word)
            self._known.update(keys)
            for form in stems(word):
                self._keep_form(form)
            self._heard.clear()
        return keys

    def _keep_form(self, form: str) -> None:
        if form not in self._forms:
            self._forms.add(form)
            self._beginning.setdefault((len(form), form[0]), []).append(form)
            self._second.setdefault((len(form), form[1:2]), []).append(form)

    def of_mine(self, word: str) -> bool:
        """Whether a folded word says "my" of a listed one: "borcum", "kartımı", "telefonumdan"."""
        found = _OF_MINE.match(word)
        if not found or is_frame(word) or word in self._keys or found["mine"] in self._keys:
            return False
        thing = found["mine"][:-1]
        return any(root in self._keys and not is_frame(root) for root in (thing, thing[:-1]))

    def hear(self, words: Iterable[str]) -> list[Heard]:
        """Folded words as heard; two that were torn apart, or one that ran together, as they were meant."""
        heard: list[Heard] = []
        for one in (self.word(word) for word in words):
            whole = self._joined(heard[-1], one) if heard else None
            if whole is None:
                heard += self._parts(one) or (one,)
            elif whole.counts:
                heard[-1] = whole
            else:
                heard += (one, whole)
        return heard

    def word(self, word: str) -> Heard:
        """One folded word: as it is when known, else by the known words nearest in spelling."""
        heard = self._heard.get(word)
        if heard is None:
            if len(self._heard) > 20_000:
                self._heard.clear()
            heard = self._heard[word] = self._listen(word)
        return heard

    def _listen(self, word: str) -> Heard:
        keys = {key: sure for key, sure in keys_of(word).items() if key in self._known}
        if is_frame(word):
            return Heard(word, keys, counts=False)
        if not keys and len(word) >= _SHORTEST_CORRECTED and not word.isdigit():
            near = self._nearest(word)
            if near and is_frame(near[0][0]):
                return Heard(word, {}, counts=False)
            for form, likeness in near:
                for key, sure in self._keys.get(form, keys_of(form)).items():
                    keys[key] = max(keys.get(key, 0.0), sure * likeness)
        return Heard(word, keys, counts=bool(keys) or not says_little(word))

    def _nearest(self, word: str) -> list[tuple[str, float]]:
        """Known forms like this one, best first, with their likeness: all that are about as near as the nearest.

        Forms that begin alike are tried first: slips in the first letter are few, and comparing with all is slow.
        """
        first, second = word[0], word[1]
        near = self._like(word, ((self._beginning, first),))
        if not near:
            near = self._like(word, ((self._beginning, second), (self._second, first), (self._second, second)))
        near.sort(key=lambda found: (-found[1], found[0]))
        return [(form, like) for form, like in near[:_KEPT_CORRECTIONS] if like >= near[0][1] - 0.06]

    def _like(
        self, word: str, places: Iterable[tuple[Mapping[tuple[int, str], list[str]], str]]
    ) -> list[tuple[str, float]]:
        reach = 1 if len(word) < 6 else 2
        lengths = range(len(word) - reach, len(word) + reach + 1)
        forms = [form for forms, letter in places for length in lengths for form in forms.get((length, letter), ())]
        found = process.extract(
            word,
            forms,
            scorer=OSA.normalized_similarity,
            score_cutoff=_least_likeness(word),
            limit=_KEPT_CORRECTIONS,
        )
        return list({form: like for form, like, _ in found}.items())

    def _joined(self, first: Heard, second: Heard) -> Heard | None:
        """Two words as one: besides them when all three are known ("atık su"), instead of them when torn apart."""
        whole = first.word + second.word
        if whole in self._keys:
            return Heard(whole, self._keys[whole], counts=not (first.keys and second.keys))
        if (first.keys and second.keys) or is_frame(first.word) or is_frame(second.word):
            return None
        heard = self.word(whole)
        likely = max(heard.keys.values(), default=0.0)
        alone = max((*first.keys.values(), *second.keys.values()), default=0.0)
        return heard if likely >= 0.8 and likely > alone else None

    def _parts(self, heard: Heard) -> tuple[Heard, ...]:
        """A word nobody knows as the two known words it is made of, if it is."""
        word = heard.word
        if not 8 <= len(word) <= _LONGEST_COMPOUND or is_frame(word) or max(heard.keys.values(), default=0.0) >= 0.85:
            return ()
        for cut in range(len(word) - 4, 3, -1):
            first, second = self.word(word[:cut]), self.word(word[cut:])
            if self._is_word(first) and self._is_word(second):
                return (first, second)
        return ()

    def _is_word(self, heard: Heard) -> bool:
        """Whether it is a word as listed; of longer ones an inflected form will do."""
        if heard.word in self._keys or is_frame(heard.word):
            return True
        return len(heard.word) >= 5 and max(heard.keys.values(), default=0.0) == 1.0


def _least_likeness(word: str) -> float:
    """One slip in a short word, two in a middling one, two or three in a long one: else it is another word."""
    return 0.75 if len(word) < 6 else 0.7 if len(word) < 9 else 0.78
