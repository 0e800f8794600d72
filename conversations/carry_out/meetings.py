"""A meeting both sides agreed on: told to both with its calendar file, names and contacts when they may be."""

from datetime import datetime
from typing import Any

from conversations.carry_out.vouching import known_to_programme
from conversations.messages import Document, Line, Say, say
from conversations.outbox import Turn, about, button
from conversations.proposal_cards import topic, where
from conversations.values import Account, At, TownName
from conversations.wording import Reader, label
from programme.decisions import GiveLink
from programme.meetings import MINUTES, Attendee, CalendarEntry, calendar_file, meeting_link, new_code
from storage.tables import Meeting, Person, Proposal


def agree(turn: Turn, proposal: Proposal, start: datetime) -> None:
    """The meeting exists now: both sides and the coordinators hear of it."""
    code = new_code()
    online = proposal.format != "face_to_face"
    template = turn.settings.meeting_link
    meeting = Meeting(
        proposal=proposal,
        starts_at=start,
        minutes=MINUTES,
        format=proposal.format,
        place=None if online else proposal.place,
        link=meeting_link(template, code) if online and template else None,
        code=code,
        sequence=0,
        created_at=turn.now,
    )
    turn.session.add(meeting)
    turn.session.flush()
    proposal.need.status = "agreed"
    both = (proposal.need.person, proposal.offer.person)
    meeting.names_told_at = turn.now if all(known_to_programme(turn, person) for person in both) else None
    tell(turn, meeting, "meeting.agreed")
    towns = both_towns(meeting)
    turn.alert("agreed", about("meeting", meeting.id), topic=topic(proposal), at=At(start), **towns)
    if online and not template:
        what = about("meeting", meeting.id)
        turn.alert("link_wanted", what, (button("alerts.give_link", what, "link"),), at=At(start), **towns)


def tell(turn: Turn, meeting: Meeting, key: str) -> None:
    """Tell both sides how the meeting stands, each with its own calendar file."""
    need, offer = meeting.proposal.need, meeting.proposal.offer
    for person, other in ((need.person, offer.person), (offer.person, need.person)):
        how = Line(f"said.{meeting.format}")
        lines = [Line(key, {"at": At(meeting.starts_at), "how": how}), *particulars(meeting, other)]
        if key == "meeting.agreed":
            lines.append(Line("meeting.change"))
        turn.say(person, Say(tuple(lines), document=_file(turn, meeting, person, other)))


def particulars(meeting: Meeting, other: Person) -> tuple[Line, ...]:
    """Where it is held, and who the other side is, as far as that may be told."""
    if meeting.link:
        place = Line("meeting.link", {"link": meeting.link})
    elif meeting.format == "face_to_face":
        place = Line("proposal.where", {"place": where(meeting.place)})
    else:
        place = Line("meeting.link_follows")
    return (place, _other(other) if meeting.names_told_at else Line("meeting.names_wait"))


def out_of_reach(turn: Turn, meeting: Meeting, lost: Person) -> None:
    """One side cannot be reached any more: the other hears it, for the meeting stands all the same."""
    need, offer = meeting.proposal.need, meeting.proposal.offer
    person, town = (need.person, offer.municipality) if lost is offer.person else (offer.person, need.municipality)
    lines = [Line("meeting.out_of_reach", {"at": At(meeting.starts_at), "town": TownName(town)})]
    if meeting.names_told_at:
        lines.append(_other(lost))
    turn.say(person, Say(tuple(lines)))


def names_may_be_told(turn: Turn, person: Person, meetings: list[Meeting]) -> None:
    """A coordinator's word has come: meetings that waited for it get their names and a newer calendar file."""
    for meeting in meetings:
        both = (meeting.proposal.need.person, meeting.proposal.offer.person)
        if meeting.names_told_at is None and all(known_to_programme(turn, one) for one in both):
            meeting.names_told_at = turn.now
            meeting.sequence += 1
            tell(turn, meeting, "meeting.names_now")


def give_link(turn: Turn, person: Person, decision: GiveLink) -> None:
    """A coordinator's link for an online meeting, to both sides."""
    meeting = turn.session.get(Meeting, decision.meeting)
    if meeting is None or not person.coordinator or meeting.status != "agreed":
        turn.say(person, say("meeting_link.gone"))
        return
    meeting.link = decision.link
    meeting.sequence += 1
    turn.say(person, say("meeting_link.done"))
    tell(turn, meeting, "meeting.link_now")


def cancel(turn: Turn, meeting: Meeting, erased: Person | None = None) -> None:
    """The meeting will not be held: both sides hear it, with a file that takes it out of their calendars.

    Whoever is `erased` hears it elsewhere, and the other side's file names nobody.
    """
    meeting.status = "cancelled"
    meeting.sequence += 1
    if erased:
        meeting.names_told_at = None
    need, offer = meeting.proposal.need, meeting.proposal.offer
    for person, other in ((need.person, offer.person), (offer.person, need.person)):
        if person is erased:
            continue
        key = "meeting.cancelled_by_other" if erased else "meeting.cancelled"
        line = Line(key, {"at": At(meeting.starts_at), "how": Line(f"said.{meeting.format}")})
        turn.say(person, Say((line,), document=_file(turn, meeting, person, other)))


def _other(other: Person) -> Line:
    """Who the other side is and how to reach them: what they gave, else their account."""
    town = TownName(other.municipality or "", full=True)
    if how := other.email or other.phone:
        return Line("meeting.other", {"name": other.name or "", "town": town, "contact": how})
    return Line("meeting.other_by_account", {"name": Account(other.account, other.name or ""), "town": town})


def both_towns(meeting: Meeting) -> dict[str, Any]:
    """The two municipalities, for texts that name both."""
    need, offer = meeting.proposal.need, meeting.proposal.offer
    return {"asker": TownName(need.municipality), "expert": TownName(offer.municipality)}


def _file(turn: Turn, meeting: Meeting, person: Person, other: Person) -> Document:
    reader = Reader(person.language, person.zone)

    def words(key: str, **values: object) -> str:
        return label(Line(key, values), reader)

    told = meeting.names_told_at is not None
    attendees = [Attendee(one.email, one.name) for one in (person, other) if told and one.email]
    about_it = {"topic": topic(meeting.proposal), **both_towns(meeting)}
    description = words("meeting.file_text", **about_it)
    if told:
        how = other.email or other.phone or ""
        description += "\n" + " · ".join(part for part in (other.name, how) if part)
    entry = CalendarEntry(
        uid=f"{meeting.code[:12]}-{meeting.id}@imece",
        sequence=meeting.sequence,
        stamp=turn.now,
        start=meeting.starts_at,
        zone=person.zone,
        summary=words("meeting.file_title", **about_it),
        organizer=Attendee(turn.settings.organizer_email, turn.settings.union_name),
        minutes=meeting.minutes,
        description=description,
        place=words("answers.value", value=where(meeting.place)) if meeting.format == "face_to_face" else None,
        link=meeting.link,
        attendees=tuple(attendees),
        method="CANCEL" if meeting.status == "cancelled" else "REQUEST",
    )
    name = words("meeting.file_name", day=meeting.starts_at.date().isoformat())
    return Document(name, "text/calendar", calendar_file(entry))
