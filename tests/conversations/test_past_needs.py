"""Past needs read back as they stood, and nothing written."""

from io import StringIO

from rich.console import Console
from sqlalchemy import func, select

from bot.replay import read, replayed, summary, table
from storage.tables import Need, Proposal
from tests.conversations.world import World

ASKED = "Nilüfer Belediyesi'nden Ayşe. Kompost konusunda destek arıyoruz, online, önümüzdeki hafta salı öğleden sonra"
SHARED = "Osmangazi Belediyesi'nden Defne. Kompost deneyimimizi ayda 2 kez çevrim içi paylaşabiliriz"
SHARED_TOO = "Bornova Belediyesi'nden Kemal. Kompost deneyimimizi ayda 2 kez çevrim içi paylaşabiliriz"


def test_this_release_changes_nothing_of_what_it_did(world: World) -> None:
    for who, sentence in (("1", SHARED), ("2", ASKED), ("3", SHARED_TOO)):
        world.says(who, sentence)
        world.presses(who, "Evet")
    with world.session() as session:
        before = session.scalar(select(func.count()).select_from(Proposal))
        (need,) = session.scalars(select(Need))
        pasts = read(session)
        assert not session.new
        assert not session.dirty
    (row,) = replayed(pasts, [], None)
    assert (row["need"], row["verdict"], row["town_then"]) == (need.reference, "same", "bursa/osmangazi")
    assert [one.municipality for one in pasts[0].experts] == ["bursa/osmangazi"]
    assert summary([row]) == "Needs: 1. same 1"
    assert before == 1


def test_only_what_changes_is_in_the_table() -> None:
    row = {
        "need": "N-0001",
        "topic_then": ["waste"],
        "topic_now": [],
        "asked_now": ["parks", "fleet"],
    }
    row |= {
        "verdict": "lost",
        "expert_then": 7,
        "town_then": "van/ercis",
        "then_comes_now": None,
        "expert_now": None,
        "town_now": None,
    }
    console = Console(width=120, record=True, file=StringIO())
    console.print(table([row, {**row, "need": "N-0002", "verdict": "same"}]))
    shown = console.export_text()
    assert "asks: parks, fleet" in shown
    assert "O-0007 Erciş" in shown
    assert "nobody" in shown
    assert "N-0002" not in shown
