"""The state of the index, of an ingest and of the service on the wire."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from assistant import types
from assistant.wire.documents import DOCUMENT_KINDS, DocumentItem
from assistant.wire.failures import Mislukking
from assistant.wire.shapes import Shape


class Inleesbeurt(Shape):
    """Een keer dat de documenten ingelezen zijn, met aantallen documenten."""

    tijd: str = Field(description="Begin (UTC).")
    seconden: float
    toegevoegd: int
    gewijzigd: int
    verwijderd: int
    hernoemd: int
    mislukt: int

    @classmethod
    def from_run(cls, run: types.LastRun) -> Inleesbeurt:
        """Give the wire form of a run."""
        return cls(
            tijd=run.time,
            seconden=run.seconds,
            toegevoegd=run.added,
            gewijzigd=run.changed,
            verwijderd=run.removed,
            hernoemd=run.renamed,
            mislukt=run.failed,
        )


def name_kinds(kinds: Iterable[tuple[types.DocumentKind | None, int]]) -> dict[str, int]:
    """Give the number of documents of each kind under its Dutch name."""
    return {DOCUMENT_KINDS[kind] if kind else "onbekend": count for kind, count in kinds}


class Status(Shape):
    """De toestand van de index."""

    index: str = Field(description="De versie van de index.")
    documenten: int
    passages: int
    mislukt: int
    mislukkingen: list[Mislukking]
    model: str
    dimensie: int
    analyse: str = Field(description="Versie van de taalkundige ontleding.")
    bytes: int = Field(description="Grootte van de index op schijf.")
    nieuwste: str | None = Field(default=None, description="Datum van het nieuwste document.")
    soorten: dict[str, int] | None = Field(default=None, description="Aantal documenten per soort.")
    ingelezen: Inleesbeurt | None = Field(default=None, description="De laatste keer dat er ingelezen is.")

    @classmethod
    def from_status(cls, status: types.Status) -> Status:
        """Give the wire form of the state of an index."""
        return cls(
            index=status.generation,
            documenten=status.documents,
            passages=status.passages,
            mislukt=len(status.failures),
            mislukkingen=[Mislukking.from_trouble(trouble) for trouble in status.troubles]
            or [Mislukking.from_failure(failure) for failure in status.failures],
            model=status.model,
            dimensie=status.dimension,
            analyse=status.analyser,
            bytes=status.bytes,
            nieuwste=status.newest,
            soorten=name_kinds(status.kinds) or None,
            ingelezen=Inleesbeurt.from_run(status.last) if status.last else None,
        )


class Inleesverslag(Shape):
    """Wat het inlezen deed; bestanden zijn paden onder de documentenmap."""

    index: str
    documenten: int
    passages: int
    toegevoegd: list[str]
    gewijzigd: list[str]
    verwijderd: list[str]
    hernoemd: list[str]
    ongewijzigd: int
    dubbel: list[str]
    mislukt: int
    mislukkingen: list[Mislukking]
    opmerkingen: list[str]

    @classmethod
    def from_report(cls, report: types.IngestReport) -> Inleesverslag:
        """Give the wire form of what an ingest did."""
        return cls(
            index=report.generation,
            documenten=report.documents,
            passages=report.passages,
            toegevoegd=list(report.added),
            gewijzigd=list(report.changed),
            verwijderd=list(report.removed),
            hernoemd=list(report.renamed),
            ongewijzigd=len(report.unchanged),
            dubbel=[f"{copy} (gelijk aan {original})" for copy, original in report.copies],
            mislukt=len(report.failed),
            mislukkingen=[Mislukking.from_failure(failure) for failure in report.failed],
            opmerkingen=[f"{path}: {notice}" for path, notice in report.notices],
        )


class Toegevoegd(Shape):
    """Wat er van toegezonden bestanden geworden is."""

    items: list[DocumentItem] = Field(description="De documenten die erin staan; een archief geeft er meer.")
    totaal: int
    mislukkingen: list[Mislukking] | None = Field(
        default=None, description="Bestanden, of delen van een archief, die niet gelezen zijn."
    )


class Gezondheid(Shape):
    """Leeft de dienst, en is er een index om uit te antwoorden?"""

    status: str = Field(description="`ok`, of `geen index` zolang er niets te beantwoorden valt.")
    versie: str = Field(description="Versie van Leeswijzer.")
    index: str | None = Field(default=None, description="De versie van de index.")
    documenten: int | None = None
    passages: int | None = None
    melding: str | None = Field(default=None, description="Wat er ontbreekt en wat u kunt doen.")
