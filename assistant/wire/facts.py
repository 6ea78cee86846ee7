"""A fact (extract) on the wire: one JSON line, or one row of a table."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from pydantic import Field

from assistant.types import (
    AmountValue,
    DateValue,
    Document,
    Extract,
    ExtractKind,
    RegionValue,
    ThemeValue,
)
from assistant.wire.shapes import Shape
from assistant.wire.words import KIND_WORDS, MODIFIER_WORDS, Soort


class Feit(Shape):
    """Een feit met de woorden die het dragen. Welke velden er zijn, hangt af van de soort."""

    soort: Soort
    tekst: str = Field(description="Letterlijk de tekst van `start` tot `eind`.")
    document: str | None = Field(
        default=None, description="Kenmerk van het document; ontbreekt bij losse tekst."
    )
    bestand: str | None = None
    titel: str | None = None
    pagina: int | None = None
    start: int = Field(description="Begin in de tekst, in Unicode-tekens vanaf 0.")
    eind: int = Field(description="Einde in de tekst, niet meegerekend.")
    sha256: str | None = None
    edtf: str | None = Field(
        default=None, description="Bij `datum`: de datum in EDTF; ontbreekt als die onzeker is."
    )
    vroegst: str | None = Field(default=None, description="Bij `datum`: de eerste dag.")
    laatst: str | None = Field(default=None, description="Bij `datum`: de laatste dag.")
    anker: str | None = Field(default=None, description="Bij `datum`: de documentdatum waarmee gerekend is.")
    code: str | None = Field(default=None, description="Bij `regio` en `thema`: de code.")
    naam: str | None = Field(default=None, description="Bij `regio` en `thema`: de officiële naam.")
    niveau: str | None = Field(default=None, description="Bij `regio`: land, provincie, gemeente, ...")
    land: str | None = Field(default=None, description="Bij `regio`: het land (ISO 3166-1).")
    nuts: str | None = Field(default=None, description="Bij `regio`: de NUTS-code (2024).")
    uri: str | None = Field(default=None, description="Bij `thema`: het begrip in de waardelijst.")
    score: float | None = Field(
        default=None, description="Bij `thema`: hoe sterk de aanwijzing is, van 0 tot 1."
    )
    waarde: int | float | None = Field(default=None, description="Bij `bedrag` en `aandeel`: het getal.")
    waarde_tot: int | float | None = Field(
        default=None, description="Het eind van een reeks: van `waarde` tot hier."
    )
    bepaling: str | None = Field(default=None, description="`ongeveer`, `meer` of `minder`.")
    munt: str | None = Field(default=None, description="Bij `bedrag`: de munt (ISO 4217).")
    eenheid: str | None = Field(default=None, description="Bij `aandeel`: de eenheid.")

    @classmethod
    def from_extract(cls, extract: Extract, document: Document | None = None, *, by: int = 0) -> Feit:
        """Give the wire form; without `document` it is a fact of a loose text. `by` shifts the offsets."""
        fields: dict[str, Any] = {
            "soort": KIND_WORDS[extract.kind],
            "tekst": extract.text,
            "start": extract.span.start + by,
            "eind": extract.span.end + by,
        }
        if document is not None:
            fields |= {
                "document": document.id,
                "bestand": document.path,
                "titel": document.title,
                "pagina": document.page_of(extract.span.start),
                "sha256": document.sha256,
            }
        return cls(**fields, **_value_fields(extract.value, extract.kind))


class Feiten(Shape):
    """Feiten, op volgorde van bestand en plaats."""

    items: list[Feit]
    totaal: int


FACT_COLUMNS: tuple[str, ...] = tuple(field.alias or name for name, field in Feit.model_fields.items())
"""The columns of a table of facts, in order."""


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
    }


@_value_fields.register
def _(value: RegionValue, kind: ExtractKind) -> dict[str, Any]:
    return {
        "code": value.code,
        "naam": value.name,
        "niveau": value.level,
        "land": value.country,
        "nuts": value.nuts,
    }


@_value_fields.register
def _(value: ThemeValue, kind: ExtractKind) -> dict[str, Any]:
    return {"code": value.code, "naam": value.name, "uri": value.uri, "score": round(value.score, 4)}


@_value_fields.register
def _(value: AmountValue, kind: ExtractKind) -> dict[str, Any]:
    unit = "munt" if kind is ExtractKind.AMOUNT else "eenheid"
    return {
        "waarde": _whole(value.value),
        "waarde_tot": _whole(value.upper),
        "bepaling": MODIFIER_WORDS.get(value.modifier or ""),
        unit: value.unit,
    }


def _whole(value: float | None) -> int | float | None:
    return int(value) if value is not None and float(value).is_integer() else value
