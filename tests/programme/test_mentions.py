"""Where a running text names municipalities, by families of sentences in both languages."""

import pytest

from programme.municipalities import mentions


def named(text: str) -> list[str]:
    """What the text names: the words, the ids, the case and whether something besides the name says so."""
    return [
        " ".join(filter(None, (f"[{found.text}]", *found.ids, found.case, "cue" if found.cue else "")))
        for found in mentions(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merhaba, Gürsu Belediyesi'nden Ayşe", "[Gürsu Belediyesi] bursa/gursu from cue"),
        ("Keşan Belediyesi olarak yazıyoruz", "[Keşan Belediyesi] edirne/kesan cue"),
        ("KEŞAN BELEDİYESİ OLARAK YAZIYORUZ", "[KEŞAN BELEDİYESİ] edirne/kesan cue"),
        ("biz kesan belediyesinden yaziyoruz", "[kesan belediyesinden] edirne/kesan from cue"),
        ("keşan bld den zeynep", "[keşan bld] edirne/kesan from cue"),
        ("Konya Büyükşehir Belediyesi'yle görüştük", "[Konya Büyükşehir Belediyesi] konya with cue"),
        ("Bolu Belediyesi adına Ayşe Yılmaz", "[Bolu Belediyesi] bolu cue"),
        ("Keşn Belediyesi olarak yazıyoruz", "[Keşn Belediyesi] edirne/kesan cue"),
        ("Hello from Ayvacik Municipality, Samsun", "[Ayvacik Municipality] samsun/ayvacik from cue"),
        ("The Municipality of Foça would like to help", "[Municipality of Foça] izmir/foca cue"),
        ("Trabzon Metropolitan Municipality's team", "[Trabzon Metropolitan Municipality] trabzon of cue"),
    ],
)
def test_a_title_makes_it_certain_and_belongs_to_the_mention(text: str, expected: str) -> None:
    assert named(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rize'de ağırlayabiliriz", "[Rize] rize in"),
        ("Bergama'nın deneyimi", "[Bergama] izmir/bergama of"),
        ("Üsküdar ile görüşmek isteriz", "[Üsküdar] istanbul/uskudar with"),
        ("We could meet in Izmir on Friday", "[Izmir] izmir in"),
        ("We would like to talk to Çankaya about trams", "[Çankaya] ankara/cankaya to"),
        ("our sister city Mannheim", "[Mannheim] de-gn2873891"),
        ("Gümülcine'den bir heyet", "[Gümülcine] gr-gn735640 from cue"),
        ("a small coastal municipality (Çeşme). Every summer", "[Çeşme] izmir/cesme"),
        ("mentor olabiliriz; yüz yüze; Gelik; ayda 2", "[Gelik] zonguldak/kilimli/gelik"),
        ("ben istanbul maltepeden yazıyorum", "[istanbul maltepeden] istanbul/maltepe from cue"),
    ],
)
def test_a_bare_name_is_a_mention_without_a_cue(text: str, expected: str) -> None:
    assert named(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bursa'nın Orhaneli ilçesinde bir kent bostanı", "[Orhaneli ilçesinde] bursa/orhaneli in"),
        ("Kastamonu Pınarbaşı'ndan yazıyoruz", "[Kastamonu Pınarbaşı] kastamonu/pinarbasi from cue"),
        ("Pınarbaşı (Kastamonu) olarak", "[Pınarbaşı] kastamonu/pinarbasi"),
        ("Rize Pazar'da bir çay bahçesi", "[Rize Pazar] rize/pazar in"),
    ],
)
def test_the_province_said_with_it_tells_which(text: str, expected: str) -> None:
    assert named(text) == [expected]


def test_several_are_named_in_their_order() -> None:
    assert named("İznik Belediyesi olarak Foça ve Ordu belediyeleriyle, bir de Selanik'te görüştük") == [
        "[İznik Belediyesi] bursa/iznik cue",
        "[Foça] izmir/foca cue",
        "[Ordu belediyeleriyle] ordu with cue",
        "[Selanik] gr-gn734077 in",
    ]


def test_a_shared_name_keeps_all_who_bear_it() -> None:
    assert named("Kavak Belediyesi olarak") == ["[Kavak Belediyesi] samsun/kavak nevsehir/merkez/kavak cue"]


def test_spans_are_code_points_of_the_original() -> None:
    text = "👋🏽 İyi günler, İNEGÖL BELEDİYESİ’nden yazıyoruz"
    (found,) = mentions(text)
    assert text[found.start : found.end] == found.text == "İNEGÖL BELEDİYESİ"


@pytest.mark.parametrize(
    "text",
    [
        # everyday words, weekdays and months
        "Pazar günleri kapalıyız, pazar yerleri konusunda destek arıyoruz",
        "Aralık ayında ya da perşembe günü olabilir",
        "19 Mayıs törenleri ve 12 Şubat kutlamaları",
        "Göreve yeni başladım; göle bakan parkta çeşme onarımı var",
        "Kale surlarının ve selçuklu mirasının korunması",
        "Genç nüfus, sağlık hizmetleri ve ordu evi",
        "Çınar, söğüt ve kavak ağaçlarının bakımı",
        "van kiralama ve araç filosu",
        "bodrum katlarını su bastı",
        "vize başvurusu, emniyet kemeri, bor madeni",
        "eğer olursa sola dönüp geri geliriz",
        "that would be nice, most of us can split the work",
        "we have a van and a batman costume, of course",
        "police and reading rooms",
        # people
        "Nilüfer Hanım ve Fatih Bey arayacak",
        "Sayın Demirci, merhaba",
        "ben Ahmet Tokat",
        # other bodies, regions, waters, events
        "Ankara Valiliği ve Kartal Kaymakamlığı",
        "Bursa Teknik Üniversitesi ile protokolümüz var",
        "Marmara Belediyeler Birliği ve MBB",
        "Marmara Denizi'nde müsilaj, Akdeniz kıyıları",
        "İznik Gölü kıyısı",
        "İzmir depreminden sonra geçici barınma",
        "Paris Anlaşması ve Viyana modeli",
        # no particular municipality
        "deneyimli bir belediye arıyoruz",
        "küçük bir ilçe belediyesiyiz",
        "hangi belediyeler bunu yapıyor",
        "we are a small coastal municipality",
        "another municipality of our size",
        "Ankara Filanca Belediyesi ile görüştük",
    ],
)
def test_nothing_is_named(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", ["", " ", "👍", "?!", "'", "’den", "a" * 4096, "Of " * 500, "(" * 300])
def test_any_text_is_read(text: str) -> None:
    assert all(text[found.start : found.end] == found.text for found in mentions(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("biz denizli olarak", ["[denizli] denizli"]),
        ("ordudan arıyorum", ["[ordudan] ordu from cue"]),
        ("Torbalı itfaiyesinden amir", ["[Torbalı] izmir/torbali"]),
        ("We're a small town, Göle. No idea how", ["[Göle] ardahan/gole"]),
        ("Ordu, Van ve Muş ile görüşmek", ["[Ordu] ordu", "[Van] van", "[Muş] mus with"]),
        ("Konya, salı günü olur", ["[Konya] konya"]),
        ("Nilüfer Belediyesi'nden Can. Kompost", ["[Nilüfer Belediyesi] bursa/nilufer from cue"]),
        ("Lower Snodsbury Parish Council", []),
    ],
)
def test_an_everyday_word_is_a_name_where_the_words_round_it_leave_no_doubt(text: str, expected: list[str]) -> None:
    assert named(text) == expected
