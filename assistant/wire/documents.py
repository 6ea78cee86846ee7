"""Documents and passages on the wire."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from assistant.types import (
    BlockKind,
    Document,
    DocumentKind,
    DocumentRecord,
    Failure,
    Hit,
    Layout,
    ThemeValue,
)
from assistant.wire.failures import Mislukking
from assistant.wire.shapes import Shape
from assistant.wire.surroundings import join_heading

DOCUMENT_KINDS = {
    DocumentKind.PROGRESS_REPORT: "voortgangsrapport",
    DocumentKind.POLICY: "beleidskader",
    DocumentKind.LETTER: "brief",
    DocumentKind.DECISION: "besluit",
    DocumentKind.NEWS: "nieuws",
    DocumentKind.MINUTES: "verslag",
    DocumentKind.QUESTIONS: "vragen",
    DocumentKind.REPORT: "rapport",
}
"""The Dutch names of the kinds of document."""


class DocumentItem(Shape):
    """Een document in de lijst."""

    id: str = Field(description="Kenmerk: de eerste 16 tekens van `sha256`.")
    bestand: str = Field(description="Pad van het bestand onder de documentenmap.")
    titel: str
    datum: str | None = Field(default=None, description="Datum die het document zelf noemt (EDTF niveau 0).")
    datum_bron: str | None = Field(default=None, description="Waar die datum gevonden is.")
    taal: str | None = Field(default=None, description="Taal (ISO 639-1).")
    herkomst: str | None = Field(default=None, description="`nl` (Nederlands) of `vl` (Vlaams).")
    sha256: str
    paginas: int | None = None
    tekens: int = Field(description="Lengte van de documenttekst in Unicode-tekens.")
    passages: int
    opmerkingen: list[str] | None = None
    ondertitel: str | None = None
    soort: str | None = Field(
        default=None, description=f"Soort document: {', '.join(DOCUMENT_KINDS.values())}."
    )
    organisatie: str | None = Field(default=None, description="De organisatie die het document uitbracht.")
    periode: str | None = Field(default=None, description="Periode waarover het gaat (EDTF).")
    gescand: dict[int, float] | None = Field(
        default=None, description="Pagina's die met tekstherkenning gelezen zijn, elk met de zekerheid (0-1)."
    )
    archief: str | None = Field(
        default=None, description="Het ZIP-bestand of het e-mailbericht waar het document in zit."
    )
    nieuwere_versie: str | None = Field(
        default=None,
        description="Kenmerk van de nieuwste versie van hetzelfde document, als dit een oudere is.",
    )

    @classmethod
    def from_record(cls, record: DocumentRecord) -> DocumentItem:
        """Give the wire form of a record."""
        return cls(**_record_fields(record))  # type: ignore[arg-type]


class Kop(Shape):
    """Een kop in een document."""

    niveau: int
    tekst: str
    start: int
    eind: int


class Bladzijde(Shape):
    """Een pagina van een document: haar deel van de tekst, en haar maat in punten."""

    nummer: int
    start: int
    eind: int
    breedte: float | None = None
    hoogte: float | None = None


class Documentthema(Shape):
    """Een thema van het document als geheel."""

    code: str
    naam: str
    uri: str | None = Field(default=None, description="Het begrip in de waardelijst van de overheid.")
    score: float = Field(
        description="Hoe zeker het thema is (de sterkste passage), maal zijn deel naast het hoofdthema: 0-1."
    )


class DocumentDetail(DocumentItem):
    """Een document met zijn koppen, pagina's en thema's."""

    themas: list[Documentthema] = Field(description="De thema's, het sterkste eerst.")
    koppen: list[Kop]
    bladzijden: list[Bladzijde] | None = None

    @classmethod
    def from_document(
        cls,
        record: DocumentRecord,
        document: Document,
        layout: Layout | None = None,
        themes: Iterable[ThemeValue] = (),
    ) -> DocumentDetail:
        """Give the wire form of a document with the headings in it; `layout` gives the pages their sizes."""
        headings = [
            Kop(
                niveau=block.level,
                tekst=block.span.of(document.text),
                start=block.span.start,
                eind=block.span.end,
            )
            for block in document.blocks
            if block.kind is BlockKind.HEADING
        ]
        pages = _list_pages(document, layout) or None
        about = [
            Documentthema(code=theme.code, naam=theme.name, uri=theme.uri, score=theme.score)
            for theme in themes
        ]
        return cls(
            **_record_fields(record),  # type: ignore[arg-type]
            themas=about,
            koppen=headings,
            bladzijden=pages,
        )


def _list_pages(document: Document, layout: Layout | None) -> list[Bladzijde]:
    sizes = layout.sizes if layout else ()
    ends = (*document.page_starts[1:], len(document.text)) if document.page_starts else ()
    return [
        Bladzijde(
            nummer=number,
            start=start,
            eind=end,
            breedte=round(sizes[number - 1][0], 1) if number <= len(sizes) else None,
            hoogte=round(sizes[number - 1][1], 1) if number <= len(sizes) else None,
        )
        for number, (start, end) in enumerate(zip(document.page_starts, ends, strict=True), start=1)
    ]


class Documenten(Shape):
    """De documenten die ingelezen zijn, op volgorde van bestandsnaam."""

    items: list[DocumentItem]
    totaal: int
    mislukkingen: list[Mislukking] | None = Field(
        default=None, description="Bestanden in de documentenmap die niet gelezen konden worden."
    )

    @classmethod
    def from_records(cls, records: Iterable[DocumentRecord], failures: Iterable[Failure] = ()) -> Documenten:
        """Give the wire form of a list of records, and of what could not be read."""
        items = [DocumentItem.from_record(record) for record in records]
        faults = [Mislukking.from_failure(failure) for failure in failures]
        return cls(items=items, totaal=len(items), mislukkingen=faults or None)


class PassageItem(Shape):
    """Een gevonden passage: een reeks hele zinnen."""

    document: str
    bestand: str
    titel: str
    pagina: int | None = None
    kop: str | None = None
    start: int
    eind: int
    tekst: str
    score: float
    taal: str | None = Field(default=None, description="Taal van de passage (ISO 639-1).")

    @classmethod
    def from_hit(cls, hit: Hit, record: DocumentRecord) -> PassageItem:
        """Give the wire form of a hit in the document of `record`."""
        return cls(
            document=record.id,
            bestand=record.path,
            titel=record.title,
            pagina=hit.passage.page,
            kop=join_heading(hit.passage.heading),
            start=hit.passage.span.start,
            eind=hit.passage.span.end,
            tekst=hit.passage.text,
            score=round(hit.score, 4),
            taal=hit.passage.language,
        )


class Passages(Shape):
    """Gevonden passages, de beste eerst."""

    items: list[PassageItem]
    totaal: int = Field(description="Aantal passages in dit antwoord.")

    @classmethod
    def from_hits(cls, hits: Iterable[Hit], records: Iterable[DocumentRecord]) -> Passages:
        """Give the wire form of ranked hits; `records` holds at least their documents."""
        by_id = {record.id: record for record in records}
        items = [PassageItem.from_hit(hit, by_id[hit.passage.document_id]) for hit in hits]
        return cls(items=items, totaal=len(items))


def _record_fields(record: DocumentRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "bestand": record.path,
        "titel": record.title,
        "datum": record.date,
        "datum_bron": record.date_source,
        "taal": record.language,
        "herkomst": record.origin,
        "sha256": record.sha256,
        "paginas": record.pages or None,
        "tekens": record.chars,
        "passages": record.passages,
        "opmerkingen": list(record.notices) or None,
        "ondertitel": record.subtitle,
        "soort": DOCUMENT_KINDS[record.kind] if record.kind else None,
        "organisatie": record.organisation,
        "periode": record.period,
        "gescand": dict(record.scanned) or None,
        "archief": record.container,
        "nieuwere_versie": record.version_of,
    }
