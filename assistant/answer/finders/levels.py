"""Which levels of region a noun asks for: "welke landen" takes no towns."""

from __future__ import annotations

from assistant.types import Extract, RegionValue

PLACE_LEVELS: dict[str, frozenset[str]] = {
    name: frozenset(levels.split())
    for names, levels in (
        ("land landen buurland buurlanden staat lidstaat", "land"),
        ("provincie provincies", "provincie staat deelgebied regio comitaat"),
        ("deelstaat deelstaten", "deelstaat staat"),
        ("stad steden dorp dorpen plaats gemeente gemeenten gemeentes hoofdstad", "gemeente stad"),
        ("arrondissement arrondissementen", "arrondissement"),
        ("werelddeel continent", "werelddeel"),
    )
    for name in names.split()
}
"""The levels of regions that each noun can ask for; a noun that is not here takes any."""


def level_fits(asked: str | None, fact: Extract) -> bool:
    """Tell whether a region is of a level that the asked noun takes."""
    levels = PLACE_LEVELS.get(asked or "")
    return levels is None or (isinstance(fact.value, RegionValue) and fact.value.level in levels)
