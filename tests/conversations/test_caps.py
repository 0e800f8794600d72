"""What one person may have open, what an expert is asked in a week, and how long a text is read."""

from sqlalchemy import select

from programme.caps import LONGEST_TEXT, OPEN, PROPOSALS_A_WEEK
from storage.tables import Need, Offer, Proposal
from tests.conversations.world import World, words


def a_need(world: World, who: str, town: str, name: str, known: bool) -> str:
    told = words(world.says(who, "Kompost konusunda deneyimli bir belediye arıyoruz, çevrim içi, haftaya salı"), who)
    if "en çok" in told:
        return told
    if not known:
        world.says(who, town)
        world.says(who, name)
    return words(world.presses(who, "Evet"), who)


def test_the_sixth_open_need_is_kindly_not_taken(world: World) -> None:
    for number in range(OPEN["need"]):
        assert "en çok" not in a_need(world, "1", "Nilüfer, Bursa", "Ayşe Örnek", known=number > 0)
    assert "en çok 5 açık talep" in a_need(world, "1", "", "", known=True)
    assert "en çok 5 açık talep" in words(world.says("1", "/ihtiyac"))
    with world.session() as session:
        assert len(session.scalars(select(Need)).all()) == OPEN["need"]
    world.says("1", "iptal")
    world.says("1", "durum")
    world.presses("1", "N-0001")
    world.presses("1", "Geri çek")
    world.presses("1", "Evet, geri çek")
    assert "kaydettim" in a_need(world, "1", "", "", known=True)


def test_an_expert_hears_no_more_in_a_week_than_agreed(world: World) -> None:
    world.says("9", "Kompost konusunda deneyimimizi ayda 10 kez çevrim içi paylaşabiliriz")
    world.says("9", "Osmangazi")
    world.says("9", "Mehmet Deneme")
    world.presses("9", "Evet")
    with world.session() as session, session.begin():
        session.scalars(select(Offer)).one().per_month = 30
    for number in range(PROPOSALS_A_WEEK + 2):
        a_need(world, f"10{number}", "Nilüfer, Bursa", "Ayşe Örnek", known=False)
    with world.session() as session:
        assert len(session.scalars(select(Proposal)).all()) == PROPOSALS_A_WEEK
    world.passes(days=9)
    with world.session() as session:
        assert len(session.scalars(select(Proposal)).all()) == PROPOSALS_A_WEEK + 2, "the others' turn comes by itself"


def test_what_is_longer_than_a_message_is_not_read(world: World) -> None:
    assert "uzun" in words(world.says("1", "kompost " * (LONGEST_TEXT // 8 + 1)))
