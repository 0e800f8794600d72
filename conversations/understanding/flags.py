"""Urgency, staff exchange and partners abroad: what a message says on the side."""

import re

from conversations.understanding.patterns import any_of, sections

_LISTS = {heading: any_of(lines) for heading, lines in sections("flags")}
_DEGREE = r"that|very|so|too|really|at all|super|all that|particularly|especially|terribly|exactly|cok|o kadar"
_NOT_URGENT = re.compile(rf"\b(?:not|isn't|nothing|no|hic|pek)\s+(?:(?:{_DEGREE}) )?$")
_NOT_AFTER = re.compile(r"^\W*(?:bir (?:durum|sey|is) )?(?:degil|yok|sayilmaz)")
_HOME_ONLY = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:olmasin|olmaz|degil|istemiyoruz|gerek yok|haric|disinda|sart degil)")
_NO_BEFORE = re.compile(r"\b(?:not|no|without|rather than|instead of)(?:\s+(?:from|a|an|any|need|interested in))*\s*$")
Span = tuple[int, int]


def urgency(plain: str) -> tuple[str | None, Span | None]:
    if found := _LISTS["low"].search(plain):
        return "low", found.span()
    for found in _LISTS["high"].finditer(plain):
        if _NOT_AFTER.match(plain[found.end() :]) or _NOT_URGENT.search(plain[: found.start()]):
            return "low", found.span()
        return "high", found.span()
    return None, None


def staff_exchange(plain: str) -> Span | None:
    return _wanted(_LISTS["staff exchange"], plain)


def international(plain: str) -> Span | None:
    return _wanted(_LISTS["abroad"], plain)


def _wanted(words: re.Pattern[str], plain: str) -> Span | None:
    for found in words.finditer(plain):
        if not _HOME_ONLY.match(plain[found.end() :]) and not _NO_BEFORE.search(plain[: found.start()]):
            return found.span()
    return None
