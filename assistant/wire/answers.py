"""An answer with its sources on the wire."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pydantic import Field

from assistant.types import Answer, Box, Citation, Completeness, Document
from assistant.wire.facts import Feit
from assistant.wire.shapes import Shape
from assistant.wire.surroundings import Surroundings, join_heading


class Vlak(Shape):
    """Een rechthoek op een pagina, in punten vanaf de linkerbovenhoek van de pagina zoals zij getoond wordt."""

    pagina: int
    x0: float
    boven: float
    x1: float
    onder: float

    @classmethod
    def from_box(cls, box: Box) -> Vlak:
        """Give the wire form of a box."""
        x0, top, x1, bottom = (round(value, 1) for value in (box.x0, box.top, box.x1, box.bottom))
        return cls(pagina=box.page, x0=x0, boven=top, x1=x1, onder=bottom)


class Vlakken(Shape):
    """De rechthoeken van een stuk tekst, een per regel, in volgorde."""

    items: list[Vlak]
    totaal: int

    @classmethod
    def from_boxes(cls, boxes: Iterable[Box]) -> Vlakken:
        """Give the wire form of boxes."""
        items = [Vlak.from_box(box) for box in boxes]
        return cls(items=items, totaal=len(items))


class Bron(Shape):
    """Een bron van een antwoord: een letterlijk citaat met zijn vindplaats."""

    nummer: int = Field(description="Het nummer waarmee de tekst van het antwoord ernaar verwijst: `[1]`.")
    document: str = Field(description="Kenmerk van het document.")
    bestand: str = Field(description="Pad van het bestand onder de documentenmap.")
    titel: str
    document_datum: str | None = Field(default=None, description="Datum van het document (EDTF niveau 0).")
    sha256: str = Field(description="SHA-256 van het oorspronkelijke bestand.")
    pagina: int | None = Field(
        default=None, description="Pagina, vanaf 1; ontbreekt bij bestanden zonder pagina's."
    )
    kop: str | None = Field(default=None, description="De koppen boven het citaat, van buiten naar binnen.")
    start: int = Field(description="Begin van het citaat in de documenttekst, in Unicode-tekens vanaf 0.")
    eind: int = Field(description="Einde van het citaat, niet meegerekend.")
    citaat: str = Field(description="Letterlijk de documenttekst van `start` tot `eind`.")
    score: float = Field(description="Hoe goed de bron bij de vraag past; hoger is beter.")
    vlakken: list[Vlak] | None = Field(
        default=None,
        description="Waar het citaat op de pagina staat: een rechthoek per regel (PDF en scans).",
    )
    gescand: float | None = Field(
        default=None,
        description="Zekerheid (0-1) van de tekstherkenning, als de pagina een scan is; controleer dan het origineel.",
    )

    @classmethod
    def from_citation(cls, citation: Citation) -> Bron:
        """Give the wire form of a citation."""
        return cls(
            nummer=citation.number,
            document=citation.document_id,
            bestand=citation.path,
            titel=citation.title,
            document_datum=citation.date,
            sha256=citation.sha256,
            pagina=citation.page,
            kop=join_heading(citation.heading),
            start=citation.span.start,
            eind=citation.span.end,
            citaat=citation.quote,
            score=round(citation.score, 4),
            vlakken=[Vlak.from_box(box) for box in citation.boxes] or None,
            gescand=citation.scanned,
        )


class Volledigheid(Shape):
    """Waarin gezocht is."""

    documenten: int = Field(description="Aantal documenten binnen de gekozen filters.")
    doorzocht: int = Field(description="Aantal documenten dat daadwerkelijk doorzocht is.")
    mislukt: int = Field(description="Aantal bestanden dat niet gelezen kon worden.")
    index: str = Field(description="De versie van de index waarmee geantwoord is.")
    nieuwste: str | None = Field(default=None, description="Datum van het nieuwste document.")

    @classmethod
    def from_completeness(cls, completeness: Completeness) -> Volledigheid:
        """Give the wire form of the completeness of an answer."""
        return cls(
            documenten=completeness.documents,
            doorzocht=completeness.searched,
            mislukt=completeness.failed,
            index=completeness.generation,
            nieuwste=completeness.newest,
        )


class Antwoord(Shape):
    """Een antwoord met zijn bronnen."""

    id: str
    vraag: str
    soort: str = Field(description="De soort vraag die herkend is, bijvoorbeeld `bedrag` of `wie`.")
    beantwoord: bool = Field(description="Onwaar als de documenten het antwoord niet bevatten.")
    kort: str | None = Field(default=None, description="Het korte antwoord, als dat er is.")
    tekst: str = Field(description="Het antwoord; elke feitelijke zin eindigt op zijn bronnummer `[n]`.")
    bronnen: list[Bron]
    feiten: list[Feit] = Field(description="Feiten die in de aangehaalde passages gevonden zijn.")
    nabij: list[Bron] | None = Field(
        default=None,
        description="Alleen als `beantwoord` onwaar is: de dichtstbijzijnde passages. Geen antwoord.",
    )
    volledigheid: Volledigheid

    @classmethod
    def from_answer(cls, answer: Answer, find_document: Callable[[str], Document]) -> Antwoord:
        """Give the wire form of an answer; `find_document` gives a cited document by its id."""
        nearby = None if answer.answered else [Bron.from_citation(c) for c in answer.nearby]
        return cls(
            id=answer.id,
            vraag=answer.question,
            soort=answer.kind,
            beantwoord=answer.answered,
            kort=answer.short,
            tekst=answer.text,
            bronnen=[Bron.from_citation(citation) for citation in answer.citations],
            feiten=list(_write_facts(answer, find_document)),
            nabij=nearby,
            volledigheid=Volledigheid.from_completeness(answer.completeness),
        )


def _write_facts(answer: Answer, find_document: Callable[[str], Document]) -> Iterator[Feit]:
    """Yield the facts of an answer; each document is fetched and cut once."""
    known: dict[str, tuple[Document, Surroundings]] = {}
    for owner, fact in answer.extracts:
        if owner not in known:
            document = find_document(owner)
            known[owner] = document, Surroundings.of(document)
        yield Feit.from_extract(fact, *known[owner])
