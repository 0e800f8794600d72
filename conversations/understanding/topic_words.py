"""The words that frame a topic, on its left or on its right, and those that are never part of one."""

import re

from conversations.understanding.patterns import any_of, sections, words

_PIECES = {
    "EXP": r"(?:deneyim|tecrube|bilgi|birikim|uzmanlig|know-how|expertise|bilgi birikim|bilgi ve deneyim"
    r"|ornek uygulama|uygulama ornek|yaklasim)",
    "PREP": r"(?:in the (?:field|area|areas|domain|subject|topic) of|related to|with regard to|with respect to"
    r"|in terms of|in|with|on|about|for|regarding|concerning|around|of|at|relating to)",
    "WHO": r"(?:(?:some|any|other|another|fellow|small|smaller|new|a|an|the|our|your|you|us|anyone|anybody|others?"
    r"|people|people who|municipalit\w+|cit\w+|towns?|colleagues?|peers?|everyone|somebody|someone|who|is|are|want"
    r"|wants|abroad|up to \w+ municipalities(?: a month)?|once)\s+){0,5}?",
}
_FRAMES = [(heading.split(), any_of(lines)) for heading, lines in sections("topic_frames", **_PIECES)]

# (rank, words right behind a topic, whether a plural of them joins several topics)
BEHIND = tuple((int(h[1]), pattern, "many" in h) for h, pattern in _FRAMES if h[0] == "behind")
# (rank, words right before a topic)
BEFORE = tuple((int(h[1]), pattern) for h, pattern in _FRAMES if h[0] == "before")

_WORDS = words("topic_words")
STOPS_TR, STOPS_EN, STOPS_BOTH = _WORDS["stops tr"], _WORDS["stops en"], _WORDS["stops both"]
NOT_VERBS, SKIPPED_FIRST, NEVER_FIRST = _WORDS["not verbs"], _WORDS["skipped first"], _WORDS["never first"]
EDGES, GENERIC = _WORDS["edges"], _WORDS["generic"]

COLON = re.compile(
    r"\b(?:ariyoruz|ariyorum|araniyor|ihtiyac(?:imiz)?|lazim|destek|yardim|konu(?:muz|lar|su)?|talep|"
    r"sunuyoruz|paylasabiliriz|paylasiriz|olabiliriz|verebiliriz|uzmanimiz var|deneyim|tecrube|mentor|"
    r"mentorluk|sunabiliriz|teklif|belediye"
    r"|needs?|needed|wanted|looking for(?: help| support| advice| a peer)?|help|support|topics?|"
    r"subject|share|offer(?:ing|s)?|can (?:share|mentor|offer|teach|help)|request|seeking|"
    r"expert(?:ise)?|experience|things|interested in|re|about|mentor(?:ing)?|advice|recommend a peer "
    r"city)"
    r"\s*(?::|\s-|\s-\s|\?)\s*"
)
HEM = re.compile(
    r"\bhem(?: de)?\s+([a-z0-9 ]{3,60}?)\s*,?\s+hem(?: de)?\s+([a-z0-9 ]{3,60}?)(?=\s+(?:konu|"
    r"hakkinda|alan|deneyim|tecrube|bilgi|icin|ile ilgili|uzerine|uzman|destek|egitim|birikim))"
)
TWO = re.compile(
    r"\b(?:iki (?:ayri )?(?:konu|alan|baslik|sey)\w*|two (?:things|topics|subjects|areas|issues|"
    r"needs|questions)|both|iki ihtiyac\w*|2 konu\w*|2 topics)\b"
)

STARTERS = re.compile(r"^(?:hakkinda|konusunda|alaninda|ilgili|uzerine)$")
VERB_TR = re.compile(
    r"(?:[iu]yor(?:um|uz|sunuz|lar|du\w*)?|(?:\w[aeiulrnmyzv]d[iu]|(?:[sp]t|ct|kt|tt|"
    r"[ai]st)[iu])(?:k|m)(?<!lastik)(?<!lojistik)(?<!istatistik)(?<!turistik)(?<!statik)|"
    r"[ae]ca[gk]\w*|[ae]ce[gk]\w*|m[ae]kte\w*|maktay\w*|[ae]rak|[iu]nca|ken|[ae]biliriz|"
    r"[ae]bilir(?:im|ler)?|[iu]r[iu]z|[ae]r[iu]z|eyiz|ayiz|mal[iu]y[iu]z|iyoz|s[iu]n|d[iu]r)$"
)
STOP_PHRASE = re.compile(
    r"(?:with (?:any\w*|every\w*|those|interested|another|other|others|a |an |any|some|you|us|your|"
    r"them|fellow|people|colleagues|experts?|municip|cit)|to (?:other|others|any|anyone|fellow|you|"
    r"us|municip|cit|colleagues|small|smaller|new|newer|young|towns|interested|be\b|share|help|learn|"
    r"meet|discuss|see|work|offer)|for (?:other|others|any|anyone|us|you|our|fellow|interested)|and "
    r"(?:we|i|could|can|would|are|have|want|need|our|they|also|in return|is|will|it|you|looking|"
    r"share|a meeting|meet|please|offer)|in (?:return|exchange|our|my|your|person|english|turkish|"
    r"german|french|arabic|the (?:next|coming|morning|afternoon|evening|near)|general|particular|"
    r"order|their|a meeting|a call)|at (?:our|the (?:moment|municip)|least|most|all|your)|from "
    r"(?:our|you|your|other|another|a |abroad|someone|municip|cit|any|last|next)|over (?:the|a)|on "
    r"(?:a |mon|tue|wed|thu|fri|our|your|zoom|teams)|up to|right now|of (?:our|course)|or (?:we|can|"
    r"could|are)|such as|like |as (?:well|soon)|free of charge|here at|including|via |through (?:a|"
    r"our|the)\b|under our)\b"
)
LEAD_VERB = re.compile(r"^(?:olarak|adina|its|it's)$")
TAILS = re.compile(
    r"^(?:calisma(?:lar)?(?:i|ini|imiz|imizi|larini|sini|si)?|proje(?:si|sini|ler|leri|lerini|miz)?|"
    r"isi|isini|islerini|konusu|konulari|surecini|uygulamasini|yapma|hazirlama|hesab[iu]|hesaplarini|"
    r"(?:deneyim|tecrube|birikim)\w*|initiative|project|projects|work)$"
)
GENERIC_STEM = re.compile(
    r"^(?:gorus(?:me|mek)\w*|toplanti\w*|belediye(?:miz|ler|si|ye|yi|de|den|nin)\w*|destek\w*|"
    r"yardim\w*|deneyim\w*|tecrube\w*|mudurlu\w*|bulus\w*|meeting\w*|municipalit\w*)$"
)
YEARS = frozenset(("yillik", "senelik", "yildir", "years", "year"))
