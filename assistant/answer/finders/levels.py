"""Which levels of region and sorts of organisation a noun asks for: "welke landen" takes no towns."""

from __future__ import annotations

from assistant.dutch import fold
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


_ALSO_TOWNS = frozenset(
    "brussel luxemburg antwerpen luik namen utrecht groningen berlijn hamburg bremen wenen".split()
)
"""Towns whose name is that of a country, a state or a province too."""


def level_fits(asked: str | None, fact: Extract) -> bool:
    """Tell whether a region is of a level that the asked noun takes."""
    levels = PLACE_LEVELS.get(asked or "")
    if levels is None or not isinstance(fact.value, RegionValue):
        return levels is None
    return fact.value.level in levels or ("gemeente" in levels and fold(fact.text) in _ALSO_TOWNS)


_PUBLIC = frozenset(
    "overheid ministerie departement parlement gemeente provincie toezichthouder rechtspraak adviesraad europees".split()
) | {"hoog college"}
_SORTS: dict[str, frozenset[str]] = {
    name: frozenset(sorts.split(",")) if sorts else frozenset()
    for names, sorts in (
        ("ministerie ministeries departement departementen", "ministerie,departement"),
        ("gemeente gemeenten", "gemeente"),
        ("provincie provincies", "provincie"),
        ("universiteit hogeschool kennisinstelling onderzoeksinstelling", "kennisinstelling"),
        ("agentschap", "agentschap"),
        ("partij fractie", "partij,samenwerkingsverband"),
        ("stichting", "stichting"),
        ("toezichthouder", "toezichthouder,agentschap"),
        ("adviesraad adviesorgaan", "adviesraad,hoog college"),
        ("omroep", "omroep"),
        ("museum", "museum,cultuurinstelling"),
        ("ziekenhuis zorgorganisatie zorginstelling", "zorginstelling,kennisinstelling"),
        ("ontwikkelingsmaatschappij", "ontwikkelingsmaatschappij"),
    )
    for name in names.split()
}
"""The sorts of organisation (as extraction tells them) that each noun asks for."""
_BUSINESSES = frozenset(
    "bedrijf bedrijven onderneming ondernemingen firma start-up startup starter brouwerij brouwer rederij winkel producent "
    "fabrikant machinefabrikant aannemer netbeheerder leverancier vervoerder".split()
)
"""Nouns that ask for a business: no public body answers them."""
_OTHER_SORT, _UNKNOWN_SORT = 0.4, 0.6
_OWN_SORT = frozenset(
    "bank ziekenhuis universiteit hogeschool rederij netbeheerder vervoerder aannemer architectenbureau bouwbedrijf busbedrijf zender "
    "omroep vakbond museum koper vereniging ministerie departement".split()
)
"""Nouns that few bodies answer: a name of which nothing says that it is one hardly does."""


def unknown_share(asked: str | None, name: str, sort: str, *, spoken: bool) -> float:
    """Give the share that is left to a name that neither its words, nor its sort, nor what is `spoken` of tells to be one."""
    if (
        asked not in _OWN_SORT
        or spoken
        or fold(asked) in fold(name)
        or sort in _SORTS.get(asked, frozenset())
    ):
        return 1.0
    return _UNKNOWN_SORT


def sort_share(asked: str | None, sort: str) -> float:
    """Give the share that is left to an organisation of this sort; all of it where nothing is known."""
    if asked is None or not sort:
        return 1.0
    if asked in _BUSINESSES or (asked.endswith("organisatie") and asked != "organisatie"):
        return _OTHER_SORT if sort in _PUBLIC else 1.0
    wanted = _SORTS.get(asked)
    return 1.0 if wanted is None or sort in wanted else _OTHER_SORT
