"""Topics in a person's own words: surely one of the list, perhaps one of three, or none and kept as they are."""

import re
from typing import Any

from conversations.flow import Context, Reader, Unclear, Understood
from conversations.messages import Line
from conversations.readers import heard, words_of
from conversations.values import Joined, TopicName
from programme.topics import Topics
from programme.words import fold

MOST_TOPIC = 200
MOST_TOPICS = 5
NEAR = 0.2
"""From this score on a topic is worth offering to somebody whose words are on no list."""


def topic() -> Reader:
    """{"words", "topics"}: the person's own words and the topic's id; no id when they stay as they are."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        spans = heard(answer, context, "topic").topics
        return as_topic(spans[0].text if spans else words_of(answer), context.known.get("municipality"))

    return Reader("topic", reads, show=topic_shown, guess=topic_guess)


def as_topic(words: str, municipality: str | None) -> Understood | Unclear:
    if not any(map(str.isalnum, words)):
        return Unclear("empty")
    if len(words) > MOST_TOPIC:
        return Unclear("too_long")
    found = Topics.load().find(words, municipality)
    if found.verdict == "match":
        return Understood(_topic(words, found.ranked[0][0]))
    if found.verdict == "ask":
        guesses = [found_id for found_id, _ in found.ranked[:3]]
        return Unclear("did_you_mean", (*(_topic(words, guess) for guess in guesses), _topic(words)), words)
    near = [found_id for found_id, score in found.ranked if score >= NEAR][:3]
    return Unclear("unknown" if near else "unlisted", (*(_topic(words, each) for each in near), _topic(words)), words)


def _topic(words: str, *ids: str) -> dict[str, Any]:
    return {"words": words, "topics": list(ids)}


def topic_guess(value: dict[str, Any]) -> Line:
    """A topic the words may mean, by its name alone; without one, the way to keep the words as they are."""
    if value["topics"]:
        return Line("answers.value", {"value": TopicName(value["topics"][0])})
    return Line("readers.topic.keep")


def topic_shown(value: dict[str, Any]) -> Any:
    """The topic's name, the person's own words beside it where they are others."""
    if not value["topics"]:
        return Line("readers.topic.own", {"words": value["words"]})
    topic = Topics.load()[value["topics"][0]]
    if fold(value["words"]) in (fold(topic.tr), fold(topic.en)):
        return TopicName(topic.id)
    return Line("readers.topic.both", {"topic": TopicName(topic.id), "words": value["words"]})


def topics() -> Reader:
    """One to five topics: a list of what `topic` gives. Words that name no topic are kept as they are."""

    def reads(answer: str, context: Context) -> Understood | Unclear:
        spans = [span.text for span in heard(answer, context, "topic").topics]
        return as_topics(spans or [answer], context.known.get("municipality"))

    return Reader("topics", reads, show=topics_shown, guess=lambda value: topic_guess(value[0]))


def topics_shown(value: list[dict[str, Any]]) -> Any:
    return Joined(tuple(topic_shown(one) for one in value), "; ")


def as_topics(said: list[str], municipality: str | None) -> Understood | Unclear:
    """Topics from words that may hold several between commas."""
    parts = [words_of(part) for words in said for part in re.split(r"[,;\n]", words) if part.strip()]
    if not parts:
        return Unclear("empty")
    if len(parts) > MOST_TOPICS:
        return Unclear("too_many")
    if len(parts) == 1:
        match as_topic(parts[0], municipality):
            case Understood(value=value):
                return Understood([value])
            case Unclear() as unclear:
                return Unclear(unclear.why, tuple([guess] for guess in unclear.did_you_mean), unclear.words)
    read_parts = [(words, as_topic(words, municipality)) for words in parts]
    return Understood([part.value if isinstance(part, Understood) else _topic(words) for words, part in read_parts])
