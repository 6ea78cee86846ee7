"""Questions for everything are told from questions for one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.census import CensusKind, read_census
from assistant.answer.census_actions import ActionQuestion
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
    ("Ik zoek de stukken waarin de veerpont voorkomt.", CensusKind.DOCUMENTS, "de veerpont"),
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
    ("Alle acties van 2020 over energie", ExtractKind.ACTION, "energie", 2020),
    ("Noem alle bedragen uit het jaar 2020 over de haven", ExtractKind.AMOUNT, "de haven", 2020),
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


ALL_YEAR = ("2024-01-01", "2024-12-31")
ACTIONS = [
    ("Welke acties hebben een deadline in 2024?", ActionQuestion("acties", counted=False, due=ALL_YEAR)),
    ("Hoeveel acties hebben een deadline?", ActionQuestion("acties", counted=True, due=(None, None))),
    (
        "Welke actiepunten over de brug moeten in 2024 klaar zijn?",
        ActionQuestion("actiepunten", counted=False, subject="de brug", due=ALL_YEAR),
    ),
    (
        "Geef alle afspraken van de gemeente Ede over energie",
        ActionQuestion("afspraken", counted=False, actor="de gemeente Ede", subject="energie"),
    ),
    (
        "Welke toezeggingen heeft het college gedaan?",
        ActionQuestion("toezeggingen", counted=False, actor="het college"),
    ),
    ("Welke acties zijn vertraagd?", ActionQuestion("acties", counted=False, states=("delayed",))),
    ("Noem alle afgeronde acties", ActionQuestion("acties", counted=False, states=("done",))),
]


@pytest.mark.parametrize(("question", "expected"), ACTIONS)
def test_actions_are_asked_for_by_doer_deadline_and_state(question: str, expected: ActionQuestion) -> None:
    census = read_census(question, lambda words: ALL_YEAR if "2024" in words else None)
    assert census is not None
    assert census.actions is not None
    assert replace(census.actions, told="") == expected
    assert census.sort is not None
    assert census.sort.kind is ExtractKind.ACTION


@pytest.mark.parametrize(
    "question",
    [
        "Alle acties van 2020 over energie",
        "Noem alle acties van het eerste kwartaal van 2021 over energie",
        "Alle toezeggingen van maart 2021",
        "Alle afspraken van 2019 en 2020",
        "Alle acties van 12",
    ],
)
def test_a_number_or_a_time_does_nothing(question: str) -> None:
    census = read_census(question)
    assert census is None or census.actions is None


def test_a_deadline_in_words_that_name_no_time_is_no_census() -> None:
    assert read_census("Welke acties hebben een deadline in 2024?") is None


@pytest.mark.parametrize(
    ("question", "kind", "subject"),
    [
        ("Welke documenten uit 2023 noemen de veerpont?", CensusKind.DOCUMENTS, "de veerpont"),
        ("Hoe vaak wordt de veerpont in 2023 genoemd?", CensusKind.TIMES, "de veerpont"),
        ("Hoe vaak wordt de veerpont genoemd in 2023?", CensusKind.TIMES, "de veerpont"),
        ("Welke verslagen van 2023 gaan over de veerpont?", CensusKind.ABOUT, "over de veerpont"),
        ("Hoeveel documenten uit 2023 zijn er?", CensusKind.ALL, None),
    ],
)
def test_the_year_of_documents_is_told_from_their_subject(
    question: str, kind: CensusKind, subject: str | None
) -> None:
    census = read_census(question)
    assert census is not None
    assert (census.kind, census.subject, census.dated) == (kind, subject, 2023)


@pytest.mark.parametrize(
    "question",
    ["Hoeveel documenten zijn er?", "Welke documenten doorzoekt u?", "Hoeveel documenten zijn er in totaal?"],
)
def test_the_documents_themselves_are_asked_for(question: str) -> None:
    census = read_census(question)
    assert census is not None
    assert (census.kind, census.dated) == (CensusKind.ALL, None)


@pytest.mark.parametrize(
    "question",
    [
        "Hoe vaak komt de stuurgroep bij elkaar?",
        "Hoe vaak komt de griep voor in Groningen?",
        "Welke landen worden genoemd als voorbeeld?",
        "Wie zijn alle partners van de haven?",
        "Zijn alle gemeenten in 2020 aangesloten?",
        "Hoeveel documenten moet een aanvrager indienen?",
        "Hoeveel brieven met klachten kreeg de haven?",
        "Hoeveel rapporten met cijfers stuurde Lier?",
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


@pytest.mark.parametrize(
    "question", ["Welke organ\u0131saties worden genoemd?", "Welke per\u017fonen worden genoemd?"]
)
def test_a_noun_with_a_letter_that_only_looks_alike_is_no_noun(question: str) -> None:
    assert read_census(question) is None


def test_a_state_is_read_whatever_its_letters() -> None:
    census = read_census("Welke acties zijn in u\u0131tvoering?")
    assert census is not None
    assert census.actions is not None
    assert census.actions.states == ("running",)
