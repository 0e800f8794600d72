"""Which municipality an answer means, by families of ways to say it."""

import json
import random
from pathlib import Path

import pytest

from programme.gazetteer.names import key_of, likeliest, names, words_of
from programme.municipalities import Municipality, all_municipalities, municipality, resolve

TURKIYE = [place for place in all_municipalities() if place.country == "TR"]
ABROAD = [place for place in all_municipalities() if place.country != "TR"]
ENGLISH_KEYBOARD = str.maketrans("ığüşöçİĞÜŞÖÇâî", "igusocIGUSOCai")
TURKISH_CAPITALS = str.maketrans("iı", "İI")


def meant(words: str) -> str:
    """The outcome and the ids, as one line."""
    resolved = resolve(words)
    return " ".join((resolved.outcome, *resolved.ids))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Θεσσαλονίκη", "gr-gn734077"),
        ("Львів", "ua-gn702550"),
        ("Община Пловдив", "bg-gn728193"),
        ("Скопје", "mk-gn785842"),
        ("L'viv'den yazıyoruz", "ua-gn702550"),
        ("Ka'dıköy", "istanbul/kadikoy"),
    ],
)
def test_letters_of_the_partners_and_apostrophes_inside_a_name(words: str, place: str) -> None:
    assert meant(words) == f"one {place}"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        # the official name, in capitals, on an English keyboard, with suffixes
        ("Çorlu Belediyesi", "tekirdag/corlu"),
        ("ÇORLU BELEDİYESİ", "tekirdag/corlu"),
        ("CORLU BELEDIYESI", "tekirdag/corlu"),
        ("corlu belediyesi", "tekirdag/corlu"),
        ("Gürsu Belediyesi'nden yazıyorum", "bursa/gursu"),
        ("gürsu belediyesindenim", "bursa/gursu"),
        ("Keles'teyiz", "bursa/keles"),
        ("Keleş’ten arıyorum", "bursa/keles"),
        ("gemlikten bağlanıyorum", "bursa/gemlik"),
        ("biz sapanca belediyesiyiz", "sakarya/sapanca"),
        ("Bilecikliyiz", "bilecik"),
        ("Safranbolu Belediye Başkanlığı", "karabuk/safranbolu"),
        ("Tarsus Fen İşleri Müdürlüğü", "mersin/tarsus"),
        # short forms of the title, and slips in it
        ("çeşme bld.", "izmir/cesme"),
        ("Çeşme Bel.", "izmir/cesme"),
        ("Torbalı beledyesi", "izmir/torbali"),
        ("Torbalı Blediyesi", "izmir/torbali"),
        ("trabzon bşb", "trabzon"),
        ("Trabzon B.Ş.B.", "trabzon"),
        ("Trabzon BB'den", "trabzon"),
        ("Trabzon Büyük Şehir Belediyesi", "trabzon"),
        ("Trabzon büyükşehirden bir uzman", "trabzon"),
        ("T.C. Gemlik Belediyesi", "bursa/gemlik"),
        ("ayse@gemlik.bel.tr", "bursa/gemlik"),
        # a bare metropolitan province is its metropolitan municipality
        ("Samsun", "samsun"),
        ("Hatay", "hatay"),
        ("Hatay'ın Antakya ilçesi", "hatay/antakya"),
        # spelt apart, abbreviated, former and colloquial names
        ("Gazi Osman Paşa", "istanbul/gaziosmanpasa"),
        ("büyük çekmece belediyesi", "istanbul/buyukcekmece"),
        ("Ş.Urfa Büyükşehir", "sanliurfa"),
        ("M. Kemalpaşa", "bursa/mustafakemalpasa"),
        ("İBB'de çalışıyorum", "istanbul"),
        ("Eyüp Belediyesi", "istanbul/eyupsultan"),
        ("Antep", "gaziantep"),
        ("Efes Selçuk Belediyesi", "izmir/selcuk"),
        # the province said with it
        ("Kastamonu Pınarbaşı", "kastamonu/pinarbasi"),
        ("Pınarbaşı / Kastamonu", "kastamonu/pinarbasi"),
        ("Pınarbaşı Belediyesi (Kastamonu)", "kastamonu/pinarbasi"),
        ("Kastamonu'nun Pınarbaşı ilçesinden", "kastamonu/pinarbasi"),
        ("Kastamonu ili Pınarbaşı Belediyesi", "kastamonu/pinarbasi"),
        ("Urfa Viranşehir", "sanliurfa/viransehir"),
        ("Karşıyaka / İzmir belediyesi", "izmir/karsiyaka"),
        ("Nevşehir Ürgüp Ortahisar Belediyesi", "nevsehir/urgup/ortahisar"),
        ("Sinanpaşa'nın Güney beldesi", "afyonkarahisar/sinanpasa/guney"),
        # everyday words, asked for or with a title
        ("Of", "trabzon/of"),
        ("Ordu'dan", "ordu"),
        ("kiraz belediyesinden selamlar", "izmir/kiraz"),
        ("kirazda zabıta amiriyim", "izmir/kiraz"),
        ("Çarşamba Belediyesi", "samsun/carsamba"),
        ("Olur Belediyesi", "erzurum/olur"),
        ("19 Mayıs Belediyesi", "samsun/19-mayis"),
        # English
        ("Municipality of Ayvalik", "balikesir/ayvalik"),
        ("I work at the metropolitan municipality of Antalya", "antalya"),
        ("Gaziantep Metropolitan Municipality", "gaziantep"),
        ("Cankaya Municipality, Ankara, Turkey", "ankara/cankaya"),
        ("we are from Bergama", "izmir/bergama"),
        ("Fethiye muncipality", "mugla/fethiye"),
        # corrected while being said
        ("Kartal Belediyesi, pardon, Pendik Belediyesi", "istanbul/pendik"),
        ("Kartal değil Pendik Belediyesi", "istanbul/pendik"),
    ],
)
def test_one_municipality_is_meant(words: str, place: str) -> None:
    assert meant(words) == f"one {place}"


@pytest.mark.parametrize(
    ("words", "outcome", "zone"),
    [
        ("Selanik Belediyesi", "Thessaloníki", "Europe/Athens"),
        ("Thessaloniki", "Thessaloníki", "Europe/Athens"),
        ("Stadt Wien", "Vienna", "Europe/Vienna"),
        ("Ayuntamiento de Valencia", "Valencia", "Europe/Madrid"),
        ("Ville de Strasbourg", "Strasbourg", "Europe/Paris"),
        ("Lviv City Council", "Lviv", "Europe/Kyiv"),
        ("Saraybosna'dan yazıyorum", "Sarajevo", "Europe/Sarajevo"),
        ("City of Rotterdam", "Rotterdam", "Europe/Amsterdam"),
        ("Lodz", "Łódź", "Europe/Warsaw"),
        ("İskeçe Belediyesi", "Xánthi", "Europe/Athens"),
    ],
)
def test_partner_cities_are_known_in_three_languages(words: str, outcome: str, zone: str) -> None:
    resolved = resolve(words)
    assert resolved.outcome == "one"
    assert (municipality(resolved.ids[0]).name, municipality(resolved.ids[0]).zone) == (outcome, zone)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kavak Belediyesi", "several samsun/kavak nevsehir/merkez/kavak"),
        ("Saray", "several tekirdag/saray van/saray"),
        ("ovacik bld", "several karabuk/ovacik tunceli/ovacik"),
        ("DBB", "several diyarbakir denizli"),
        ("Nilüfer ve Osmangazi", "several bursa/nilufer bursa/osmangazi"),
        ("Ayvaık Belediyesi", "several samsun/ayvacik canakkale/ayvacik balikesir/ayvalik sinop/ayancik"),
    ],
)
def test_a_shared_name_is_asked_back(words: str, expected: str) -> None:
    assert set(meant(words).split()) >= set(expected.split()[:3])
    assert resolve(words).outcome == "several"
    assert len(resolve(words).ids) <= 8


@pytest.mark.parametrize("words", ["Kadıköy", "Ortahisar", "Kumluca Belediyesi", "karaman bld"])
def test_a_shared_name_is_not_asked_back_where_one_dwarfs_the_others(words: str) -> None:
    assert resolve(words).outcome == "one"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Kadköy Belediyesi", "istanbul/kadikoy"),
        ("Zeytnburnu", "istanbul/zeytinburnu"),
        ("Diyarbakr büyükşehir", "diyarbakir"),
        ("Izmr Büyükşehir Belediyesi", "izmir"),
        ("sancktepe bldden", "istanbul/sancaktepe"),
        ("Eskişeihr'den yazıyorum", "eskisehir"),
        ("Lüleburgz Municipality", "kirklareli/luleburgaz"),
        ("Bursa Nilfer", "bursa/nilufer"),
        ("Bolu Büyükşehir Belediyesi", "bolu"),
    ],
)
def test_a_slip_is_said_back_before_it_counts(words: str, place: str) -> None:
    assert meant(words) == f"confirm {place}"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "👍",
        "?",
        # other bodies
        "Rize Valiliği",
        "Kartal Kaymakamlığı",
        "Ege Üniversitesi",
        "Konya Ticaret Odası",
        "Trabzon İl Sağlık Müdürlüğü",
        "Governorship of Mersin",
        "Embassy of Japan in Ankara",
        "Marmara Belediyeler Birliği",
        "TBB",
        # places that are no municipality
        "Caferağa Mahallesi",
        "Kadıköy Moda Mahallesi",
        "Alsancak",
        "Yalıkavak Belediyesi",
        "Akçay Belediyesi",
        "Ankara Filanca Belediyesi",
        "Municipality of Nowhere",
        "Springfield City Council",
        # words and people
        "olur",
        "tamam olur",
        "bilmiyorum",
        "acaba hangisi",
        "sağlık konusu",
        "kale restorasyonu",
        "van kiralama",
        "Perşembe müsaitim",
        "Nilüfer Hanım",
        "Sayın Kazancı",
        "Sn. Demirci",
        "Aydın Bey",
        "Ahmet Tokat",
        "nice",
        "geri",
        "thank you",
        "ayse@example.org",
        "çarşambadan sonra bakarım",
        "yok",
    ],
)
def test_no_municipality_is_meant(words: str) -> None:
    assert meant(words) == "none"


FORMS = {
    "official": lambda place: place.label("tr"),
    "from": lambda place: f"{place.label('tr')}'nden yazıyorum",
    "on an English keyboard": lambda place: place.label("tr").translate(ENGLISH_KEYBOARD),
    "in capitals": lambda place: place.label("tr").translate(TURKISH_CAPITALS).upper(),
    "in English": lambda place: place.label("en").translate(ENGLISH_KEYBOARD),
    "of": lambda place: f"Municipality of {place.name.translate(ENGLISH_KEYBOARD)}",
    "shortened": lambda place: f"{place.name} bld.",
    "in a sentence": lambda place: f"I work for {place.label('en')}",
}


@pytest.mark.parametrize("form", FORMS)
def test_all_1393_are_understood_in_every_form(form: str) -> None:
    wrong = [
        place.id
        for place in TURKIYE
        if set(resolve(FORMS[form](place)).ids) != set(likeliest(names()[key_of(words_of(place.name))].ids))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "form", ["{name} Belediyesi ({province})", "{province} {name} Belediyesi", "{name}, {province}"]
)
def test_the_province_tells_all_of_one_name_apart(form: str) -> None:
    inner = [place for place in TURKIYE if place.kind not in ("metropolitan", "provincial")]
    wrong = [
        place.id
        for place in inner
        if place.id not in resolve(form.format(name=place.name, province=place.province)).ids
        or len(resolve(form.format(name=place.name, province=place.province)).ids) > 1
    ]
    assert wrong == []


def test_nearly_every_name_with_one_slip_is_still_found_and_hardly_any_is_taken_for_another() -> None:
    """The rest are names whose slip is the next name: Orhan(l)i, Ayva(c)ık."""
    chance = random.Random(14)
    slipped = [(place, slip(place.name, chance)) for place in TURKIYE if len(place.name) >= 6]
    found = [(place, resolve(f"{words} Belediyesi")) for place, words in slipped]
    among = sum(place.id in resolved.ids or own_namesake(place, resolved.ids) for place, resolved in found)
    wrong = sum(len(ids) == 1 and not own_namesake(place, ids) for place, ids in ((p, r.ids) for p, r in found))
    assert among / len(found) > 0.98
    assert wrong / len(found) < 0.01


def slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(name) - 1)
    kind = chance.choice(["missing", "doubled", "swapped", "wrong"])
    if kind == "missing":
        return name[:at] + name[at + 1 :]
    if kind == "doubled":
        return name[:at] + name[at] + name[at:]
    if kind == "swapped":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + chance.choice("aeiklmnrst") + name[at + 1 :]


def own_namesake(place: Municipality, ids: tuple[str, ...]) -> bool:
    return any(municipality(found).name == place.name for found in ids)


def test_the_development_mentions_are_resolved_and_hardly_ever_silently_wrong() -> None:
    lines = (Path(__file__).parent / "municipality_mentions.jsonl").read_text(encoding="utf-8").splitlines()
    right = silently_wrong = 0
    for line in map(json.loads, lines):
        ids, want = set(resolve(line["mention"]).ids), set(line["ids"])
        right += want <= ids and len(ids) > 1 if line["expected"] == "ambiguous" else ids == want
        silently_wrong += len(ids) == 1 and (line["expected"] != "resolved" or ids != want)
    assert right / len(lines) >= 0.95
    assert silently_wrong / len(lines) <= 0.01


def test_labels_and_surroundings_read_in_both_languages() -> None:
    read = {
        place.id: (place.label("tr"), place.label("en"), place.within("tr"), place.within("en"))
        for place in map(municipality, ("bursa/nilufer", "bursa", "nevsehir/urgup/ortahisar", "gr-gn734077"))
    }
    assert read == {
        "bursa/nilufer": ("Nilüfer Belediyesi", "Nilüfer Municipality", "Bursa", "Bursa"),
        "bursa": ("Bursa Büyükşehir Belediyesi", "Bursa Metropolitan Municipality", "Bursa", "Bursa"),
        "nevsehir/urgup/ortahisar": (
            "Ortahisar Belediyesi",
            "Ortahisar Municipality",
            "Ürgüp, Nevşehir",
            "Ürgüp, Nevşehir",
        ),
        "gr-gn734077": ("Selanik Belediyesi", "Thessaloníki Municipality", "Yunanistan", "Greece"),
    }


def test_namesakes_are_told_apart_by_where_they_lie() -> None:
    for name in names().values():
        at_home = [municipality(found) for found in name.ids if municipality(found).country == "TR"]
        alike = [(place.label("tr"), place.within("tr")) for place in at_home]
        assert len(set(alike)) == len(alike)


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        municipality("bursa/filanca")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Tuzla, Bosna Hersek", "ba-gn3188582"),
        ("Tuzla Belediyesi, Türkiye", "istanbul/tuzla"),
        ("Hasköy, Bulgaristan", "bg-gn730435"),
        ("Kırklareli Üsküp Belediyesi", "kirklareli/merkez/uskup"),
        ("Municipality of Tripoli, Lebanon", "lb-gn266826"),
    ],
)
def test_the_country_said_with_it_tells_home_from_abroad(words: str, place: str) -> None:
    assert meant(words) == f"one {place}"


@pytest.mark.parametrize(
    "words", ["Yeni Bayındır Belediyesi", "New Berlin", "Moskova", "Almanya Belediyesi", "Kirazlı"]
)
def test_another_place_is_not_taken_for_one_of_a_like_name(words: str) -> None:
    assert meant(words) == "none"
