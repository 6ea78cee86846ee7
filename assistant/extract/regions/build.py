"""Build `data/coded.tsv`, the places with a code, and `data/provinces.tsv`, what lies in a province, from public lists.

    python -m assistant.extract.regions.build --cldr FOLDER --gazetteer FOLDER

FOLDER with the Unicode CLDR (its `common` folder, as Debian's `unicode-cldr-core` installs it; Unicode
licence) gives the countries and their first-level parts in Dutch; the folder with
`nl-gemeenten-provincies.csv` (CBS figures) and `be-gemeenten-2020.csv` the municipalities with
their codes. What `data/own.tsv` names itself is left out. See `data/README.md`.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from assistant.dutch import load_lexicon
from assistant.extract.regions.gazetteer import DATA_DIR, Place, read_places

_COUNTRY = re.compile(r'<territory type="([A-Z]{2})"(?: alt="\w+")?>([^<]+)</territory>')
_PART = re.compile(r'<subdivision type="([a-z]{2})(\w+)"[^>]*>([^<]+)</subdivision>')
_CHILDREN = re.compile(r'subgroup type="([A-Z]{2})" contains="([^"]*)"')
_NOT_COUNTRIES = frozenset("AC CP DG EA EU EZ IC QO TA UN XA XB ZZ AQ BV HM IO TF UM".split())
_FULL = frozenset(
    "AT AU BR CA CH CN CZ DE DK ES FR GB GR ID IE IN IT JP KR MX MY NO PL PT RO RU SE SK HR TR UA US ZA HU".split()
)
"""Countries whose first-level parts are taken as they are; the others' need evidence in the text."""
_MUNICIPAL = frozenset(
    "SI LV EE LT MK MT LU LI AZ SC NR MV WF TV TO SM AD MC UM AG MU BB GD DM LC VC KN".split()
)
"""Countries whose first-level parts are municipalities, or islands of a few thousand inhabitants."""
_LEVELS = {
    "CH": "kanton",
    "US": "staat",
    "AU": "staat",
    "BR": "staat",
    "IN": "staat",
    "MX": "staat",
    "MY": "staat",
    "JP": "prefectuur",
    "CN": "provincie",
    "KR": "provincie",
    "CA": "provincie",
    "TR": "provincie",
    "ID": "provincie",
    "IE": "provincie",
    "ZA": "provincie",
    "SE": "provincie",
    "VN": "provincie",
    "NO": "provincie",
    "FI": "regio",
    "CZ": "regio",
    "SK": "regio",
    "RU": "oblast",
    "UA": "oblast",
    "HR": "comitaat",
    "FR": "regio",
    "DK": "regio",
    "GR": "regio",
    "PT": "district",
    "RO": "district",
    "HU": "comitaat",
}
_AFFIXES = re.compile(
    r"^(?:Provincie|Woiwodschap|Oblast|Kraj|District|Changwat|Kanton|Prefectuur|Gouvernement|Departement|Regio|Staat) "
    r"|s? län$|-do$| \([^)]*\)$|[²³]$"
)
_DIRECTIONS = re.compile(
    r"^(?:Noord|Zuid|Oost|West|Centra|Hoofd|Est$|Nord|Sud|Ouest|Western|Eastern|Northern|Southern)"
)
_FREQUENT = 30
"""Times in the reference texts that make a word too ordinary to be a place abroad ("van", "delta")."""
_SHORTEST = 5
"""Letters in the name of a part of one of the other countries."""


def _read_countries(cldr: Path) -> Iterator[Place]:
    names: dict[str, list[str]] = {}
    for code, name in _COUNTRY.findall((cldr / "main" / "nl.xml").read_text("utf-8")):
        if code not in _NOT_COUNTRIES:
            names.setdefault(code, []).append(name.replace("’", "'"))
    for code, found in sorted(names.items()):
        yield Place(code, "land", code, _COUNTRY_NUTS.get(code), "", tuple(found))


_COUNTRY_NUTS = {
    code: {"GR": "EL"}.get(code, code)
    for code in (
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK AL CH IS LI ME MK NO RS TR"
    ).split()
}
"""NUTS 2024 level 0; Greece is EL there (Regulation (EU) 2023/674)."""


def _read_parts(cldr: Path) -> Iterator[Place]:
    lexicon = load_lexicon()
    tree = (cldr / "supplemental" / "subdivisions.xml").read_text("utf-8")
    first_level = {code: set(parts.split()) for code, parts in _CHILDREN.findall(tree)}
    names = (cldr / "subdivisions" / "nl.xml").read_text("utf-8")
    for country, part, name in _PART.findall(names):
        land = country.upper()
        if f"{country}{part}" not in first_level.get(land, ()) or land in _MUNICIPAL | {"NL", "BE"}:
            continue
        plain = _AFFIXES.sub("", _AFFIXES.sub("", name)).strip()
        word = lexicon.knows_exactly(plain.lower())
        frequent = word and lexicon.frequency(plain.lower()) > _FREQUENT
        if not plain or frequent or _is_noise(land, plain, word=word):
            continue
        flags = "s" if land not in _FULL else ("w" if word else "")
        yield Place(f"{land}-{part.upper()}", _LEVELS.get(land, "deelgebied"), land, None, flags, (plain,))


def _is_noise(land: str, name: str, *, word: bool) -> bool:
    """Tell whether a name would be found everywhere ("noord", "centrum", "Bar")."""
    if land in _FULL:
        return len(name) < 3 or name in ("Hoofdstad", "Noordwest")
    return word or len(name) < _SHORTEST or bool(_DIRECTIONS.match(name)) or " " in name


def _read_dutch(folder: Path) -> Iterator[Place]:
    """Give the Dutch municipalities; of two with one name and no end, both stay."""
    with (folder / "nl-gemeenten-provincies.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    current = {_plain(row["gemeentenaam"]) for row in rows if not row["einddatum"]} | _PROVINCES
    for row in sorted(rows, key=lambda row: (row["gemeentecode"], row["begindatum"])):
        name = row["gemeentenaam"]
        if row["einddatum"] and _plain(name) in current:
            continue
        names = tuple(dict.fromkeys((name, _plain(name), name.split(",")[0])))
        yield Place(f"GM{row['gemeentecode']}", "gemeente", "NL", None, _weakness(_plain(name)), names)


_PROVINCES = {"Zeeland", "Limburg", "Utrecht"}
"""Provinces whose name a municipality of the past had as well."""


def _plain(name: str) -> str:
    return re.sub(r" ?\(.*?\)", "", name)


def _read_belgian(folder: Path) -> Iterator[Place]:
    """Give the Belgian municipalities, and the arrondissements, whose NIS code ends in 000."""
    with (folder / "be-gemeenten-2020.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    arrondissements: dict[str, str] = {}
    for row in rows:
        arrondissements.setdefault(f"NIS{row['NIS_code'][:2]}000", row["arrondissement_NL"])
        name, french = row["municipality_NL"], row["municipality_FR"]
        if name in ("Limburg", "Brussel"):
            continue
        other = () if load_lexicon().knows_exactly(french.lower()) else (french,)
        names = tuple(dict.fromkeys((name, *other)))
        yield Place(f"NIS{row['NIS_code']}", "gemeente", "BE", None, _weakness(name), names)
    for code, name in sorted(arrondissements.items()):
        bare = name.removeprefix("Arrondissement ")
        names = (f"arrondissement {bare}", *((bare,) if "-" in bare[1:] and bare[0] in "HD" else ()))
        yield Place(code, "arrondissement", "BE", _ARRONDISSEMENT_NUTS.get(code[3:5]), "", names)


_ARRONDISSEMENT_NUTS = dict(
    pair.split(":")
    for pair in (
        "11:BE211 12:BE212 13:BE213 21:BE100 23:BE241 24:BE242 25:BE310 31:BE251 32:BE252 33:BE253 34:BE254 35:BE255 "
        "36:BE256 37:BE257 38:BE258 41:BE231 42:BE232 43:BE233 44:BE234 45:BE235 46:BE236 51:BE32A 52:BE32B 53:BE323 "
        "55:BE32C 56:BE32D 57:BE328 58:BE329 61:BE331 62:BE332 64:BE334 71:BE224 72:BE225 73:BE223 81:BE341 82:BE342 "
        "83:BE343 84:BE344 85:BE345 91:BE351 92:BE352 93:BE353"
    ).split()
)
"""First two digits of an arrondissement's NIS code -> NUTS 2024 level 3; Verviers is divided in two there."""


_SURNAMES = frozenset(
    "Bergen Essen Mol Beek Heel Elst Ham As Goes Made Best Dam Doorn Vliet Laren Zijl Peer Boom Geel Lint Niel Halle "
    "Asse Lier Damme Menen Buren Delden Houten Huizen Leek Putten Stein Wijk Winter Wierden Borne Olen Bree Alken "
    "Herne Hove Lille Marche Berg Haren Rijswijk Dalen Vries Marken Monster Grave Hoeven Echt Helden Herten Horn Horst "
    "Neer Sluis Zeeland Middenveld Schermer Boekel Erp".split()
)
"""Municipalities that are as well a Dutch surname ("van Mol") or a word that is often written with a capital."""


def _weakness(name: str) -> str:
    article, _, noun = name.partition(" ")
    common = article == "De" and load_lexicon().knows_exactly(noun.lower())
    if name in _SURNAMES or len(name) <= 2 or common:
        return "s"
    return "w" if load_lexicon().knows_exactly(name.lower()) or len(name) == 3 else ""


def build_places(cldr: Path, gazetteer: Path) -> list[Place]:
    """Give all places with a code that the own table does not name, in order of code."""
    own = {place.code for place in read_places(DATA_DIR / "own.tsv")}
    found: dict[str, Place] = {}
    for place in (
        *_read_countries(cldr),
        *_read_parts(cldr),
        *_read_dutch(gazetteer),
        *_read_belgian(gazetteer),
    ):
        if place.code and place.code not in own:
            found[place.code] = place
    return [found[code] for code in sorted(found)]


def write_places(places: list[Place], target: Path) -> None:
    """Write the table, one place a line."""
    head = "# Made by python -m assistant.extract.regions.build; do not edit. Columns as in own.tsv.\n"
    lines = (
        "\t".join(
            (
                place.code or "-",
                place.level,
                place.country,
                place.nuts or "-",
                place.flags or "-",
                "|".join(place.names),
            )
        )
        for place in places
    )
    target.write_text(head + "\n".join(lines) + "\n", "utf-8")


def write_provinces(gazetteer: Path, target: Path) -> None:
    """Write the Dutch provinces with the codes of their municipalities; one that changed sides lies in its last one."""
    own = [place for place in read_places(DATA_DIR / "own.tsv") if place.country == "NL"]
    codes = {name: place.code for place in own if place.level == "provincie" for name in place.names}
    with (gazetteer / "nl-gemeenten-provincies.csv").open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines, delimiter=";"), key=lambda row: row["begindatum"])
    province_of = {f"GM{row['gemeentecode']}": codes[row["provincienaam"]] for row in rows}
    head = "# Made by python -m assistant.extract.regions.build; do not edit. Columns: province, municipalities.\n"
    held: dict[str, list[str]] = {}
    for code, province in sorted(province_of.items()):
        held.setdefault(str(province), []).append(code)
    target.write_text(
        head + "".join(f"{province}\t{' '.join(held[province])}\n" for province in sorted(held)), "utf-8"
    )


def main() -> None:
    """Build the tables from the folders on the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--cldr", type=Path, required=True)
    parser.add_argument("--gazetteer", type=Path, required=True)
    given = parser.parse_args()
    write_places(build_places(given.cldr, given.gazetteer), DATA_DIR / "coded.tsv")
    write_provinces(given.gazetteer, DATA_DIR / "provinces.tsv")


if __name__ == "__main__":
    main()
