"""The parts of documents that an answer was limited to, on the wire."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from assistant.types import Limit, SectionKind
from assistant.wire.shapes import Shape


class Beperking(Shape):
    """Een deel van een document waartoe het antwoord beperkt is."""

    document: str = Field(description="Kenmerk van het document.")
    bestand: str
    titel: str
    soort: str = Field(description="`kop`, `artikel` (dat een alinea opent), `pagina` of `bijschrift`.")
    naam: str = Field(description="De kop, of bijvoorbeeld `artikel 5`, `pagina 12` of het bijschrift.")

    @classmethod
    def from_limit(cls, limit: Limit) -> Beperking:
        """Give the wire form of a part that an answer was kept to."""
        return cls(
            document=limit.document_id,
            bestand=limit.path,
            titel=limit.title,
            soort=_LIMITS[limit.kind],
            naam=limit.heading,
        )


_LIMITS = {
    SectionKind.HEADING: "kop",
    SectionKind.ARTICLE: "artikel",
    SectionKind.PAGE: "pagina",
    SectionKind.CAPTION: "bijschrift",
}


class Beperkingen(Shape):
    """De delen van documenten waartoe het antwoord beperkt is; `items` zijn de eerste honderd."""

    items: list[Beperking]
    totaal: int

    @classmethod
    def from_limits(cls, limits: Sequence[Limit]) -> Beperkingen:
        """Give the wire form of the parts that an answer was kept to."""
        return cls(items=[Beperking.from_limit(limit) for limit in limits[:_MOST_LIMITS]], totaal=len(limits))


_MOST_LIMITS = 100
