"""What must not be kept is not on the disk and not in the log, also when its turn fails and it is parked."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.local.server import LocalTelegram
from bot.turns import TURNS
from conversations.messages import Incoming
from conversations.turn import take_turn
from programme.settings import Settings
from storage.tables import Handled, Parked
from tests.bot.running import Kept, bot_runs

pytestmark = pytest.mark.road

MATTER = "Ahmet Örnek’in TC kimlik no 12345678950, epilepsi hastası"
TRACES = ("12345678950", "epilepsi", "Ahmet")


def fails_in_the_end(session: Session, incoming: Incoming, settings: Settings) -> None:
    take_turn(session, incoming, settings)
    raise RuntimeError("the disk is full")


def on_the_disk(url: str) -> bytes:
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


def test_handled_it_leaves_no_trace(
    telegram: LocalTelegram, settings: Settings, kept: Kept, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    ayse = telegram.person("Ayşe")
    with bot_runs(settings, TURNS):
        said = ayse.says(MATTER)
        ayse.wait_for("kimlik numarası var")
        ayse.edits(said, MATTER + ".")
        ayse.sends("contact", phone_number="+905321112233", first_name="Ahmet")
        ayse.wait_for("başkasının telefon numarası")
        assert [trace for trace in (*TRACES, "5321112233") if trace.encode() in on_the_disk(url)] == []
    assert len(kept.all(Handled)) == 3
    assert [trace for trace in (*TRACES, "5321112233") if trace.encode() in on_the_disk(url)] == []
    assert [trace for trace in TRACES if trace in caplog.text] == []


def test_parked_it_leaves_no_trace_either(
    telegram: LocalTelegram, settings: Settings, kept: Kept, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    ayse = telegram.person("Ayşe")
    with bot_runs(settings, replace(TURNS, take=fails_in_the_end)):
        ayse.says(MATTER)
        ayse.wait_for("ters gitti")
    (parked,) = kept.all(Parked)
    assert parked.given_up_at
    assert [trace for trace in TRACES if trace.encode() in on_the_disk(url)] == []
    assert [trace for trace in TRACES if trace in caplog.text] == []
