"""An offer: what a person can share with other municipalities, how and how often."""

from conversations.flow import Answers, Context, Flow, Slot, Unclear, Understood
from conversations.introduction import WHO, introduced, who_says, writes_from
from conversations.readers import (
    MOST_PER_MONTH,
    in_person,
    languages,
    meeting_format,
    per_month,
    place,
    text,
    times,
    yes,
)
from conversations.topic_readers import as_topics, topics
from conversations.understanding import Reading
from programme.decisions import RecordOffer
from programme.times import Times


def fills(reading: Reading, context: Context) -> dict[str, Understood | Unclear]:
    who = who_says(reading, context)
    filled: dict[str, Understood | Unclear] = {}
    if spans := [span.text for span in reading.topics if span.role != "need"]:
        filled["topics"] = as_topics(spans, writes_from(who, context))
    if reading.format:
        filled["format"] = Understood(reading.format)
    if reading.place:
        filled["place"] = Understood(reading.place[0].text)
    if reading.languages:
        filled["languages"] = Understood(list(reading.languages))
    if reading.capacity_per_month and reading.capacity_per_month <= MOST_PER_MONTH:
        filled["per_month"] = Understood(reading.capacity_per_month)
    if reading.times != Times():
        filled["times"] = Understood(reading.times.to_json())
    return filled | who


def offer(answers: Answers) -> RecordOffer:
    return RecordOffer(
        introduced(answers),
        tuple(
            {"words": topic["words"], "topic": topic["topics"][0] if topic["topics"] else None}
            for topic in answers["topics"]
        ),
        answers.get("experience"),
        answers["format"],
        answers.get("place"),
        answers.get("times"),
        tuple(answers["languages"]),
        answers["per_month"],
        answers.get("number"),
        tuple(answers.get("read", ())),
    )


FLOW = Flow(
    name="offer",
    commands=("paylas", "offer", "teklif"),
    slots=(
        Slot("topics", reads=topics()),
        Slot("experience", reads=text(at_most=500), optional=True),
        Slot("format", reads=meeting_format()),
        Slot("place", reads=place(), needed=in_person),
        Slot("per_month", reads=per_month()),
        Slot("times", reads=times(in_general=True), optional=True),
        Slot("languages", reads=languages(), assumes=lambda context: [context.language]),
        *WHO,
        Slot("confirm", reads=yes()),
    ),
    fills=fills,
    completes=offer,
)
