"""What holds after everything anybody does."""

import html
import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.telegram.keyboard import decode, encode
from conversations.carry_out.proposing import ANSWER, TRY_AGAIN
from conversations.carry_out.resting import RESUME
from programme.capacity import by_month, month_of, room_in
from storage import offers
from storage.tables import Meeting, Message, Need, Offer, Person, Proposal, Timer
from tests.conversations.world import shown

LONGEST_MESSAGE = 4096
LONGEST_BUTTON = 64
TAG = re.compile(r"<(/?)(\w+)(?: href=\"[^\"<>]*\")?>")


def check_kept(session: Session, now: datetime) -> None:
    """What the database may never say, whatever happened."""
    proposals = session.scalars(select(Proposal)).all()
    waiting = Counter(
        (timer.what, timer.about) for timer in session.scalars(select(Timer).where(Timer.status == "waiting"))
    )
    for proposal in proposals:
        is_open = proposal.status == "open"
        assert proposal.times, "a proposal without times"
        assert not is_open or proposal.deadline > now, "open past its end"
        assert waiting[ANSWER, proposal.id] == is_open, "the deadline's timer"
        assert {*proposal.asker_picks, *proposal.expert_picks} <= {*proposal.times}, "picked what is not proposed"
    agreed = Counter(session.scalars(select(Proposal.need_id).join(Meeting.proposal).where(Meeting.status == "agreed")))
    for need in session.scalars(select(Need)):
        of_need = [proposal for proposal in proposals if proposal.need_id == need.id]
        open_ones = [proposal for proposal in of_need if proposal.status == "open"]
        assert len(open_ones) == (need.status == "proposed"), f"{need.status} with {len(open_ones)} open proposals"
        assert agreed[need.id] == (need.status == "agreed"), f"{need.status} and its meeting"
        assert waiting[TRY_AGAIN, need.id] == (need.status == "open"), f"{need.status} and trying again"
    for kind, table in (("need", Need), ("offer", Offer)):
        for one in session.scalars(select(table)):
            rests_until = one.status == "paused" and one.paused_until is not None
            assert waiting[RESUME[kind], one.id] == rests_until, f"{kind} {one.status} until {one.paused_until}"


def check_proposed(session: Session, since: int, now: datetime) -> int:
    """What holds at the moment of a match; the number of the last proposal."""
    fresh = session.scalars(select(Proposal).where(Proposal.id > since).order_by(Proposal.id)).all()
    for proposal in fresh:
        besides = offers.held(session, now - timedelta(days=366), proposal.id)[proposal.offer_id]
        need, offer = proposal.need, proposal.offer
        assert need.municipality != offer.municipality, "an expert of the same municipality"
        assert need.person_id != offer.person_id
        load = by_month(besides, offer.person.zone)
        months = {month_of(datetime.fromisoformat(time), offer.person.zone) for time in proposal.times}
        fits = all(room_in(month, offer.per_month, load) for month in months)
        assert proposal.status != "open" or fits, "more than they agreed to"
        assert need.person.standing not in ("refused", "held"), "for somebody nobody vouches for"
        assert offer.person.standing not in ("refused", "held"), "to somebody nobody vouches for"
        assert all(datetime.fromisoformat(time) > proposal.created_at for time in proposal.times)
    return fresh[-1].id if fresh else since


def check_said(message: Message) -> None:
    """What no platform refuses."""
    text = message.body["text"]
    assert text.strip(), "nothing said"
    assert len(html.unescape(TAG.sub("", text))) <= LONGEST_MESSAGE, "too long to send"
    assert balanced(text), text
    for button in shown(message):
        assert button.label.strip(), "a button without words"
        assert len(button.label) <= LONGEST_BUTTON
        assert decode(encode(button.press)) == button.press


def balanced(text: str) -> bool:
    """Whether the tags close in order, are only ours, and nothing else looks like one."""
    opened: list[str] = []
    for closing, name in TAG.findall(text):
        if name not in ("b", "i", "a"):
            return False
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened and not set(TAG.sub("", text)) & set("<>")


def check_told(session: Session, said: Iterable[Message], names: Iterable[str]) -> None:
    """Who somebody is, and how to reach them, stands in nobody else's private chat until names may be told.

    Looked at are names of which it is known that nobody wrote them anywhere else.
    """
    everybody = session.scalars(select(Person)).all()
    acquainted = who_may_know(session)
    by_account = {person.account: person for person in everybody}
    for message in said:
        reader = by_account.get(message.chat)
        if reader is None or reader.coordinator:
            continue
        for other in everybody:
            if other is reader or {reader.id, other.id} in acquainted:
                continue
            hidden = [other.email, other.phone, other.name if other.name in names else None]
            text = message.body["text"] + (message.document or b"").decode()
            assert not any(each in text for each in hidden if each), f"{message.chat} was told of {other.account}"
            assert f"account:{other.account}" not in text


def who_may_know(session: Session) -> list[set[int]]:
    """The pairs of people who have been told of each other."""
    told = select(Need.person_id, Offer.person_id).select_from(Meeting).join(Meeting.proposal)
    pairs = told.join(Proposal.need).join(Proposal.offer).where(Meeting.names_told_at.is_not(None))
    return [{asker, expert} for asker, expert in session.execute(pairs)]
