"""A fact (extract) on the wire: one JSON line, or one row of a table."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from pydantic import Field

from assistant.types import (
    ActionValue,
    AmountValue,
    DateValue,
    Document,
    EventValue,
    Extract,
    ExtractKind,
    ExtractValue,
    OrganisationValue,
    PersonValue,
    RegionValue,
    ThemeValue,
)
from assistant.wire.shapes import Shape
from assistant.wire.surroundings import Surroundings
from assistant.wire.words import KIND_WORDS, MODIFIER_WORDS, ROLE_WORDS, STATUS_WORDS, Soort


class Feit(Shape):
    """Een feit met de woorden die het dragen. Welke velden er zijn, hangt af van de soort."""

    soort: Soort
    tekst: str = Field(description="Letterlijk de tekst van `start` tot `eind`.")
    document: str | None = Field(
        default=None, description="Kenmerk van het document; ontbreekt bij losse tekst."
    )
    bestand: str | None = None
    titel: str | None = None
    document_datum: str | None = Field(
        default=None, description="De eigen datum van het document, als die bekend is."
    )
    pagina: int | None = None
    start: int = Field(description="Begin in de tekst, in Unicode-tekens vanaf 0.")
    eind: int = Field(description="Einde in de tekst, niet meegerekend.")
    sha256: str | None = None
    zin: str | None = Field(
        default=None,
        description="De zin waarin het feit staat, letterlijk; van een heel lange zin de woorden eromheen.",
    )
    kop: str | None = Field(default=None, description="De koppen erboven, van buiten naar binnen.")
    edtf: str | None = Field(
        default=None,
        description="Bij `datum` en `gebeurtenis`: de datum in EDTF; ontbreekt als die onzeker is.",
    )
    vroegst: str | None = Field(
        default=None, description="Bij `datum`, `gebeurtenis` en de termijn van een `actie`: de eerste dag."
    )
    laatst: str | None = Field(
        default=None, description="Bij `datum`, `gebeurtenis` en de termijn van een `actie`: de laatste dag."
    )
    anker: str | None = Field(default=None, description="De documentdatum waarmee gerekend is.")
    rol: str | None = Field(
        default=None,
        description="Bij `datum`: `begin`, `einde`, `termijn`, `publicatie` of `gebeurtenis`, als de tekst het zegt.",
    )
    code: str | None = Field(default=None, description="Bij `regio` en `thema`: de code.")
    naam: str | None = Field(
        default=None, description="Bij `regio` en `thema`: de officiële naam. Anders: de volste naam."
    )
    niveau: str | None = Field(default=None, description="Bij `regio`: land, provincie, gemeente, ...")
    land: str | None = Field(default=None, description="Bij `regio`: het land (ISO 3166-1).")
    nuts: str | None = Field(default=None, description="Bij `regio`: de NUTS-code (2024).")
    andere_lezingen: list[str] | None = Field(
        default=None,
        description="Bij `regio`: wat de naam ook kan zijn als de tekst het openlaat (codes, of naam met land).",
    )
    opgegaan_in: list[str] | None = Field(
        default=None, description="Bij `regio`: de gemeenten waarin een vroegere gemeente is opgegaan."
    )
    uri: str | None = Field(default=None, description="Bij `thema`: het begrip in de waardelijst.")
    score: float | None = Field(
        default=None, description="Bij `thema`: hoe sterk de aanwijzing is, van 0 tot 1."
    )
    waarde: int | float | None = Field(
        default=None, description="Bij `bedrag`, `aandeel` en `aantal`: het getal."
    )
    waarde_tot: int | float | None = Field(
        default=None, description="Het eind van een reeks: van `waarde` tot hier."
    )
    waarde_van: int | float | None = Field(
        default=None, description="Wat het was, bij een verandering tot `waarde`."
    )
    waarvan: str | None = Field(default=None, description="Wat er geteld, betaald of verdeeld wordt.")
    bepaling: str | None = Field(default=None, description="`ongeveer`, `meer` of `minder`.")
    munt: str | None = Field(default=None, description="Bij `bedrag`: de munt (ISO 4217).")
    eenheid: str | None = Field(default=None, description="Bij `aandeel` en `aantal`: de eenheid.")
    afkorting: str | None = Field(default=None, description="Bij `organisatie`: de korte naam.")
    type: str | None = Field(default=None, description="Bij `organisatie`: wat voor organisatie het is.")
    functie: str | None = Field(default=None, description="Bij `persoon`: de functie.")
    organisatie: str | None = Field(default=None, description="Bij `persoon`: de organisatie.")
    actor: str | None = Field(default=None, description="Bij `actie`: wie het doet.")
    handeling: str | None = Field(default=None, description="Bij `actie`: wat er gedaan wordt.")
    status: str | None = Field(
        default=None,
        description="Bij `actie`: `voorgenomen`, `loopt`, `afgerond`, `vertraagd` of `niet gehaald`.",
    )
    termijn: str | None = Field(
        default=None, description="Bij `actie`: wanneer het klaar moet zijn, in EDTF."
    )
    onderdeel: str | None = Field(default=None, description="Bij `actie`: het programma of de prioriteit.")
    doel: str | None = Field(default=None, description="Bij `actie`: wat er gehaald moest worden.")
    realisatie: str | None = Field(default=None, description="Bij `actie`: wat er gehaald is.")
    gebeurtenis: str | None = Field(default=None, description="Bij `gebeurtenis`: wat er gebeurt.")
    plaats: str | None = Field(default=None, description="Bij `gebeurtenis`: waar het gebeurt.")
    wie: str | None = Field(default=None, description="Bij `gebeurtenis`: wie erbij betrokken is.")

    @classmethod
    def from_extract(
        cls, extract: Extract, document: Document | None = None, around: Surroundings | None = None
    ) -> Feit:
        """Give the wire form, as `describe_fact` does."""
        return cls.model_validate(describe_fact(extract, document, around))


class Feiten(Shape):
    """Feiten, op volgorde van bestand en plaats."""

    items: list[Feit]
    totaal: int


FACT_COLUMNS: tuple[str, ...] = tuple(field.alias or name for name, field in Feit.model_fields.items())
"""The columns of a table of facts, in order."""


def describe_fact(
    extract: Extract, document: Document | None = None, around: Surroundings | None = None
) -> dict[str, Any]:
    """Give a fact as the JSON object of the wire, made without a model: there may be millions.

    Without `document` it is a fact of a loose text; `around` adds the sentence and the headings.
    """
    start, end = extract.span.start, extract.span.end
    row: dict[str, Any] = {"soort": KIND_WORDS[extract.kind], "tekst": extract.text}
    if document is None:
        row |= {"start": start, "eind": end}
    else:
        row |= {"document": document.id, "bestand": document.path, "titel": document.title}
        if document.date is not None:
            row["documentDatum"] = document.date
        page = document.page_of(start)
        if page is not None:
            row["pagina"] = page
        row |= {"start": start, "eind": end, "sha256": document.sha256}
    if around is not None:
        row["zin"] = around.sentence(extract.span)
        heading = around.heading(extract.span)
        if heading is not None:
            row["kop"] = heading
    for name, value in _value_fields(extract.value, extract.kind).items():
        if value is not None:
            row[_ALIASES[name]] = value
    return row


_ALIASES: dict[str, str] = {name: field.alias or name for name, field in Feit.model_fields.items()}


@singledispatch
def _value_fields(value: object, kind: ExtractKind) -> dict[str, Any]:
    raise TypeError(f"a fact of kind {kind} has no wire form for {type(value).__name__}")


@_value_fields.register
def _(value: DateValue, kind: ExtractKind) -> dict[str, Any]:
    return {
        "edtf": value.edtf,
        "vroegst": value.earliest,
        "laatst": value.latest,
        "anker": value.anchor,
        "rol": ROLE_WORDS.get(value.role or ""),
    }


@_value_fields.register
def _(value: RegionValue, kind: ExtractKind) -> dict[str, Any]:
    return {
        "code": value.code,
        "naam": value.name,
        "niveau": value.level,
        "land": value.country,
        "nuts": value.nuts,
        "andere_lezingen": list(value.alternatives) or None,
        "opgegaan_in": list(value.became) or None,
    }


@_value_fields.register
def _(value: ThemeValue, kind: ExtractKind) -> dict[str, Any]:
    return {"code": value.code, "naam": value.name, "uri": value.uri, "score": round(value.score, 4)}


@_value_fields.register
def _(value: AmountValue, kind: ExtractKind) -> dict[str, Any]:
    unit = "munt" if kind is ExtractKind.AMOUNT else "eenheid"
    return {
        "waarde": _whole(value.value),
        unit: value.unit,
        "waarde_tot": _whole(value.upper),
        "waarde_van": _whole(value.origin),
        "waarvan": value.counted,
        "bepaling": MODIFIER_WORDS.get(value.modifier or ""),
    }


@_value_fields.register
def _(value: OrganisationValue, kind: ExtractKind) -> dict[str, Any]:
    return {"naam": value.name, "afkorting": value.short, "type": value.sort}


@_value_fields.register
def _(value: PersonValue, kind: ExtractKind) -> dict[str, Any]:
    return {"naam": value.name, "functie": value.role, "organisatie": value.organisation}


@_value_fields.register
def _(value: ActionValue, kind: ExtractKind) -> dict[str, Any]:
    deadline = value.deadline or DateValue()
    return {
        "actor": value.actor,
        "handeling": value.action,
        "status": STATUS_WORDS[value.status],
        "termijn": deadline.edtf,
        "vroegst": deadline.earliest,
        "laatst": deadline.latest,
        "anker": deadline.anchor,
        "onderdeel": value.programme,
        "doel": value.target,
        "realisatie": value.realised,
    }


@_value_fields.register
def _(value: EventValue, kind: ExtractKind) -> dict[str, Any]:
    date = _value_fields(value.date, kind)
    del date["rol"]
    return {"gebeurtenis": value.what, **date, "plaats": value.place, "wie": value.who}


def _whole(value: float | None) -> int | float | None:
    return int(value) if value is not None and float(value).is_integer() else value


_EMPTY: dict[ExtractKind, ExtractValue] = {
    ExtractKind.THEME: ThemeValue("", "", 0.0),
    ExtractKind.REGION: RegionValue("", "", ""),
    ExtractKind.DATE: DateValue(),
    ExtractKind.AMOUNT: AmountValue(0, ""),
    ExtractKind.SHARE: AmountValue(0, ""),
    ExtractKind.COUNT: AmountValue(0, ""),
    ExtractKind.ORGANISATION: OrganisationValue(""),
    ExtractKind.PERSON: PersonValue(""),
    ExtractKind.ACTION: ActionValue("", "planned"),
    ExtractKind.EVENT: EventValue("", DateValue()),
}
OWN_FIELDS: dict[ExtractKind, tuple[str, ...]] = {
    kind: tuple(_ALIASES[name] for name in _value_fields(value, kind)) for kind, value in _EMPTY.items()
}
"""The fields of the wire that a kind of fact has of its own, in order."""
