"""What must not be kept is not: its writer hears what to leave out, coordinators only that it happened."""

import re

from conversations import dialogue, menu
from conversations.messages import Contact, Edited, Incoming, Line, Say, Text, Unreadable, What
from conversations.outbox import Turn
from conversations.proposal_cards import card, part_of
from conversations.reach import is_coordinators_chat
from conversations.understanding.guard import Matter, guard, telephones
from conversations.values import TownName
from storage import proposals as kept
from storage.tables import Person

_UNKEPT = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def written(text: str) -> str:
    """What somebody wrote, without the marks that no eye sees and no database keeps."""
    return _UNSEEN.sub("", _UNKEPT.sub(" ", text))


def words_of(what: What) -> str:
    """What stands in it to be read: a message, an edited one, what is written beneath a picture."""
    match what:
        case Text(text=words) | Edited(text=words) | Unreadable(caption=words):
            return written(words)
        case _:
            return ""


def matter_in(what: What, writer: str = "") -> Matter | None:
    """Why this must not be kept; the telephone card of another person is somebody else's number."""
    if isinstance(what, Contact):
        return None if what.own else Matter("telephone", "")
    words = words_of(what)
    return guard(words, writer) if words else None


def without_contacts(text: str) -> str:
    """One's own telephone and e-mail taken out of words that the other side reads before both have said yes."""
    return telephones.without_contacts(text).strip()


def called(turn: Turn, person: Person) -> str:
    """The writer's own name, as far as it is known."""
    known = dialogue.context_of(turn, person, dialogue.draft_of(person)).known
    return str(known.get("name") or "")


def leave_out(turn: Turn, person: Person, matter: Matter) -> None:
    """Nothing of it is kept or passed on; whatever was asked stays asked, with its buttons."""
    line = Line(f"guard.{matter.kind}")
    proposals = kept.open_to(turn.session, person)
    if dialogue.draft_of(person):
        turn.say(person, Say((line,)))
        dialogue.ask_again(turn, person)
    elif len(proposals) == 1 and (part := part_of(proposals[0], person)):
        turn.say(person, card(proposals[0], part, (line,)))
    else:
        turn.say(person, Say((line,), menu.keyboard()))
    _tell_coordinators(turn, person)


def leave_out_in_group(turn: Turn, incoming: Incoming, person: Person | None, language: str) -> None:
    """In front of others nothing is named, not even which kind it is of."""
    turn.say_to_chat(incoming.address, Say((Line("guard.in_group"),)), language)
    address = incoming.address
    if not is_coordinators_chat(turn.session, turn.settings, address.platform, address.chat):
        _tell_coordinators(turn, person)


def _tell_coordinators(turn: Turn, person: Person | None) -> None:
    """Which municipality, so that the union can offer it advice; not who, not what: that would keep a part of it."""
    town = person.municipality if person else None
    turn.alert("kept_out", "message", town=TownName(town, full=True) if town else Line("guard.no_town"))
