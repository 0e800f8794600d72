"""The turns of phrase by which somebody asks for experience or offers it, firm and faint."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from conversations.understanding.patterns import any_of, sections

_PEERS = r"(?:belediye|kent|sehir|ilce|meslektas|uzman|kisi|ekip|ornek|ortak|partner|arkadas|biri|mentor|yer|kurum)\w*"
_OTHERS = re.compile(
    r"\b(?:any|some)(?:one|body)(?: who)? $"
    r"|\b(?:everyone|others|those|whoever|colleagues|if you|for you|they)(?: who)? $"
)
_THEY_WISH = re.compile(
    r"\b(?:isteyen|dileyen|isterse|istiyorsa|arzu eden|ihtiyac\w* (?:olan|duyan|varsa|olursa))\w*(?! bir \w+y[iu]z)"
)
_THEY_ASK = re.compile(r"[^.;!?]*?\b(?:diye sor(?:an|ul)|sora[nr]|isteyen|merak eden)\w*(?! bir \w+y[iu]z)")
_CLOSING = re.compile(r"\b(?:bilgi(?:ler)?iniz|takdir\w*|saygi\w*|gereg\w*|hurmet\w*)[ea]?\w* (?:sun|arz)\w*")
_SENTENCE_END = re.compile(r"[.;!?\n]")
_RELATIVE = re.compile(r"\b(?:that|who|which)\s*$")
_QUESTION = re.compile(r"^\W*m[iu](?:s[iu]n(?:[iu]z)?|y[iu][mz])?\b")


@dataclass(frozen=True)
class Cue:
    role: Literal["need", "offer"]
    strong: bool
    start: int
    end: int


@cache
def _lists() -> dict[str, re.Pattern[str]]:
    return {heading: any_of(lines) for heading, lines in sections("cues", MUN=_PEERS)}


def _asked(plain: str, offer: Cue, said: list[Cue]) -> bool:
    """An offer's words within a question that asks ("Is anyone able to advise us?")."""
    if _RELATIVE.search(plain[max(0, offer.start - 12) : offer.start]):
        return any(cue.role == "need" and cue.strong and cue.start < offer.start for cue in said)
    ends = _SENTENCE_END.search(plain, offer.end)
    if not ends or ends.group() != "?":
        return False
    begins = max((m.end() for m in _SENTENCE_END.finditer(plain, 0, offer.start)), default=0)
    return any(cue.role == "need" and cue.strong and begins <= cue.start <= offer.start for cue in said)


def _formal(plain: str, offer: re.Match[str]) -> bool:
    """Whether the words only close a letter ("bilgilerinize sunarız")."""
    return any(f.start() < offer.end() and offer.start() < f.end() for f in _CLOSING.finditer(plain))


def _others_wish(plain: str, asked: re.Match[str]) -> bool:
    """Whether it is others who want it ("öğrenmek isteyene", "should somebody need a hand")."""
    if _OTHERS.search(plain[max(0, asked.start() - 30) : asked.start()]):
        return True
    wish = _THEY_WISH.search(plain, asked.start(), asked.end() + 20)
    if wish and wish.start() <= asked.end() + 1:
        return True
    return asked.group().startswith("nasil") and bool(_THEY_ASK.match(plain, asked.start(), asked.end() + 40))


def cues(plain: str) -> list[Cue]:
    """Where a message asks or offers, in its order; "paylaşabilir misiniz" asks."""
    said: list[Cue] = []
    for heading, pattern in _lists().items():
        strong = not heading.startswith("faint")
        for found in pattern.finditer(plain):
            offers = heading.endswith("offer") and not _QUESTION.match(plain[found.end() : found.end() + 12])
            if not offers and _others_wish(plain, found):
                continue
            if offers and _formal(plain, found):
                continue
            said.append(Cue("offer" if offers else "need", strong, found.start(), found.end()))
    said = [cue for cue in said if cue.role == "need" or not _asked(plain, cue, said)]
    return sorted(said, key=lambda cue: (cue.start, cue.end))
