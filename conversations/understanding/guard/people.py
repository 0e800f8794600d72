"""Of whom a message speaks: people one can tell by a name, a title, initials, or as "my boss", "our driver"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from conversations.understanding.guard.letters import Letters
from conversations.understanding.patterns import alternatives, words

Case = Literal["nominative", "genitive", "dative", "locative", "other"]


@dataclass(frozen=True)
class Somebody:
    """`start` and `end` are places in the folded text; `word` is the last word, its suffix left out."""

    start: int
    end: int
    kind: Literal["named", "titled", "relative", "colleague", "office", "pronoun"]
    case: Case = "nominative"


@dataclass(frozen=True)
class _Word:
    stem: str
    suffix: str
    start: int
    end: int
    capital: bool
    shouted: bool


_LISTS = words("guard_names")
_ALSO_WORDS = _LISTS["also words"]
_NAMES = _LISTS["first names"] - _ALSO_WORDS
_PLAIN = {heading: frozenset(re.split(r"[\s|]+", " ".join(found))) for heading, found in words("guard_people").items()}
_NO_PEOPLE, _AFTER, _BEFORE = (_PLAIN[h] for h in ("no people", "titles after a name", "titles before a name"))
_THEIRS = _PLAIN["their relatives"]
_SAID = alternatives("guard_people")
_OF_OURS = r"[iu]?(?:m|m[iu]z|n[iu]z)(?P<case>[iu]n|[ae]|[iu]|d[ae]|d[ae]n|l[ae]|yl[ae]|)"
_COLLEAGUE = re.compile(rf"(?:{_SAID['colleagues']}){_OF_OURS}")
_RELATIVE = re.compile(rf"(?:{_SAID['relatives']}){_OF_OURS}")
_OURS_TOO = frozenset(("hocamiz",))
_NOT_OURS = frozenset(("kizin", "karin"))
_OUR_OWN = re.compile(rf"\bbizim (?:{_SAID['colleagues']})\b")
_OFFICE = re.compile(r"\b(?:\w+ muduru|baskan yardimcisi|sube muduru|genel sekreter)(?P<case>nun|n[ae]|nd[ae]|)\b")
_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]+(?:'[^\W\d_]+)?")
_ROLE = f"(?:{_SAID['english people']})"
_ENGLISH = re.compile(
    r"\b(?:(?:my|our|his|her|their|your) (?:\S+ ){0,2}?|the |one of (?:my|our) (?:\w+ )?|a (?=\S+ of (?:mine|ours)))"
    rf"{_ROLE}(?:'s {_ROLE})?(?P<plural>s)?\b(?: of (?:mine|ours))?(?P<case>'s)?"
)
_PRONOUN = re.compile(r"\b(?:(?P<she>he|she|kendisi|kendileri)|(?P<hers>his|her|onun|kendisinin))\b(?!')")
_ABBREVIATIONS = frozenset(
    ("t.c.", "a.s.", "a.b.", "b.m.", "a.", "t.", "c.", "e.", "p.t.t.", "m.o.", "m.s.", "i.e.", "e.g.", "a.m.", "p.m.")
)
_BETWEEN_PARTS = 2
"""Signs between two words of one name: a space, or a dot and a space."""


def people(said: Letters) -> list[Somebody]:
    """Everybody in the message; of a long name every beginning too, for its last word may belong to what follows."""
    return [*_in_words(said, _split(said)), *_in_phrases(said.folded)]


def _split(said: Letters) -> list[_Word]:
    found = []
    for match in _WORD.finditer(said.folded):
        stem, _, suffix = match.group().partition("'")
        start = match.start()
        capital = said.capital(start)
        shouted = capital and len(stem) > 1 and said.capital(start + len(stem) - 1)
        found.append(_Word(stem, suffix, start, match.end(), capital, shouted))
    return found


def _in_words(said: Letters, split: list[_Word]) -> Iterator[Somebody]:
    for i, word in enumerate(split):
        following = _following(said, split, i)
        if word.stem in _BEFORE and following and following[0].capital and following[0].stem not in _NO_PEOPLE:
            last = following[1] if len(following) > 1 and following[1].capital else following[0]
            yield from (Somebody(word.start, one.end, "titled", _case(one)) for one in {following[0], last})
        elif following and following[0].stem in _AFTER and word.stem not in _NO_PEOPLE | _BEFORE and len(word.stem) > 1:
            titled = Somebody(word.start, following[0].end, "titled", _case(following[0], titled=True))
            yield titled
            yield from _theirs(titled, following[1:])
        elif word.stem.endswith("."):
            yield from _initials(word, following)
        elif word.stem in _NAMES or (said.mixed and word.capital and word.stem not in _NO_PEOPLE):
            yield from _named(said, word, following)
        elif lowercase := _with_suffix(word):
            yield Somebody(word.start, word.end, "named", lowercase)
        if kin := _of_ours(word):
            yield kin
            yield from _theirs(kin, following)


def _following(said: Letters, split: list[_Word], i: int) -> list[_Word]:
    """The next words of one breath: nothing but a space stands between them."""
    run: list[_Word] = []
    end = split[i].end
    for word in split[i + 1 : i + 4]:
        if word.start - end > _BETWEEN_PARTS or said.folded[end : word.start].strip():
            break
        run.append(word)
        end = word.end
    return run


def _named(said: Letters, word: _Word, following: list[_Word]) -> Iterator[Somebody]:
    """A first name of the list alone or with more; two words with capitals that are nothing else."""
    listed = word.stem in _NAMES
    run = [word]
    for one in following:
        if run[-1].suffix or not (said.mixed and one.capital) or one.stem in _NO_PEOPLE:
            break
        run.append(one)
    rest = following[len(run) - 1 : len(run) + 1]
    if any(one.stem in _NO_PEOPLE and one.capital for one in rest):
        return
    if listed:
        yield from _each(run[:1], following)
    for length in range(2, len(run) + 1):
        if listed or not word.shouted:
            yield from _each(run[:length], following[length - 1 :])


def _each(run: list[_Word], following: list[_Word]) -> Iterator[Somebody]:
    somebody = Somebody(run[0].start, run[-1].end, "named", _case(run[-1]))
    yield somebody
    yield from _theirs(somebody, following)


def _theirs(whose: Somebody, following: list[_Word]) -> Iterator[Somebody]:
    """ "Hakan'ın eşi", "başkanımızın oğlu": somebody else, and just as easily told."""
    if whose.case == "genitive" and following and following[0].stem in _THEIRS:
        yield Somebody(whose.start, following[0].end, "relative")


def _of_ours(word: _Word) -> Somebody | None:
    if word.stem in _NOT_OURS:
        return None
    for pattern, kind in ((_RELATIVE, "relative"), (_COLLEAGUE, "colleague")):
        if found := pattern.fullmatch(word.stem):
            case = _CASES[found["case"]]
            return Somebody(word.start, word.end, "relative" if kind == "relative" else "colleague", case)
    return Somebody(word.start, word.end, "colleague") if word.stem in _OURS_TOO else None


_CASES: dict[str, Case] = {"": "nominative", "in": "genitive", "un": "genitive", "a": "dative", "e": "dative"}
_CASES |= {"da": "locative", "de": "locative", "i": "other", "u": "other", "dan": "other", "den": "other"}
_CASES |= {"la": "other", "le": "other", "yla": "other", "yle": "other"}


def _case(word: _Word, titled: bool = False) -> Case:
    suffix = word.suffix
    if titled and not suffix:
        suffix = re.sub(r"^(?:bey|hanim|abi|abla|hoca|usta)", "", word.stem)
    if not suffix:
        return "nominative"
    if suffix == "s" or re.fullmatch(r"n?[iu]n", suffix):
        return "genitive"
    if re.fullmatch(r"[yn]?[ae]", suffix):
        return "dative"
    return "locative" if re.fullmatch(r"[dt][ae]", suffix) else "other"


def _with_suffix(word: _Word) -> Case | None:
    """ "ahmetin", "zeynepte": typed without an apostrophe."""
    if found := re.fullmatch(r"(\w{4,}?)(n?[iu]n|[dt][ae]|y?[ae])", word.stem):
        return _case(_Word(found[1], found[2], 0, 0, False, False)) if found[1] in _NAMES else None
    return None


def _initials(word: _Word, following: list[_Word]) -> Iterator[Somebody]:
    """M.K., A. Y.: two letters with dots, in one word or in two."""
    if word.stem.count(".") > 1 and word.stem not in _ABBREVIATIONS:
        yield Somebody(word.start, word.end, "named")
    elif word.capital and following and following[0].capital and re.fullmatch(r"[^\W\d_]\.", following[0].stem):
        yield Somebody(word.start, following[0].end, "named")


def _in_phrases(folded: str) -> Iterator[Somebody]:
    for found in _OUR_OWN.finditer(folded):
        yield Somebody(*found.span(), "colleague")
    for found in _OFFICE.finditer(folded):
        yield Somebody(
            *found.span(),
            "office",
            "genitive" if found["case"] == "nun" else _CASES.get(found["case"][1:], "nominative"),
        )
    for found in _ENGLISH.finditer(folded):
        if not found["plural"] or found.group().startswith("one of"):
            yield Somebody(*found.span(), "colleague", "genitive" if found["case"] else "nominative")
    for found in _PRONOUN.finditer(folded):
        yield Somebody(*found.span(), "pronoun", "genitive" if found["hers"] else "nominative")
