"""Which part a municipality plays in a message: the writer's own, the one sought, the place of a meeting, none."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from conversations.understanding.read import read

NOW = datetime(2026, 12, 2, 9, 15, tzinfo=ZoneInfo("Europe/Istanbul"))


def parts(text: str) -> dict[str, list[str]]:
    said = read(text, now=NOW)
    named = {"own": said.municipality, "sought": said.target_municipality, "place": said.place}
    return {part: [mention.text for mention in mentions] for part, mentions in named.items() if mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kadıköy Belediyesi’nden bir uzmanla görüşmek isteriz, konu afet", {"sought": ["Kadıköy Belediyesi"]}),
        ("Kadıköy Belediyesi'nden kompost konusunda destek istiyoruz", {"sought": ["Kadıköy Belediyesi"]}),
        ("Erzurum ya da Kars ile kar mücadelesi konusunda görüşmek isteriz", {"sought": ["Erzurum", "Kars"]}),
        (
            "Keşan, Malkara ve İpsala'dan biri pazar denetimini anlatabilir mi?",
            {"sought": ["Keşan", "Malkara", "İpsala"]},
        ),
        ("Eskişehir'deki tramvay sistemini incelemek isteriz", {"sought": ["Eskişehir"]}),
        ("Bolu Fen İşleri Müdürlüğü ile asfalt konusunda görüşmek istiyoruz", {"sought": ["Bolu"]}),
        ("Need advice on flood walls, anyone in Edirne?", {"sought": ["Edirne"]}),
        ("Can we get an introduction to the climate team of Kadıköy? We need help", {"sought": ["Kadıköy"]}),
    ],
)
def test_the_one_sought(text: str, expected: dict[str, list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Biz Bolu'yuz, karla mücadele için Erzurum'dan öğrenmek isteriz", {"own": ["Bolu"], "sought": ["Erzurum"]}),
        ("Biz Bursa'nın Mudanya ilçesindeniz, zeytin atığı için destek arıyoruz", {"own": ["Mudanya"]}),
        ("Kilis gibi küçük bir belediyeyiz, uyum konusunda destek arıyoruz", {"own": ["Kilis"]}),
        ("Ankara'daki bir ilçeyiz, adı Etimesgut; kreş konusunda destek arıyoruz", {"own": ["Etimesgut"]}),
        ("We are a team from Bursa, needing advice on trams from Vienna", {"own": ["Bursa"], "sought": ["Vienna"]}),
        ("Could you connect us with Kadıköy? We are Bilbao, need advice", {"own": ["Bilbao"], "sought": ["Kadıköy"]}),
        ("Could Gaziantep help us with kitchens? Municipality of Mannheim",
         {"own": ["Municipality of Mannheim"], "sought": ["Gaziantep"]}),
        ("Anyone able to help with school streets, in person or not? Bruges", {"own": ["Bruges"]}),
    ],
)  # fmt: skip
def test_the_writers_own(text: str, expected: dict[str, list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gelin Eskişehir'de ağırlayalım sizi, tramvay konusunda anlatırız", {"place": ["Eskişehir"]}),
        ("Toplantı Sakarya'da yapılabilir, deprem konusunda destek arıyoruz", {"place": ["Sakarya"]}),
        ("İzmir'e yakın bir belediye ile kuraklık konusunda görüşmek isteriz", {}),
        ("İstanbul dışından bir belediye olsun, trafik konusunda destek arıyoruz", {}),
    ],
)
def test_where_a_meeting_would_be_and_what_is_said_in_passing(text: str, expected: dict[str, list[str]]) -> None:
    assert parts(text) == expected


def test_an_english_writer_says_who_they_are() -> None:
    assert read("Ayşe from Nilüfer Municipality, we need help with composting", now=NOW).name == "Ayşe"
    assert read("Someone from Konya would help us with composting", now=NOW).name is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toplantı İngilizce de olur, kompost konusunda destek arıyoruz", ("en", "tr")),
        ("We need help with composting, Turkish works too", ("en", "tr")),
        ("Arapça konuşan kadınlara kurs konusunda destek arıyoruz", ()),
    ],
)
def test_the_languages_of_a_meeting(text: str, expected: tuple[str, ...]) -> None:
    assert read(text, now=NOW).languages == expected


def test_both_languages_are_no_german() -> None:
    assert read("ikisi de olur", now=NOW, pending="languages").languages == ("en", "tr")
