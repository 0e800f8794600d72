"""The programme's lists hold together: every id is one, every reference leads somewhere."""

import re
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from programme.data.build_lists import restored, slug
from programme.gazetteer.names import key_of, nearest, words_of
from programme.municipality_list import LISTS, all_municipalities, municipality, rows
from programme.words import fold


def test_all_municipalities_of_turkiye_are_there() -> None:
    kinds = Counter(place.kind for place in all_municipalities() if place.country == "TR")
    assert kinds == {
        "metropolitan": 30,
        "provincial": 51,
        "metropolitan district": 519,
        "district": 403,
        "town": 390,
    }
    assert kinds.total() == 1393


def test_partner_cities_lie_in_54_countries() -> None:
    abroad = [place for place in all_municipalities() if place.country != "TR"]
    assert len(abroad) == 2903
    assert len({place.country for place in abroad}) == 54


def test_ids_are_unique_and_folded() -> None:
    counted = Counter(place.id for place in all_municipalities())
    assert [place for place, count in counted.items() if count > 1] == []
    assert [place for place in counted if not re.fullmatch(r"[a-z0-9/-]+", place)] == []


def test_an_id_is_the_path_from_the_province_down() -> None:
    for place in all_municipalities():
        if place.country == "TR":
            parts = place.id.split("/")
            assert parts[0] == slug(place.province)
            assert parts[-1] == slug(place.name)
            assert len(parts) == {"metropolitan": 1, "provincial": 1, "town": 3}.get(place.kind, 2)


def test_every_municipality_has_people_a_region_and_a_zone() -> None:
    for place in all_municipalities():
        assert place.population
        assert ZoneInfo(place.zone)
        if place.country == "TR":
            assert place.region_tr
            assert place.region_en
            assert place.zone == "Europe/Istanbul"


def test_coordinates_come_in_pairs_and_those_of_turkiye_lie_in_it() -> None:
    for place in all_municipalities():
        assert (place.latitude is None) == (place.longitude is None)
        if place.country == "TR" and place.latitude is not None and place.longitude is not None:
            assert 35.8 < place.latitude < 42.2
            assert 25.6 < place.longitude < 44.9


@pytest.mark.parametrize(
    ("place", "name", "kind"),
    [
        ("kayseri", "Kayseri", "metropolitan"),
        ("adiyaman/besni/cakirhuyuk", "Çakırhüyük", "town"),
        ("adiyaman/besni/koseceli", "Köseceli", "town"),
        ("samsun/19-mayis", "19 Mayıs", "metropolitan district"),
        ("isparta", "Isparta", "provincial"),
        ("igdir/aralik", "Aralık", "district"),
    ],
)
def test_what_the_packages_have_wrong_is_put_right(place: str, name: str, kind: str) -> None:
    assert (municipality(place).name, municipality(place).kind) == (name, kind)


@pytest.mark.parametrize(
    ("lowered", "written"),
    [("Köseceli̇", "Köseceli"), ("Çakirhüyük", "Çakırhüyük"), ("İğneada", "İğneada"), ("Ihlara", "Ihlara")],
)
def test_names_lowered_without_turkish_rules_are_restored(lowered: str, written: str) -> None:
    assert restored(lowered) == written


@pytest.mark.parametrize("listed", ["municipality_aliases", "risky_names", "city_names"])
def test_every_reference_leads_to_a_municipality(listed: str) -> None:
    field = "ids" if listed == "municipality_aliases" else "id"
    for row in rows(listed):
        for place in filter(None, row[field].split("|")):
            assert municipality(place).id == place


def test_a_shared_alias_names_at_least_two() -> None:
    for row in rows("municipality_aliases"):
        ids = list(filter(None, row["ids"].split("|")))
        if row["status"] == "ambiguous":
            assert len(ids) > 1
        elif row["status"] == "not_a_municipality":
            assert ids == []
        else:
            assert ids


def test_every_district_and_town_lies_in_a_province_that_is_listed() -> None:
    provinces = {place.province for place in all_municipalities() if place.kind in ("metropolitan", "provincial")}
    assert len(provinces) == 81
    assert {place.province for place in all_municipalities() if place.country == "TR"} == provinces


def test_no_word_that_is_meant_as_it_stands_is_taken_for_a_slip() -> None:
    everyday = (LISTS / "everyday_words.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert [word for word in everyday if word != fold(word) or nearest(word)] == []


def test_villages_are_taken_for_no_slip_and_are_no_municipality() -> None:
    own = {key_of(words_of(place.name)) for place in all_municipalities() if place.country == "TR"}
    for key in (LISTS / "other_places.txt").read_text(encoding="utf-8").splitlines():
        assert key not in own
        assert nearest(key) == []


def test_themes_serve_goals_that_exist() -> None:
    goals = {row["number"] for row in rows("sdgs")}
    themes = list(rows("themes"))
    assert len(goals) == 17
    assert len({row["theme_id"] for row in themes}) == len(themes) == 60
    for row in themes:
        assert row["name_tr"]
        assert row["name_en"]
        assert set(filter(None, row["sdg_numbers"].split("|"))) <= goals
