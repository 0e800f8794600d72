"""What a person can tell the bot to do at any moment; only short orders, never a word inside a request."""

import re
from functools import cache

from conversations.understanding import scope
from conversations.understanding.patterns import any_of, sections

_PIECES = {
    "P": r"(?:lutfen|please|pls|hemen|simdi|now|artik|acaba|bana|bir|sey|ya|yani|ok|tamam|hey|merhaba|selam|hi|hello)",
    "DATA_TR": r"(?:(?:kisisel |butun |tum |bana ait |hakkimdaki |kayitli )*"
    r"(?:veri(?:si|m|ler)?|(?:bilgi|kayd|kayit|hesab|profil|hesap))(?<!veri)\w*|veri\b)",
    "DATA_EN": r"(?:(?:all |any |the |of |my |personal |everything )*"
    r"(?:data|information|info|account|profile|records?|details)\b)",
    "REQUEST_TR": r"(?:taleb|talep|basvuru|istek|istegi|ilan|onerim|oneri|ihtiyac|kayd|teklif|eslesme|gorusme|request)"
    r"\w*(?:'\w+)?",
    "REQUEST_MINE": r"(?:(?:taleb|basvuru|istek|istegi|ilan|oneri|ihtiyac|kayd|teklif|eslesme|gorusme"
    r"|request'?|offer'?)"
    r"(?:i?mi?z?|u?mu?z?|nuz)\w*|n-?\d{2,6}\w*)",
    "REQUEST_EN": r"(?:request|application|need|offer|case|enquiry|inquiry|match|submission|talep|ticket|meeting"
    r"|proposal|registration)s?\b",
}
MOST_WORDS = {
    "delete": 40, "data": 30, "human": 20, "language": 14, "status": 20,
    "cancel": 14, "back": 8, "skip": 9, "unsure": 9, "start": 10, "help": 14,
}  # fmt: skip
_TO = ((re.compile(r"\b(?:ingilizce|english)\w*"), "en"), (re.compile(r"\b(?:turkce|turkish)\w*"), "tr"))
_NOT_KNOWN = re.compile(
    r"\b(?:turkce|ingilizce) (?:bilmiyorum|anlamiyorum|bilmiyoruz)"
    r"|(?:don't|do not|can't) (?:speak|understand|know|read) (?:any )?(?:turkish|english)"
)
_PLANS = re.compile(
    r"\bicin ne\b|\bm?[ae]k ist|m[ae]k isti|\bbelediye(?:miz|siyiz|si olarak)|\bwe (?:want|plan|need|would)"
    r"|[ae]c[ae]giz\b|\b(?:kur|yap|ac)uyoruz\b|\bbilmiyoruz\b|\bbizim\b|\bour \w+|\b(?:konusunda|hakkinda)\b"
)
_PEERS = re.compile(
    r"\b(?:deneyim|tecrube|uzman|konusunda|hakkinda|konularda|experience|expert)\w*|\bbil(?:en|iyor)\w*"
    r"|\b(?:about|on) \w|\bbelediye(?:ler|den|yle|nin)\w*"
    r"|\b(?!gercek)\w{2,}(?:mis|[ae]n|[ae]?c[ae]k) (?:olan|bir\w*|belediye\w*|meslektas\w*|uzman\w*)\b"
)
_REAL = re.compile(
    r"\b(?:insan|gercek|canli|yetkili|temsilci|koordinator|operator|birlik|bot|telefon|numara|beni|bizi)\w*"
    r"|\b(?:human|real|person|coordinator|agent|union|ring|phone|call me|someone at|staff)\b"
)
_SWITCHES = re.compile(r"\b(?:switch|change|degis\w*|devam|gec(?:elim|in|ebilir)\w*|cevir\w*)\b")
_DOUBTED = ("confirm", "proposal", "feedback", "followup")
_WORDS = re.compile(r"[a-z0-9']+")


@cache
def _lists() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, any_of(lines)) for name, lines in sections("commands", **_PIECES))


def command(plain: str, pending: str | None = None) -> tuple[str, str] | None:
    """The order given and the words that gave it; "not sure" passes over what may be left out, and answers the rest."""
    if len(plain) > 400:
        return None
    count = len(_WORDS.findall(plain))
    for name, pattern in _lists():
        found = pattern.search(plain) if count <= MOST_WORDS[name] else None
        if not found or _rather_work(name, plain, plain[: found.start()] + " " + plain[found.end() :], count):
            continue
        if name == "language" and pending == "languages" and not _SWITCHES.search(plain):
            return None
        if name == "unsure":
            return None if pending in _DOUBTED else ("skip", found.group().strip())
        return name, found.group().strip()
    return None


def _rather_work(name: str, plain: str, around: str, count: int) -> bool:
    """Whether the words around an order tell of a municipality's own work, or insult."""
    if name == "help":
        return (count > 3 and bool(_PLANS.search(around) or _PEERS.search(plain))) or scope.abuse(around)
    if name == "human":
        return bool(_PEERS.search(plain)) or (count > 8 and not _REAL.search(plain))
    return name == "status" and count > 3 and bool(_PLANS.search(around))


def language_wished(plain: str) -> str | None:
    """tr or en, when the order names it; "I don't understand Turkish" asks for English."""
    if unknown := _NOT_KNOWN.search(plain):
        return "en" if "turk" in unknown.group() else "tr"
    found = [(match.start(), code) for words, code in _TO for match in words.finditer(plain)]
    if len({code for _, code in found}) == 2:
        if to := re.search(r"\b(?:to|into|in)\s+(english|turkish)", plain):
            return "en" if to[1] == "english" else "tr"
        if toward := re.search(r"\b(ingilizce|turkce)'?ye", plain):
            return "en" if toward[1] == "ingilizce" else "tr"
    return min(found)[1] if found else None
