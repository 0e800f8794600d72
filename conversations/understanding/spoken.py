"""Languages a meeting can be held in, as named by either side; those said not to be spoken are left out."""

import re

from conversations.understanding.patterns import alternatives

_NAMES = (
    ("tr", r"turkce|turkish|turkceyi"), ("en", r"ingilizce|english"), ("de", r"almanca|german"),
    ("fr", r"fransizca|french"), ("ar", r"arapca|arabic"), ("es", r"ispanyolca|spanish"),
    ("it", r"italyanca|italian"), ("ru", r"rusca|russian"), ("fa", r"farsca|persian|farsi"),
    ("ku", r"kurtce|kurdish"), ("el", r"yunanca|rumca|greek"), ("bg", r"bulgarca|bulgarian"),
    ("ro", r"rumence|romence|romanian"), ("uk", r"ukraynaca|ukrainian"), ("pl", r"lehce|polonyaca|polish"),
    ("nl", r"felemenkce|hollandaca|flemenkce|dutch"), ("pt", r"portekizce|portuguese"),
    ("zh", r"cince|chinese|mandarin"), ("ja", r"japonca|japanese"), ("sr", r"sirpca|serbian"),
    ("bs", r"bosnakca|bosnian"), ("sq", r"arnavutca|albanian"), ("mk", r"makedonca|macedonian"),
    ("hr", r"hirvatca|croatian"), ("hu", r"macarca|hungarian"), ("sv", r"isvecce|swedish"),
    ("az", r"azerice|azerbaycanca|azerbaijani"), ("ka", r"gurcuce|georgian"), ("da", r"danca|danish"),
    ("no", r"norvecce|norwegian"), ("fi", r"fince|finnish"), ("cs", r"cekce|czech"), ("sk", r"slovakca|slovak"),
    ("ko", r"korece|korean"), ("he", r"ibranice|hebrew"), ("hy", r"ermenice|armenian"),
)  # fmt: skip
_SHORT = {
    "tr": "tr", "eng": "en", "en": "en", "tur": "tr", "turk": "tr", "ger": "de", "de": "de", "fr": "fr", "ar": "ar",
    "ing": "en", "alm": "de", "fre": "fr", "ara": "ar", "es": "es", "it": "it", "ru": "ru",
}  # fmt: skip
_CODE = {form: code for code, forms in _NAMES for form in forms.split("|")}
_TURKISH_NAMES = frozenset(form for form in _CODE if form.endswith(("ca", "ce")))
_NAMED = re.compile(
    r"\b(" + "|".join(sorted(_CODE, key=len, reverse=True)) + r")"
    r"(?P<tail>'?(?:de|den|ye|yi|yle|miz|niz|m|si|mizi|nin|dir|ydi|leri|deyiz|miz de)?)\b"
)
_ABBREVIATED = re.compile(
    r"\b(eng|tur|ing|ger|alm)\b\.?(?=\s*(?:[+/&,]|and|ve|or|$))|(?<=[+/&])\s*(eng|tur|ger|tr|en|de|fr|ar)\b"
)
_SAID = alternatives("languages")
_ADJECTIVE = re.compile(rf"^\W{{0,2}}(?:{_SAID['adjective of']})")
_NO_AFTER = re.compile(rf"^\W*(?:pek |hic |de |da |maalesef )?(?:{_SAID['no, behind']})")
_NO_BEFORE = re.compile(rf"\b(?:{_SAID['no, before']})(?:\s+(?:in|any|speak|good|much))*\s*$")
_TOO_AFTER = re.compile(rf"^\W*(?:{_SAID['one more, behind']})")
_PAIR = re.compile(
    r"\b(tr|eng?|tur|ing|de|alm|ger|fr|ara?)\s?(?:[/+&,-]|and|or|ve|veya)\s?(tr|eng?|tur|ing|de|alm|ger|fr|ara?)\b"
)
_BOTH = re.compile(r"\b(?:fark ?etmez|her ikisi|ikisi de|ikisini de|both|either)\b")
_WORD = re.compile(r"(?<![a-z] )\bde\b|\b(?!de\b)[a-z]+")  # "ing de olur" speaks no German
_ONLY_OTHER = re.compile(r"^\W*(?:disinda|except|haricinde)")


def spoken(plain: str, *, asked: bool = False) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """ISO 639-1 codes, sorted, and where they were said. `asked` also reads bare abbreviations ("en, tr")."""
    codes: dict[str, bool] = {}
    spans: list[tuple[int, int]] = []
    for found in _NAMED.finditer(plain):
        after, before = plain[found.end() :], plain[: found.start()]
        if found["tail"] == "" and (_ADJECTIVE.match(after) or re.match(r"-\w", after) or re.search(r"\w-$", before)):
            continue
        spans.append(found.span())
        if re.match(r"^\W*(?:and|or|ve|veya|ya da|,)\W*\w+\W+(?:bilmiyor|konusam)", after):
            codes[_CODE[found[1]]] = False
        elif not (_NO_AFTER.match(after) or _NO_BEFORE.search(before) or _ONLY_OTHER.match(after)):
            codes[_CODE[found[1]]] = codes.get(_CODE[found[1]], True)
            if _TOO_AFTER.match(after):  # the writer's own language goes without saying
                codes.setdefault("tr" if found[1] in _TURKISH_NAMES else "en", True)
    for found in _PAIR.finditer(plain):
        if {"tr", "en"} & {_SHORT[found[1]], _SHORT[found[2]]}:
            codes |= {_SHORT[found[1]]: True, _SHORT[found[2]]: True}
            spans.append(found.span())
    for found in _ABBREVIATED.finditer(plain):
        short = found[1] or found[2]
        if asked or found[1] in ("eng", "tur", "ing") or codes:
            codes.setdefault(_SHORT[short], True)
            spans.append(found.span())
    if asked and not codes and _BOTH.search(plain):
        codes = {"tr": True, "en": True}
    if asked and not codes:
        for word in _WORD.finditer(plain):
            if code := _SHORT.get(word.group()):
                codes[code] = True
                spans.append(word.span())
    return tuple(sorted(code for code, yes in codes.items() if yes)), spans
