"""Whether a meeting is wished online, face to face or either, said outright, refused, or implied."""

import re
from typing import Literal

from conversations.understanding.patterns import alternatives

Format = Literal["online", "face_to_face", "either"]

_SUFFIX = r"(?:'?(?:[dt][ae]n?|y?[ae]|y?l[ae]|[iu]|[iu]n|n[ae]|dir|tan|ten))?"
_SAID = alternatives("formats", SUFFIX=_SUFFIX)
_ONLINE, _FACE_TO_FACE = re.compile(_SAID["online"]), re.compile(_SAID["face_to_face"])
_EITHER = re.compile(_SAID["either"])
_OF_FORMAT = re.compile(_SAID["of the format"])
_NOT_FORMAT = re.compile(rf"^\W{{0,2}}(?:{_SAID['not a meeting']})")
_NO_AFTER = re.compile(
    r"^(?:\W*(?:gorusme\w*+|toplanti\w*+|bir|sekilde|olarak|format\w*+|de|da|meetings?|calls?|bize|icin|biraz|pek|hic|"
    r"works?|gelme\w*+|bulusma\w*+))*"
    rf"\W*\b(?:{_SAID['no, behind']})"
)
_NO_BEFORE = re.compile(
    rf"\b(?:{_SAID['no, before']})"
    r"(?:\s+(?:be|do|to|have|meet|come|travel|want|a|an|for|any|need|in|the|via|like|manage))*\s*$"
)
_CLAUSE = re.compile(r"[.;!?,\n]|\b(?:ama|fakat|ancak|but)\b")
Mentioned = tuple[str, bool, int, int]


def formats(plain: str, *, asked: bool = False, since: int = 0) -> tuple[Format | None, list[tuple[int, int]]]:
    """The format wished and where it was said. `since`: what stands before it was taken back."""
    said = list(_mentions(plain))
    either = list(_EITHER.finditer(plain))
    spans = [(start, end) for _, _, start, end in said]
    either = [found for found in either if not _same(plain, found, said)]
    if since and any(start >= since for _, _, start, _ in said):
        said = [one for one in said if one[2] >= since]
    if (
        either
        and (asked or said or _OF_FORMAT.search(plain))
        and not (said and not asked and not _of_format(plain, said, either))
    ):
        return "either", [*spans, either[0].span()]
    return _choice(said), spans


def _same(plain: str, found: re.Match[str], said: list[Mentioned]) -> bool:
    """Both meetings, one format ("ikisi de online")."""
    next_word = re.match(r"\W*(?:de|da|are|be|would be)?\W*", plain[found.end() :])
    place = found.end() + (next_word.end() if next_word else 0)
    return (
        any(start == place for _, _, start, _ in said)
        and len({name for name, *_ in said}) == 1
        and "etmez" not in found.group()
    )


def _of_format(plain: str, said: list[Mentioned], either: list[re.Match[str]]) -> bool:
    """Whether "fark etmez" speaks of the format: in its sentence, no other slot between."""
    for found in either:
        for _, _, start, end in said:
            between = plain[min(end, found.end()) : max(start, found.start())]
            if (
                "." not in between
                and ";" not in between
                and len(between) < 45
                and not re.search(r"gun\b|saat|zaman|dil\b|day|time|lang", between)
            ):
                return True
    return False


def _mentions(plain: str) -> list[Mentioned]:
    said: list[Mentioned] = []
    for name, words in (("online", _ONLINE), ("face_to_face", _FACE_TO_FACE)):
        for found in words.finditer(plain):
            after = plain[found.end() :]
            if name == "online" and _NOT_FORMAT.match(after):
                continue
            if (
                re.match(r"\W*(?:\w+ ){0,4}?(?:konusun|alanin|hakkin|uzerin|deneyim|tecrube)", after)
                and not re.match(r"\W*(?:olarak|ol\w*|[,.;])", after)
                and name == "face_to_face"
            ):
                continue
            said.append((name, not _refused(plain, found, after), found.start(), found.end()))
    return sorted(said, key=lambda one: one[2])


def _refused(plain: str, found: re.Match[str], after: str) -> bool:
    if re.search(r"(?:emem|emeyiz|amayiz|amam|emiyoruz|amiyoruz)$", found.group()):
        return True
    left = _CLAUSE.split(plain[: found.start()])[-1]
    return bool(_NO_AFTER.match(after) or _NO_BEFORE.search(left) or re.match(r"\W*yerine\b", after))


def _choice(said: list[Mentioned]) -> Format | None:
    wanted = {name for name, yes, _, _ in said if yes}
    refused = {name for name, yes, _, _ in said if not yes}
    wanted -= refused if wanted - refused else set()
    if len(wanted) == 2:
        return "either"
    if wanted:
        return "online" if "online" in wanted else "face_to_face"
    if len(refused) == 1:
        return "face_to_face" if "online" in refused else "online"
    return None
