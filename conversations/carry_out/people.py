"""Who somebody is, and whether a coordinator says so."""

from conversations.messages import say
from conversations.outbox import Turn, about, button
from conversations.values import TownName
from programme.decisions import Introduce
from programme.municipality_list import municipality
from storage.tables import Person


def introduce(turn: Turn, person: Person, who: Introduce) -> None:
    """Keep what is on record about a person, on their own wish."""
    keep(turn, person, who)
    onwards = (button("menu.need_button", "menu", "need"), button("menu.offer_button", "menu", "offer"))
    turn.say(person, say("profile.done", onwards))


def keep(turn: Turn, person: Person, who: Introduce) -> None:
    """Note name, municipality and contact; whoever names a municipality for the first time is put to a coordinator."""
    changed = bool(who.municipality) and who.municipality != person.municipality
    person.name = who.name or person.name
    person.email = who.email or person.email
    person.phone = who.phone or person.phone
    if not changed or who.municipality is None:
        return
    person.municipality = who.municipality
    person.zone = municipality(who.municipality).zone
    if turn.settings.confirm_people:
        person.standing = "unconfirmed"
        ask_to_confirm(turn, person)


def ask_to_confirm(turn: Turn, person: Person) -> None:
    who = about("person", person.id)
    turn.alert(
        "new_person",
        who,
        (button("alerts.confirm", who, "confirm"), button("alerts.refuse", who, "refuse")),
        name=person.name or "",
        municipality=TownName(person.municipality or "", full=True, placed=True),
    )


def known_to_programme(turn: Turn, person: Person) -> bool:
    """Whether this person's name and contact may be shown to the other side."""
    return person.standing == "confirmed" or (not turn.settings.confirm_people and person.standing != "refused")
