"""Four people and a coordinator do anything at all, in any order: no fault, no dead end, no untruth kept or told."""

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, event, select

from conversations import dialogue
from conversations.draft import next_slot
from conversations.flows import flows
from conversations.messages import Address, Contact, Edited, Incoming, Press, Reached, Text, Unreadable, What
from conversations.outbox import Turn
from storage import invitations, people
from storage.database import open_engine
from storage.tables import Meeting, Message, Need, Offer, Proposal
from tests.conversations import families
from tests.conversations.always import check_kept, check_proposed, check_said, check_told
from tests.conversations.next_steps import leads_on
from tests.conversations.world import GROUP, Button, World, settings_of_the_tests, words

EXAMPLES, STEPS, MOST_QUESTIONS = 40, 50, 11


@dataclass(frozen=True)
class Somebody:
    account: str
    name: str
    municipality: str
    language: str
    contact: str


PEOPLE = (
    Somebody("11", "Ayşe Örnek", "Nilüfer", "tr", "ayse@nilufer.example"),
    Somebody("22", "Mehmet Deneme", "Kadıköy", "tr", "+90 532 111 22 33"),
    Somebody("33", "Robin Sample", "Osmangazi", "en", "robin@osmangazi.example"),
    Somebody("44", "Jana Muster", "Berlin", "en", "jana@berlin.example"),
)
COORDINATOR = Somebody("99", "Derya Temsil", "Kartal", "tr", "derya@birlik.example")
EVERYBODY = (*PEOPLE, COORDINATOR)
NAMES = frozenset(person.name for person in EVERYBODY)
anybody = strategies.sampled_from(EVERYBODY)
which = strategies.integers(0, 10_000)


@dataclass(frozen=True)
class Situation:
    """What the four wish for, and how the bot is set: people confirmed, a link template, a coordinators' group."""

    wishes: tuple[str, ...]
    confirm: bool
    link: bool
    group: bool


SITUATIONS = [
    Situation(wishes, *how) for wishes in families.SCENES for how in ((False, True, True), (True, False, False))
]


class AnybodyDoingAnything(RuleBasedStateMachine):
    empty: Path
    came_of_it: Counter[str]
    compiled: dict[Any, Any] = {}
    """What SQLAlchemy made of our questions, which are the same for every database."""
    played: dict[Situation, tuple[bytes, World]]

    @initialize(situation=strategies.sampled_from(SITUATIONS))
    def begin(self, situation: Situation) -> None:
        """Everybody has said what they seek or share; a situation is played once, and copied from then on."""
        self.folder = Path(tempfile.mkdtemp())
        self.proposed = 0
        self.last: Incoming | None = None
        played = self.played.get(situation)
        self._file().write_bytes(played[0] if played else self.empty.read_bytes())
        if played:
            self.world = replace(played[1], bind=self._opened(), buttons=list(played[1].buttons))
            with self.world.session() as session:
                self.proposed = max(session.scalars(select(Proposal.id)), default=0)
            return
        self._play(situation)
        self.world.bind.dispose()
        self.played[situation] = self._file().read_bytes(), self.world
        self.world = replace(self.world, bind=self._opened(), buttons=list(self.world.buttons))

    def _play(self, situation: Situation) -> None:
        chosen = settings_of_the_tests(
            confirm_people=situation.confirm,
            meeting_link="https://meet.example/{code}" if situation.link else None,
            coordinator_chats=GROUP if situation.group else "",
        )
        self.world = World(self._opened(), chosen, languages={each.account: each.language for each in EVERYBODY})
        self.does(COORDINATOR, Text(f"/start {self._invitation()}"))
        for who, wish in zip(PEOPLE, situation.wishes, strict=True):
            self.gets_on(who, wish, 0, MOST_QUESTIONS)

    def teardown(self) -> None:
        if hasattr(self, "world"):
            with self.world.session() as session:
                for table in (Need, Offer, Proposal, Meeting):
                    self.came_of_it[table.__tablename__] += len(session.scalars(select(table)).all())
            self.came_of_it["turns"] += self.world.turns
            self.world.bind.dispose()
            shutil.rmtree(self.folder)

    @rule(who=anybody, sentence=strategies.sampled_from(families.SENTENCES))
    def says(self, who: Somebody, sentence: str) -> None:
        self.does(who, Text(sentence))

    @rule(
        who=anybody,
        wish=strategies.sampled_from(families.WISHES),
        answer=which,
        questions=strategies.integers(1, MOST_QUESTIONS),
    )
    def gets_on(self, who: Somebody, wish: str, answer: int, questions: int) -> None:
        """Answers what is asked as one would, and wishes for something when nothing is."""
        if not self._asked(who):
            self.does(who, Text(wish))
        for _ in range(questions):
            if asked := self._asked(who):
                fitting = families.FITTING[asked]
                chosen = fitting[answer % len(fitting)]
                self.does(who, Text(chosen.format(name=who.name, town=who.municipality, contact=who.contact)))

    @rule(who=anybody, back=which)
    def presses_a_button(self, who: Somebody, back: int) -> None:
        """The newest ones more often."""
        own = [button for button in self.world.buttons if button.chat == who.account]
        if own:
            self._presses(who, own[-1 - min(back % 7 if back % 3 else back, len(own) - 1) % len(own)])

    @rule(back=which, sides=strategies.sampled_from((1, 2, 2, 2)))
    def both_sides_pick(self, back: int, sides: int) -> None:
        """One of the times put to them last, how to be reached included."""
        put = [each for each in self.world.buttons if each.press.about.startswith("proposal:")]
        times = [each for each in put[-24:] if each.press.value[0] == "t"]
        if not times:
            return
        chosen = times[-1 - back % len(times)]
        same = {each.chat: each for each in times if each.press == chosen.press}
        for who in [each for each in PEOPLE if each.account in same][:sides]:
            self._presses(who, same[who.account])
            if self._asked(who) == "contact":
                self.does(who, Text(who.contact))

    @rule(back=which)
    def they_agree(self, back: int) -> None:
        self.both_sides_pick(back, 2)

    @rule(who=anybody, back=which)
    def picks_a_time(self, who: Somebody, back: int) -> None:
        mine = [button for button in self.world.buttons if button.chat == who.account]
        times = [each for each in mine if each.press.about.startswith("proposal:") and each.press.value[0] == "t"]
        if times:
            self._presses(who, times[-1 - back % min(len(times), 6)])

    @rule(who=anybody, button=which)
    def presses_what_was_shown_to_others(self, who: Somebody, button: int) -> None:
        if self.world.buttons:
            forged = self.world.buttons[button % len(self.world.buttons)]
            self.does(who, forged.press, message=forged.message)

    @rule(who=strategies.sampled_from((COORDINATOR, *PEOPLE)), back=which)
    def presses_in_the_group(self, who: Somebody, back: int) -> None:
        group = [button for button in self.world.buttons if button.chat == GROUP]
        if group:
            self.world.press(who.account, group[-1 - back % len(group)])

    @rule(back=which)
    def the_coordinator_settles(self, back: int) -> None:
        alerts = [
            button for button in self.world.buttons if button.press.about.startswith(("person", "meeting", "words"))
        ]
        if alerts:
            self._presses(COORDINATOR, alerts[-1 - back % len(alerts)])

    @rule(who=anybody, command=strategies.sampled_from(families.COMMANDS))
    def commands(self, who: Somebody, command: str) -> None:
        self.does(who, Text(command))

    @rule(who=anybody, erases=strategies.sampled_from((False, False, True)))
    def has_their_data_erased(self, who: Somebody, erases: bool) -> None:
        """Or takes a copy and thinks better of it."""
        self.does(who, Text("/sil"))
        language = self.world.person(who.account).language
        wish, copy = ("her şeyi sil", "önce bana bir kopya gönder") if language == "tr" else ("1", "2")
        self.does(who, Text(wish if erases else copy))
        self.came_of_it["erased"] += not self._known(who)

    @rule(
        who=anybody,
        what=strategies.sampled_from(
            (
                Unreadable("sticker"),
                Unreadable("voice"),
                Unreadable("photo", "sıfır atık"),
                Contact("+90 532 000 00 00", False),
                Edited("iptal"),
                Press("unknown", 0, ""),
            )
        ),
    )
    def sends_something_without_words(self, who: Somebody, what: What) -> None:
        self.does(who, what)

    @rule(hours=strategies.sampled_from((1, 5, 12, 24, 24, 40, 72, 24 * 8, 24 * 33)))
    def time_passes(self, hours: int) -> None:
        self.look(self.world.passes(hours=hours))

    @rule(who=anybody)
    def blocks_the_bot(self, who: Somebody) -> None:
        self.does(who, Reached(False), answered=False)

    @rule(who=anybody)
    def lets_the_bot_in_again(self, who: Somebody) -> None:
        self.does(who, Reached(True), answered=False)

    @rule()
    def the_same_comes_twice(self) -> None:
        if self.last:
            assert self.world.take(self.last) == []

    @rule()
    def the_bot_restarts(self) -> None:
        self.world.bind.dispose()
        self.world.bind = self._opened()

    def does(self, who: Somebody, what: What, answered: bool = True, message: str | None = None) -> None:
        world = self.world
        world.turns += 1
        world.now += timedelta(seconds=20)
        address = Address("telegram", who.account)
        self.last = Incoming(
            f"test:{world.turns}", address, who.account, world.now, what, True, who.name, who.language, message
        )
        told = world.take(self.last)
        self.look(told)
        if answered:
            to_them = [one for one in told if one.chat == who.account]
            assert to_them, "nobody answered"
            if self._known(who):
                assert leads_on(world.person(who.account), to_them), f"a dead end: {words(to_them)}"
            else:
                assert all(one.in_passing for one in to_them), "kept of somebody erased"

    def look(self, said: list[Message]) -> None:
        if not said:
            return
        with self.world.session() as session:
            self.proposed = check_proposed(session, self.proposed, self.world.now)
            check_told(session, said, NAMES)
            for message in said:
                check_said(message)

    @invariant()
    def what_is_kept_is_true(self) -> None:
        if hasattr(self, "world"):
            self.look(self.world.passes(seconds=0))
            with self.world.session() as session:
                check_kept(session, self.world.now)

    def _presses(self, who: Somebody, button: Button) -> None:
        self.does(who, button.press, message=button.message)

    def _asked(self, who: Somebody) -> str | None:
        with self.world.session() as session:
            person = self.world.person(who.account) if self._known(who) else None
            if person is None or not (draft := dialogue.draft_of(person)):
                return None
            turn = Turn(session, self.world.settings, self.world.now)
            slot = next_slot(flows()[draft.flow], draft, dialogue.context_of(turn, person))
        return slot.reads.kind if slot else None

    def _known(self, who: Somebody) -> bool:
        with self.world.session() as session:
            return people.find(session, "telegram", who.account) is not None

    def _opened(self) -> Engine:
        opened = open_engine(f"sqlite:///{self._file()}")
        event.listen(opened, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
        return opened.execution_options(compiled_cache=self.compiled)

    def _file(self) -> Path:
        return self.folder / "imece.db"

    def _invitation(self) -> str:
        with self.world.session() as session, session.begin():
            return invitations.invite(session, "coordinator", self.world.now)


def test_leads_nowhere_untrue(migrated: Path) -> None:
    AnybodyDoingAnything.empty, AnybodyDoingAnything.played = migrated, {}
    AnybodyDoingAnything.came_of_it = Counter()
    run_state_machine_as_test(
        AnybodyDoingAnything,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            phases=[Phase.generate],  # explaining traces every line, shrinking takes an hour
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    came = AnybodyDoingAnything.came_of_it
    assert came["turns"] >= EXAMPLES * STEPS, came
    assert came["proposals"] >= EXAMPLES, came
    assert came["meetings"] >= EXAMPLES // 8, came
    assert came["erased"], came
