"""Whether a message is built in Turkish or in English, whatever words it borrows."""

import re

from conversations.understanding.patterns import words

_WORDS = words("word_lists")
_TR_WORDS, _EN_WORDS, _BORROWED = _WORDS["turkish"], _WORDS["english"], _WORDS["borrowed"]
_TR_ENDING = re.compile(
    r"(?:[iu]yor(?:um|uz|sunuz|lar|sun)?|[ea]bil(?:ir|iyor)\w*|[dt][iu](?:k|m|niz|ler|lar)?|"
    r"m[iu][sz](?:t[iu]r)?|[ae]ca[gk]\w*|mak(?:ta\w*)?|mek(?:te\w*)?"
    r"|l[ae]r(?:[iu]\w*)?|n?[dt][ae]n?|s[iu]n[iu]?|[iu]m[iu]z\w*|[ae]r[iu]z|[iu]r[iu]z|l[iu]k\w*|"
    r"meli\w*|mali\w*|s[ae]k|s[ae]n[iu]z|[iu]n[iu]z|m[iu]s[iu]n[iu]z|ya|ye|lim|iyim|ayim)$"
)
_EN_ENDING = re.compile(r"(?:ing|tion|ment|ness|ity|ies|ed|ly|ship|ous|'s|n't|'re|'ll|'ve)$")
_EN_TR_ENDS = _WORDS["english that ends like turkish"]
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_MARKS = re.compile("[çğıöşüÇĞİÖŞÜ]")
_TR_FINITE = re.compile(
    r"(?:yor(?:um|uz|sunuz)|[ae]bil(?:ir|iyor)\w*|ar[iu]z|er[iu]z|[iu]r[iu]z|eyiz|ayiz|s[iu]n|elim|"
    r"alim|t[iu]k|d[iu]k|mek|mak|m[iu]s[iu]n[iu]z|ecegiz|acagiz|[iu]m[iu]z|iriz|olur|olmaz|olsun|"
    r"lazim|var|yok)$"
)
_EN_FRAME = re.compile(
    r"\b(?:we(?:'re| are|'d| can| have| need| want| could| would)?|i(?:'m| am| work| need| want)|our|"
    r"my|can you|could you|is|are|looking for|please)\b"
)


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
