"""The way to every question of every flow: who is asked it, and what they have answered before."""

from typing import Any

from sqlalchemy import Connection

from conversations import dialogue
from conversations.draft import Draft
from conversations.flows import flows
from conversations.outbox import Turn
from storage import people
from storage.tables import Message
from tests.conversations.world import World

ASKER, EXPERT, NEWCOMER, COORDINATOR, STRANGER, MET = "101", "202", "303", "404", "505", "606"
NAMES = {
    ASKER: "Ayşe Örnek",
    EXPERT: "Mehmet Deneme",
    NEWCOMER: "Zehra Temsil",
    STRANGER: "Kemal Başka",
    MET: "Derya Öteki",
}
CONTACTS = {
    EXPERT: "mehmet@osmangazi.example",
    ASKER: "ayse@nilufer.example",
    STRANGER: "kemal@kartal.example",
    MET: "derya@gebze.example",
}

ANSWERS: dict[str, Any] = {
    "topic": {"words": "sıfır atık", "topics": ["recycling"]},
    "topics": [{"words": "kompost", "topics": ["recycling"]}],
    "goal": "Başlamak istiyoruz.",
    "experience": "Üç yıldır yapıyoruz.",
    "format": "face_to_face",
    "place": "ours",
    "times": {"windows": [{"kind": "weekly", "on": ["tue"], "start": "09:00", "end": "18:00"}], "exclude": []},
    "languages": ["tr"],
    "per_month": 2,
    "name": NAMES[NEWCOMER],
    "municipality": "bursa/inegol",
    "contact": {"email": "zehra@inegol.example"},
    "whom": 1,
    "start": "2026-12-03T11:30:00+00:00",
}

QUESTIONS = [(name, slot.name) for name, flow in flows().items() for slot in flow.slots]


def town_full_of_people(connection: Connection) -> World:
    """An expert with two proposals open and a meeting agreed, each with another asker; a newcomer, a coordinator."""
    world = World(connection)
    need(world, ASKER, NAMES[ASKER], "Nilüfer, Bursa", "Sıfır atık konusunda deneyimli bir belediye arıyoruz")
    need(world, STRANGER, NAMES[STRANGER], "Kartal", "Sıfır atık konusunda deneyimli bir belediye arıyoruz")
    need(world, MET, NAMES[MET], "Gebze", "Sıfır atık konusunda deneyimli bir belediye arıyoruz")
    world.says(EXPERT, "Sıfır atık konusunda deneyimimizi ayda 4 kez çevrim içi paylaşabiliriz")
    world.says(EXPERT, "Osmangazi")
    world.says(EXPERT, NAMES[EXPERT])
    world.presses(EXPERT, "Evet")
    world.says(NEWCOMER, "merhaba")
    world.says(COORDINATOR, "merhaba")
    with world.session() as session, session.begin():
        for account, email in CONTACTS.items():
            found = people.find(session, "telegram", account)
            assert found is not None
            found.email = email
        coordinator = people.find(session, "telegram", COORDINATOR)
        assert coordinator is not None
        coordinator.coordinator = True
    proposed = next(one.press for one in world.buttons if one.chat == MET and one.press.about == "proposal:3")
    world.does(MET, proposed)
    world.does(EXPERT, proposed)
    return world


def need(world: World, who: str, name: str, town: str, sentence: str) -> None:
    world.says(who, f"{sentence}, çevrim içi, önümüzdeki hafta salı öğleden sonra")
    world.says(who, town)
    world.says(who, name)
    world.presses(who, "Evet")


def ask(world: World, flow: str, slot: str) -> tuple[str, list[Message]]:
    """Put this question of this flow to whoever it is for; who that is, and what they were told."""
    who, fixed = _who_and_what(world, flow)
    names = [each.name for each in flows()[flow].slots]
    earlier = names[: names.index(slot)]
    with world.session() as session, session.begin():
        person = people.find(session, "telegram", who)
        assert person is not None
        answers = fixed | {name: ANSWERS[name] for name in earlier}
        person.draft = Draft(flow, answers, answered=tuple(earlier), guided=True).to_json()
        dialogue.ask_again(Turn(session, world.settings, world.now, actor=person), person)
    return who, world.news()


def _who_and_what(world: World, flow: str) -> tuple[str, dict[str, Any]]:
    """Needs 1 and 2, offer 1, proposals 1 and 2: as `town_full_of_people` made them."""
    sides = {"mine": ["Europe/Istanbul", "TR"], "theirs": ["Europe/Istanbul", "TR"]}
    start = "2026-12-01T10:00:00+00:00"
    match flow:
        case "need" | "offer" | "profile":
            return NEWCOMER, {}
        case "bare_topic":
            return NEWCOMER, {"words": "sıfır atık"}
        case "another_time":
            return EXPERT, {"proposal": 1, "other": "bursa/nilufer", **sides}
        case "contact":
            return EXPERT, {"proposal": 1, "start": start, "another": False}
        case "not_me":
            return EXPERT, {"proposal": 1}
        case "which_proposal":
            towns = {1: "bursa/nilufer", 2: "istanbul/kartal"}
            both = [{"number": number, "town": town, "at": start} for number, town in towns.items()]
            return EXPERT, {"open": both, "words": "salı olur"}
        case "pause" | "withdraw":
            return ASKER, {"what": "need", "number": 1, "reference": "N-0001"}
        case "report":
            towns = {1: "bursa/nilufer", 2: "istanbul/kartal"}
            return EXPERT, {"others": [{"number": number, "town": town, "at": start} for number, town in towns.items()]}
        case "erase":
            return EXPERT, {"open": ["O-0001"], "coming": [start]}
        case "meeting_link":
            return COORDINATOR, {"meeting": 1, "asker": "kocaeli/gebze", "expert": "bursa/osmangazi"}
    raise LookupError(f"nobody is known who is asked something by {flow}: say here who, and what is known before")
