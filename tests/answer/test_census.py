"""Questions for everything are told from questions for one thing."""

from __future__ import annotations

import pytest

from assistant.answer.census import CensusKind, read_census
from assistant.types import ExtractKind

COUNTED = [
    ("Welke documenten noemen de veerpont?", CensusKind.DOCUMENTS, "de veerpont"),
    ("In welke stukken komt Holwerd voor?", CensusKind.DOCUMENTS, "Holwerd"),
    ("In welke verslagen wordt het Huis van de Wijk genoemd?", CensusKind.DOCUMENTS, "het Huis van de Wijk"),
    ("In hoeveel documenten komt het woord waterstof voor?", CensusKind.DOCUMENT_COUNT, "waterstof"),
    ("Hoeveel rapporten noemen de veerpont?", CensusKind.DOCUMENT_COUNT, "de veerpont"),
    ("Hoe vaak komt waterstof voor in de documenten?", CensusKind.TIMES, "waterstof"),
    ("Hoeveel keer wordt de term brede welvaart gebruikt?", CensusKind.TIMES, "brede welvaart"),
    ("Waar wordt de veerpont genoemd?", CensusKind.DOCUMENTS, "de veerpont"),
]


@pytest.mark.parametrize(("question", "kind", "subject"), COUNTED)
def test_what_is_counted_is_read(question: str, kind: CensusKind, subject: str) -> None:
    census = read_census(question)
    assert census is not None
    assert (census.kind, census.subject) == (kind, subject)


FACTS = [
    ("Noem alle bedragen over de haven in 2020", ExtractKind.AMOUNT, "de haven", 2020),
    ("Alle afspraken over Vlaanderen", ExtractKind.ACTION, "Vlaanderen", None),
    ("Geef een overzicht van alle acties over energie.", ExtractKind.ACTION, "energie", None),
    ("Welke bedragen worden genoemd over de brug?", ExtractKind.AMOUNT, "de brug", None),
    ("Welke gemeenten worden er genoemd in de documenten?", ExtractKind.REGION, None, None),
    ("Noem alle bedragen.", ExtractKind.AMOUNT, None, None),
    ("Geef een lijst van alle bedrijven die genoemd worden.", ExtractKind.ORGANISATION, None, None),
    ("Welke partijen worden genoemd in verband met de haven?", ExtractKind.ORGANISATION, "de haven", None),
    ("Welke toezeggingen zijn er gedaan over de haven?", ExtractKind.ACTION, "de haven", None),
    ("Welke bedragen staan er in de documenten?", ExtractKind.AMOUNT, None, None),
]


@pytest.mark.parametrize(("question", "kind", "subject", "year"), FACTS)
def test_facts_that_are_asked_for_are_read(
    question: str, kind: ExtractKind, subject: str | None, year: int | None
) -> None:
    census = read_census(question)
    assert census is not None
    assert census.sort is not None
    assert (census.sort.kind, census.subject, census.year) == (kind, subject, year)


def test_who_is_called_something_asks_for_persons_with_that_role() -> None:
    census = read_census("Wie worden er genoemd als trekker?")
    assert census is not None
    assert census.sort is not None
    assert (census.sort.kind, census.role) == (ExtractKind.PERSON, "trekker")


@pytest.mark.parametrize(
    "question",
    [
        "Hoe vaak komt de stuurgroep bij elkaar?",
        "Hoe vaak komt de griep voor in Groningen?",
        "Welke landen worden genoemd als voorbeeld?",
        "Wie zijn alle partners van de haven?",
        "Zijn alle gemeenten in 2020 aangesloten?",
        "Hoeveel documenten moet een aanvrager indienen?",
        "Welke bedragen gelden voor een tuin?",
        "",
    ],
)
def test_a_question_for_one_thing_is_no_census(question: str) -> None:
    assert read_census(question) is None


@pytest.mark.parametrize(
    "question",
    ["Hoeveel bedrijven worden er genoemd?", "Hoeveel verschillende bedrijven staan er in de documenten?"],
)
def test_how_many_are_named_asks_for_the_number_of_different_ones(question: str) -> None:
    census = read_census(question)
    assert census is not None
    assert (census.kind, census.noun) == (CensusKind.FACT_COUNT, "bedrijven")


def test_words_before_the_subject_are_no_part_of_it() -> None:
    census = read_census("In welke stukken staat iets over de haven?")
    assert census is not None
    assert census.subject == "de haven"


ABOUT = [
    ("Welke documenten gaan over een veerpont?", "over een veerpont"),
    ("Welke UBO-verslagen zijn van het traject Haven?", "UBO van het traject Haven"),
    ("Beslissingen over windmolens in Delfzijl?", "over windmolens in Delfzijl"),
    ("Welke beslissingen kenden steun voor zwembaden toe?", "steun voor zwembaden"),
    ("Geef alle verslagen van de werkgroep Water", "van de werkgroep Water"),
]


@pytest.mark.parametrize(("question", "subject"), ABOUT)
def test_documents_about_something_are_asked_for(question: str, subject: str) -> None:
    census = read_census(question)
    assert census is not None
    assert (census.kind, census.subject) == (CensusKind.ABOUT, subject)


@pytest.mark.parametrize(
    "question", ["Welke documenten moet een aanvrager meesturen?", "Welk rapport kreeg de minister?"]
)
def test_a_question_about_a_document_does_not_ask_which_documents_there_are(question: str) -> None:
    assert read_census(question) is None
