"""Whether a message is built in Turkish or in English, whatever words it borrows."""

import re

from conversations.understanding.patterns import alternatives, words

_WORDS = words("word_lists")
_TR_WORDS, _EN_WORDS, _BORROWED = _WORDS["turkish"], _WORDS["english"], _WORDS["borrowed"]
_ENDINGS = alternatives("endings")
_TR_ENDING = re.compile(rf"(?:{_ENDINGS['turkish']})$")
_EN_ENDING = re.compile(rf"(?:{_ENDINGS['english']})$")
_EN_TR_ENDS = _WORDS["english that ends like turkish"]
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_MARKS = re.compile("[çğıöşüÇĞİÖŞÜ]")
_TR_FINITE = re.compile(rf"(?:{_ENDINGS['turkish verbs']})$")
_EN_FRAME = re.compile(rf"\b(?:{_ENDINGS['english frame']})\b")


def language(text: str, plain: str) -> tuple[str, bool]:
    """tr or en, and whether the words tell. A borrowed word weighs little; verbs and little words decide."""
    tr = en = 0.0
    for word in _WORD.findall(plain):
        base = word.split("'")[0]
        if word in _EN_WORDS or base in _EN_WORDS:
            en += 0.4 if base in _BORROWED else 1.0
        elif base in _TR_WORDS:
            tr += 1.0
        elif len(base) > 3 and _EN_ENDING.search(word):
            en += 0.5
        elif len(base) > 4 and base not in _EN_TR_ENDS and _TR_ENDING.search(base):
            tr += 0.7
        if len(base) > 4 and base not in _EN_WORDS and _TR_FINITE.search(base):
            tr += 1.2
        if "'" in word and re.search(r"'(?:[dt][ae]n?|n?[iu]n|y?[ae]|y?[iu]|l[ae]r\w*|[iu]m\w*)$", word):
            tr += 1.0
    en += 0.6 * len(_EN_FRAME.findall(plain))
    marked = len(_MARKS.findall(text))
    if not tr and not en:
        return ("tr", marked > 0) if marked or re.search("[a-z]", plain) else ("en", False)
    tr += min(marked, 3) * 0.25
    if tr == en:
        return ("tr" if marked else "en"), False
    return ("tr", True) if tr > en else ("en", True)
