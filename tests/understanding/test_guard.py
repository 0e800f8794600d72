"""What the guard stops and what it lets pass: sentences in `guarded.txt`, check digits, and long or strange texts."""

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.understanding.guard import guard, numbers
from conversations.understanding.guard.letters import letters
from conversations.understanding.guard.telephones import without_contacts
from conversations.understanding.lines import understand_lines

HERE = Path(__file__).parent
KINDS = {"identity": "identity", "iban": "account", "telephone": "telephone", "person": "person", "secret": "secret"}


@dataclass(frozen=True)
class Sentence:
    """`kind` is why it must be stopped, None when it must pass; every third one was held back from making rules."""

    text: str
    kind: str | None
    held_back: bool


def sentences() -> list[Sentence]:
    found: list[Sentence] = []
    heading, count, looked_at = "", 0, False
    for line in (HERE / "guarded.txt").read_text("utf-8").splitlines():
        if named := re.fullmatch(r"\[([a-z]+)(?:, .+)?\]", line):
            heading, count, looked_at = named[1], 0, "looked at" in line
        elif line and not line.startswith("#"):
            count += 1
            found.append(Sentence(line.replace("⏎", "\n"), KINDS.get(heading), count % 3 == 0 and not looked_at))
    return found


SENTENCES = sentences()
TUNED = [one for one in SENTENCES if not one.held_back]
MESSAGES = [json.loads(line)["text"] for line in (HERE / "messages.jsonl").read_text("utf-8").splitlines()]
STORIES = sorted(path for path in (HERE.parent / "transcripts").glob("*/*.txt") if path.parent.name != "guard")


def test_there_are_sentences_enough() -> None:
    assert sum(one.kind is not None for one in SENTENCES) >= 60
    assert sum(one.kind is None for one in SENTENCES) >= 120
    assert {one.kind for one in SENTENCES} == {None, *KINDS.values()}


@pytest.mark.parametrize("one", [one for one in TUNED if one.kind], ids=lambda one: one.text[:50])
def test_what_must_not_be_kept_is_stopped(one: Sentence) -> None:
    found = guard(one.text)
    assert found is not None
    assert found.kind == one.kind


@pytest.mark.parametrize("one", [one for one in SENTENCES if one.kind is None], ids=lambda one: one.text[:50])
def test_a_topic_or_ones_own_contact_passes(one: Sentence) -> None:
    assert guard(one.text) is None


def test_nearly_all_that_was_held_back_is_stopped() -> None:
    held = [one for one in SENTENCES if one.held_back and one.kind]
    stopped = [one for one in held if guard(one.text)]
    assert len(stopped) >= 0.95 * len(held)


def test_it_is_silent_on_everything_municipal_that_we_have() -> None:
    told = [line for path in STORIES for line in path.read_text("utf-8").splitlines()]
    assert [text for text in [*MESSAGES, *told] if guard(text)] == []


@pytest.mark.parametrize(
    ("text", "writer", "kind"),
    [
        ("Ayşe Demir 0532 000 00 00", "Ayşe Demir", None),
        ("Mehmet Örnek 0532 000 00 00", "Ayşe Demir", "telephone"),
        ("Ayşe Hanım 0532 000 00 00", "Ayşe Demir", None),
        ("Konu kompost.\nSaygılarımla\nMehmet Örnek 0532 000 00 00", "Ayşe Demir", None),
    ],
)
def test_whose_name_stands_beside_a_number_decides(text: str, writer: str, kind: str | None) -> None:
    found = guard(text, writer)
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tesisimizi açmak istiyoruz, telefonum 0224 000 00 00", "Tesisimizi açmak istiyoruz"),
        ("To open our plant again; you can call me on +90 224 000 00 00.", "To open our plant again."),
        ("Yazın: ayse@ornek.bel.tr", "Yazın: "),
        ("22.04.2026 13.00-15.00 arası", "22.04.2026 13.00-15.00 arası"),
    ],
)
def test_contacts_are_taken_out_of_words_that_others_read(text: str, left: str) -> None:
    assert without_contacts(text) == left


nine = st.from_regex(r"[1-9][0-9]{8}", fullmatch=True)


@given(nine)
def test_a_turkish_identity_number_is_known_by_its_last_two_digits(first: str) -> None:
    digits = [int(digit) for digit in first]
    tenth = (sum(digits[::2]) * 7 - sum(digits[1::2])) % 10
    right = f"{first}{tenth}{(sum(digits) + tenth) % 10}"
    assert numbers.turkish(right)
    assert guard(f"kompost {right} için")
    others = [f"{right[:9]}{n:02}" for n in range(100) if f"{n:02}" != right[9:]]
    assert not any(numbers.turkish(other) for other in others)


@given(
    nine, st.lists(st.sampled_from(["", " ", "-"]), min_size=10, max_size=10), st.sampled_from([0x30, 0x660, 0xFF10])
)
def test_neither_spaces_nor_other_digits_hide_it(first: str, gaps: list[str], zero: int) -> None:
    digits = [int(digit) for digit in first]
    digits.append((sum(digits[::2]) * 7 - sum(digits[1::2])) % 10)
    digits.append(sum(digits) % 10)
    signs = [chr(zero + digit) for digit in digits]
    text = "".join(sign + gap for sign, gap in zip(signs, [*gaps, ""], strict=True))
    found = guard(f"no: {text}.")
    assert found
    assert found.kind == "identity"


@given(st.sampled_from(["tr", "de", "nl", "gb", "ro"]), st.data())
def test_an_account_is_known_by_its_check_digits(country: str, data: st.DataObject) -> None:
    length = {"tr": 26, "de": 22, "nl": 18, "gb": 22, "ro": 24}[country] - 4
    account = data.draw(st.from_regex(rf"[0-9]{{{length}}}", fullmatch=True))
    value = int(account + "".join(str(int(sign, 36)) for sign in country) + "00")
    right = f"{country}{98 - value % 97:02}{account}"
    assert numbers.iban(right)
    wrong = f"{country}{(int(right[2:4]) + 1) % 100:02}{account}"
    assert not numbers.iban(wrong)
    spaced = " ".join(right[i : i + 4] for i in range(0, len(right), 4))
    assert guard(f"Hesap {spaced.upper()}, teşekkürler")


@given(st.text(max_size=400))
def test_nothing_typed_makes_it_fail(text: str) -> None:
    found = guard(text)
    assert found is None or found.words in text
    assert len(letters(text).folded) == len(letters(text).places)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1 ",
        "TR96 ",
        "Ahmet Yılmaz ",
        "ahmet'in ",
        "my boss ",
        "A. ",
        "0 5 ",
        "hasta ",
        "gizli ",
        "kimlik no ",
        "bu ",
        "\n*",
    ],
)
def test_the_longest_text_is_read_soon(piece: str) -> None:
    text = piece * (32_768 // len(piece))
    began = time.process_time()
    guard(text)
    assert time.process_time() - began < 0.5


def test_a_message_takes_no_time_worth_naming() -> None:
    guard("merhaba")
    began = time.process_time()
    for text in MESSAGES:
        guard(text)
    assert (time.process_time() - began) / len(MESSAGES) < 0.001


def test_why_says_it_and_the_reading_stays_as_it_was() -> None:
    line = json.dumps({"text": "Kompost konusunda destek arıyoruz, TC 12345678950"})
    plain, explained = (json.loads(next(iter(understand_lines([line], why=why)))) for why in (False, True))
    why = explained.pop("why")
    assert plain == explained
    assert ["guard identity", "12345678950"] in why
