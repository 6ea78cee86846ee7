"""What lies in what: a municipality in its province, a province in its country, a country in a group of countries.

From the codes that regions have: NUTS 2024 of the larger ones, of which each level begins with the one above it; the
first two digits of a NIS code (Statbel) for the Belgian arrondissement; the table `data/provinces.tsv` for Dutch
municipalities; the members in `data/informal.tsv`. A town without a code lies in its country and in nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.extract.regions.gazetteer import DATA_DIR, load_places, read_informal, read_rows
from assistant.types import RegionValue

_SHORTEST_NUTS = 2
"""Letters of a NUTS code at least: those of the country."""


@lru_cache(maxsize=5_000)
def lies_in(inner: RegionValue, outer: RegionValue) -> bool:
    """Tell whether a region lies inside another one, in any of the readings that the text leaves open; none in itself."""
    keys = {_key(reading) for reading in _readings(outer)}
    return any(not keys.isdisjoint(_find_containers(reading)) for reading in _readings(inner))


def _key(value: RegionValue) -> str:
    return value.code or f"{value.name} ({value.country})"


def _readings(value: RegionValue) -> Iterator[RegionValue]:
    yield value
    yield from (_by_code()[code] for code in value.alternatives if code in _by_code())


@lru_cache(maxsize=5_000)
def _find_containers(value: RegionValue) -> frozenset[str]:
    """Give the keys of the regions that one lies in."""
    found = set() if value.level == "land" else {value.country}
    own = _nuts_of(value)
    for length in range(_SHORTEST_NUTS, len(own) + 1):
        found.update(_by_nuts().get(own[:length], ()))
    codes = [value.code or "", *value.became, *found]
    found.update(key for code in codes for key in _groups().get(code, ()))
    return frozenset(found - {_key(value)})


def _nuts_of(value: RegionValue) -> str:
    """Give the NUTS code of a region, or of the smallest one that is known to hold it; empty for none."""
    if value.nuts is not None:
        return value.nuts
    for code in (value.code or "", *value.became):
        holder = f"{code[:5]}000" if code.startswith("NIS") else _provinces().get(code, "")
        if holder in _by_code():
            return _by_code()[holder].nuts or ""
    return ""


@cache
def _by_code() -> dict[str, RegionValue]:
    found: dict[str, RegionValue] = {}
    for place in load_places():
        if place.code:
            found.setdefault(place.code, place.value)
    return found


@cache
def _by_nuts() -> dict[str, tuple[str, ...]]:
    """Give the keys of the regions that have a NUTS code."""
    found: dict[str, set[str]] = {}
    for place in load_places():
        if place.nuts:
            found.setdefault(place.nuts, set()).add(place.key)
    return {nuts: tuple(sorted(keys)) for nuts, keys in found.items()}


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """Give the keys of the regions that name a code as one of their members."""
    found: dict[str, list[str]] = {}
    for place, members in read_informal():
        for code in members:
            found.setdefault(code, []).append(place.key)
    return {code: tuple(keys) for code, keys in found.items()}


@cache
def _provinces() -> dict[str, str]:
    """Give the code of the province for that of a Dutch municipality."""
    rows = read_rows(DATA_DIR / "provinces.tsv")
    return {code: province for province, codes in rows for code in codes.split()}
