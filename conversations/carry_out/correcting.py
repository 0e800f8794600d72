"""What a coordinator says of words that no topic was known for: a button of the alert, learned for everybody."""

from conversations import learning
from conversations.carry_out.seeking import seek
from conversations.messages import Address, Line, Say, say
from conversations.outbox import Turn, about
from conversations.values import TopicName
from programme.topics import Topics
from storage import alerts
from storage.tables import Need, Person


def topic_meant(turn: Turn, coordinator: Person, need: Need | None, topic: str, chat: Address) -> None:
    """The need is about this topic: learn its words, tell the asker, and look for an expert under it."""
    if need is None or need.topics or need.status != "open" or topic not in Topics.load():
        turn.say_to_chat(chat, say("alerts.settled_already"), coordinator.language)
        return
    need.topics = [topic]
    need.revision += 1
    learning.correct(turn.session, need.words, topic, turn.now)
    done = Line("alerts.topic_meant", {"reference": need.reference, "words": need.words, "topic": TopicName(topic)})
    by = coordinator.name or turn.called
    lines = (done, Line("alerts.by", {"name": by})) if by else (done,)
    turn.say_to_chat(chat, Say(lines), coordinator.language, target=turn.pressed)
    alerts.settle(turn.session, "no_expert", about("need", need.id), coordinator, turn.now)
    seek(turn, need, Line("need.topic_meant", {"reference": need.reference, "topic": TopicName(topic)}))
