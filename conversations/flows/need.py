"""A need: what a municipality seeks, how and when it would like to meet somebody who knows."""

from typing import Any

from conversations.flow import Answers, Context, Flow, Slot, Unclear, Understood
from conversations.introduction import WHO, introduced, who_says, writes_from
from conversations.readers import in_person, languages, meeting_format, place, text, times, yes
from conversations.topic_readers import as_topic, topic
from conversations.understanding import Reading
from programme.decisions import RecordNeed
from programme.times import Times


def fills(reading: Reading, context: Context) -> dict[str, Understood | Unclear]:
    who = who_says(reading, context)
    filled: dict[str, Understood | Unclear] = {}
    for span in reading.topics:
        if span.role != "offer" and "topic" not in filled:
            filled["topic"] = as_topic(span.text, writes_from(who, context))
    if reading.format:
        filled["format"] = Understood(reading.format)
    if reading.place:
        filled["place"] = Understood(reading.place[0].text)
    if reading.times != Times():
        filled["times"] = Understood(reading.times.to_json())
    if reading.languages:
        filled["languages"] = Understood(list(reading.languages))
    return filled | who


def need(answers: Answers) -> RecordNeed:
    topic: dict[str, Any] = answers["topic"]
    return RecordNeed(
        introduced(answers),
        topic["words"],
        tuple(topic["topics"]),
        answers.get("goal"),
        answers["format"],
        answers.get("place"),
        answers["times"],
        tuple(answers["languages"]),
        answers.get("number"),
        tuple(answers.get("read", ())),
    )


FLOW = Flow(
    name="need",
    commands=("ihtiyac", "need"),
    slots=(
        Slot("topic", reads=topic()),
        Slot("goal", reads=text(at_most=500), optional=True),
        Slot("format", reads=meeting_format()),
        Slot("place", reads=place(), needed=in_person),
        Slot("times", reads=times()),
        Slot("languages", reads=languages(), assumes=lambda context: [context.language]),
        *WHO,
        Slot("confirm", reads=yes()),
    ),
    fills=fills,
    completes=need,
)
