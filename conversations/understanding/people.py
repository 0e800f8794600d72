"""The writer's own name, e-mail and telephone, taken only where they introduce themselves."""

import re
from collections.abc import Iterable

from conversations.understanding.patterns import sections, words

_NAME = r"[A-ZÇĞİÖŞÜÂ][a-zçğıöşüâîû]+(?:[ -](?:[A-ZÇĞİÖŞÜÂ][a-zçğıöşüâîû]+|[A-ZÇĞİÖŞÜ]{2,}|[A-ZÇĞİÖŞÜ]\.)){0,2}"
_MUN = r"(?:[Bb]elediyesi|[Mm]üdürlüğü|BELEDİYESİ|[Bb]elediyesi\s+\S+(?:\s\S+){0,3}\s*[Mm]üdürlüğü)"
_WHO = rf"['’]?n?[dt]en,?\s+(?:[Bb]en\s+)?(?P<name>{_NAME})(?=\s*(?:[,.!;]|$|ben\b))"
_PATTERNS = tuple(
    re.compile(line) for _, lines in sections("introductions", NAME=_NAME, MUN=_MUN, WHO=_WHO) for line in lines
)
_WHO_FOLLOWS = re.compile(_WHO)
_RANK = re.compile(r"^(?:Avukat|Av\.?|Dr\.?|Doç\.?|Prof\.?|Mimar|Mühendis|Müh\.?|Sayın|Mr\.?|Mrs\.?|Ms\.?)\s+")
_TITLE = re.compile(r"\s+(?:Bey|Hanım|Belediyesi|Belediye|Municipality|Başkan\w*|Müdür\w*)$")
_BODY = re.compile(
    r"\b(?:Müdürlüğü|Belediyesi|Birimi|Dairesi|Başkanlığı|Municipality|Department|Directorate|Office|Team)$"
)
_NOT_NAMES = words("no_first_names")["no first names"]
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<![\d.])(?:\+\d{1,3}[\s.-]?|00\d{1,2}[\s.-]?|0)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?!\d)"
)


def name(text: str, taken: Iterable[tuple[int, int]] = ()) -> str | None:
    """The name as it was typed, capitals kept; None unless the sentence introduces its writer.

    `taken` are the places of municipalities: "Ben Kadıköy Belediyesi adına" names no person.
    """
    elsewhere = tuple(taken)
    for pattern in _PATTERNS:
        for found in pattern.finditer(text[:4096]):
            said = _RANK.sub("", _TITLE.sub("", found["name"])).strip()
            first, last = found.span("name")
            free = all(last <= start or first >= end for start, end in elsewhere)
            if (
                said
                and free
                and not _BODY.search(found["name"])
                and said.split()[0] not in _NOT_NAMES
                and not _TITLE.search(" " + said)
            ):
                return said
    return None


def introduced_after(text: str, end: int) -> bool:
    """Whether the municipality that ends there is the writer's: "Nilüfer Belediyesi'nden Ayşe Örnek, …"."""
    found = _WHO_FOLLOWS.match(text, end)
    return found is not None and found["name"].split()[0] not in _NOT_NAMES


def email(text: str) -> str | None:
    found = _EMAIL.search(text[:4096])
    return found.group() if found else None


def phone(text: str) -> str | None:
    found = _PHONE.search(text[:4096])
    return found.group().strip() if found and len(re.sub(r"\D", "", found.group())) >= 10 else None
