"""What must not be kept leaves no trace in the database, whoever writes it and however it comes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from conversations.messages import Contact, Edited, Text, Unreadable, What
from storage.database import open_engine
from storage.tables import Alert
from tests.conversations.world import GROUP, World, words

MATTERS = {
    "identity": "Kompost için destek arıyoruz, TC kimlik numaram 12345678950",
    "account": "Ücreti TR96 0006 1000 0000 0000 0000 01 hesabına yatırın",
    "telephone": "Müdürüm Ali Bey'in numarası 0532 111 22 33",
    "person": "Ahmet Örnek’in şeker hastalığı var",
    "secret": "HİZMETE ÖZEL\nÖrnek Mahallesi boşaltılacak",
}
TRACES = {
    "identity": ("12345678950",),
    "account": ("TR96", "0000 01"),
    "telephone": ("Ali Bey", "111 22 33"),
    "person": ("Ahmet", "şeker", "seker"),
    "secret": ("Örnek Mah", "boşalt"),
}


@pytest.fixture
def own(tmp_path: Path, migrated: Path) -> Iterator[Engine]:
    """A database file of its own, to be searched byte by byte."""
    path = tmp_path / "own.db"
    shutil.copy(migrated, path)
    engine = open_engine(f"sqlite:///{path}")
    yield engine
    engine.dispose()


def bytes_of(engine: Engine) -> bytes:
    """All that is on the disk, the write-ahead log too."""
    path = Path(str(engine.url.database))
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))


def is_kept(engine: Engine, trace: str) -> bool:
    """Searched as it is, and as JSON writes it."""
    escaped = trace.encode("unicode_escape").replace(b"\\xf6", b"\\u00f6").replace(b"\\xd6", b"\\u00d6")
    return any(sought in bytes_of(engine) for sought in (trace.encode(), escaped))


def ways(matter: str) -> dict[str, What]:
    return {"typed": Text(matter), "edited": Edited(matter), "beneath a photo": Unreadable("photo", matter)}


@pytest.mark.parametrize("way", ["typed", "edited", "beneath a photo"])
@pytest.mark.parametrize("kind", MATTERS)
@pytest.mark.parametrize("before", [(), ("/ihtiyac",), ("/ihtiyac", "kompost"), ("/paylas", "kompost")])
def test_nothing_of_it_is_on_the_disk(own: Engine, kind: str, way: str, before: tuple[str, ...]) -> None:
    world = World(own)
    for text in before:
        world.says("1", text)
    draft = world.person("1").draft if before else None
    said = world.does("1", ways(MATTERS[kind])[way])
    assert [trace for trace in TRACES[kind] if is_kept(own, trace)] == []
    if way == "edited" and not before:
        assert len(said) == 1, "whoever is not known is told that nothing is kept of them, and nobody else hears of it"
        return
    assert world.person("1").draft == draft
    assert "sakla" in words(said, "1")
    (alert,) = [message for message in said if message.chat == GROUP]
    assert not any(trace in alert.body["text"] for trace in TRACES[kind])


def test_the_search_finds_what_is_kept(own: Engine) -> None:
    world = World(own)
    for text in ("/ihtiyac", "kompost", "Örnek Mahallesi için boşaltma planı"):
        world.says("1", text)
    assert is_kept(own, "Örnek Mah")


def test_the_open_question_is_put_again_with_its_buttons(world: World) -> None:
    world.says("1", "/ihtiyac")
    asked = world.says("1", "kompost")[-1]
    said = [message for message in world.says("1", MATTERS["person"]) if message.chat == "1"]
    assert said[-1].body["text"] == asked.body["text"]
    assert [button["label"] for row in said[-1].body["choices"] for button in row] == ["Atla"]


def test_the_telephone_card_of_somebody_else_is_not_kept(own: Engine) -> None:
    world = World(own)
    said = world.does("1", Contact("+90 532 111 22 33", own=False))
    assert "başkasının telefon numarası" in words(said, "1")
    assert not is_kept(own, "532 111")


def test_coordinators_learn_where_but_neither_who_nor_what(world: World) -> None:
    world.says("1", "Ben Ayşe Demir, Nilüfer Belediyesi'nden. Kompost için destek arıyoruz, çevrim içi, haftaya salı")
    world.presses("1", "Evet")
    told = words(world.says("1", MATTERS["person"]), GROUP)
    assert "Nilüfer" in told
    assert "Ayşe" not in told
    assert "sağlık" not in told
    with world.session() as session:
        alert = session.scalars(select(Alert).where(Alert.kind == "kept_out")).one()
    assert alert.about == "message"


def test_in_a_group_it_is_said_without_naming_it(world: World) -> None:
    said = world.does("1", Text(MATTERS["person"]), chat="-200")
    assert "gruptan silmenizi" in words(said, "-200")
    assert "kişisel ya da gizli" in words(said, GROUP)
    ours = world.does("1", Text(MATTERS["secret"]), chat=GROUP)
    assert len(ours) == 1, "coordinators in their own group see it themselves"


def test_ones_own_number_in_the_aim_is_not_shown_to_the_other_side(own: Engine) -> None:
    world = World(own)
    for text in ("/ihtiyac", "kompost", "Tesisimizi yeniden açmak istiyoruz, telefonum 0224 111 22 33"):
        world.says("1", text)
    assert is_kept(own, "yeniden a")
    assert not is_kept(own, "111 22 33")
