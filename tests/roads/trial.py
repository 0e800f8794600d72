"""The trial's conversations, each a person who goes through with it whatever becomes of the bot meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.local.server import LocalTelegram
from tests.roads.voices import Voice, times_of
from tests.roads.words_of_the_trial import ASKERS, EXPERTS, NAMES, SENTENCES, TOPICS

Story = Callable[[], None]
TONGUES = ("tr", "en")


@dataclass
class Trial:
    """Who should have come out with what: accounts, once for each thing that must be kept."""

    telegram: LocalTelegram
    voices: list[Voice] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    offers: list[str] = field(default_factory=list)
    meetings: list[tuple[str, str]] = field(default_factory=list)
    declines: list[str] = field(default_factory=list)
    told_of_nobody: list[str] = field(default_factory=list)
    asked_for_a_human: list[str] = field(default_factory=list)

    def voice(self, language: str) -> Voice:
        self.voices.append(voice := Voice(self.telegram, "Deniz", language))
        return voice

    def name(self, voice: Voice) -> str:
        return NAMES[voice.language][int(voice.account) % 6]


def stories(trial: Trial) -> list[Story]:
    """Two hundred conversations, a pair's two told as one story; the same ones at every run."""
    told: list[Story] = []
    for number, topic in enumerate(TOPICS[:58]):
        told.append(lambda number=number, topic=topic: pair(trial, number, topic[1:]))
    for number, topic in enumerate(TOPICS[58:]):
        told.append(lambda number=number, topic=topic: nobody(trial, number, topic[1:]))
    for number in range(68):
        told.append(lambda number=number: passer_by(trial, number))
    return [told[number] for number in sorted(range(len(told)), key=mixed)]


def mixed(number: int) -> int:
    """All kinds of stories among each other, always in the same way."""
    return number * 37 % 101


def offer(trial: Trial, voice: Voice, topic: str, number: int, languages: str = "both") -> None:
    """Something to share, in a sentence or asked slot by slot."""
    if number % 2 and languages == "both":
        voice.says(SENTENCES["offer", voice.language].format(topic))
    else:
        voice.says("/paylas" if voice.language == "tr" else "/offer")
        voice.answers("readers.topics.ask", topic)
        voice.taps("offer.experience.ask", "answers.skip")
        voice.taps("readers.format.ask", "readers.format.online")
        voice.answers("readers.capacity.ask", "4")
        voice.taps("offer.times.ask", "answers.skip")
        voice.taps("readers.languages.ask", f"readers.languages.{languages}")
    who(trial, voice, EXPERTS[number % 6])
    voice.taps("offer.confirm.ask", "offer.confirm.choice.yes")
    voice.hears("offer.done")
    trial.offers.append(voice.account)


def need(trial: Trial, voice: Voice, topic: str, number: int) -> None:
    """Something sought, in a sentence or asked slot by slot, with a nuisance here and there."""
    if number % 2:
        voice.says(SENTENCES["need", voice.language].format(topic))
    else:
        voice.says("/ihtiyac" if voice.language == "tr" else "/need")
        voice.answers("readers.topic.ask", topic)
        voice.taps("need.goal.ask", "answers.skip")
        how = voice.taps("readers.format.ask", "readers.format.online")
        voice.hears("readers.time.ask")
        if number % 4 == 0:
            voice.person.sends("sticker")
            voice.hears("answers.no_words")
            voice.hears("readers.time.ask")
        if number % 6 == 0:
            voice.presses("readers.format.online", how)
            voice.hears("answers.old_button")
            voice.hears("readers.time.ask")
        voice.presses("readers.time.any")
        voice.taps("readers.languages.ask", f"readers.languages.{voice.language}")
    who(trial, voice, ASKERS[number % 6])
    if number % 3:
        voice.taps("need.confirm.ask", "need.confirm.choice.yes")
    else:
        voice.answers("need.confirm.ask", "evet" if voice.language == "tr" else "yes")
    voice.hears("need.done")
    trial.needs.append(voice.account)


def who(trial: Trial, voice: Voice, town: str) -> None:
    voice.answers("readers.municipality.ask", town)
    voice.answers("readers.name.ask", trial.name(voice))


def pair(trial: Trial, number: int, topic: tuple[str, ...]) -> None:
    """Somebody offers, somebody seeks; they agree at once, later, elsewhere, or not."""
    declined = number % 7 == 3
    sought, shared = number // 4 % 2, number // (4 if declined else 2) % 2
    asker, expert = trial.voice(TONGUES[sought]), trial.voice(TONGUES[shared])
    offer(trial, expert, topic[shared], number)
    second = trial.voice(TONGUES[sought]) if declined else None
    if second:
        offer(trial, second, topic[sought], number + 1, languages=TONGUES[1 - sought])
    need(trial, asker, topic[sought], number // 2)
    if second:
        asker.sees_times()
        decline(trial, expert)
        agree(trial, asker, second, number)
    elif number % 7 == 5:
        another_time(trial, asker, expert)
    else:
        agree(trial, asker, expert, number)


def agree(trial: Trial, asker: Voice, expert: Voice, number: int) -> None:
    """Both pick the last time; every third pair at the same moment, every fifth press twice."""
    mine, theirs = asker.sees_times(), expert.sees_times()
    time = times_of(mine)[-1][0]
    asker.picks(mine, time)
    if number % 3 == 0:
        expert.picks(theirs, time)
    contact(asker, "" if number % 2 else "asker@nilufer.example")
    if number % 3:
        expert.picks(theirs, time)
        if number % 5 == 0:
            expert.picks(theirs, time)
    contact(expert, "+90 224 000 00 00" if number % 4 or number % 5 == 0 else "")
    for voice in (asker, expert):
        voice.hears("meeting.agreed")
    trial.meetings.append((asker.account, expert.account))


def contact(voice: Voice, how: str) -> None:
    if how:
        voice.answers("readers.contact.ask", how)
    else:
        voice.taps("readers.contact.ask", "answers.skip")


def decline(trial: Trial, expert: Voice) -> None:
    card = expert.sees_times()
    expert.presses("proposal.not_me", card)
    expert.taps("not_me.until.ask", "not_me.until.choice.once")
    expert.hears("proposal.declined_once")
    trial.declines.append(expert.account)


def another_time(trial: Trial, asker: Voice, expert: Voice) -> None:
    """The expert asks for an hour of the last day that was not proposed; the asker takes it."""
    asker.sees_times()
    card = expert.sees_times()
    offered = [datetime.fromtimestamp(time, UTC).astimezone(ZoneInfo("Europe/Istanbul")) for time, _ in times_of(card)]
    hour = next(hour for hour in (10, 11) if all(time.hour != hour for time in offered))
    expert.presses("proposal.another_time", card)
    expert.answers("another_time.start.ask", f"{offered[-1]:%d.%m.%Y} {hour}:00")
    expert.taps("another_time.confirm.ask", "another_time.confirm.choice.yes")
    contact(expert, "uzman@bandirma.example")
    expert.hears("proposal.asked")
    asked = asker.hears("proposal.another")
    asker.picks(asked)
    contact(asker, "")
    for voice in (asker, expert):
        voice.hears("meeting.agreed")
    trial.meetings.append((asker.account, expert.account))


def nobody(trial: Trial, number: int, topic: tuple[str, ...]) -> None:
    """A need on a topic that nobody shares: told so, or put to somebody near."""
    asker = trial.voice(TONGUES[number % 2])
    need(trial, asker, topic[number % 2], number)
    told = asker.hears("need.nobody", "need.nobody_near", "proposal.to_asker")
    if not times_of(told):
        trial.told_of_nobody.append(asker.account)


def passer_by(trial: Trial, number: int) -> None:
    """First contact, status, a cancelled need, chatter, the other language."""
    voice = trial.voice(TONGUES[number % 2])
    voice.says("/start")
    welcome = voice.hears("welcome.ask")
    match number % 4:
        case 0:
            voice.presses("menu.status_button", welcome)
            voice.hears("standing.nothing")
        case 1:
            voice.presses("menu.need_button", welcome)
            voice.answers("readers.topic.ask", TOPICS[number % 60][1 + number % 2])
            voice.answers("need.goal.ask", "iptal" if voice.language == "tr" else "cancel")
            voice.hears("answers.cancelled")
        case 2:
            voice.person.sends("voice")
            voice.hears("answers.no_words")
            voice.presses("menu.need_button", welcome)
            first = voice.hears("readers.topic.ask")
            voice.says("/dil en" if voice.language == "tr" else "/language tr")
            voice.language = "en" if voice.language == "tr" else "tr"
            assert voice.hears("readers.topic.ask").id != first.id
            voice.says("/iptal")
            voice.hears("answers.cancelled")
        case _:
            voice.presses("menu.human_button", welcome)
            voice.hears("menu.human")
            trial.asked_for_a_human.append(voice.account)
