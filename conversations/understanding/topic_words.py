"""The words that frame a topic, on its left or on its right, and those that are never part of one."""

import re

from conversations.understanding.patterns import alternatives, any_of, sections, words

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
ARTICLES, PREPOSITIONS, PASSED_OVER = _WORDS["articles"], _WORDS["prepositions"], _WORDS["passed over"]
EDGES, GENERIC = _WORDS["edges"], _WORDS["generic"]

_EDGES = alternatives("topic_edges")
COLON = re.compile(rf"\b(?:{_EDGES['announces']})\s*(?::|\s-|\s-\s|\?)\s*")
HEM = re.compile(
    r"\bhem(?: de)?\s+([a-z0-9 ]{3,60}?)\s*,?\s+hem(?: de)?\s+([a-z0-9 ]{3,60}?)(?=\s+(?:konu|"
    r"hakkinda|alan|deneyim|tecrube|bilgi|icin|ile ilgili|uzerine|uzman|destek|egitim|birikim))"
)
TWO = re.compile(rf"\b(?:{_EDGES['two topics']})\b")

STARTERS = re.compile(r"^(?:hakkinda|konusunda|alaninda|ilgili|uzerine)$")
VERB_TR = re.compile(rf"(?:{_EDGES['turkish verbs, endings']})$")
LEFT_OF = re.compile(_EDGES["left of a topic"])
MANY_PEOPLE = re.compile(r"\w+l[ae]r")  # for whom, not what: "yaşlılar için"
VERBAL_NOUNS = re.compile(r"m[ae] (?:ve|and) \w+m[ae]\b")  # one thing done: "izleme ve değerlendirme"
LEADS = re.compile(rf".*\b(?:{_EDGES['leads to a topic']})\s+", re.DOTALL)
COMPOUND = re.compile(_EDGES["one expression"])
STOP_PHRASE = re.compile(rf"(?:{_EDGES['stop phrases']})\b")
LEAD_VERB = re.compile(r"^(?:olarak|adina|its|it's)$")
TAILS = re.compile(rf"^(?:{_EDGES['tails']})$")
GENERIC_STEM = re.compile(rf"^(?:{_EDGES['generic']})$")
YEARS = frozenset(("yillik", "senelik", "yildir", "years", "year"))
