"""How a proposal looks to either side: who, why, how, and the times with their buttons."""

from datetime import UTC, date, datetime
from typing import Any, Literal

from conversations.messages import Choice, Line, Say
from conversations.outbox import about, button
from conversations.values import At, Joined, Month, Tongue, TopicName, TownName, ZoneName
from programme.meetings import MINUTES
from programme.times import Times
from storage.tables import Person, Proposal

Part = Literal["asker", "expert"]
LONGEST_START = 11
"""A letter and the digits of a moment: longer ones were never on a button of ours."""
AGAINST = ("language_differs", "format_differs", "expert_times_differ", "asker_times_differ")
"""Reasons that speak against a match."""


def part_of(proposal: Proposal, person: Person) -> Part | None:
    """Which side of the proposal this person is, if any."""
    if proposal.need.person_id == person.id:
        return "asker"
    return "expert" if proposal.offer.person_id == person.id else None


def other_side(proposal: Proposal, part: Part) -> Person:
    return proposal.offer.person if part == "asker" else proposal.need.person


def across(part: Part) -> Part:
    return "expert" if part == "asker" else "asker"


def picks(proposal: Proposal, part: Part | None) -> list[str]:
    """The times this side has said yes to."""
    return list(proposal.asker_picks if part == "asker" else proposal.expert_picks)


def card(proposal: Proposal, part: Part, before: tuple[Line, ...] = (), edits: bool = False) -> Say:
    """The whole proposal for one side, times already picked marked; `before` are lines that lead up to it."""
    picked = picks(proposal, part)
    lines = (*before, *_who(proposal, part), *_how(proposal))
    last = Line("proposal.picked" if picked else "proposal.which_times", {"deadline": At(proposal.deadline)})
    theirs = picks(proposal, across(part))
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
    line = Line(key, {"town": TownName(asking), "at": At(start), "topic": topic(proposal)})
    by = Line("proposal.answer_by", {"deadline": At(proposal.deadline)})
    yes = _time(proposal, start.isoformat(), False)
    return Say((line, by), ((yes,), *_ways_out(proposal, across(part))))


def which_time(proposal: Proposal, part: Part) -> Say:
    """A yes came that does not say to which time."""
    picked = picks(proposal, part)
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
    picked = picks(proposal, part)
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
        load = next(reason for reason in proposal.reasons if reason["code"] == "capacity")
        return (asking, Line("reasons.capacity_yours", _values(load)), *_against_it(proposal))
    words = next((reason["words"] for reason in proposal.reasons if "words" in reason), offer.topics[0]["words"])
    found = {"town": TownName(offer.municipality, placed=True), "topic": topic(proposal), "words": words}
    return (Line("proposal.to_asker", found), *_why(proposal))


def _why(proposal: Proposal) -> tuple[Line, ...]:
    """Why this expert, and what does not fit."""
    said = [(reason["code"], _reason(reason, "asker")) for reason in proposal.reasons]
    fits = tuple(line for code, line in said if code not in AGAINST)
    against = tuple(line for code, line in said if code in AGAINST)
    lines = (Line("proposal.why", {"reasons": Joined(fits)}),) if fits else ()
    return (*lines, Line("proposal.differs", {"reasons": Joined(against)})) if against else lines


def _against_it(proposal: Proposal) -> tuple[Line, ...]:
    """What does not fit, for the expert, who hears no other reasons."""
    said = [_to_expert(reason, proposal) for reason in proposal.reasons if reason["code"] in AGAINST]
    return (Line("proposal.differs", {"reasons": Joined(tuple(said))}),) if said else ()


def _to_expert(reason: dict[str, Any], proposal: Proposal) -> Line:
    match reason["code"]:
        case "language_differs":
            languages = [Tongue(code) for code in proposal.need.languages]
            return Line("reasons.their_language_differs", {"languages": languages})
        case "format_differs":
            return Line("reasons.your_format_differs", _values(reason))
    return _reason(reason, "expert")


def _reason(reason: dict[str, Any], part: Part) -> Line:
    """A reason as data, as this side reads it: `reasons.<code>`, "yours" where it is about them."""
    code = "your_times_differ" if reason["code"] == f"{part}_times_differ" else reason["code"]
    return Line(f"reasons.{code}", _values(reason))


def _values(reason: dict[str, Any]) -> dict[str, Any]:
    """What the gaps of a reason's text are filled with."""
    values: dict[str, Any] = {name: value for name, value in reason.items() if isinstance(value, str | int | float)}
    match reason["code"]:
        case "capacity":
            values["month"] = Month(date.fromisoformat(reason["month"]))
        case "language" | "language_differs":
            values["languages"] = [Tongue(code) for code in reason.get("languages") or reason["theirs"]]
        case "format" | "format_differs":
            codes = reason.get("theirs") or [reason["format"]]
            values["formats"] = [Line(f"said.{code}") for code in codes]
        case _ if reason.get("topic"):
            values["topic"] = TopicName(reason["topic"])
    return values


def _how(proposal: Proposal) -> tuple[Line, ...]:
    how = Line("proposal.how", {"format": Line(f"said.{proposal.format}"), "minutes": MINUTES})
    if proposal.format != "face_to_face":
        return (how,)
    return (how, Line("proposal.where", {"place": where(proposal.place)}))


def where(place: dict[str, Any] | None) -> Any:
    """Where they would meet, the same for whoever reads it: a municipality, somebody's words, or still open."""
    if place is None:
        return Line("said.place_open")
    return TownName(place["town"], placed=True) if "town" in place else place["words"]


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
