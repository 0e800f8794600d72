"""The words round a municipality's name: its title, its suffixes, and what shows that no municipality is meant."""

import re
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA

Case = Literal["", "from", "in", "of", "to", "with", "object"]

# Folded throughout: ı and İ are i, ü is u.
_CASES: tuple[tuple[Case, str], ...] = (
    ("from", r"n?[dt][ae]n(im|iz|dir|mis)?|l[iu](yim|yiz|yuz|yum|lar|ler)?|l[iu](dan|den|lardan|lerden)"),
    ("in", r"n?[dt][ae](yim|yiz|dir|yken|ydi|ydik|ki|kiler|kinin|kiyle)?"),
    ("of", r"n?[iu]n(ki)?|s"),
    ("with", r"y?l[ae]"),
    ("to", r"[yn]?[ae]"),
    ("object", r"[yn]?[iu]"),
    ("", r"y?[iu][mz]|y?iz|y?uz|s[iu]y?[iu]z|d[iu]r|lar|ler|ca|ce"),
)
_POSSESSIVE = r"(?:s?[iu])?(?:m[iu]z)?"

_METROPOLITAN = re.compile(r"(buyuksehir|buyuks|metropol|bsb|bbsk|anakent)\w*|bb|bbden|bbde|bbnin|bbden")
_LEVELS = {
    "district": re.compile(r"ilce(si\w*|nin|miz\w*|de\w*)?|district"),
    "town": re.compile(r"belde(si\w*|nin|miz\w*)?|kasaba(si\w*)?|town"),
    "province": re.compile(r"il|ili|ilinin|ilinde|ilimiz|vilayeti|province"),
    "city": re.compile(r"kent|kenti|sehri|sehir|city|merkez"),
}
_MUNICIPAL = re.compile(r"beledi\w*|bel|bld\w*|bldy\w*|belediy\w*|mun|munic|municipal\w*|kommune|kommun|council|hall")
_SPELT_OUT = ("belediye", "belediyesi", "municipality")
_UNIONS = re.compile(r"belediyeler|municipalities")

TITLES_RIGHT_BEFORE = frozenset(
    "stadt gemeente grad opstina opcina municipiul primaria dimos demos bashkia komuna obshtina gmina miasto"
    " mesto obec stad landeshauptstadt hansestadt marktgemeinde gemeinde magistrat".split()
)
TITLES_BEFORE_OF = TITLES_RIGHT_BEFORE | frozenset(
    "ayuntamiento mairie comune camara municipal city town municipality munic municipio municipalidade"
    " prefeitura ville commune municipalite belediyesi".split()
)
OF = frozenset("of di de do da del della d du des von the la le".split())

PREPOSITIONS: dict[str, Case] = {"from": "from", "in": "in", "at": "in", "with": "with", "to": "to"}

_INSTITUTION = re.compile(
    r"(valili|kaymakam|universite|university|universit|unv|ticaret|sanayi|mudurlu|bakanl|konsolos|buyukelcili|embassy"
    r"|consulate|governor|hastane|hospital|lisesi|okulu|fakulte|enstitu|havaliman|havaalani|airport|stad[iy]|stadyum"
    r"|mahalle|muhtar|koyu|caddesi|sokag|sokak|bulvar|meydan|derne|vakf|odasi|barosu|ajansi|kalkinma|emniyet"
    r"|jandarma|adliye|mahkeme|defterdar|birlig|spor|kulub|chamber|ministry|genel|savcili|muzesi|kalesi|ovasi|golu"
    r"|nehri|havzasi|dagi|korfezi|limani|termina|gari|hali|escili|holding|anonim|ltd|bank|gazete|festival|neighbo"
    r"|village|mescidi|camii|parki|avm|sitesi|apartman|ilkokul|ortaokul|anadolu|koop|osb|organize|milli|ozel|idaresi)"
)
_TITLES_BEFORE = frozenset("sayin sn dr prof doc av mr mrs ms miss dear muh yrd op uzm".split())
_TITLES_AFTER = frozenset("hanim bey bay bayan hoca hocam abi abla efendi pasa".split())

NOT_NAMES = frozenset(
    "bir bu su o baska diger hangi her hicbir bazi bizim sizin onlarin buyuk kucuk orta yeni eski deneyimli tecrubeli"
    " yabanci komsu ortak ilgili yerel uzman kardes ve veya ya da ile icin olan bilen a an the another other any some"
    " our your their my local peer foreign small large big medium coastal experienced partner sister same new old"
    " that this which what every each for with from at in of to rural urban metropolitan turkish turk is hello merhaba"
    " selam ben biz evet tamam tesekkurler tesekkur hayir yardim iptal bilmiyorum talebim please thanks thank"
    " istiyorum istiyoruz lutfen online ilce belde il merkez kent sehir city town district".split()
)
FILLERS = re.compile(
    r"(merhaba\w*|selam\w*|hello|hi|iyi|gunler|aksamlar|ben|biz|bizim|bizler|adim|adi|adina|olarak|i|im|am|m|we|re|are"
    r"|from|at|in|of|the|my|our|is|its|it|s|work\w*|for|calis\w*|yaz\w*|ari?yor\w*|gorev\w*|baglan\w*|bagli|geli\w*"
    r"|belediye\w*|municipality|tabii|evet|yes|simdilik|kurum\w*|memur\w*|personel\w*|uzman\w*|mudur\w*|ve|de|da|name"
    r"|katil\w*|uye\w*|with|here|this|city|town|district|ilce\w*|belde\w*|il|ili|ilinden|sehir\w*|kent\w*|turkiye"
    r"|turkey|staff|employee|officer|tesekkur\w*|lutfen|please|bulun\w*|oluyor\w*|diyor\w*|yani|efendim|sey)"
)


def suffix_case(suffix: str) -> Case | None:
    """What a Turkish (or English 's) suffix behind a name says; None when it is no suffix at all."""
    for case, pattern in _patterns():
        if pattern.fullmatch(suffix):
            return case
    return None


@cache
def _patterns() -> tuple[tuple[Case, re.Pattern[str]], ...]:
    return tuple((case, re.compile(f"(?:{pattern})")) for case, pattern in _CASES)


def title_case(word: str) -> Case:
    """The case in which a word for municipality stands: "belediyesinden" is from."""
    stem = re.match(r"(belediye|bele?di?ye?|bld|bel|buyuksehir|ilce|belde)" + _POSSESSIVE, word)
    if not stem:
        return ""
    return suffix_case(word[stem.end() :]) or ""


@cache
def is_municipal(word: str) -> bool:
    """Whether a folded word says municipality, slips of the finger included."""
    if _MUNICIPAL.fullmatch(word):
        return True
    if len(word) < 6 or word[0] not in "bm":
        return False
    whole = (word, *(word[:length] for length in (7, 8, 9) if length < len(word) and word[0] == "b"))
    slips = 1 if len(word) < 8 else 2
    return any(OSA.distance(part, title, score_cutoff=slips) <= slips for part in whole for title in _SPELT_OUT)


@cache
def is_metropolitan(word: str) -> bool:
    if _METROPOLITAN.fullmatch(word):
        return True
    return len(word) >= 8 and word[0] == "b" and OSA.distance(word[:10], "buyuksehir", score_cutoff=2) <= 2


def level(word: str) -> str:
    """district, town, province or city when the word says of what kind the place is."""
    return next((name for name, pattern in _LEVELS.items() if pattern.fullmatch(word)), "")


def is_union(word: str) -> bool:
    return bool(_UNIONS.match(word))


@cache
def is_institution(word: str) -> bool:
    """Whether a word heads the name of something that is no municipality: "Valiliği", "Üniversitesi"."""
    return bool(_INSTITUTION.match(word))


def is_title_before(word: str) -> bool:
    return word in _TITLES_BEFORE


def is_title_after(word: str) -> bool:
    return word in _TITLES_AFTER
