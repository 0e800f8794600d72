"""What a person can tell the bot to do at any moment; only whole, short orders, never a word inside a request."""

import re

_P = r"(?:lutfen|please|pls|hemen|simdi|now|artik|tum|butun|all|acaba|bana|bir|sey|ya|yani|ok|tamam|hey|merhaba|selam|hi|hello|iyi gunler)"
_DATA_TR = r"(?:(?:kisisel |butun |tum |bana ait |hakkimdaki |kayitli )*(?:veri|bilgi|kayd|kayit|hesab|profil|hesap)\w*)"
_DATA_EN = r"(?:(?:all |any |the |of |my |personal |everything )*(?:data|information|info|account|profile|records?|details)\b)"
_REQUEST_TR = r"(?:taleb|talep|basvuru|istek|istegi|ilan|onerim|oneri|ihtiyac|kayd|teklif|eslesme|gorusme|request)\w*(?:'\w+)?"
_REQUEST_EN = r"(?:request|application|need|offer|case|enquiry|inquiry|match|submission|talep|ticket|meeting|proposal|registration)s?\b"

_COMMANDS: tuple[tuple[str, str], ...] = (
    ("delete", rf"\b{_DATA_TR}\s*(?:\w+\s+){{0,3}}?(?:sil\b|sil(?:in|er|ebilir|inme|mek|sen|iniz|elim|me|misin|inir|dir)\w*|yok ed\w*|imha|kaldir\w*|temizle\w*|unut\w*)"),
    ("delete", rf"\b(?:delete|erase|remove|wipe|forget|destroy|clear|purge)\b(?:\s+\w+){{0,3}}?\s*(?:{_DATA_EN}|everything (?:about|you have)|me\b(?: from)?)"),
    ("delete", rf"\b(?:right to be forgotten|unutulma hakki\w*|beni (?:sil|unut|kayitlardan|sistemden|listeden)\w*|{_DATA_EN} (?:deleted|erased|removed|wiped)|have me removed|hesabi\w* kapat\w*|close my account|silinme(?:sini|mi) (?:istiyor|talep))\b"),
    ("data", r"\b(?:hakkimda|benimle ilgili|bana ait|bizimle ilgili|benim)\s+(?:\w+\s+){0,4}?(?:veri|bilgi|kayit|kayd|sakl|tut)\w*(?!\s*sil)"),
    ("data", r"\b(?:veri|bilgi|kayit)lerim(?:i|in|e)?\b(?:\s+\w+){0,3}?\s*(?:goster|gor|ver|gonder|indir|iste|ogren|neler|nerede|kim|eris|nasil (?:sakla|kulla)|alabilir|kopya)\w*|\bbilgilerim(?:i|in)?\s+(?:\w+\s+){0,2}?(?:goster|gor|gonder|indir|neler|kopya)\w*|\bhangi (?:veri|bilgi)\w*\s+(?:\w+\s+){0,3}?(?:tut|sakla|kaydet|var|biliyor)\w*"),
    ("data", r"\b(?:what|which)\s+(?:\w+\s+){0,2}?(?:data|information|info|details)\s+(?:\w+\s+){0,4}?(?:me\b|store|hold|keep|have|collect)|\b(?:show|send|give|export|download|see|copy of|access to|access)\s+(?:\w+\s+){0,3}?my\s+(?:personal )?(?:data|information|info|details)|\bmy data\b\s*\??$|\bwhat (?:do|did) you (?:know|store|keep|have|hold) (?:about|on) me|\bdata you (?:have|hold|keep|store) (?:about|on) me|\bsubject access"),
    ("human", r"\b(?:bir |gercek |canli )*(?:yetkili|insan|temsilci|koordinator|gorevli|personel|calisan|biri|birisi|operator|kisi|sorumlu|musteri temsilcisi)(?:si|niz|yle|le|siyle|leriyle|leri|ler|ye|e|a|ne|niz)?(?:\s+ile)?\s+(?:\w+\s+){0,2}?(?:gorus|konus|bagla|ulas|aktar|iletisim|iste|ara|temas|yaz|var mi)\w*(?!\s+(?:konusunda|hakkinda))"),
    ("human", r"\b(?:talk|speak|connect|chat|put me through|transfer|escalate|hand me over|get me|reach|contact|write)\s+(?:me\s+)?(?:to|with|through to)?\s*(?:a|an|the|some|one of)?\s*(?:your\s+)?(?:real |actual |live )?(?:human|person|someone real|agent|coordinator|representative|operator|staff member|people|colleagues|member of staff|somebody real|a?\s?real person|someone (?:at|from) the (?:union|team)|human being)\b|\b(?:real|actual|live) (?:human|person)\b|^\W*(?:human|agent|operator|coordinator|koordinator|insan|temsilci|yetkili)(?: please| lutfen)?\W*$|\b(?:call|phone) me\b|\bbeni arayin\b|\bbeni ara(?:r misiniz|sinlar|yabilir)"),
    ("language", r"\b(?:switch|change|continue|go on|carry on|proceed|speak|talk|write|reply|answer|respond|communicate|chat|do this|be)\b(?:\s+\w+){0,4}?\s*(?:to|in|into)?\s*\b(?:english|turkish|turkce|ingilizce)\b(?! municipal)|\b(?:can|could|do) you (?:speak|talk|write|understand|reply in|know) (?:in )?(?:english|turkish)|\bchange (?:the |my )?language|\bswitch (?:the )?language|^\W*(?:the )?language(?: settings?)?\W*$|^\W*(?:in )?(?:english|turkish)(?:,? please)?\W*$|\b(?:english|turkish),? please\b|\bplease (?:use |in )?(?:english|turkish)\b|\b(?:i|we) (?:don't|do not|can't) (?:speak|understand|know|read) (?:any )?(?:turkish|english)|\b(?:english|turkish) (?:instead|version)\b|\bprefer (?:to (?:write|continue|chat) in )?(?:english|turkish)\W*$"),
    ("language", r"\b(?:dil(?:i|imi|ini)?\s+(?:\w+\s+){0,2}?(?:degis|sec|cevir|ayar)\w*|(?:ingilizce|turkce)(?:ye|'ye|yle|den)?\s+(?:\w+\s+){0,2}?(?:devam|gec|yaz|konus(?:alim|abilir|ur musun|mak istiyor|sak|un|ur)|cevir|cevap|olsun lutfen|don(?:elim|us|ebilir|er)|iletisim|yanit|ilerle|surdur)\w*|^\W*(?:ingilizce|turkce)(?: lutfen)?\W*$|(?:turkce|ingilizce) (?:bilmiyorum|anlamiyorum)\b|dil secimi|dil ayar\w*|biliyor musun(?:uz)? (?:ingilizce|turkce)|(?:ingilizce|turkce) biliyor mu\w*)"),
    ("status", rf"\b{_REQUEST_TR}\s*(?:\w+\s+){{0,3}}?(?:ne durum\w*|ne oldu|ne asama\w*|ne alem\w*|hangi asama\w*|durum\w*|akibet\w*|sonuc\w*|status\w*(?:'\w+)?|gelisme|nerede|cevap (?:geldi|var|gelmedi)|takip|bekliyor|ilerle\w*|kabul edildi mi|sonuclandi)"),
    ("status", r"\b(?:ne durumda\w*|son durum|durum nedir|durumu? (?:ne|nedir|goster\w*|ogren\w*)|herhangi bir gelisme|bir gelisme var mi|gelisme var mi|haber var mi|ses seda|cevap geldi mi|donus oldu mu|yanit geldi mi|esles\w+ (?:oldu mu|bulundu mu|var mi)|(?:uzman|belediye|eslesme) (?:bulundu|bulabildiniz|buldunuz) mu\w*|taleplerim(?:i)?(?: goster| listele| neler)?|^\W*durum\w*)\b"),
    ("status", rf"\b(?:status|progress|state|update|news|stage)\b(?:\s+\w+){{0,4}}?\s*{_REQUEST_EN}|\b{_REQUEST_EN}\s*(?:\w+\s+){{0,2}}?(?:status|progress|update|state)\b|\bwhere (?:are we|is my|does my|do we|am i|do i)\b(?:\s+\w+){{0,4}}?(?:{_REQUEST_EN}|stand|at)\b|\bany (?:news|update|progress|word|reply|answer|match|response|luck)\b|\bwhat(?:'s| is| has)? (?:happen\w*|going on|become)\b(?:\s+\w+){{0,4}}?\s*{_REQUEST_EN}|\bhave you found (?:a |an |any|some|me)|\b(?:did|has) (?:anyone|anybody|someone|somebody) (?:answer|repl|respond|accept)\w*|^\W*(?:my )?(?:status|requests)\W*$|\bhow is my (?:request|offer|need)|\bhow'?s my (?:request|offer)"),
    ("cancel", rf"\b{_REQUEST_TR}\s*(?:\w+\s+){{0,2}}?(?:iptal|geri cek|geri al|sil(?:in|er|mek|ebilir)?\b|vazgec|kapat|kaldir|dusur|istemiyor)\w*|\biptal (?:et|ed|olsun|istiyor|lutfen)\w*|\biptal\b\s+(?:\w+\s+){{0,2}}?{_REQUEST_TR}|^\W*iptal\w*\W*$"),
    ("cancel", r"\bvaz ?gec(?:tim|tik|iyorum|iyoruz|elim|ildi|mek istiyor\w*|sek)\b|^\W*vaz ?gec\W*$|\b(?:bosver(?:in)?|bos ver(?:in)?|unut(?:un)? gitsin|birak(?:alim|in)? (?:bu isi|gitsin|kalsin)|kalsin\W*$|gerek kalmadi|artik (?:gerek yok|istemiyor\w*|ihtiyac\w* (?:yok|kalmadi)))|^\W*(?:istemiyorum|istemiyoruz|kalsin|bosver)\W*$"),
    ("cancel", rf"\b(?:cancel|withdraw|drop|stop|revoke|retract|take back|call off|scrap|abort)\b(?:\s+\w+){{0,3}}?\s*(?:{_REQUEST_EN}|it\b|that\b|this\b|everything|all)|^\W*(?:please )?(?:cancel|stop|abort|quit|exit)(?: please)?\W*$|\bnever ?mind\b|\bforget (?:it|about it|this|that)\b|\bchanged (?:my|our) minds?\b|\b(?:i|we) (?:no longer|don't) (?:need|want) (?:this|it|that|help|to go on|to continue)(?: any ?more)?\b|\bnot (?:needed|interested) any ?more\b|\bplease iptal\b|\blet'?s (?:drop|leave|forget) (?:it|this)\b"),
    ("back", r"^\W*(?:bir (?:adim |onceki )?)?geri(?: (?:don\w*|git\w*|gel\w*|al\w*|lutfen|adim|gidelim|donelim|donebilir miyi[mz]))?\W*$|\b(?:bir )?onceki (?:soru|adim|sayfa|asama)\w*(?:\s+(?:don|git|gec)\w*)?|\bbir adim geri\b|\bgeri (?:donelim|gidelim|don|git|donmek istiyor\w*|donebilir miyi[mz]|alalim)\b\W*$|^\W*(?:go |step |take me |one step |can (?:we|i) go |let'?s go |a step )?back(?: please| one step| a step|,? please| up)?\W*$|\bprevious (?:question|step|one)\b|\bgo back\b"),
    ("skip", r"^\W*(?:bu(?:nu| soruyu)?\s+)?(?:gec(?:elim|in|iniz|eyim|ebilir miyi[mz]|iyorum|iver|sek)?|atla\w*|pas(?: geciyorum| gecelim| gec)?|bos (?:birak\w*|gec\w*)|sonra(?: (?:yazarim|soyler\w*|bakariz|belirtiriz|cevaplar\w*))?|bilmiyorum(?:,? gec\w*)?|emin degilim)(?: lutfen| bunu| bu soruyu)?\W*$|\bbu (?:soruyu|adimi|kismi) (?:gec|atla)\w*|\bsimdilik (?:gec|bos|atla|kalsin)\w*|^\W*(?:please )?skip(?: it| this| that| please| this (?:one|question|step)| for now| the question)*\W*$|^\W*(?:pass(?: on this(?: one)?)?|next(?: question)?|(?:i )?don'?t know(?: yet)?|not sure(?: yet)?|later|no idea|leave (?:it )?blank|i'?d rather not say|prefer not to (?:say|answer)|no comment)\W*$|\b(?:skip|leave out) (?:this|that|the) (?:question|step|one)\b|\bcan (?:i|we) skip\b"),
    ("start", r"^\W*/?start\W*$|^\W*basla(?:t|yalim|mak istiyorum|yabilir miyiz)?\W*$|\b(?:bastan|yeniden|en bastan|sifirdan|tekrar) (?:basla\w*|alalim|al\b|deneyelim|yapalim|baslamak)|\bbasa (?:don|sar|al)\w*|\b(?:start|begin) (?:over|again|afresh|from (?:scratch|the (?:beginning|start))|new)|\brestart\b|\bstart a new (?:one|conversation)|^\W*reset\W*$|^\W*(?:ana ?menu|menu|main menu)\W*$|\bfrom the (?:top|beginning)\b\W*$|\bbegin anew\b"),
    ("help", rf"^\W*/?(?:{_P}\W+)*(?:yardim(?: lutfen| et| edin| eder misin\w*| edebilir misin\w*| lazim| istiyorum)?|imdat|help(?: me)?(?: please)?|what|how|nasil|\?+|info|bilgi)\W*$|\b(?:nasil (?:calis|kullan|isli?yor|oluyor|yapacag|yapiyor|basla|yazmam|kullanil)\w*|ne (?:yapmam|yazmam|yapabilir|yapacag|yapiyor|yapmali|ise yar|yazay|yazma)\w*|(?:bu|sen|siz) (?:ne|nedir|neler) (?:yapiyor|yapabil|ise)\w*|neler yapabil\w*|anlamadim|anlayamadim|anlamiyorum|kafam karisti|bu (?:bot|sistem|uygulama|program|hizmet)\w* (?:ne|nedir|nasil|neye)\w*|yardimci olur musun\w*\W*$|kullanim kilavuzu|komutlar|imece nedir|ne demek (?:bu|istiyor\w*))"),
    ("help", r"\bhow (?:does (?:this|it|that|the bot|imece)|do i (?:use|start|begin|do this|proceed)|should i|can i use|to use|it works)\b|\bwhat (?:can|do|should|must|am) (?:you|i) (?:do|supposed to|say|write|type|have to)\b|\bwhat is (?:this|imece|this bot)\b|\bwhat are you for\b|\b(?:i )?(?:don't|do not|didn't) (?:understand|get (?:it|this)|know (?:what|how) to)\b|\bi'?m (?:confused|lost|stuck)\b|\b(?:show|list) (?:me )?(?:the )?(?:commands|options|instructions)\b|\binstructions\b\W*$|\bwhat now\b|\bexplain (?:how|this|what)\b"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _COMMANDS)
_LONGEST = {"delete": 40, "data": 30, "human": 20, "language": 14, "status": 20, "cancel": 14, "back": 8, "skip": 9, "start": 10, "help": 14}
_TO = ((re.compile(r"\b(?:ingilizce|english)\w*"), "en"), (re.compile(r"\b(?:turkce|turkish)\w*"), "tr"))
_NOT_KNOWN = re.compile(r"\b(?:turkce|ingilizce) (?:bilmiyorum|anlamiyorum|bilmiyoruz)|(?:don't|do not|can't) (?:speak|understand|know|read) (?:any )?(?:turkish|english)")
_WORDS = re.compile(r"[a-z0-9']+")


def command(plain: str) -> tuple[str, str] | None:
    """The order given and the words that gave it."""
    count = len(_WORDS.findall(plain))
    for name, pattern in _PATTERNS:
        if count <= _LONGEST[name] and (found := pattern.search(plain)):
            return name, found.group().strip()
    return None


def language_wished(plain: str) -> str | None:
    """tr or en, when the order names it; "I don't understand Turkish" asks for English."""
    if unknown := _NOT_KNOWN.search(plain):
        return "en" if re.search("turk", unknown.group()) else "tr"
    found = [(match.start(), code) for words, code in _TO for match in words.finditer(plain)]
    if len({code for _, code in found}) == 2:
        if to := re.search(r"\b(?:to|into|in)\s+(english|turkish)", plain):
            return "en" if to[1] == "english" else "tr"
        if toward := re.search(r"\b(ingilizce|turkce)'?ye", plain):
            return "en" if toward[1] == "ingilizce" else "tr"
    return min(found)[1] if found else None
