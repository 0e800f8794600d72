"""Topics: people's words find their way onto the list in both languages, and what belongs elsewhere stays out."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.data.check_topics import wrong
from programme.topics import Topics
from programme.words import fold, tokens

LISTS = Path(__file__).parents[2] / "programme" / "data"
ELSEWHERE = Path(__file__).parent / "elsewhere.txt"

SAID = [
    ("Sıfır atık konusunda deneyimli bir belediye arıyoruz, mümkünse online", "recycling"),
    ("SIFIR ATIK BELGESİ ALMAK İSTİYORUZ", "recycling"),
    ("sifir atik belgesi almak istiyoruz", "recycling"),
    ("Kompost tesisimizi büyütmek istiyoruz", "recycling"),
    ("Çöp kamyonlarının güzergâhlarını yeniden planlayacağız", "waste"),
    ("Asfalt plentimizin işletilmesinde zorlanıyoruz", "roads"),
    ("Köprülerimizin bakımını kim yapıyor, nasıl planlıyor?", "roads"),
    ("Şehrimizde içme suyu kayıplarını azaltmanın yolları", "water"),
    ("Huzurevimizdeki yaşlılar için evde bakım da vermek istiyoruz", "elderly"),
    ("Mülteci kadınlara dil kursu açan belediyeler", "migration"),
    ("5199 sayılı kanun kapsamında barınak", "stray_animals"),
    ("18. madde uygulamasında düzenleme ortaklık payı", "zoning"),
    ("6306 kapsamındaki hak sahipleri", "urban_transformation"),
    ("Taşınmazlarımızın kiralanması ve ecrimisil", "real_estate"),
    ("Encümen kararlarının yazımı", "council_procedures"),
    ("Yangın hidrantlarının bakımı ve itfaiyeci eğitimi", "fire_rescue"),
    ("Kent konseyinin genel kurulu nasıl toplanır", "participation"),
    ("We would like to learn how you run your bike share scheme", "cycling_walking"),
    ("noise map of the city centre", "air_noise"),
    ("How do you recruit and train volunteers?", "volunteering_ngo"),
    ("Our sewers overflow and the treatment plant is too small", "wastewater"),
    ("leak detection in the drinking water network", "water"),
    ("drafting our first Voluntary Local Review", "vlr"),
    ("a shelter for women who suffer violence", "women_gender"),
    ("waste management planımız için destek", "waste"),
    ("CBS altyapımızı kurmak istiyoruz", "gis"),
    ("SECAP", "climate"),
    ("KVKK'ya uyum", "data_protection"),
    ("İSG", "ohs"),
    ("isg", "ohs"),
    ("EBYS'ye geçiyoruz", "archive"),
    ("GES kurmak istiyoruz", "energy"),
    ("su şebeksi kayıp kaçk", "water"),
    ("kentsle dönşüm", "urban_transformation"),
    ("strategc plannig and perfomance indicators", "strategic_planning"),
    ("publc procuremnt", "procurement"),
    ("atık su arıtma", "wastewater"),
    ("atıksu arıtma", "wastewater"),
    ("geridönüşüm", "recycling"),
]

NOTHING_SAID = [
    "",
    "   ",
    "?!",
    "😀😀",
    "12345",
    "merhaba",
    "destek arıyoruz",
    "uzman desteğine ihtiyacımız var",
    "deneyimli bir meslektaş arıyorum",
    "we need help",
    "looking for an expert",
    "evet",
    "teşekkürler, iyi çalışmalar",
    "asdfgh jkl",
]

ELSEWHERE_FOR_SURE = [
    "ikinci el klima alacağım",
    "kedim için mama önerisi",
    "uçak bileti bakıyorum",
    "guitar lessons for beginners",
    "cheap flights to Rome",
    "my laptop does not start",
    "forgot my wifi password",
]


@pytest.fixture(scope="module")
def topics() -> Topics:
    return Topics.load()


def negatives() -> list[str]:
    lines = ELSEWHERE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(("words", "topic"), SAID)
def test_words_find_their_topic(topics: Topics, words: str, topic: str) -> None:
    found = topics.find(words)
    assert found.ranked[0][0] == topic
    assert found.verdict == "match"


@pytest.mark.parametrize("words", [*NOTHING_SAID, *ELSEWHERE_FOR_SURE])
def test_what_no_municipality_helps_with_is_no_topic(topics: Topics, words: str) -> None:
    assert topics.find(words).verdict == "none"


def test_hardly_anything_from_elsewhere_is_taken_for_a_topic(topics: Topics) -> None:
    verdicts = [topics.find(words).verdict for words in negatives()]
    assert len(verdicts) >= 150
    assert verdicts.count("match") / len(verdicts) <= 0.05
    assert verdicts.count("none") / len(verdicts) >= 0.6


def test_one_strong_word_does_not_carry_a_question_about_something_else(topics: Topics) -> None:
    assert topics.find("su sporları").ranked[0][0] == "sports"
    assert topics.find("gençlik serumu kuru cilt").verdict != "match"
    assert topics.find("park halindeki arabamı çizmişler").verdict != "match"


def test_two_topics_at_once_are_both_ranked_high(topics: Topics) -> None:
    found = topics.find("iş yeri ruhsatı başvurularını dijital ortama taşımak, e-devlet entegrasyonu")
    assert {topic for topic, _ in found.ranked[:3]} >= {"business_licensing", "digital_transformation"}


def test_listed_names_find_their_topic_first(topics: Topics) -> None:
    names = [(topic.id, name) for topic in topics for name in topic.names()]
    names = random.Random(2).sample(names, 3000)
    lost = [(topic, name) for topic, name in names if topics.find(name).ranked[0][0] != topic]
    assert len(lost) <= 0.02 * len(names), lost[:20]


def test_a_slip_in_a_name_loses_few_topics(topics: Topics) -> None:
    chance = random.Random(4)
    names = [(topic.id, name) for topic in topics for name in topic.names() if len(name) >= 9]
    names = chance.sample(names, 600)
    lost = [(topic, slip) for topic, name in names if first(topics, slip := slipped(name, chance)) != topic]
    assert len(lost) <= 0.05 * len(names), lost[:20]


def first(topics: Topics, words: str) -> str | None:
    ranked = topics.find(words).ranked
    return ranked[0][0] if ranked else None


def slipped(name: str, chance: random.Random) -> str:
    """The name without Turkish letters and with two neighbouring letters swapped inside its longest word."""
    words = fold(name).split()
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    word = words[longest]
    at = chance.randrange(1, max(2, len(word) - 2))
    words[longest] = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return " ".join(words)


def test_names_found_with_a_third_left_out_still_reach_most_topics(topics: Topics) -> None:
    fewer = topics.without_aliases(0.35, seed=7)
    kept = {" ".join(tokens(name)) for topic in fewer for name in topic.names()}
    left_out = [(t.id, name) for t in topics for name in t.names() if " ".join(tokens(name)) not in kept]
    sample = random.Random(7).sample(left_out, 400)
    assert sum(first(fewer, name) == topic for topic, name in sample) / len(sample) >= 0.68


def test_near_topics_are_offered_when_words_mean_no_topic_for_sure(topics: Topics) -> None:
    assert "water" in topics.near("su gibi")
    assert len(topics.near("mezarlık")) == 3
    assert topics.near("???") == ()


def test_scores_fall_and_are_shares(topics: Topics) -> None:
    for words, _ in SAID:
        scores = [score for _, score in topics.find(words).ranked]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(tokens(" ".join(w for w, _ in SAID)))).map(" ".join)))
def test_finding_never_fails(words: str) -> None:
    found = Topics.load().find(words)
    assert found.verdict in ("match", "ask", "none")
    assert len(Topics.load().near(words)) <= 3


def test_a_long_message_is_read_in_time(topics: Topics) -> None:
    assert topics.find("sıfır atık " + "çok uzun bir mesaj " * 200).ranked


def test_the_list_is_well_and_rich_in_both_languages(topics: Topics) -> None:
    assert list(wrong(topics)) == []
    assert len(topics) >= 85
    assert min(len(said) for topic in topics for said in topic.aliases.values()) >= 15


def test_what_is_wrong_with_a_list_is_said(topics: Topics) -> None:
    waste, water = replace(topics["waste"], theme="nowhere"), topics["water"]
    more = replace(water, aliases={**water.aliases, "tr": (*water.aliases["tr"], "ÇÖP", "su sayaçları", "su sayacı")})
    less = replace(topics["roads"], hints={"tr": ("çukur",)})
    said = "\n".join(wrong([waste, more, less]))
    assert "waste: theme nowhere" in said
    assert "in two topics: waste (çöp), water (ÇÖP)" in said
    assert "says no more than" in said
    assert "roads: a name, aliases or hints are missing in en" in said


def test_the_list_is_plain_json_with_one_entry_a_topic() -> None:
    kept = json.loads((LISTS / "topics.json").read_text(encoding="utf-8"))
    assert len({topic["id"] for topic in kept}) == len(kept)
