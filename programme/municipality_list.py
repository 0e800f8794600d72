"""The municipalities people work for: those of Türkiye and the partner cities abroad, as the lists name them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LISTS = Path(__file__).parent / "data"
SHARED_NAME_FACTOR = 20  # a name is asked back unless one of its bearers is this many times as large as the next

_LABELS = {
    ("metropolitan", "tr"): "{} Büyükşehir Belediyesi",
    ("metropolitan", "en"): "{} Metropolitan Municipality",
    ("", "tr"): "{} Belediyesi",
    ("", "en"): "{} Municipality",
}


@dataclass(frozen=True)
class Municipality:
    """One municipality; `kind` is metropolitan, provincial, metropolitan district, district, town or, abroad, city.

    Abroad `province` is blank, and `name_tr` the Turkish name where there is one.
    Coordinates are in degrees, None where unsure; `zone` is an IANA name.
    """

    id: str
    name: str
    kind: str
    province: str
    district: str
    region_tr: str
    region_en: str
    population: int | None
    latitude: float | None
    longitude: float | None
    zone: str = "Europe/Istanbul"
    country: str = "TR"
    name_tr: str = ""

    def named(self, language: str) -> str:
        """The bare name, as that language has it."""
        return self.name_tr if language == "tr" and self.name_tr else self.name

    def label(self, language: str) -> str:
        """The name with the word for municipality: "Nilüfer Belediyesi", "Bursa Metropolitan Municipality"."""
        kind = self.kind if self.kind == "metropolitan" else ""
        return _LABELS[kind, language if language == "tr" else "en"].format(self.named(language))

    def within(self, language: str) -> str:
        """Where it lies, to tell two of one name apart: the province ("Bursa"), for a town its district too."""
        if self.country != "TR":
            return country_name(self.country, language)
        if self.kind == "town" and self.district != "Merkez":
            return f"{self.district}, {self.province}"
        return self.province


def country_name(code: str, language: str) -> str:
    """What a country of the list is called; its code when it is not on the list."""
    names = countries().get(code)
    return names["name_tr" if language == "tr" else "name_en"] if names else code


@cache
def countries() -> dict[str, dict[str, str]]:
    """The rows of the list of countries, by ISO 3166 code."""
    return {row["code"]: row for row in rows("countries")}


def municipality(municipality_id: str) -> Municipality:
    """The municipality of that id; KeyError when there is none."""
    return _by_id()[municipality_id]


def all_municipalities() -> tuple[Municipality, ...]:
    """Those of Türkiye first, in the order of the list, then the cities abroad."""
    return tuple(_by_id().values())


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the programme's lists."""
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _by_id() -> dict[str, Municipality]:
    known = {row["id"]: _of_turkiye(row) for row in rows("municipalities")}
    known.update((row["id"], _abroad(row)) for row in rows("cities_world"))
    return known


def _of_turkiye(row: dict[str, str]) -> Municipality:
    return Municipality(
        row["id"],
        row["name"],
        row["kind"],
        row["province"],
        row["district"],
        row["region_tr"],
        row["region_en"],
        int(row["population"]) if row["population"] else None,
        float(row["latitude"]) if row["latitude"] else None,
        float(row["longitude"]) if row["longitude"] else None,
    )


def _abroad(row: dict[str, str]) -> Municipality:
    return Municipality(
        row["id"],
        row["name"],
        "city",
        "",
        "",
        "",
        "",
        int(row["population"]) if row["population"] else None,
        float(row["latitude"]) if row["latitude"] else None,
        float(row["longitude"]) if row["longitude"] else None,
        zone=row["timezone"],
        country=row["country_code"],
        name_tr=row["name_tr"],
    )
