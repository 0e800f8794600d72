"""What is said of somebody that the law protects most: health, origin, belief, politics, crimes, love."""

import re

from conversations.understanding.guard.letters import Letters
from conversations.understanding.guard.people import Somebody
from conversations.understanding.patterns import alternatives

Place = tuple[int, int]

_BARE = alternatives("guard_conditions")
_SAID = alternatives(
    "guard_conditions",
    AILMENT=f"(?:{_BARE['ailment']})",
    ILLNESS=_BARE["english ailment"],
    PARTY=f"(?:{_BARE['party']})",
    STATE=_BARE["english state"],
    TOPIC=_BARE["topic"],
)
_NO_TOPIC = rf"(?!['\w]*[ -]+(?:\w+ )?(?:{_SAID['topic']})\b)"
_ENDS = rf"(?:(?:y?[dt][iu]|y?m[iu]s|[dt][iu]r)\w{{0,3}})?(?= *(?:$|[.,;:!?)\n\"-]|(?:{_SAID['ends']})\b))"
_STOPS = rf"(?= *(?:$|[.,;:!?)\n\"]|(?:{_SAID['english ends']})\b))"
_GAP = rf"(?:,? (?:{_SAID['between']})\b){{0,6}},? +"
_ANY_GAP = r"(?:,? +(?!(?:ile|icin|tarafindan|konusunda|hakkinda|gibi|\w+l[ae]r\w*)\b)[\w'-]+){0,6}?,? +"
_ENGLISH_GAP = rf"(?:,? +(?:{_SAID['english between']})){{0,4}}?,? +"
_QUALITY = rf"(?:(?:{_SAID['quality']}) ){{0,3}}"
_IS = rf"(?: ?, ?| +)(?:who |from (?:\w+ ){{1,3}}|[\w ]{{1,24}}, )?(?:(?:{_SAID['is']}) +|'s ){_QUALITY}"
_ANY_STATE = rf"{_SAID['state']}|{_SAID['everyday state']}"
_ANY_ENGLISH_STATE = rf"{_SAID['english state']}|{_SAID['english everyday state']}"

_IS_SO = re.compile(rf"{_GAP}(?P<what>(?:{_ANY_STATE})){_ENDS}")
_BEFELL = re.compile(rf"{_ANY_GAP}(?P<what>\b(?:{_SAID['deed']})\b)")
_IS_SO_IN_ENGLISH = re.compile(rf"{_IS}(?P<what>{_ANY_ENGLISH_STATE})\b{_STOPS}")
_BEFELL_IN_ENGLISH = re.compile(rf"{_ENGLISH_GAP}(?P<what>{_SAID['english deed']})\b{_NO_TOPIC}")
_HAS = re.compile(rf"{_GAP}(?P<what>{_SAID['belonging']})(?!\w){_NO_TOPIC}")
_HAS_IN_ENGLISH = re.compile(rf" +{_QUALITY}(?P<what>{_SAID['english ailment']})\b{_NO_TOPIC}")
_THERE_IS = re.compile(rf"{_GAP}(?P<what>(?:{_SAID['ailment']})\w*) (?:var|goruldu|cikti|tespit|basladi)\b")
_BEFORE_THE_NAME = re.compile(
    rf"\b(?:(?P<what>{_SAID['state']})(?: olan)?|{_SAID['deed before a name']})"
    r"(?: (?:eski|bir|bizim|\w+m[iu]z)){0,2} $"
)
_BEFORE_THE_NAME_IN_ENGLISH = re.compile(rf"\b(?P<what>{_SAID['english state']}) (?:\w+ )?$")
_WITHIN = re.compile(rf"\b(?:{_SAID['english state']})\b")
_OF_ONESELF = re.compile(rf"\b(?:{_SAID['own']})\b")
_OWN_CUE = re.compile(r"[iu]m\b|\bi have\b|\bi am\b|\bi'm\b|\bi (?:had|suffer|was)\b|goruyorum")
_LABELLED = re.compile(rf"\b(?:{_SAID['label']}) ?[:=] ?(?P<what>[^\W_]\w+)")
# "Mehmet Bey kanser tedavisi gören hastalar …": the deed is somebody else's.
_PARTICIPLE = re.compile(r"(?:[ae]n|\w+(?:[ae]nl[ae]r\w*|m[ae]k|m[ae]s[iu]))$")
_FAR = 160
"""Signs that one statement about somebody may be long."""
_NEAR = 60
_PUBLIC = re.compile(r"\b(?:baskan|mayor|meclis uye|councillor|milletvekil)\w*")
_POLITICS = re.compile(rf"(?:{_BARE['party']})|parti")


def told_of(said: Letters, one: Somebody) -> Place | None:
    """Where something protected is said of this person."""
    after = said.folded[one.end : one.end + _FAR].partition("\n\n")[0]
    for pattern in _PATTERNS[one.case] if one.kind != "pronoun" or one.case == "nominative" else (_HAS_IN_ENGLISH,):
        found = pattern.match(after)
        if found and pattern is _BEFELL and _PARTICIPLE.search(found["what"]):
            continue
        if found and _stands(said, one, found["what"], one.end + found.start("what")):
            return one.start, one.end + found.end("what")
    return _before(said, one)


_PATTERNS = {
    "nominative": (_IS_SO, _BEFELL, _IS_SO_IN_ENGLISH, _BEFELL_IN_ENGLISH),
    "genitive": (_HAS, _BEFELL, _HAS_IN_ENGLISH),
    "dative": (_BEFELL,),
    "locative": (_THERE_IS,),
    "other": (),
}


def _stands(said: Letters, one: Somebody, what: str, at: int) -> bool:
    """Whether it is what it looks like: Kürt but not "kurt", and no party of somebody elected."""
    if what == "kurt" and "ü" not in said.original(at, at + len(what)).replace("Ü", "ü"):
        return False
    return not (_POLITICS.match(what) and _PUBLIC.search(said.folded, max(0, one.start - _NEAR), one.end))


def _before(said: Letters, one: Somebody) -> Place | None:
    """ "hamile memurumuz Elif", "our diabetic clerk Jane"."""
    if one.kind not in ("named", "titled", "relative"):
        within = _WITHIN.search(said.folded, one.start, one.end)
        return (one.start, one.end) if within else None
    first = max(0, one.start - _NEAR)
    before = said.folded[first : one.start]
    found = _BEFORE_THE_NAME.search(before) or _BEFORE_THE_NAME_IN_ENGLISH.search(before)
    if found is None or (found["what"] and not _stands(said, one, found["what"], first + found.start("what"))):
        return None
    return first + found.start(), one.end


def told_of_oneself(folded: str) -> Place | None:
    """A diagnosis, a belief or the like that writers tell of themselves; being ill this week is none."""
    found = _OF_ONESELF.search(folded) if _OWN_CUE.search(folded) else None
    return found.span() if found else None


def filled_in(folded: str, everybody: list[Somebody]) -> Place | None:
    """ "Ad: Veli Örnek, tanı: şizofreni": a form about somebody."""
    for found in _LABELLED.finditer(folded):
        if any(0 <= found.start() - one.end <= _FAR for one in everybody if one.kind in ("named", "titled")):
            return found.span()
    return None
