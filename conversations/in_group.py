"""What is done in a group: coordinators press buttons, who asks learns its id; private matters stay private."""

from conversations import dialogue, guarding, reach
from conversations.carry_out import confirming
from conversations.messages import Incoming, Line, Press, Say, Text
from conversations.outbox import Turn
from storage import people


def heard(turn: Turn, incoming: Incoming) -> None:
    person = people.find(turn.session, incoming.address.platform, incoming.sender)
    language = person.language if person else turn.settings.coordinator_language
    if guarding.matter_in(incoming.what, person.name or "" if person else ""):
        guarding.leave_out_in_group(turn, incoming, person, language)
    elif isinstance(incoming.what, Press) and person:
        turn.acts(person)
        before = person.draft
        confirming.take(turn, person, incoming.what, incoming.address)
        if person.draft != before or (person.coordinator and incoming.what.value == "link"):
            dialogue.ask_again(turn, person)
    elif isinstance(incoming.what, Press):
        turn.say_to_chat(incoming.address, Say((Line("alerts.for_coordinators"),)), language)
    elif isinstance(incoming.what, Text) and incoming.what.text.startswith("/"):
        ours = reach.is_coordinators_chat(turn.session, turn.settings, incoming.address.platform, incoming.address.chat)
        key = "alerts.group_is_ours" if ours else "alerts.group_id"
        turn.say_to_chat(incoming.address, Say((Line(key, {"chat": incoming.address.chat}),)), language)
