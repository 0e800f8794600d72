"""What the topics learn from conversations, and from whom they do not."""

from sqlalchemy import select

from conversations import learning
from storage import examples, people
from storage.tables import Example, Offer
from tests.conversations.world import World, words

ODD = "Robot süpürge"
MEANT = "Atık yönetimi"


def asks(world: World, who: str, town: str, name: str, topic: str = ODD) -> str:
    """Somebody asks for it in one sentence; what the bot says thereupon."""
    sentence = f"{topic} konusunda deneyimli bir belediye arıyoruz, online, önümüzdeki hafta salı öğleden sonra"
    return words(world.says(who, f"{town} Belediyesi'nden {name}. {sentence}"), who)


def understood(topic: str, said: str) -> bool:
    return f"Konu:</b> {topic} (" in said


def answers(world: World, who: str, town: str, name: str) -> None:
    """Asked which topic is meant, they say waste management, and save the need."""
    assert "kastettiniz" in asks(world, who, town, name)
    world.presses(who, MEANT)
    world.presses(who, "Evet")


def kept(world: World) -> list[Example]:
    with world.session() as session:
        return list(session.scalars(select(Example).order_by(Example.id)))


def test_an_answer_is_kept_once_without_a_name(world: World) -> None:
    answers(world, "1", "Nilüfer", "Ayşe")
    (example,) = kept(world)
    assert (example.words, example.topic, example.kind) == ("robot supurge", "waste", "answer")
    assert example.municipality == "bursa/nilufer"
    assert understood(MEANT, asks(world, "1", "Nilüfer", "Ayşe"))
    world.presses("1", "Evet")
    assert len(kept(world)) == 1


def test_two_municipalities_teach_the_third_and_forgetting_takes_it_back(world: World) -> None:
    answers(world, "1", "Nilüfer", "Ayşe")
    answers(world, "2", "Kadıköy", "Mehmet")
    assert understood(MEANT, asks(world, "3", "Bornova", "Zeynep"))
    with world.session() as session, session.begin():
        examples.forget(session, [one.id for one in kept(world)], world.now)
    assert "kastettiniz" in asks(world, "4", "Van", "Defne")
    assert "kastettiniz" in asks(world, "5", "Nilüfer", "Kemal")


def test_what_a_refused_person_said_counts_no_more(world: World) -> None:
    answers(world, "1", "Nilüfer", "Ayşe")
    answers(world, "2", "Kadıköy", "Mehmet")
    with world.session() as session, session.begin():
        examples.forget_person(session, world.person("2"), world.now)
    assert "kastettiniz" in asks(world, "3", "Bornova", "Zeynep")


def test_a_correction_counts_at_once_and_only_where_no_topic_has_the_name(world: World) -> None:
    with world.session() as session, session.begin():
        assert learning.correct(session, ODD, "waste", world.now)
        assert not learning.correct(session, "sıfır atık", "parks", world.now)
        assert not learning.correct(session, "destek arıyoruz", "waste", world.now)
        assert not learning.correct(session, "ahmet yilmaz dosyasi", "waste", world.now)
    assert understood(MEANT, asks(world, "3", "Bornova", "Zeynep"))


def test_a_changed_time_teaches_nothing(world: World) -> None:
    answers(world, "1", "Nilüfer", "Ayşe")
    with world.session() as session, session.begin():
        examples.forget(session, [one.id for one in kept(world)], world.now)
    world.says("1", "durum")
    world.presses("1", "N-0001")
    world.presses("1", "Değiştir")
    world.presses("1", "Evet")
    assert len(kept(world)) == 1


def test_who_meets_under_words_of_no_list_says_what_they_mean(world: World) -> None:
    """The asker keeps their own words, the expert shares the same ones under a topic: both say yes to the words."""
    shares(world, "2", "istanbul/kadikoy", "karakovan", "food_agriculture")
    asks(world, "1", "Nilüfer", "Ayşe", "Karakovan")
    world.presses("1", "Kendi sözlerim kalsın")
    world.presses("1", "Evet")
    time = next(one.press for one in world.buttons if one.chat == "1" and one.press.about == "proposal:1")
    world.does("2", time)
    world.does("1", time)
    assert {(one.words, one.topic, one.kind, one.municipality) for one in kept(world)} == {
        ("karakovan", "food_agriculture", "match", "bursa/nilufer"),
        ("karakovan", "food_agriculture", "match", "istanbul/kadikoy"),
    }
    assert understood("Gıda ve tarım", asks(world, "3", "Bornova", "Zeynep", "Karakovan"))


def test_words_alike_that_nobody_gave_a_topic_meet_and_teach_nothing(world: World) -> None:
    shares(world, "2", "istanbul/kadikoy", "karakovan", None)
    asks(world, "1", "Nilüfer", "Ayşe", "Karakovan")
    world.presses("1", "Kendi sözlerim kalsın")
    assert "ifadeleriniz benziyor" in words(world.presses("1", "Evet"), "1")
    time = next(one.press for one in world.buttons if one.chat == "1" and one.press.about == "proposal:1")
    world.does("2", time)
    assert "kesinleşti" in words(world.does("1", time))
    assert kept(world) == []


def shares(world: World, who: str, town: str, said: str, topic: str | None) -> None:
    with world.session() as session, session.begin():
        for account in (who, "1"):
            person = people.add(session, "telegram", account, "tr", world.now)
            person.contact_asked, person.email = True, f"kisi{account}@belediye.example"
        person = people.find(session, "telegram", who)
        assert person
        person.name, person.municipality, person.noticed_at = "Defne Deneme", town, world.now
        offer = Offer(person=person, municipality=town, topics=[{"words": said, "topic": topic}], created_at=world.now)
        offer.format, offer.languages, offer.per_month = "online", ["tr"], 2
        session.add(offer)
