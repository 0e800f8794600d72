"""Who is writing: the name and the municipality, asked once, in whichever flow needs them first."""

from conversations.flow import Answers, Context, Slot, Unclear, Understood
from conversations.readers import mentioned, municipality, name
from conversations.understanding import Reading
from programme.decisions import Introduce
from programme.municipality_list import municipality as municipality_of

WHO = (Slot("municipality", reads=municipality()), Slot("name", reads=name()))
"""The municipality first: asked of who has just said what they seek, it is what they expect."""


def who_says(reading: Reading, context: Context) -> dict[str, Understood | Unclear]:
    """What a sentence says of its writer, unless it is known already and only repeated."""
    filled: dict[str, Understood | Unclear] = {}
    if reading.name and not context.known.get("name"):
        filled["name"] = Understood(reading.name)
    if reading.municipality:
        mention = reading.municipality[0]
        known = context.known.get("municipality")
        if known not in mention.ids and not (known and _where_the_topic_is(reading)):
            filled["municipality"] = mentioned(mention.ids, mention.text)
    return filled


def _where_the_topic_is(reading: Reading) -> bool:
    """ "Foça'da mevsimsel nüfusu yönetenler" tells where a topic is at home, not where the writer works."""
    return bool(reading.topics) and reading.name is None and reading.municipality[0].case == "in"


def zone_of(reading: Reading) -> str | None:
    """The zone of the one municipality that a sentence says its writer is with: their hours are meant in it."""
    ids = reading.municipality[0].ids if reading.municipality else ()
    return municipality_of(ids[0]).zone if len(ids) == 1 else None


def writes_from(who: dict[str, Understood | Unclear], context: Context) -> str | None:
    """The id of the writer's municipality, by what the sentence says of them or what is on record."""
    told = who.get("municipality")
    known: str | None = context.known.get("municipality")
    return told.value if isinstance(told, Understood) else known


def introduced(answers: Answers) -> Introduce:
    return Introduce(answers.get("name"), answers.get("municipality"))
