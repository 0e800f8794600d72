"""A copy of everything held about a person, handed to them at once: a page to read and a file for machines."""

import json

from conversations.held_about import held_about
from conversations.held_page import held_page
from conversations.messages import Document, Line, Say
from conversations.outbox import Turn, button
from conversations.wording import Reader, label
from storage.tables import Person


def hand_over(turn: Turn, person: Person) -> None:
    """Two documents to their own chat; neither is kept once it has arrived."""
    reader = Reader(person.language, person.zone)
    held = held_about(turn.session, person, turn.now)
    page = held_page(held, reader).encode()
    file = json.dumps(held, ensure_ascii=False, indent=2).encode()
    name = label(Line("copy.file_name", {"day": turn.now.date().isoformat()}), reader)
    onwards = ((button("copy.correct_button", "menu", "profile"), button("copy.delete_button", "menu", "delete")),)
    turn.say(person, Say((Line("copy.page"),), document=Document(f"{name}.html", "text/html", page)))
    turn.say(person, Say((Line("copy.file"),), onwards, Document(f"{name}.json", "application/json", file)))
