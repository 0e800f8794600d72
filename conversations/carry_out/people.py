"""Who somebody is, and whether a coordinator says so."""

from conversations.carry_out import endings
from conversations.carry_out.seeking import seek, try_waiting
from conversations.carry_out.vouching import HELD
from conversations.messages import say
from conversations.outbox import Turn, about, button
from conversations.values import TownName
from programme.decisions import Introduce
from programme.municipality_list import municipality
from storage import needs, offers
from storage.tables import Need, Offer, Person


def introduce(turn: Turn, person: Person, who: Introduce) -> None:
    """Keep what is on record about a person, on their own wish."""
    moved = keep(turn, person, who)
    onwards = (button("menu.need_button", "menu", "need"), button("menu.offer_button", "menu", "offer"))
    turn.say(person, say("profile.done", onwards))
    if moved:
        move(turn, person)


def keep(turn: Turn, person: Person, who: Introduce) -> bool:
    """Note name, municipality and contact; whoever names a new municipality is put to a coordinator.

    True when they had named another before: what they have open then has to move.
    """
    changed = bool(who.municipality) and who.municipality != person.municipality
    person.name = who.name or person.name
    person.email = who.email or person.email
    person.phone = who.phone or person.phone
    if not changed or who.municipality is None:
        return False
    moved = person.municipality is not None
    person.municipality = who.municipality
    person.zone = municipality(who.municipality).zone
    if turn.settings.confirm_people or person.standing == HELD:
        person.standing = HELD if person.standing == HELD else "unconfirmed"
        ask_to_confirm(turn, person)
    return moved


def ask_to_confirm(turn: Turn, person: Person) -> None:
    """The buttons carry the municipality they were asked for: a person may name another before they are pressed."""
    who, town = about("person", person.id), person.municipality or ""
    turn.alert(
        "new_person",
        who,
        (button("alerts.confirm", who, f"confirm {town}"), button("alerts.refuse", who, f"refuse {town}")),
        name=person.name or "",
        municipality=TownName(town, full=True, placed=True),
    )


def move(turn: Turn, person: Person, besides: Need | Offer | None = None) -> None:
    """They work elsewhere now: what they seek and share goes with them, and what was proposed in the old name ends.

    `besides` was settled already; what is agreed stays as it was agreed.
    """
    shared = [offer for offer in offers.of_person(turn.session, person) if offer is not besides]
    before = {offer.id: offer.municipality for offer in shared}
    for offer in shared:
        offer.municipality = person.municipality or ""
        offer.revision += 1
    for need in needs.of_person(turn.session, person):
        if need is not besides and need.status != "agreed":
            _take_along(turn, need, person)
    for offer in shared:
        endings.hand_on(turn, offer, "moved", before[offer.id])
    if any(offer.status == "active" for offer in shared):
        try_waiting(turn)


def _take_along(turn: Turn, need: Need, person: Person) -> None:
    was_put = need.status == "proposed"
    endings.call_off(turn, need, "changed")
    need.municipality = person.municipality or ""
    need.revision += 1
    if need.status in ("open", "proposed"):
        seek(turn, need, quietly=not was_put)
