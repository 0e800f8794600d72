"""How a proposal looks to either side: who, why, how, and the times with their buttons."""

from datetime import UTC, datetime
from typing import Any, Literal

from conversations.messages import Choice, Line, Say
from conversations.outbox import about, button
from conversations.values import At, Joined, Tongue, TopicName, TownName, ZoneName
from programme.times import Times
from storage.tables import Person, Proposal

MINUTES = 60
Part = Literal["asker", "expert"]
LONGEST_START = 11
"""A letter and the digits of a moment: longer ones were never on a button of ours."""
AGAINST = ("language_differs", "format_differs", "times_differ")
"""Reasons that speak against a match (programme/matching.py)."""


def part_of(proposal: Proposal, person: Person) -> Part | None:
    """Which side of the proposal this person is, if any."""
    if proposal.need.person_id == person.id:
        return "asker"
    return "expert" if proposal.offer.person_id == person.id else None


def other_side(proposal: Proposal, part: Part) -> Person:
    return proposal.offer.person if part == "asker" else proposal.need.person


def picks(proposal: Proposal, person: Person) -> list[str]:
    """The times this person has said yes to."""
    return list(proposal.asker_picks if part_of(proposal, person) == "asker" else proposal.expert_picks)


def card(proposal: Proposal, part: Part, before: tuple[Line, ...] = (), edits: bool = False) -> Say:
    """The whole proposal for one side, times already picked marked; `before` are lines that lead up to it."""
    picked = proposal.asker_picks if part == "asker" else proposal.expert_picks
    lines = (*before, *_who(proposal, part), *_how(proposal))
    last = Line("proposal.picked" if picked else "proposal.which_times", {"deadline": At(proposal.deadline)})
    theirs = proposal.expert_picks if part == "asker" else proposal.asker_picks
    if theirs:
        times = Joined(tuple(At(datetime.fromisoformat(time)) for time in theirs), ", ")
        lines = (*lines, Line("proposal.theirs", {"times": times}))
    return Say((*lines, last), (*_times(proposal, picked), *_ways_out(proposal, part)), edits=edits)


def suits(proposal: Proposal, part: Part, start: datetime) -> Say:
    """For the other side: this of the proposed times suits `part`."""
    return _asked(proposal, part, start, "proposal.suits")


def another(proposal: Proposal, part: Part, start: datetime) -> Say:
    """For the other side: `part` asks for this start, which was not among the times."""
    return _asked(proposal, part, start, "proposal.another")


def _asked(proposal: Proposal, part: Part, start: datetime, key: str) -> Say:
    asking = proposal.need.municipality if part == "asker" else proposal.offer.municipality
    theirs: Part = "expert" if part == "asker" else "asker"
    line = Line(key, {"town": TownName(asking), "at": At(start), "topic": topic(proposal)})
    by = Line("proposal.answer_by", {"deadline": At(proposal.deadline)})
    yes = _time(proposal, start.isoformat(), False)
    return Say((line, by), ((yes,), *_ways_out(proposal, theirs)))


def which_time(proposal: Proposal, part: Part) -> Say:
    """A yes came that does not say to which time."""
    picked = proposal.asker_picks if part == "asker" else proposal.expert_picks
    return Say((Line("proposal.which_of_them"),), (*_times(proposal, picked), *_ways_out(proposal, part)))


def more(proposal: Proposal, part: Part) -> Say:
    """What else is known of the other side; no name and no contact."""
    need, offer = proposal.need, proposal.offer
    if part == "asker":
        values: dict[str, Any] = {
            "town": TownName(offer.municipality, full=True, placed=True),
            "topics": [one["words"] for one in offer.topics],
            "languages": [Tongue(code) for code in offer.languages],
        }
        lines = [Line("proposal.more_of_expert", values)]
        if offer.experience:
            lines.append(Line("proposal.experience", {"words": offer.experience}))
    else:
        values = {
            "town": TownName(need.municipality, full=True, placed=True),
            "words": need.words,
            "languages": [Tongue(code) for code in need.languages],
            "times": _theirs(Times.from_json(need.times) if need.times else Times(), need.person, offer.person),
        }
        lines = [Line("proposal.more_of_asker", values)]
        if need.goal:
            lines.append(Line("proposal.goal", {"words": need.goal}))
    picked = proposal.asker_picks if part == "asker" else proposal.expert_picks
    return Say(tuple(lines), (*_times(proposal, picked), *_ways_out(proposal, part, more=False)))


def _theirs(times: Times, whose: Person, reader: Person) -> Any:
    """Somebody's own times for another; elsewhere, with the zone they are meant in."""
    if whose.zone == reader.zone:
        return times
    return Line("proposal.their_times", {"times": times, "zone": ZoneName(whose.zone)})


def topic(proposal: Proposal) -> Any:
    """What it is about: the list's name of the topic, else the asker's own words."""
    return TopicName(proposal.need.topics[0]) if proposal.need.topics else proposal.need.words


def _who(proposal: Proposal, part: Part) -> tuple[Line, ...]:
    need, offer = proposal.need, proposal.offer
    if part == "expert":
        asking = Line(
            "proposal.to_expert",
            {"town": TownName(need.municipality, full=True, placed=True), "topic": topic(proposal)},
        )
        load = next((reason for reason in proposal.reasons if reason["code"] == "capacity"), None)
        return (asking, Line("reasons.capacity_yours", load)) if load and load["of"] >= 1 else (asking,)
    words = next((reason["words"] for reason in proposal.reasons if "words" in reason), offer.topics[0]["words"])
    found = {"town": TownName(offer.municipality, placed=True), "topic": topic(proposal), "words": words}
    return (Line("proposal.to_asker", found), *reasons(proposal))


def reasons(proposal: Proposal) -> tuple[Line, ...]:
    """Why this expert, and what does not fit."""
    said = [(reason["code"], _reason(reason)) for reason in proposal.reasons]
    fits = tuple(line for code, line in said if code not in AGAINST)
    against = tuple(line for code, line in said if code in AGAINST)
    lines = (Line("proposal.why", {"reasons": Joined(fits)}),) if fits else ()
    return (*lines, Line("proposal.differs", {"reasons": Joined(against)})) if against else lines


def _reason(reason: dict[str, Any]) -> Line:
    """A reason as data, with the gaps of its text filled: `reasons.<code>`."""
    values: dict[str, Any] = {name: value for name, value in reason.items() if isinstance(value, str | int | float)}
    match reason["code"]:
        case "language" | "language_differs":
            values["languages"] = [Tongue(code) for code in reason.get("languages") or reason["theirs"]]
        case "format" | "format_differs":
            codes = reason.get("theirs") or [reason["format"]]
            values["formats"] = [Line(f"said.{code}") for code in codes]
        case _ if reason.get("topic"):
            values["topic"] = TopicName(reason["topic"])
    return Line(f"reasons.{reason['code']}", values)


def _how(proposal: Proposal) -> tuple[Line, ...]:
    how = Line("proposal.how", {"format": Line(f"said.{proposal.format}"), "minutes": MINUTES})
    return (how, Line("proposal.where", {"place": where(proposal)})) if proposal.format == "face_to_face" else (how,)


def where(proposal: Proposal) -> Any:
    """Where they would meet, the same for whoever reads it: a municipality, somebody's words, or still open."""
    need, offer = proposal.need, proposal.offer
    for place, host, guest in ((need.place, need, offer), (offer.place, offer, need)):
        if place == "ours":
            return TownName(host.municipality, placed=True)
        if place == "theirs":
            return TownName(guest.municipality, placed=True)
        if place and place != "anywhere":
            return place
    return Line("said.place_open")


def _times(proposal: Proposal, picked: list[str]) -> tuple[tuple[Choice, ...], ...]:
    return tuple((_time(proposal, time, time in picked),) for time in proposal.times)


def _time(proposal: Proposal, time: str, chosen: bool) -> Choice:
    start = datetime.fromisoformat(time)
    value = f"t{int(start.timestamp())}"
    return button("answers.value", about("proposal", proposal.id), value, proposal.revision, chosen, value=At(start))


def start_of(value: str) -> datetime | None:
    """The time a button names ("t1796119200"); none when no calendar has it."""
    if not value.startswith("t") or not value[1:].isdecimal() or len(value) > LONGEST_START:
        return None
    return datetime.fromtimestamp(int(value[1:]), UTC)


def _ways_out(proposal: Proposal, part: Part, more: bool = True) -> tuple[tuple[Choice, ...], ...]:
    what, revision = about("proposal", proposal.id), proposal.revision
    away = "proposal.another_town" if part == "asker" else "proposal.not_me"
    rows: list[tuple[Choice, ...]] = [
        (button("proposal.another_time", what, "another", revision), button(away, what, "no", revision))
    ]
    if more:
        rows.append((button("proposal.more", what, "more", revision),))
    return tuple(rows)
