"""Where a folded word's endings are taken off, so that "planımızı", "planlar" and "planning" meet at "plan"."""

from functools import lru_cache

# Folding merges ı/i and ü/u, so vowel harmony leaves two forms of each ending. Longest first.
_LISTED_ENDINGS = """
    larimizi lerimizi larimizin lerimizin larimiza lerimize larimizda lerimizde larimizdan lerimizden larimiz lerimiz
    larinizi lerinizi lariniz leriniz larinin lerinin larini lerini larina lerine larinda lerinde larindan lerinden
    lariyla leriyla leriyle lari leri larin lerin lara lere larda lerde lardan lerden larla lerle lar ler
    imizi imizin imize imiza imizde imizda imizden imizdan imizle imizla imiz umuzu umuzun umuza umuze umuzde umuzda
    umuzden umuzdan umuzle umuzla umuz mizi mizin mize miza mizde mizda mizden mizdan miz muzu muzun muza muze muzde
    muzda muzden muzdan muz inizi inizin inize iniza inizde inizda iniz unuzu unuza unuze unuz niz nuz
    sinin sunun sini sunu sina sine suna sune sinda sinde sunda sunde sindan sinden sundan sunden siyla siyle suyla
    suyle si su inin unun ini unu ina ine una une inda inde unda unde indan inden undan unden iyla iyle uyla uyle
    nin nun in un ni nu na ne yi yu ya ye da de ta te dan den tan ten yla yle la le i u a e
    daki deki taki teki indaki indeki undaki undeki sindaki sindeki
    lik lug lug lik lig luk likleri ligi lugu ci cu cilik culuk cilig culug li lu siz suz sel sal
    mak mek ma me masi mesi mayi meyi maya meye manin menin
    landirma lendirme landir lendir lanma lenme lama leme lastirma lestirme lastir lestir lasma lesme
"""
_ENDINGS = frozenset(_LISTED_ENDINGS.split())
_LONGEST = max(map(len, _ENDINGS))
_ENGLISH_ENDINGS = (
    ("isations", "is"),
    ("izations", "is"),
    ("isation", "is"),
    ("ization", "is"),
    ("ising", "is"),
    ("izing", "is"),
    ("ised", "is"),
    ("ized", "is"),
    ("ise", "is"),
    ("ize", "is"),
    ("ements", ""),
    ("ement", ""),
    ("ments", ""),
    ("ment", ""),
    ("ations", ""),
    ("ation", ""),
    ("ating", ""),
    ("ated", ""),
    ("ates", ""),
    ("ate", ""),
    ("ions", ""),
    ("ion", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ings", ""),
    ("ers", ""),
    ("er", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)
# Words that lose a vowel before an ending ("şehir", "şehrimiz"), and short ones the rules would cut wrongly.
_KEPT = {
    "sehr": "sehir", "nehr": "nehir", "kism": "kisim", "vakf": "vakif", "isl": "is", "sekl": "sekil",
    "kayd": "kayit", "kayt": "kayit", "nakl": "nakil", "hukm": "hukum", "fikr": "fikir", "akl": "akil",
    "suyu": "su", "suyun": "su", "suyumuz": "su", "suyumuzu": "su", "sular": "su", "sulari": "su", "suda": "su",
    "sudan": "su", "suya": "su", "sularin": "su", "isi": "is", "isler": "is", "isleri": "is", "islerine": "is",
    "isin": "is", "ise": "is", "iste": "is", "kira": "kira", "bina": "bina", "dava": "dava", "hava": "hava",
    "afet": "afet", "kadin": "kadin", "yasli": "yasli", "engelli": "engelli", "goc": "goc", "gocmen": "gocmen",
    "kredi": "kredi", "belediye": "belediye", "ihale": "ihale", "zabita": "zabita", "itfaiye": "itfaiye",
    "genc": "genc", "genclik": "genc", "saglik": "saglik", "saglig": "saglik", "gida": "gida", "spor": "spor",
    "kultur": "kultur", "deniz": "deniz", "enerji": "enerji", "veri": "veri", "temiz": "temiz",
    "temizlik": "temizlik", "temizlig": "temizlik", "cami": "cami", "kara": "kara", "ada": "ada",
    "gelir": "gelir", "butce": "butce", "cevre": "cevre", "cadde": "cadde", "mahalle": "mahalle",
    "ilce": "ilce", "bahce": "bahce", "bolge": "bolge", "proje": "proje", "kopru": "kopru", "dere": "dere",
    "sokak": "sokak", "muze": "muze", "sera": "sera", "bilgi": "bilgi", "yapi": "yapi", "yapim": "yapim",
    "kaza": "kaza", "kaldirim": "kaldirim", "tarim": "tarim", "sanat": "sanat", "imar": "imar",
}  # fmt: skip
_SOFTENED = {"g": "k", "b": "p", "d": "t"}


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[str, ...]:
    """The stems a folded word may have: itself, the Turkish one, the English one; each once.

    A y before a last vowel may join the ending ("belediye-yi") or be the word's own ("konsey-i"): then both.
    """
    own_y = (turkish_stem(word[:-1]),) if len(word) > 5 and word[-2] == "y" and word[-1] in "iuae" else ()
    return tuple(dict.fromkeys((word, turkish_stem(word), english_stem(word), *own_y)))


@lru_cache(maxsize=50_000)
def turkish_stem(word: str) -> str:
    """A folded Turkish word without its inflection and its commonest derivations."""
    for _ in range(4):  # makers of words and inflections may stand four deep: taşı-ma-cılı-ğı
        if word in _KEPT:
            return _KEPT[word]
        word = _hardened(_without(word))
    return _KEPT.get(word, word)


@lru_cache(maxsize=50_000)
def english_stem(word: str) -> str:
    """A folded English word without plural, -ing, -ed and the commonest endings that make nouns of verbs."""
    if len(word) == 4 and word[3] == "s" and word[2] not in "sui":
        return word[:3]
    for ending, instead in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 + (len(ending) < 3):
            stem = word[: -len(ending)] + instead
            return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem
    return word


def _without(word: str) -> str:
    for length in range(min(_LONGEST, len(word) - 3), 0, -1):
        if word[-length:] in _ENDINGS and len(word) - length >= (3 if length > 2 else 4):
            return word[:-length]
    return word


def _hardened(stem: str) -> str:
    """Final g, b, d as k, p, t: "ağacı", "atığı", "kitabı" meet "ağaç", "atık", "kitap"."""
    return stem[:-1] + _SOFTENED[stem[-1]] if len(stem) > 3 and stem[-1] in _SOFTENED else stem
