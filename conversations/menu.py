"""What works at any moment: the commands, by stroke, by word and by button."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations import audit_log, dialogue, standing
from conversations.beginnings import ordered
from conversations.carry_out import reporting
from conversations.carry_out.erasing import what_ends
from conversations.carry_out.handing_over import hand_over
from conversations.carry_out.questions import ask_to_erase
from conversations.flow import Flow
from conversations.flows import flows
from conversations.messages import Choice, Line, Press, Say, say
from conversations.outbox import Turn, about, button
from conversations.understanding import Reading
from conversations.values import Account, TownName
from conversations.wording import LANGUAGES, Reader, label
from programme.words import fold
from storage import invitations
from storage.tables import Person

MENU = "menu"
NOTICE = 1
"""The version of the privacy notice (`welcome.notice`, `notice_whole`): raised with any change of what it says, it is
shown to everybody once more."""


@dataclass(frozen=True)
class Command:
    """A command; `names` are what may stand behind the stroke, Turkish first."""

    name: str
    names: tuple[str, ...]
    listed: bool = True


COMMANDS = (
    *(Command(flow.name, flow.commands) for flow in flows().values() if flow.commands),
    Command("status", ("durum", "status")),
    Command("help", ("yardim", "help")),
    Command("language", ("dil", "language")),
    Command("cancel", ("iptal", "cancel")),
    Command("back", ("geri", "back")),
    Command("human", ("koordinator", "human")),
    Command("report", ("sikayet", "report")),
    Command("data", ("verilerim", "mydata")),
    Command("delete", ("sil", "delete"), listed=False),
    Command("start", ("start",), listed=False),
    Command("audit", ("kayit", "audit"), listed=False),
    Command("notice", ("aydinlatma", "notice"), listed=False),
    Command("tr", ("turkce", "tr"), listed=False),
    Command("en", ("english", "en"), listed=False),
)


def commands(language: str) -> list[tuple[str, str]]:
    """The commands a platform's own menu lists, with what each does."""
    place = 0 if language == "tr" else 1
    reader = Reader(language if language in LANGUAGES else "en")
    return [(each.names[place], label(Line(f"menu.about_{each.name}"), reader)) for each in COMMANDS if each.listed]


def named(text: str) -> tuple[str, str] | None:
    """The command that a text with a stroke names, and what follows it; an unknown one is help."""
    if not text.startswith("/"):
        return None
    word, *rest = text[1:].split(maxsplit=1) or [""]
    found = next((each.name for each in COMMANDS if fold(word) in each.names), "help")
    return found, " ".join(rest).strip()


def word(text: str) -> str | None:
    """The command whose name is all that was written, without a stroke."""
    said = fold(text).strip(" .!")
    return next((each.name for each in COMMANDS if each.listed and said in each.names), None)


def meant(reading: Reading) -> str | None:
    """The command that plain words mean."""
    if not reading.intent.startswith("cmd:"):
        return None
    name = reading.intent.removeprefix("cmd:")
    if name == "language":
        return reading.lang_to if reading.lang_to in LANGUAGES else name
    return name if name in RUNS else None


def run(turn: Turn, person: Person, name: str, rest: str = "") -> None:
    """Do what the command says."""
    RUNS[name](turn, person, rest)


def keyboard() -> tuple[tuple[Choice, ...], ...]:
    """The buttons that lead on from anywhere."""
    return (_buttons("need", "offer"), _buttons("status", "human"))


def notice_changed(person: Person) -> bool:
    """Whether this person was shown an earlier notice than the one that holds now."""
    return person.noticed_at is not None and person.noticed_version != NOTICE


def greeting(turn: Turn, person: Person) -> Say:
    """Who the bot is; before the first thing is kept about a person, what is kept and why."""
    changed = notice_changed(person)
    lines = [Line("welcome.notice_changed" if changed else "welcome.hello")]
    rows: list[tuple[Choice, ...]] = []
    if person.noticed_at is None or changed:
        person.noticed_at, person.noticed_version = turn.now, NOTICE
        lines.append(Line("welcome.notice", {"union": turn.settings.union_name}))
        rows.append((*_buttons("notice"), _other_language(person)))
    return Say(tuple(lines), tuple(rows))


def _start(turn: Turn, person: Person, rest: str) -> None:
    hello = greeting(turn, person)
    line = Line("welcome.ask")
    if rest:
        role = invitations.redeem(turn.session, rest, person, turn.now)
        person.coordinator = person.coordinator or role == "coordinator"
        line = Line("welcome.coordinator" if role else "welcome.link_spent")
    turn.say(person, Say((*hello.lines, line), (*hello.choices, *keyboard())))
    dialogue.ask_again(turn, person)


def _help(turn: Turn, person: Person, rest: str) -> None:
    turn.say(person, Say((Line("menu.help"),), keyboard()))
    dialogue.ask_again(turn, person)


def _cancel(turn: Turn, person: Person, rest: str) -> None:
    draft = dialogue.draft_of(person)
    if draft:
        dialogue.cancel(turn, person, draft)
    else:
        turn.say(person, Say((Line("menu.nothing_to_cancel"),), keyboard()))


def _back(turn: Turn, person: Person, rest: str) -> None:
    draft = dialogue.draft_of(person)
    if draft:
        dialogue.back(turn, person, draft)
    else:
        turn.say(person, Say((Line("menu.nothing_before"),), keyboard()))


def _language(turn: Turn, person: Person, rest: str) -> None:
    if rest in LANGUAGES:
        _speak(rest)(turn, person, "")
    else:
        turn.say(person, say("menu.which_language", _buttons("tr", "en")))


def _speak(language: str) -> Callable[[Turn, Person, str], None]:
    def switch(turn: Turn, person: Person, rest: str) -> None:
        person.language = language
        if not dialogue.ask_again(turn, person):
            turn.say(person, Say((Line("menu.language_is_now"),), keyboard()))

    return switch


def _human(turn: Turn, person: Person, rest: str) -> None:
    """Pass a wish on to the coordinators; who asks is told, for they must be able to answer."""
    town = TownName(person.municipality, full=True) if person.municipality else Line("menu.no_municipality")
    turn.alert("human", about("person", person.id), who=Account(person.account, person.name or turn.called), town=town)
    turn.say(person, Say((Line("menu.human"),), keyboard()))
    dialogue.ask_again(turn, person)


def _data(turn: Turn, person: Person, rest: str) -> None:
    hand_over(turn, person)
    dialogue.ask_again(turn, person)


def _delete(turn: Turn, person: Person, rest: str) -> None:
    ask_to_erase(person, what_ends(turn, person))
    dialogue.ask_again(turn, person)


def _notice(turn: Turn, person: Person, rest: str) -> None:
    person.noticed_at, person.noticed_version = person.noticed_at or turn.now, NOTICE
    turn.say(person, say("welcome.notice_whole", (_other_language(person),), union=turn.settings.union_name))


def _report(turn: Turn, person: Person, rest: str) -> None:
    reporting.ask(turn, person)
    dialogue.ask_again(turn, person)


def _flow(flow: Flow) -> Callable[[Turn, Person, str], None]:
    def begin(turn: Turn, person: Person, rest: str) -> None:
        if rest:
            dialogue.begin(turn, person, flow.name, {}, ordered(rest, turn.now, person.zone))
        elif not dialogue.take_up(turn, person, flow.name):
            dialogue.begin(turn, person, flow.name, {})

    return begin


RUNS: dict[str, Callable[[Turn, Person, str], None]] = {
    "start": _start,
    "help": _help,
    "cancel": _cancel,
    "back": _back,
    "status": lambda turn, person, rest: standing.tell(turn, person),
    "language": _language,
    "tr": _speak("tr"),
    "en": _speak("en"),
    "human": _human,
    "data": _data,
    "delete": _delete,
    "notice": _notice,
    "report": _report,
    "audit": lambda turn, person, rest: audit_log.tell(turn, person, keyboard()),
    **{flow.name: _flow(flow) for flow in flows().values() if flow.commands},
}


def _buttons(*names: str) -> tuple[Choice, ...]:
    return tuple(button(f"menu.{name}_button", MENU, name) for name in names)


def _other_language(person: Person) -> Choice:
    return Choice("menu.other_language_button", Press(MENU, 0, "en" if person.language == "tr" else "tr"))
