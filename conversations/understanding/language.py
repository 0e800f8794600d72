"""Whether a message is built in Turkish or in English, whatever words it borrows."""

import re

_TR_WORDS = frozenset(
    ["bir", "ve", "ile", "icin", "bu", "su", "o", "biz", "siz", "ben", "sen", "mi", "mu", "de", "da", "ki", "ama", "fakat", "ancak", "veya", "ya", "daha", "cok", "en", "gibi", "kadar", "sonra", "once", "var", "yok", "ne", "nasil", "neden", "hangi", "kim", "evet", "hayir", "tamam", "merhaba", "selam", "tesekkurler", "tesekkur", "ederim", "lutfen", "belediye", "belediyesi", "konusunda", "hakkinda", "alaninda", "deneyimli", "tecrubeli", "ariyoruz", "olarak", "olsun", "olur", "olmaz", "olabilir", "haftaya", "yarin", "bugun", "gun", "saat", "sabah", "ogleden", "aksam", "pazartesi", "sali", "carsamba", "persembe", "cuma", "cumartesi", "pazar", "ayda", "haftada", "yuz", "yuze", "cevrim", "ici", "fark", "etmez", "uygun", "musait", "gorusme", "toplanti", "destek", "yardim", "lazim", "geri", "gec", "iptal", "vazgectim", "konu", "tercih", "bize", "bizim", "bizde", "sizin", "her", "hic", "degil", "sadece", "belki", "acil", "uzman", "kolay", "gelsin", "iyi", "gunler", "sagolun", "olsa", "ister", "istiyoruz", "isteriz", "turkce", "ingilizce", "basa", "bastan", "yildiz", "puan", "dil", "dili", "ikisi", "ikisi", "hem", "pek", "az", "biraz", "artik"]
)
_EN_WORDS = frozenset(
    ["the", "a", "an", "we", "are", "is", "am", "to", "of", "for", "with", "in", "on", "at", "and", "or", "not", "no", "yes", "please", "our", "us", "you", "your", "i", "my", "me", "it", "this", "that", "these", "those", "can", "could", "would", "will", "should", "may", "do", "does", "did", "have", "has", "had", "be", "been", "was", "were", "who", "what", "when", "where", "which", "how", "why", "if", "but", "so", "from", "about", "by", "any", "some", "more", "than", "like", "looking", "need", "help", "support", "share", "experience", "experienced", "expert", "mentor", "meeting", "meetings", "want", "wish", "hello", "hi", "hey", "dear", "thanks", "thank", "good", "morning", "afternoon", "evening", "next", "week", "month", "day", "tomorrow", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "face", "person", "either", "fine", "ok", "okay", "sorry", "there", "their", "they", "them", "only", "also", "municipality", "city", "town", "someone", "anyone", "somebody", "anybody", "other", "another", "because", "just", "let's", "let", "we'd", "we're", "i'm", "don't", "it's", "english", "turkish", "once", "twice", "per", "up", "go", "back", "skip", "cancel", "delete", "start"]
)
_BORROWED = frozenset(
    ["online", "zoom", "teams", "ok", "okay", "meeting", "deadline", "smart", "city", "workshop", "mentor", "support", "request", "please", "hello", "hi", "thanks", "status", "face", "to", "in", "on", "data", "open", "the", "meet", "feedback", "via"]
)
_TR_ENDING = re.compile(
    r"(?:[iu]yor(?:um|uz|sunuz|lar|sun)?|[ea]bil(?:ir|iyor)\w*|[dt][iu](?:k|m|niz|ler|lar)?|m[iu][sz](?:t[iu]r)?|[ae]ca[gk]\w*|mak(?:ta\w*)?|mek(?:te\w*)?"
    r"|l[ae]r(?:[iu]\w*)?|n?[dt][ae]n?|s[iu]n[iu]?|[iu]m[iu]z\w*|[ae]r[iu]z|[iu]r[iu]z|l[iu]k\w*|meli\w*|mali\w*|s[ae]k|s[ae]n[iu]z|[iu]n[iu]z|m[iu]s[iu]n[iu]z|ya|ye|lim|iyim|ayim)$"
)
_EN_ENDING = re.compile(r"(?:ing|tion|ment|ness|ity|ies|ed|ly|ship|ous|'s|n't|'re|'ll|'ve)$")
_EN_TR_ENDS = frozenset(
    ["than", "then", "men", "women", "garden", "open", "even", "often", "been", "seen", "green", "children", "london", "question", "fun", "team", "run"]
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_MARKS = re.compile("[çğıöşüÇĞİÖŞÜ]")
_TR_FINITE = re.compile(
    r"(?:yor(?:um|uz|sunuz)|[ae]bil(?:ir|iyor)\w*|ar[iu]z|er[iu]z|[iu]r[iu]z|eyiz|ayiz|s[iu]n|elim|alim|t[iu]k|d[iu]k|mek|mak|m[iu]s[iu]n[iu]z|ecegiz|acagiz|[iu]m[iu]z|iriz|olur|olmaz|olsun|lazim|var|yok)$"
)
_EN_FRAME = re.compile(
    r"\b(?:we(?:'re| are|'d| can| have| need| want| could| would)?|i(?:'m| am| work| need| want)|our|my|can you|could you|is|are|looking for|please)\b"
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
