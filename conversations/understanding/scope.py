"""What is not for this bot (complaints, sales, jobs, chatter, abuse, orders to the bot) and what is mere politeness."""

import re
from functools import cache

from conversations.understanding.patterns import any_of, one_list, sections, words

_LEFT = re.compile(r"[a-z]{2,}")
_FILLER = words("word_lists")["polite filler"]
_MUNICIPAL = re.compile(
    r"\b(?:belediye\w*|municipal\w*|mudurlug\w*|meslektas\w*|deneyim\w*|tecrube\w*|experience\w*|expert\w*|mentor\w*"
    r"|cities|council|konusunda|hakkinda|alaninda)\b"
)
_FRAMED = re.compile(r"\b(?:konusunda|hakkinda|alaninda|hususunda|deneyim\w*|tecrube\w*|gorus(?:mek|elim|sek))\b")
_GIBBERISH = re.compile(
    r"^\W*(?:[bcdfghjklmnpqrstvwxyz]{5,}|(?:asdf|qwer|zxcv)\w*|(\w)\1{4,}|[a-z]*(?:sdf|jkl|dfg|hjk|fgh)[a-z]*)\W*$"
)


@cache
def _outside() -> dict[str, re.Pattern[str]]:
    return {heading: any_of(lines) for heading, lines in sections("out_of_scope")}


@cache
def _polite() -> re.Pattern[str]:
    return one_list("small_talk")


def out_of_scope(plain: str, *, asks: bool = False) -> str | None:
    """The words that show a message is none of this bot's work; `asks`: it asks for experience or offers it."""
    for heading, pattern in _outside().items():
        if heading == "service" and (asks or _FRAMED.search(plain)):
            continue
        if asks and heading == "citizen" and _MUNICIPAL.search(plain):
            continue
        if found := pattern.search(plain):
            return found.group()
    return None


def abuse(plain: str) -> bool:
    return bool(_outside()["abuse"].search(plain))


def small_talk(plain: str, *, only: bool = False) -> bool:
    """Nothing but greetings, thanks and the like; in short words one other may stand beside them, unless `only`."""
    rest, count = _polite().subn(" ", plain)
    left = [word for word in _LEFT.findall(rest) if word not in _FILLER]
    return count > 0 and (not left or (not only and len(left) == 1 and len(plain) < 40))


def gibberish(plain: str) -> bool:
    return len(plain) < 60 and bool(_GIBBERISH.match(plain))
