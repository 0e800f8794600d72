"""Marks of secrecy: stamps and headings, and sentences that call what is written here secret."""

import re

from conversations.understanding.patterns import alternatives

_BARE = alternatives("guard_secrecy")
_SAID = alternatives("guard_secrecy", MARK=_BARE["mark"], THIS=_BARE["this"])
_STAMP = re.compile(_SAID["stamp"])
_STATED = re.compile(rf"\b(?:{_SAID['said']})(?!\w)")
_CUE = re.compile(_SAID["cue"])


def marked(folded: str) -> tuple[int, int] | None:
    """Where the message is called secret, restricted or "hizmete özel"; secrecy as a topic is none of that."""
    if not _CUE.search(folded):
        return None
    found = _STAMP.search(folded) or _STATED.search(folded)
    return found.span() if found else None
