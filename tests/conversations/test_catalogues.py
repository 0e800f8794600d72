"""The words of `locales/`: whole in both languages, asked for by the code, and fit to be filled and sent."""

import re
from itertools import product
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from conversations.carry_out.endings import Away, Off
from conversations.flows import flows
from conversations.menu import COMMANDS
from conversations.readers import PLACES
from conversations.understanding.guard import Kind
from conversations.until_readers import LENGTHS
from conversations.wording import LANGUAGES, LOCALES, catalogue
from programme.counter_proposals import Why
from tests.conversations.always import balanced

HERE = Path(__file__).parents[2]
ROOMS = ("conversations", "bot/telegram")
CODE = "\n".join(path.read_text() for room in ROOMS for path in (HERE / room).rglob("*.py"))
CODE += "".join(path.read_text() for path in [*(HERE / "bot").glob("*.py"), HERE / "main.py"])
MATCHING = "\n".join((HERE / "programme" / name).read_text() for name in ("matching.py", "topic_fit.py"))
FILES = {path.stem for path in (LOCALES / "tr").glob("*.po")}
KEYS = sorted(catalogue("tr"))
DESCRIPTION, SHORT_DESCRIPTION, BUTTON, ABOUT_A_COMMAND = 512, 120, 40, 256

KINDS = ("need", "offer")
REASONS: dict[str, tuple[str, ...]] = {
    "text": ("empty", "too_long"),
    "name": ("empty", "not_a_name", "a_municipality"),
    "municipality": ("shared", "near", "unknown"),
    "topic": ("empty", "too_long", "did_you_mean", "unknown", "unlisted"),
    "topics": ("empty", "too_long", "too_many", "did_you_mean", "unknown", "unlisted"),
    "place": ("empty", "too_long"),
    "time": ("no_time",),
    "capacity": ("no_number", "too_many"),
    "contact": ("no_contact",),
    "link": ("no_link",),
    "until": ("no_day", "past"),
    "start": ("no_time", "several", *get_args(Why)),
}
"""Why an answer of each kind may be unclear; of the others it is just that."""
REASONS_OF_A_MATCH = (*re.findall(r'"code": "(\w+)"', MATCHING), "topic_same", "topic_near", "words_alike")

# Where the code puts a key together (as it stands there), what may stand in its gaps.
PUT_TOGETHER: dict[str, tuple[str, ...]] = {
    "need.{asked}": ("nobody", "nobody_else"),
    "need.{asked}_near": ("nobody", "nobody_else"),
    "pause.done_{decision.what}": KINDS,
    "pause.open_{decision.what}": KINDS,
    "pause.over_{kind_of(one)}": KINDS,
    "withdraw.done_{decision.what}": KINDS,
    "{kind}.gone": KINDS,
    "guard.{matter.kind}": get_args(Kind),
    "proposal.declined_{decision.until}": LENGTHS,
    "proposal.off_{why}": get_args(Off),
    "alerts.because_{why}": (*LENGTHS, *get_args(Away)),
    "said.{meeting.format}": ("online", "face_to_face"),
    "said.{proposal.format}": ("online", "face_to_face"),
    "said.{code}": ("online", "face_to_face", "either"),
    "menu.about_{each.name}": tuple(command.name for command in COMMANDS if command.listed),
    "menu.{kind}": ("human", "data", "delete"),
    "menu.{name}_button": ("need", "offer", "status", "human", "notice", "tr", "en"),
    "not_me.until.choice.{value}": LENGTHS,
    "readers.place.{code}": PLACES,
    "readers.place.{value}": PLACES,
    "readers.time.{code}": ("any", "next_week", "mornings", "afternoons"),
    "answers.{why}": ("unclear", "empty", "too_long"),
    "standing.{one.status}": ("open", "proposed", "agreed", "paused", "active"),
    "reasons.{code}": (*REASONS_OF_A_MATCH, "asker_times_differ", "your_times_differ"),
    "alerts.{kind}": ("new_person", "kept_out", "no_expert", "decline", "silence", "agreed", "link_wanted",
                      "unreachable", "handed_on", "undelivered", "not_understood", "human", "data", "delete", "fault",
                      "group_lost", "outage"),
}  # fmt: skip
BY_CONVENTION = {
    "readers.{kind}.{code}",
    "{flow.name}.cancelled",
    "{flow.name}.understood",
    "{flow.name}.{slot.name}.label",
    "readers.{slot.reads.kind}.label",
    "{flow.name}.{slot.name}.{why}",
    "readers.{slot.reads.kind}.{why}",
}
"""What flows and readers ask for by their own names."""
OF_FLOWS = re.compile(
    "|".join(
        rf"(?:{name}\.{slot.name}|readers\.{slot.reads.kind})"
        rf"\.(?:ask|ask_change|label|unclear|choice\.\w+|{'|'.join(REASONS.get(slot.reads.kind, ('unclear',)))})"
        rf"|{name}\.(?:understood|cancelled)"
        for name, flow in flows().items()
        for slot in flow.slots
    )
)


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def put_together() -> set[str]:
    filled = set()
    for written, fillings in PUT_TOGETHER.items():
        filled |= {re.sub(r"\{[^}]*\}", filling, written) for filling in fillings}
    return filled


def test_both_languages_have_the_same_files() -> None:
    tr, en = ([path.name for path in sorted((LOCALES / language).iterdir())] for language in LANGUAGES)
    assert tr == en


def test_both_languages_have_the_same_texts() -> None:
    assert catalogue("tr").keys() == catalogue("en").keys()


@pytest.mark.parametrize("key", KEYS)
def test_a_text_has_the_same_gaps_in_both_languages(key: str) -> None:
    assert gaps(catalogue("tr")[key]) == gaps(catalogue("en")[key])


@pytest.mark.parametrize(("language", "key"), list(product(LANGUAGES, KEYS)))
def test_a_text_can_be_said(language: str, key: str) -> None:
    text = catalogue(language)[key]
    assert text
    assert text.strip() == text
    assert "  " not in text
    assert balanced(text)


@pytest.mark.parametrize("key", KEYS)
def test_no_turkish_suffix_hangs_on_a_gap(key: str) -> None:
    """Nobody knows which vowels the word in the gap has; not even behind an apostrophe or a quotation mark."""
    assert not re.search(r"\}(?:</?\w+>)*[’'”\"]?[^\W\d_]", catalogue("tr")[key])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_where_they_stand(language: str) -> None:
    texts = catalogue(language)
    assert len(texts["bot.description"]) <= DESCRIPTION
    assert len(texts["bot.short"]) <= SHORT_DESCRIPTION
    abouts = [texts[f"menu.about_{command.name}"] for command in COMMANDS if command.listed]
    assert all(3 <= len(about) <= ABOUT_A_COMMAND for about in abouts)
    assert [key for key in BUTTONS if len(texts[key]) > BUTTON] == []


BUTTONS = sorted(
    {key for key in KEYS if ".choice." in key or (key.startswith("menu.") and key.endswith("_button"))}
    | set(re.findall(r'(?:button|_control)\(\s*"([a-z_.]+)"', CODE)) & set(KEYS)
)


def test_every_command_has_words() -> None:
    assert {f"menu.about_{command.name}" for command in COMMANDS if command.listed} <= set(KEYS)


@pytest.mark.parametrize(("flow", "slot"), [(name, slot.name) for name, flow in flows().items() for slot in flow.slots])
def test_every_question_and_every_reason_to_ask_again_has_words(flow: str, slot: str) -> None:
    kind = flows()[flow].slot(slot).reads.kind
    for why in ("ask", "label", *REASONS.get(kind, ("unclear",))):
        assert {f"{flow}.{slot}.{why}", f"readers.{kind}.{why}", f"answers.{why}"} & set(KEYS), why


def test_every_reason_to_ask_again_is_listed_here() -> None:
    calls = re.findall(r"Unclear\(([^)]*)\)", CODE)
    given = {why for call in calls for why in re.findall(r'"(\w+)"', call)}
    assert given <= {why for reasons in REASONS.values() for why in reasons} | {"unclear"}


def test_every_key_the_code_names_has_words() -> None:
    named = {key for key in re.findall(r'"([a-z_]+\.[a-z_]+(?:\.[a-z_]+)*)"', CODE) if key.split(".")[0] in FILES}
    assert named - set(KEYS) == set()


def test_every_key_the_code_puts_together_has_words() -> None:
    written = re.findall(r'f"((?:[a-z_]+|\{[^}"]+\})\.[^" ]*\{[^" ]*|\{[^}"]+\}\.[a-z_]+)"', CODE)
    keys = {key for key in written if key.split(".")[0] in FILES or key.startswith("{")}
    told_of = PUT_TOGETHER.keys() | BY_CONVENTION
    assert {key for key in keys if key not in told_of and not key.startswith(("{__", "{path", "{name}"))} == set()
    assert put_together() - set(KEYS) == set()


def test_no_text_is_left_over() -> None:
    named = set(re.findall(r'"([a-z_]+\.[a-z_]+(?:\.[a-z_]+)*)"', CODE)) | put_together()
    assert [key for key in KEYS if key not in named and not OF_FLOWS.fullmatch(key) and not of_a_reader(key)] == []


def of_a_reader(key: str) -> bool:
    """The codes that a reader offers as buttons: `readers.<kind>.<code>`."""
    kind, _, code = key.removeprefix("readers.").partition(".")
    return f'kind="{kind}"' in CODE and f'"{code}"' in CODE
