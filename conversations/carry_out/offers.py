"""An offer kept, and the needs that were waiting for it."""

from conversations import learning
from conversations.carry_out import caps, people
from conversations.carry_out.endings import hand_on
from conversations.carry_out.resting import rest
from conversations.carry_out.seeking import try_waiting
from conversations.carry_out.vouching import refused
from conversations.messages import say
from conversations.outbox import Turn
from programme.decisions import RecordOffer
from storage.tables import Offer, Person


def record(turn: Turn, person: Person, told: RecordOffer) -> None:
    """Keep an offer, new or changed, and try it against every need that waits."""
    moved = people.keep(turn, person, told.who)
    earlier = turn.session.get(Offer, told.number) if told.number else None
    if earlier is not None and (earlier.person_id != person.id or earlier.status == "withdrawn"):
        turn.say(person, say("offer.gone"))
        return
    if earlier is None and caps.full(turn, person, "offer"):
        return
    as_proposed = _as_proposed(earlier) if earlier else None
    known_as = earlier.municipality if earlier else None
    offer = earlier or Offer(person_id=person.id, created_at=turn.now, status="active")
    before = learning.of_offer(offer) if earlier else []
    offer.person = person
    offer.municipality = person.municipality or ""
    offer.topics, offer.experience = list(told.topics), told.experience
    offer.format, offer.place = told.format, told.place if told.format == "face_to_face" else None
    offer.times, offer.languages, offer.per_month = told.times, list(told.languages), told.per_month
    offer.read = list(told.read)
    turn.session.add(offer)
    turn.session.flush()
    if refused(person):
        rest(turn, offer, None)
        turn.say(person, say("offer.kept_for_refused", reference=offer.reference))
        return
    learning.answered(turn, person, learning.told_anew(before, learning.of_offer(offer)))
    offer.revision += 1 if earlier else 0
    turn.say(person, say("offer.changed" if earlier else "offer.done", reference=offer.reference))
    if earlier and as_proposed != _as_proposed(offer):
        hand_on(turn, offer, "moved" if known_as != offer.municipality else "changed", known_as)
    if offer.status == "active":
        try_waiting(turn)
    if moved:
        people.move(turn, person, besides=offer)


def _as_proposed(offer: Offer) -> tuple[object, ...]:
    """What the other side was told of an offer: when it changes, a proposal that told it is wrong."""
    return (offer.municipality, list(offer.topics), offer.format, offer.place, list(offer.languages))
