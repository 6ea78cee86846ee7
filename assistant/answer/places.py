"""Places that a question names, and which places lie in them: Düsseldorf holds "Duitse stad"."""

from __future__ import annotations

from functools import lru_cache

from assistant.dutch import fold, tokenize
from assistant.extract.regions import find_regions
from assistant.extract.source import read_source
from assistant.types import RegionValue


@lru_cache(maxsize=256)
def find_places(text: str) -> dict[str, RegionValue]:
    """Give the place of each word of a question that names one, by the word in lower case without accents."""
    return {
        fold(token.text): fact.value
        for fact in find_regions(read_source(text))
        if isinstance(fact.value, RegionValue)
        for token in tokenize(fact.text)
    }


def lies_in(place: RegionValue, other: RegionValue) -> bool:
    """Tell whether a place is another one or lies in it, by code, by land or by NUTS 2024."""
    if place.name == other.name or (place.code is not None and place.code == other.code):
        return True
    if other.level == "land":
        return place.country == other.country
    return bool(other.nuts and place.nuts and place.nuts.startswith(other.nuts))
