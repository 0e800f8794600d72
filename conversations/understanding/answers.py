"""Short answers: yes and no, a mark out of five, how a pair wants to go on."""

import re

from conversations.understanding.numbers import ANY, value

_NO = re.compile(
    r"^\W*(?:hayir|yok|yoo|olmaz|olmasin|istem(?:em|iyoruz|iyorum|eyiz)|maalesef|malesef|ne yazik ki|uzgun\w*|uygun degil\w*|kabul etm\w*|reddediyor\w*|ret\b|red\b|degil|yanlis|hic|gerek yok"
    r"|no\b|nope|nah|not\b|unfortunately|sorry|i'?m afraid|we'?ll pass|pass\b|decline|reject|wrong|incorrect|don'?t|never|neither)"
)
_NO_INSIDE = re.compile(
    r"\b(?:uygun degil\w*|musait degil\w*|katilam\w*|kabul edeme\w*|yapama\w*|gelem(?:em|eyiz|iyoruz)|olmaz|olmuyor|uymuyor|uymaz|mumkun degil|istemiyor\w*|yetisem\w*|yogunuz|cok yogun\w*|dolu(?:yuz|yum)|bu sefer (?:olmaz|degil|almayalim)|doğru degil|dogru degil|yanlis|hayir|reddediyor\w*|vazgec\w*"
    r"|doesn'?t (?:work|suit)|does not (?:work|suit)|won'?t (?:work|do)|can'?t (?:make|do|manage|attend|accept)|cannot (?:make|do|attend|accept)|not (?:available|suitable|possible|right|correct|interested|for us|this time|convenient|going to work)|unable|no thanks|no thank you|we'?ll pass|have to (?:decline|pass)|decline|that'?s wrong|too busy|fully booked|not quite)\b"
)
_YES = re.compile(
    r"^\W*(?:evet|ewet|evt|he\b|hee|hi hi|olur(?!sa| mu)|olabilir|tamam(?:dir|lar)?|tmm|tm\b|peki|elbette|tabii?(?:ki| ki)?|kesinlikle|aynen|dogru(?! degil)|uygun(?:dur|uz|um)?(?! degil)|kabul(?! etm)|onay(?:liyor\w*|la|ladim|liyorum)?|memnuniyetle|seve seve|musait(?:iz|im)(?! degil)|harika|super|anlastik|hayhay|oldu|bize uyar|uyar|katiliriz|katilacag\w*|kaydet\w*|gonder\w*|ekle\w*|sorun yok|problem yok"
    r"|yes\b|yep|yeah|yup|sure|ok\b|okay|okey|of course|correct|right\b|that'?s (?:right|correct|fine|great|good)|agreed|accept(?:ed)?|i accept|we accept|confirm(?:ed)?|perfect|great|sounds good|looks (?:good|right|correct)|absolutely|definitely|fine|works|go ahead|please do|y\b|e\b|👍|✅|👌|🆗)"
)
_YES_INSIDE = re.compile(
    r"\b(?:evet|kabul ediyor\w*|kabul ederiz|onayliyor\w*|uygundur|bize uyar|bizim icin uygun|bize uygun|uygunuz|katilabiliriz|katiliriz|hepsi dogru|her sey dogru|dogrudur|tamamdir|works for (?:us|me)|suits (?:us|me)|happy to (?:accept|join|meet|confirm)|we accept|i accept|looks (?:good|right|correct)|that'?s (?:right|correct|fine|great|perfect)|all (?:correct|good|right)|we can make it|let'?s do (?:it|that)|see you then|gorusuruz|goruselim)\b"
)
_EMOJI_NO = re.compile(r"^\s*[👎❌🚫]")
_EMOJI_YES = re.compile(r"^\s*[👍✅👌🆗☑✔]")


def yes_no(plain: str) -> str | None:
    """yes, no or None. A no that stands in front, or a refusal inside, outweighs politeness."""
    if _EMOJI_NO.match(plain):
        return "no"
    if _EMOJI_YES.match(plain):
        return "yes"
    if re.match(
        r"^\W*(?:no (?:problem|worries|objection)|sorun yok|problem yok|neden olmasin|why not|hic sorun)", plain
    ):
        return "yes"
    if _NO.match(plain):
        return "no"
    if _YES.match(plain):
        refused = _NO_INSIDE.search(plain)
        return "no" if refused and re.search(r"\b(?:ama|fakat|ancak|but)\b", plain[: refused.start()]) else "yes"
    if _NO_INSIDE.search(plain):
        return "no"
    return "yes" if _YES_INSIDE.search(plain) else None


_OUT_OF = re.compile(
    rf"\b({ANY})\s*(?:/|uzerinden|out of|over)\s*(5|bes|five|10|on|ten)\b|\b(?:5|bes|10|on)\s+uzerinden\s+({ANY})\b"
)
_MARK = re.compile(
    rf"\b(?:puan(?:im(?:iz)?)?\s*:?\s*|rating\s*:?\s*|score\s*:?\s*|a\s+)?(?P<n>{ANY})(?:'?(?:lik|luk))?\s*(?:puan|yildiz|stars?|points?|veriyor\w*|verdim|veririm|veririz)\b"
)
_FIRST = re.compile(
    r"^\W*(?:puan\w*\s*:?\s*|i'?d (?:say|give (?:it )?)(?: a)?\s*|we'?d (?:say|give (?:it )?)(?: a)?\s*|bence\s+|rating:?\s*)?(?P<n>[1-5]|bir|iki|uc|dort|bes|one|two|three|four|five)\b(?!\s*(?:kisi|gun|saat|hafta|ay|days?|weeks?|people|more))"
)
_GIVE = re.compile(
    r"\b(?:give (?:it )?(?:a )?|deserves (?:a )?|rate (?:it )?(?:a )?|definitely (?:a )?|solid )(?P<n>[1-5]|one|two|three|four|five)\b"
)


def rating(plain: str) -> int | None:
    """A mark from 1 to 5, said as a number, in words or in stars."""
    if stars := len(re.findall("[⭐★🌟]", plain)):
        return stars if stars <= 5 else None
    if found := _OUT_OF.search(plain):
        first = value(found[1] or found[3] or "")
        of = value(found[2] or "") or (10 if re.search(r"\b(?:10|on)\s+uzerinden", plain) else 5)
        if first is None:
            return None
        mark = first if of == 5 else max(1, round(first / 2))
        return mark if 1 <= mark <= 5 else None
    if re.search(r"\b(?:tam puan|full marks|top marks)\b", plain):
        return 5
    for pattern in (_MARK, _FIRST, _GIVE):
        if (found := pattern.search(plain)) and (mark := value(found["n"])) and 1 <= mark <= 5:
            return mark
    return None


_EXCHANGE = re.compile(
    r"\b(?:(?:personel|calisan|eleman|uzman)\w* (?:degis|mubadele|takas|rotasyon|gonder)\w*|(?:staff|personnel) (?:exchange|swap|visit)|exchange|job[- ]?shadow\w*|secondment|(?:of|some|our|two|three) (?:our |of our )?(?:staff|people|colleagues|team)\b.*\b(?:spend|visit|go|come|send|week)|send (?:our|some|two|a few)|(?:personel|arkadas|calisan)\w* (?:gonder|misafir|agirla)\w*|degisim(?:i|ini)?|swap staff)\b"
)
_UNION = re.compile(
    r"\b(?:birlik|birligin?|mbb|siz|sizin|koordin\w*|coordinat\w*|union|mmu|you|your (?:help|support)|organi[sz]e|ayarla\w*|duzenle\w*|aracilig\w*|destek olmaya)\b"
)
_ALONE = re.compile(
    r"\b(?:kendi(?:miz|mizce| aramizda| basimiza)\w*|aramizda|dogrudan|direkt|biz (?:devam|surdur|hallede|ilgilen)\w*|kendi basimiza|gerek (?:yok|kalmadi)|ikimiz|iki belediye|bas basa"
    r"|(?:on )?our(?:selves| own)|by ourselves|directly|between (?:us|ourselves)|on our own|alone|ourselves|we can manage|take it from here|we'?ll handle|handle it|without (?:you|the union|coordination))\b"
)


def followup(plain: str) -> str | None:
    """alone, union or exchange."""
    if _EXCHANGE.search(plain):
        return "exchange"
    alone, union = _ALONE.search(plain), _UNION.search(plain)
    if alone:
        return "alone"
    return "union" if union else None
