"""Urgency, staff exchange and partners abroad: what a message says on the side."""

import re

_HIGH = re.compile(
    r"\b(?:acil(?:en|iyet\w*|dir|miz|se|sayilir)?(?! durum| cagri| servis| eylem| toplanma| yardim| mudahale| barinma| saglik| tip)"
    r"|ivedi(?:likle|lik)?|aceleyle|acele(?:miz|m|si)?(?: var|yle)?|hemen(?! hemen)|derhal|bir an (?:once|evvel)|en kisa (?:surede|zamanda|sure\w*)|mumkun olan en kisa|olabildigince (?:hizli|cabuk)|zaman(?:imiz)? (?:dar|az|kalmadi|cok az)|vakit (?:dar|yok|az)|vaktimiz (?:dar|yok|az)|sikis(?:tik|ik)\w*|bekleyemeyiz|gecikmeden"
    r"|asap|a\.s\.a\.p|urgent(?:ly)?|urgency|as soon as (?:possible|you can)|as quickly as possible|right away|immediate(?:ly)?|pressing|time[- ]critical|(?:running|run) out of time|time is short|can't wait|cannot wait|straight away|at the earliest|in a hurry|high priority|without delay|soonest)\b"
)
_LOW = re.compile(
    r"\b(?:acele(?:miz|m|si|ye)? (?:yok|etm\w*|gerek yok)|acele(?:si|miz)? olmayan|acil (?:degil|degiliz|sayilmaz)|aciliyeti? yok|zaman(?:imiz)? (?:var|bol)|vaktimiz (?:var|bol)|ne zaman olursa(?: olsun)?|musait oldugunuz(?:da| zaman| bir)|uygun oldugunuzda|rahat(?:ca|iz)|sakin sakin"
    r"|no (?:rush|hurry|urgency|particular hurry)|not (?:urgent|in a (?:hurry|rush)|pressing|time[- ]critical)|isn't urgent|nothing urgent|whenever (?:you|it|they|suits|is|convenient|works)|take (?:your|our) time|plenty of time|at your (?:convenience|leisure)|there(?: is|'s) no (?:rush|hurry)|low priority)\b"
)
_NOT_URGENT = re.compile(r"\b(?:not|isn't|nothing|no|hic|pek)\s+(?:that |very |so |really |at all )?$")
_NOT_AFTER = re.compile(r"^\W*(?:bir (?:durum|sey|is) )?(?:degil|yok|sayilmaz)")
_EXCHANGE = re.compile(
    r"\b(?:(?:personel|calisan|eleman|uzman|kadro|memur)\w{0,3} (?:degisim|mubadele|takas|rotasyon|degis tokus|gorevlendirme)\w*|karsilikli (?:personel|gorevlendirme)\w*|staff (?:exchange|swap|secondment|mobility)\w*|(?:exchange|swap|second)(?:ing|ment)? (?:of )?(?:staff|personnel|employees|colleagues|people)|job[- ]?shadow\w*|secondments?|isbasi (?:egitim|gozlem)\w*|is basinda (?:ogren|gozlem)\w*|personnel exchange|employee exchange|peer placement)\b"
)
_ABROAD = re.compile(
    r"\b(?:yurt ?dis\w+|dis ulke\w*|baska ulke\w*|diger ulke\w*|farkli ulke\w*|yabanci (?:bir )?(?:belediye|sehir|kent|ortak|ulke|uzman|meslektas)\w*|avrupa(?:'?(?:dan|daki|da))? (?:bir )?(?:belediye|sehir|kent|ulke)\w*|avrupa'?(?:dan|daki|da)\b|balkan\w* (?:belediye|sehir)\w*"
    r"|uluslararasi (?:bir )?(?:belediye|ortak|is ?birlig|deneyim|partner|sehir|kent|duzey|alan|tecrube|ornek|uzman|platform|paylas|olabilir|olur)\w*|uluslararasi da|sinir otesi"
    r"|abroad|overseas|foreign (?:municipalit|cit|partner|town|colleague|peer|expert|local)\w*|international (?:municipalit|cit|partner|peer|cooperation|experience|exchange|colleague|counterpart|expert)\w*|internationally|(?:other|another|different|any|a foreign) countr\w+|european (?:municipalit|cit|partner|town|peer)\w*|(?:in|from|across|outside|beyond) (?:europe|turkey|turkiye|the balkans)|(?:outside|beyond) (?:the )?(?:country|borders?)|cross-border|non-turkish|twin(?:ning)? (?:city|town) abroad)\b"
)
_HOME_ONLY = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:olmasin|olmaz|degil|istemiyoruz|gerek yok|haric|disinda|sart degil)")
_NO_BEFORE = re.compile(r"\b(?:not|no|without|rather than|instead of)(?:\s+(?:from|a|an|any|need|interested in))*\s*$")
Span = tuple[int, int]


def urgency(plain: str) -> tuple[str | None, Span | None]:
    if found := _LOW.search(plain):
        return "low", found.span()
    for found in _HIGH.finditer(plain):
        if _NOT_AFTER.match(plain[found.end() :]) or _NOT_URGENT.search(plain[: found.start()]):
            return "low", found.span()
        return "high", found.span()
    return None, None


def staff_exchange(plain: str) -> Span | None:
    return _wanted(_EXCHANGE, plain)


def international(plain: str) -> Span | None:
    return _wanted(_ABROAD, plain)


def _wanted(words: re.Pattern[str], plain: str) -> Span | None:
    for found in words.finditer(plain):
        if not _HOME_ONLY.match(plain[found.end() :]) and not _NO_BEFORE.search(plain[: found.start()]):
            return found.span()
    return None
