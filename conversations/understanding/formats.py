"""Whether a meeting is wished online, face to face or either, said outright, refused, or implied."""

import re
from typing import Literal

Format = Literal["online", "face_to_face", "either"]

_SUFFIX = r"(?:'?(?:[dt][ae]n?|y?[ae]|y?l[ae]|[iu]|[iu]n|n[ae]|dir|tan|ten))?"
_ONLINE = re.compile(
    r"\b(?:on ?line|onlayn|cevrim ?ici|internet (?:uzerinden|ortaminda)|dijital ortam\w*|sanal (?:ortam|toplanti|gorusme)\w*"
    r"|uzaktan(?! algilama| calis| egit)|ekran(?:dan| basinda| karsisinda)|bilgisayar (?:basinda|uzerinden)|goruntulu|telekonferans"
    rf"|video ?(?:konferans|gorusme|call|conference|chat|link|meeting)\w*|zoom{_SUFFIX}|teams{_SUFFIX}|google meet{_SUFFIX}"
    rf"|webex{_SUFFIX}|skype{_SUFFIX}|telefonla|telefonda|over the phone|by phone|phone call|on the phone|web toplanti\w*"
    r"|remote(?:ly)?(?! sensing| work| area| monitor| village)|virtual(?:ly)?(?! reality| museum| tour)|(?:by|over|on|via|a|quick) (?:video|call)\b|conference call|link (?:gonder|at)\w*"
    r"|from (?:our|your) desks?|without travel+ing|no travel|baglanabilir\w*|baglanir\w*|baglanip)\b"
)
_FACE = re.compile(
    r"\b(?:yuz ?yuze|yuz yuze|face[ -]to[ -]face|f2f|ftf|in[ -]person|on[ -]?site(?! compost)|yerinde (?:gor|ziyaret|incele|gorus|bulus|olsun|ogren|anlat|bak|toplan)\w*|yerinde$"
    r"|fiziksel (?:olarak|toplanti|gorusme)\w*|fiziki (?:olarak|toplanti)\w*|ziyaret(?:e|i|in|inize|ine|imize|te|lere|leri|lerine)?\b(?:(?! merkez| saat| sayi)| et\w*)"
    r"|agirla\w*|misafir (?:et|ol|ede|eder)\w*|konuk (?:et|ol|ede|eder)\w*|ev sahipligi|bekleriz|buyurun gelin|bize gel\w*|(?:sizi|buraya|yaniniza|yanimiza|belediyemize|ilcemize|sehrimize|kentimize) (?:gel|bekle|davet|ugra)\w*"
    r"|size gel\w*|gelip (?:gor|anlat|bak|ince|yerinde)\w*|gelebilir(?:iz|ler|siniz|im)?|yaniniza|saha(?:yi|da|nizi|ya)?(?: da)? (?:gor|gez|ziyaret|incele)\w*|saha (?:gezi|ziyaret|inceleme)\w*|teknik gezi\w*"
    r"|inceleme gezi\w*|oturup konus\w*|masa(?:ya|da) otur\w*|yerinde gorsek|gezdir\w*|gezmek"
    r"|(?:study|site|field|technical|working) (?:visits?|tours?|trips?)|visit(?:s|ing|ors)?(?! us at http)|come (?:over|to us|by|and see|to see|to your|to you|round)|(?:pop|drop|stop) (?:over|by|in|round)|travel to|host(?:ing)?(?: you| visitors| them| a)?|welcome you|physically|physical meeting|meet in (?!the|a |january|feb|march|april|may|june|july|aug|sep|oct|nov|dec|english|turkish|german|french)\w+|around a table|over (?:a )?coffee|have you over|show you around|see it (?:on the ground|for ourselves|in place))\b"
)
_EITHER = re.compile(
    r"\b(?:fark ?etmez|farketmiyor|fark etmiyor|fark ?et?mz|her ikisi(?:ne|nde|yle)?(?: de)?|ikisi de|iki turlu(?: de)?|her iki turlu|iki sekilde de|nasil (?:olursa|isterseniz|uygunsa|istersen)\w*|hangisi (?:olursa|uygunsa|kolay)\w*|siz (?:bilirsiniz|secin|karar verin)"
    r"|onemli degil|either (?:is|one|way|works|format|would|of)?|either|both(?: are| work| fine| ok)?|no preference|don'?t mind|doesn'?t matter|does not matter|don'?t care|not fussy|whichever|whatever (?:works|suits|is|you)|any format|hybrid|hibrit|karma|up to you|you choose|you decide|all the same)\b"
)
_NOT_FORMAT = re.compile(
    r"^\W{0,2}(?:hizmet|odeme|tahsilat|basvuru|randevu|katilim|platform|egitim|belediyecilik|islem|sistem|servis|portal|"
    r"services?|payments?|booking|learning|participation|consultation|permit|applications?|platform|tools?|portal|engagement|forms?\b|reporting|licen)"
)
_NO_AFTER = re.compile(
    r"^(?:\W*(?:gorusme\w*|toplanti\w*|bir|sekilde|olarak|format\w*|de|da|meetings?|calls?|bize|icin|biraz|pek|hic|works?|gelme\w*|bulusma\w*))*"
    r"\W*\b(?:olma(?:sin|z|yacak|sa)\b(?! da)|olmasa\b|olamaz|olamayiz|gelemeyiz|gelemiyoruz|gelemem|yapamayiz|yapamiyoruz|degil(?!se)|sart degil|gerek (?:yok|degil)|gerekmez|gerekmiyor|istemiyoruz|istemem|istemeyiz"
    r"|mumkun degil|zor\b|uygun degil|imkansiz|imkanimiz yok|tercih etm\w*|uymaz|is not|isn't|is out|won't|doesn't|does not|cannot|can't|not (?:possible|needed|necessary)|is difficult|is hard|is impossible|not an option|katilamayiz|gidemeyiz|disinda|yok\b)"
)
_NO_BEFORE = re.compile(
    r"\b(?:not|no|never|cannot|can't|can not|don't|do not|won't|avoid|rather than|instead of|without|unable to|not able to|isn't|doesn't have to be|need not be|no need (?:for|to)|yerine degil)"
    r"(?:\s+(?:be|do|to|have|meet|come|travel|want|a|an|for|any|need|in|the|via|like|manage))*\s*$"
)
_ELSE = re.compile(r"^\W*(?:\w+\s){0,2}?(?:yerine|instead of)\b")
_CLAUSE = re.compile(r"[.;!?,\n]|\b(?:ama|fakat|ancak|but)\b")
Mentioned = tuple[str, bool, int, int]


def formats(plain: str, *, asked: bool = False, since: int = 0) -> tuple[Format | None, list[tuple[int, int]]]:
    """The format wished and where it was said. `since`: what stands before it was taken back."""
    said = list(_mentions(plain))
    either = list(_EITHER.finditer(plain))
    spans = [(start, end) for _, _, start, end in said]
    if since and any(start >= since for _, _, start, _ in said):
        said = [one for one in said if one[2] >= since]
    if either and (asked or said or re.search(r"either format|any format|hybrid|hibrit|format\w* fark", plain)) and not (
        said and not asked and not _of_format(plain, said, either)
    ):
        return "either", spans + [either[0].span()]
    return _choice(said), spans


def _of_format(plain: str, said: list[Mentioned], either: list[re.Match[str]]) -> bool:
    """"fark etmez" speaks of the format when it stands in its sentence, no other slot between."""
    for found in either:
        for _, _, start, end in said:
            between = plain[min(end, found.end()) : max(start, found.start())]
            if "." not in between and ";" not in between and len(between) < 45 and not re.search(r"gun\b|saat|zaman|dil\b|day|time|lang", between):
                return True
    return False


def _mentions(plain: str) -> list[Mentioned]:
    said: list[Mentioned] = []
    for name, words in (("online", _ONLINE), ("face_to_face", _FACE)):
        for found in words.finditer(plain):
            after = plain[found.end() :]
            if name == "online" and _NOT_FORMAT.match(after):
                continue
            if re.match(r"\W*(?:\w+\W+){0,4}?(?:konusun|alanin|hakkin|uzerin|deneyim|tecrube)", after) and not re.match(
                r"\W*(?:olarak|ol\w*|[,.;])", after
            ) and name == "face_to_face":
                continue
            said.append((name, not _refused(plain, found, after), found.start(), found.end()))
    return sorted(said, key=lambda one: one[2])


def _refused(plain: str, found: re.Match[str], after: str) -> bool:
    if re.search(r"(?:emem|emeyiz|amayiz|amam|emiyoruz|amiyoruz)$", found.group()):
        return True
    left = _CLAUSE.split(plain[: found.start()])[-1]
    return bool(_NO_AFTER.match(after) or _NO_BEFORE.search(left) or re.match(r"\W*yerine\b", after))


def _choice(said: list[Mentioned]) -> Format | None:
    wanted = {name for name, yes, _, _ in said if yes}
    refused = {name for name, yes, _, _ in said if not yes}
    wanted -= refused if wanted - refused else set()
    if len(wanted) == 2:
        return "either"
    if wanted:
        return "online" if "online" in wanted else "face_to_face"
    if len(refused) == 1:
        return "face_to_face" if "online" in refused else "online"
    return None
