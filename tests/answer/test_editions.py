"""A document of another year than is asked for is not quoted as if it were that one."""

from __future__ import annotations

import pytest

from assistant.answer.editions import find_absent_edition
from assistant.answer.titlenames import Named, find_named
from assistant.assistant import Assistant
from assistant.types import DocumentRecord
from tests.answer.conftest import OpenTexts
from tests.answer.test_titlenames import BOOK, spread


def record(
    date: str | None, title: str = "Programma Samen verder", period: str | None = None
) -> DocumentRecord:
    return DocumentRecord(
        id="DLO_2031.txt",
        path="DLO.txt",
        sha256="0",
        title=title,
        chars=1,
        passages=1,
        date=date,
        period=period,
    )


def name(question: str) -> Named:
    (named,) = find_named(question, BOOK, spread)
    return named


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("Wat staat er in het DLO-programma van 2027 over zwanen?", "het DLO-programma van 2027"),
        (
            "Wat zegt het verkiezingsprogramma 2027 van DLO over zwanen?",
            "het verkiezingsprogramma 2027 van DLO",
        ),
        ("Hoeveel sluizen komen er volgens het plan van DLO?", "DLO"),
        (
            "Hoeveel sluizen komen er volgens het programma van DLO uit 2027?",
            "volgens het programma van DLO uit 2027",
        ),
        ("Wat wil DLO in 2027 met zwanen?", "DLO"),
    ],
)
def test_the_year_of_a_document_is_part_of_its_name(question: str, known: str) -> None:
    assert (name(question).known, name(question).names[0].split("-")[0]) == ((known,), "DLO")


@pytest.mark.parametrize(
    ("question", "held", "year"),
    [
        ("Wat staat er in het DLO-programma van 2027 over zwanen?", record("2031"), "2027"),
        ("Wat staat er in het DLO-programma van 2027 over zwanen?", record("2027-03"), None),
        (
            "Wat staat er in het DLO-programma van 2027 over zwanen?",
            record("2025", "Programma 2025- 2029"),
            None,
        ),
        ("Wat staat er in het DLO-programma van 2027 over zwanen?", record(None, "Programma 2027"), None),
        ("Wat staat er in het DLO-programma van 2027 over zwanen?", record("2031", period="2027/2031"), None),
        ("Wat staat er in het DLO-programma van 2027 over zwanen?", record(None), None),  # of no known year
        ("Wat wil DLO volgens het programma van 2027 met zwanen?", record("2031"), "2027"),
        ("Wat wil DLO volgens het visserijbesluit van 2027 met zwanen?", record("2031"), None),
        ("Wat wil DLO in 2027 met zwanen?", record("2031"), None),
    ],
)
def test_a_document_of_another_year_is_not_the_one(
    question: str, held: DocumentRecord, year: str | None
) -> None:
    edition = find_absent_edition(question, name(question), (held,))
    assert (edition and edition.year) == year


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts(
        {
            "DLO_2031.md": "# Verkiezingsprogramma 2031\n\nWij laten zwanen in de Vliet.",
            "VVZ_2027.md": "# Verkiezingsprogramma 2027\n\nWij willen geen zwanen in de Vliet.\n\nWij bouwen drie sluizen.",
        }
    )


@pytest.mark.parametrize(
    "question",
    [
        "Wat staat er in het DLO-programma van 2027 over zwanen?",
        "Wat zegt het verkiezingsprogramma van 2027 van DLO over zwanen?",
        "Hoeveel sluizen wil DLO bouwen volgens het verkiezingsprogramma van 2027?",
    ],
)
def test_that_the_document_of_a_year_is_not_there_is_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.answered
    assert answer.text.startswith(
        "Een document van 2027 van of over DLO is er niet, wel ‘Verkiezingsprogramma 2031"
    )
    assert {citation.path for citation in answer.nearby} <= {"DLO_2031.md"}


def test_the_document_of_the_year_answers(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel sluizen wil VVZ bouwen volgens het programma van 2027?")
    assert answer.short == "drie sluizen"


def test_a_single_document_that_was_looked_in_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel kernwapens wil Truus Nijveen volgens DLO_2031.md bij de Vliet?")
    assert not answer.answered
    assert "‘Verkiezingsprogramma 2031" in answer.text
    assert "documenten" not in answer.text
