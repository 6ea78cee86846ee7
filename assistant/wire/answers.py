"""An answer with its sources on the wire."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pydantic import Field

from assistant.types import (
    Answer,
    Box,
    Case,
    Citation,
    Completeness,
    Document,
    Mention,
    Parts,
    Tally,
    Variant,
)
from assistant.wire.facts import Feit
from assistant.wire.limits import Beperkingen
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
    nieuwer: str | None = Field(
        default=None,
        description="Datum van een nieuwer document, of van de nieuwste versie van dit document, dat op dit punt iets "
        "anders zegt.",
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
            nieuwer=citation.newer,
        )


class Volledigheid(Shape):
    """Waarin gezocht is."""

    documenten: int = Field(description="Aantal documenten binnen de gekozen filters.")
    doorzocht: int = Field(description="Aantal documenten dat daadwerkelijk doorzocht is.")
    mislukt: int = Field(description="Aantal bestanden dat niet gelezen kon worden.")
    index: str = Field(description="De versie van de index waarmee geantwoord is.")
    nieuwste: str | None = Field(default=None, description="Datum van het nieuwste document.")
    beperkt: Beperkingen | None = Field(
        default=None,
        description="De hoofdstukken, artikelen of pagina's waartoe de vraag het antwoord beperkt; het antwoord komt alleen "
        "daaruit.",
    )
    onherkend: str | None = Field(
        default=None,
        description="Een tabel of figuur uit de vraag die niet als zodanig herkend is; er is in de hele tekst gezocht.",
    )

    @classmethod
    def from_completeness(cls, completeness: Completeness) -> Volledigheid:
        """Give the wire form of the completeness of an answer."""
        return cls(
            documenten=completeness.documents,
            doorzocht=completeness.searched,
            mislukt=completeness.failed,
            index=completeness.generation,
            nieuwste=completeness.newest,
            beperkt=Beperkingen.from_limits(completeness.limits) if completeness.limits else None,
            onherkend=completeness.unknown,
        )


class Lezing(Shape):
    """Een van de waarden die documenten over hetzelfde punt geven."""

    waarde: str
    bronnen: list[int] = Field(description="De nummers van de bronnen die deze waarde geven.")
    document_datum: str | None = None
    jaar: str | None = Field(default=None, description="Het jaar waarvan de waarde is, als dat er staat.")
    strijdig: bool = Field(
        default=True,
        description="Onwaar als elke waarde van een ander jaar is, of van iets anders, of van geen ervan bekend is van wanneer zij is.",
    )

    @classmethod
    def from_variant(cls, variant: Variant) -> Lezing:
        """Give the wire form of one of the values."""
        return cls(
            waarde=variant.value,
            bronnen=list(variant.numbers),
            document_datum=variant.date,
            jaar=variant.year,
            strijdig=variant.opposed,
        )


class Geval(Shape):
    """Een van de gevallen waarvoor een document elk een eigen waarde geeft: een rij van een tabel, of een punt van een lijst."""

    geval: str = Field(description="De woorden van het document voor dit geval, zoals `Klasse 1 en 2`.")
    waarde: str
    bronnen: list[int] = Field(description="De nummers van de bronnen die deze waarde geven.")

    @classmethod
    def from_case(cls, case: Case) -> Geval:
        """Give the wire form of one of the cases."""
        return cls(geval=case.label, waarde=case.value, bronnen=list(case.numbers))


class Deels(Shape):
    """Wat de documenten van de vraag wel noemen, en wat niet gevonden is."""

    genoemd: list[str]
    niet_gevonden: list[str]

    @classmethod
    def from_parts(cls, parts: Parts) -> Deels:
        """Give the wire form of an answer to a part of the question."""
        return cls(genoemd=list(parts.named), niet_gevonden=list(parts.missing))


class Vindplaats(Shape):
    """Een plaats waar het gezochte staat."""

    document: str
    bestand: str
    titel: str
    document_datum: str | None = None
    pagina: int | None = None
    start: int
    eind: int
    citaat: str = Field(description="Letterlijk de documenttekst van `start` tot `eind`.")

    @classmethod
    def from_mention(cls, mention: Mention) -> Vindplaats:
        """Give the wire form of a mention."""
        return cls(
            document=mention.document_id,
            bestand=mention.path,
            titel=mention.title,
            document_datum=mention.date,
            pagina=mention.page,
            start=mention.span.start,
            eind=mention.span.end,
            citaat=mention.quote,
        )


class Vindplaatsen(Shape):
    """Plaatsen in de volgorde van pad en plaats in het document."""

    items: list[Vindplaats]
    totaal: int


class Telling(Shape):
    """Een telling over de hele index: elke plaats is meegeteld, niet alleen de beste."""

    wat: str
    documenten: int
    keer: int
    elders: int = Field(
        default=0, description="Bij documenten die ergens over gaan: zoveel andere noemen het ook."
    )
    vindplaatsen: Vindplaatsen

    @classmethod
    def from_tally(cls, tally: Tally) -> Telling:
        """Give the wire form of a count."""
        items = [Vindplaats.from_mention(mention) for mention in tally.mentions]
        places = Vindplaatsen(items=items, totaal=len(items))
        return cls(
            wat=tally.what,
            documenten=tally.documents,
            keer=tally.times,
            elders=tally.elsewhere,
            vindplaatsen=places,
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
    gesprek: str | None = Field(
        default=None, description="Kenmerk van het gesprek; geef het mee met een vervolgvraag."
    )
    begrepen: str | None = Field(
        default=None, description="De vraag zoals zij in het gesprek begrepen is, als dat een andere is."
    )
    tegenspraak: list[Lezing] | None = Field(
        default=None, description="De waarden die elkaar tegenspreken, het nieuwste document eerst."
    )
    gevallen: list[Geval] | None = Field(
        default=None, description="De waarde per geval, als de vraag niet zegt welk geval bedoeld is."
    )
    deels: Deels | None = Field(default=None, description="Als maar een deel van de vraag beantwoord is.")
    telling: Telling | None = Field(
        default=None, description="Bij een vraag naar alles: de volledige telling."
    )
    vervolgvragen: list[str] | None = Field(
        default=None, description="Vragen die hierbij horen en die de documenten beantwoorden."
    )

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
            begrepen=answer.resolved,
            tegenspraak=[Lezing.from_variant(variant) for variant in answer.variants] or None,
            gevallen=[Geval.from_case(case) for case in answer.cases] or None,
            deels=Deels.from_parts(answer.parts) if answer.parts else None,
            telling=Telling.from_tally(answer.tally) if answer.tally else None,
            vervolgvragen=list(answer.suggestions) or None,
        )


def _write_facts(answer: Answer, find_document: Callable[[str], Document]) -> Iterator[Feit]:
    """Yield the facts of an answer; each document is fetched and cut once."""
    known: dict[str, tuple[Document, Surroundings]] = {}
    for owner, fact in answer.extracts:
        if owner not in known:
            document = find_document(owner)
            known[owner] = document, Surroundings.of(document)
        yield Feit.from_extract(fact, *known[owner])
