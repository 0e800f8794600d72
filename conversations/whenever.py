"""Whether an answer to "when?" says that any time will do."""

import re

from programme.words import fold

_WHENEVER = re.compile(
    r"\bfark ?etme[zy]|\bfarki yok|\bher zaman\b|\bher ?gun\b|\bne zaman (olsa|olursa|isterseniz|uygunsa)"
    r"|\bistediginiz (zaman|gun|saat)|\b(hepsi|hangisi olursa) (olur|uy|uygun|olsun)|\bmusait(im|iz)\b|\besnegi[mz]\b"
    r"|\bany ?time\b|\bany (day|hour|slot|working hour)s?\b|\bevery day\b|\ball (days|times)\b|\bwhenever\b"
    r"|\bno preference\b|\bflexible\b|\b(does not|doesn'?t|don'?t) (matter|mind)\b"
)
_BUT = re.compile(r"\bdegil|\bharic\b|\bdisinda\b|\bolma[zs]|\b(?<!does )(?<!do )not\b|\bexcept\b|\bbut\b|\bama\b")


def whenever(answer: str) -> bool:
    """ "Fark etmez", "any time is fine"; not when something is taken out of it again."""
    plain = fold(answer)
    return bool(_WHENEVER.search(plain)) and not _BUT.search(plain)
