"""A need kept, and an expert looked for at once."""

from conversations import learning
from conversations.carry_out import caps, people
from conversations.carry_out.endings import call_off
from conversations.carry_out.resting import open_again, rest
from conversations.carry_out.seeking import seek
from conversations.carry_out.vouching import refused
from conversations.messages import say
from conversations.outbox import Turn
from programme.decisions import RecordNeed
from storage.needs import CHANGEABLE
from storage.tables import Need, Person


def record(turn: Turn, person: Person, told: RecordNeed) -> None:
    """Keep a need, new or changed, and look for an expert at once."""
    moved = people.keep(turn, person, told.who)
    earlier = turn.session.get(Need, told.number) if told.number else None
    if earlier is not None and (earlier.person_id != person.id or earlier.status not in CHANGEABLE):
        turn.say(person, say("need.gone"))
        return
    if earlier is None and caps.full(turn, person, "need"):
        return
    need = earlier or Need(person_id=person.id, created_at=turn.now, status="open")
    before = learning.of_need(need) if earlier else []
    need.person = person
    need.municipality = person.municipality or ""
    need.words, need.topics, need.goal = told.words, list(told.topics), told.goal
    need.format, need.place = told.format, told.place if told.format == "face_to_face" else None
    need.times, need.languages, need.read = told.times, list(told.languages), list(told.read)
    turn.session.add(need)
    turn.session.flush()
    if refused(person):
        rest(turn, need, None)
        turn.say(person, say("need.kept_for_refused", reference=need.reference))
        return
    learning.answered(turn, person, learning.told_anew(before, learning.of_need(need)))
    need.revision += 1 if earlier else 0
    turn.say(person, say("need.changed" if earlier else "need.done", reference=need.reference))
    call_off(turn, need, "changed")
    open_again(turn, need)
    seek(turn, need)
    if moved:
        people.move(turn, person, besides=need)
