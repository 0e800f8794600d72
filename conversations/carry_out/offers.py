"""An offer kept, and the needs that were waiting for it."""

from conversations.carry_out import people
from conversations.carry_out.seeking import try_waiting
from conversations.messages import say
from conversations.outbox import Turn
from programme.decisions import RecordOffer
from storage.tables import Offer, Person


def record(turn: Turn, person: Person, told: RecordOffer) -> None:
    """Keep an offer, new or changed, and try it against every need that waits."""
    people.keep(turn, person, told.who)
    earlier = turn.session.get(Offer, told.number) if told.number else None
    if earlier is not None and (earlier.person_id != person.id or earlier.status == "withdrawn"):
        turn.say(person, say("offer.gone"))
        return
    offer = earlier or Offer(person_id=person.id, created_at=turn.now, status="active")
    offer.person = person
    offer.municipality = person.municipality or ""
    offer.topics, offer.experience = list(told.topics), told.experience
    offer.format, offer.place = told.format, told.place if told.format == "face_to_face" else None
    offer.times, offer.languages, offer.per_month = told.times, list(told.languages), told.per_month
    turn.session.add(offer)
    turn.session.flush()
    turn.say(person, say("offer.changed" if earlier else "offer.done", reference=offer.reference))
    if offer.status == "active":
        try_waiting(turn)
