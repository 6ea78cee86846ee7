"""The nouns that ask for facts of a sort: "alle bedragen", "welke gemeenten"."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.types import ExtractKind


@dataclass(frozen=True, slots=True)
class Sort:
    """The facts that a noun asks for; `levels` are levels of regions or sorts of organisations, empty for all.

    `part` is what the folded name of an organisation must hold.
    """

    kind: ExtractKind
    levels: tuple[str, ...] = ()
    part: str = ""


NOUNS: dict[str, Sort] = {
    "bedragen": Sort(ExtractKind.AMOUNT),
    "percentages": Sort(ExtractKind.SHARE),
    "data": Sort(ExtractKind.DATE),
    "datums": Sort(ExtractKind.DATE),
    "personen": Sort(ExtractKind.PERSON),
    "mensen": Sort(ExtractKind.PERSON),
    "organisaties": Sort(ExtractKind.ORGANISATION),
    "partijen": Sort(ExtractKind.ORGANISATION),
    "instellingen": Sort(ExtractKind.ORGANISATION),
    "universiteiten": Sort(ExtractKind.ORGANISATION, ("kennisinstelling",), "universit"),
    "hogescholen": Sort(ExtractKind.ORGANISATION, ("kennisinstelling",), "hogeschool"),
    "stichtingen": Sort(ExtractKind.ORGANISATION, ("stichting",)),
    "verenigingen": Sort(ExtractKind.ORGANISATION, ("vereniging",)),
    "politieke partijen": Sort(ExtractKind.ORGANISATION, ("partij",)),
    "instanties": Sort(ExtractKind.ORGANISATION),
    "bedrijven": Sort(ExtractKind.ORGANISATION, ("bedrijf",)),
    "ministeries": Sort(ExtractKind.ORGANISATION, ("ministerie",)),
    "kennisinstellingen": Sort(ExtractKind.ORGANISATION, ("kennisinstelling",)),
    "acties": Sort(ExtractKind.ACTION),
    "afspraken": Sort(ExtractKind.ACTION),
    "toezeggingen": Sort(ExtractKind.ACTION),
    "actiepunten": Sort(ExtractKind.ACTION),
    "gebeurtenissen": Sort(ExtractKind.EVENT),
    "regio's": Sort(ExtractKind.REGION),
    "plaatsen": Sort(ExtractKind.REGION, ("gemeente", "stad")),
    "gemeenten": Sort(ExtractKind.REGION, ("gemeente",)),
    "gemeentes": Sort(ExtractKind.REGION, ("gemeente",)),
    "steden": Sort(ExtractKind.REGION, ("gemeente", "stad")),
    "landen": Sort(ExtractKind.REGION, ("land",)),
    "provincies": Sort(ExtractKind.REGION, ("provincie",)),
    "deelstaten": Sort(ExtractKind.REGION, ("deelstaat",)),
}
_SINGULARS = """
    bedragen bedrag percentages percentage data datum datums datum personen persoon mensen persoon
    organisaties organisatie partijen partij instellingen instelling universiteiten universiteit
    hogescholen hogeschool stichtingen stichting verenigingen vereniging instanties instantie bedrijven bedrijf
    ministeries ministerie kennisinstellingen kennisinstelling acties actie afspraken afspraak
    toezeggingen toezegging actiepunten actiepunt gebeurtenissen gebeurtenis regio's regio plaatsen plaats
    gemeenten gemeente gemeentes gemeente steden stad landen land provincies provincie deelstaten deelstaat
""".split()
_SINGULAR = dict(zip(_SINGULARS[::2], _SINGULARS[1::2], strict=True)) | {
    "politieke partijen": "politieke partij"
}


def count_facts(number: int, noun: str) -> str:
    """Give a number of facts in words: "3 personen", "1 persoon"."""
    return f"{number} {_SINGULAR.get(noun, noun) if number == 1 else noun}"
