"""A person reported by the other side: held until a coordinator decides, and what goes on then."""

from datetime import timedelta

from conversations.carry_out.holding import held, prolong
from conversations.carry_out.questions import ask_whom
from conversations.carry_out.seeking import seek, try_waiting
from conversations.carry_out.vouching import HELD, known_to_programme
from conversations.messages import Line, say
from conversations.outbox import Turn, about, button
from conversations.proposal_cards import card, other_side, part_of
from conversations.values import Account, TownName
from programme.decisions import Report
from storage import audit, needs, offers
from storage import proposals as kept
from storage.tables import Person, Proposal

LATELY = timedelta(days=90)
"""For so long after it was put, the other side of a proposal can be reported."""
MOST_ASKED = 8
REPORTED = "person.reported"


def ask(turn: Turn, person: Person) -> bool:
    """Whom? False, with a kind word, when there is no other side yet."""
    others: dict[int, Proposal] = {}
    for proposal in kept.lately(turn.session, person, turn.now - LATELY):
        part = part_of(proposal, person)
        if part:
            others.setdefault(other_side(proposal, part).id, proposal)
    if not others:
        turn.say(person, say("report.nobody", (button("menu.human_button", "menu", "human"),)))
        return False
    ask_whom(person, list(others.values())[:MOST_ASKED])
    return True


def report(turn: Turn, person: Person, decision: Report) -> None:
    """Tell the coordinators; the first report by somebody who is vouched for holds the other side as well."""
    proposal = turn.session.get(Proposal, decision.proposal)
    part = part_of(proposal, person) if proposal else None
    if proposal is None or part is None:
        turn.say(person, say("proposal.not_yours"))
        return
    other = other_side(proposal, part)
    turn.say(person, say("report.done"))
    who, named = about("person", other.id), audit.of_person(other)
    again = audit.happened(turn.session, person, REPORTED, named)
    if other.standing == "refused" or (again and other.standing == HELD):
        return
    audit.note(turn.session, REPORTED, named)
    holds = known_to_programme(turn, person) and not again
    if holds and other.standing != HELD:
        other.standing = HELD
        turn.say(other, say("report.held"))
    town = other.municipality or ""
    words = ("confirm", "refuse") if other.standing == HELD else ("hold",)
    turn.alert(
        "reported" if other.standing == HELD else "reported_only",
        who,
        tuple(button(f"alerts.{word}", who, f"{word} {town}") for word in words),
        by=Account(person.account, person.name or turn.called),
        from_town=TownName(person.municipality or "", full=True),
        name=other.name or "",
        town=TownName(town, full=True, placed=True),
    )


def release(turn: Turn, person: Person) -> None:
    """A coordinator has decided for this person: what waited goes on, with a working day for each to answer."""
    turn.say(person, say("report.released"))
    for proposal in kept.open_to(turn.session, person):
        if held(proposal):
            continue
        prolong(turn, proposal)
        turn.say(proposal.need.person, card(proposal, "asker", (Line("report.goes_on"),)))
        turn.say(proposal.offer.person, card(proposal, "expert", (Line("report.goes_on"),)))
    for need in needs.of_person(turn.session, person):
        if need.status == "open":
            seek(turn, need, Line("need.found_after_all", {"reference": need.reference}), quietly=True)
    if any(offer.status == "active" for offer in offers.of_person(turn.session, person)):
        try_waiting(turn)
