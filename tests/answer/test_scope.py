"""Words that name a document choose where to look, and are no part of what is looked for."""

from __future__ import annotations

import pytest

from assistant.answer.scope import read_scope
from assistant.types import DocumentKind, DocumentRecord


def record(path: str, title: str, date: str | None, kind: DocumentKind | None, **more: str) -> DocumentRecord:
    return DocumentRecord(
        id=path, path=path, sha256="0", title=title, chars=1, passages=1, date=date, kind=kind, **more
    )


RECORDS = (
    record(
        "voortgang-2019-2020.pdf",
        "Voortgangsrapportage Waddenagenda",
        "2020-10",
        DocumentKind.PROGRESS_REPORT,
    ),
    record(
        "voortgang-2020-2021.pdf",
        "Voortgangsrapportage Waddenagenda",
        "2021-10",
        DocumentKind.PROGRESS_REPORT,
    ),
    record("dijken.md", "Besluit over subsidie voor dijken", "2020-05-06", DocumentKind.DECISION),
    record("raad.md", "Verslag van de dorpsraad", "2020-07-09", DocumentKind.MINUTES),
    record("akkoord.pdf", "Fries coalitieakkoord", None, DocumentKind.POLICY),
    record("los.txt", "Een losse bladzijde", "2020-07-09", None),
)
NAMED = [
    (
        "Hoeveel bezoekers trok de beurs volgens het voortgangsrapport van 2020?",
        "Hoeveel bezoekers trok de beurs?",
        ["voortgang-2019-2020.pdf"],
    ),
    (
        "Wie trekt de Waddenagenda in de voortgangsrapportage 2020-2021?",
        "Wie trekt de Waddenagenda?",
        ["voortgang-2020-2021.pdf"],
    ),
    ("Wat kost een dijk volgens het besluit over subsidie voor dijken?", "Wat kost een dijk?", ["dijken.md"]),
    (
        "Volgens het verslag van 9 juli 2020, wie sloot de vergadering?",
        "wie sloot de vergadering?",
        ["raad.md"],
    ),
    ("Wat is een terp volgens het Fries coalitieakkoord?", "Wat is een terp?", ["akkoord.pdf"]),
    (
        "Hoeveel geld kreeg in het voortgangsrapport van 2021 de haven?",
        "Hoeveel geld kreeg de haven?",
        ["voortgang-2020-2021.pdf"],
    ),
    (
        "Wat zegt het Fries coalitieakkoord over wadlopen met honden?",
        "Wat staat er over wadlopen met honden?",
        ["akkoord.pdf"],
    ),
    (
        "Wat meldt de voortgangsrapportage van 2021 over de haven?",
        "Wat staat er over de haven?",
        ["voortgang-2020-2021.pdf"],
    ),
]


@pytest.mark.parametrize(("question", "rest", "documents"), NAMED)
def test_a_named_document_is_found_and_left_out_of_the_question(
    question: str, rest: str, documents: list[str]
) -> None:
    scope = read_scope(question, RECORDS)
    assert scope is not None
    assert (scope.rest, sorted(scope.documents)) == (rest, documents)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel geld gaf de provincie in het kader van de crisis?",
        "Wat staat er in het rapport?",
        "Wat staat er in het verslag van 9 juli 2020?",
        "Hoeveel bezoekers kwamen er volgens het voortgangsrapport van 2018?",
        "Wat kost een dijk volgens het besluit over molens?",
        "Wie is de dijkgraaf in 2020?",
    ],
)
def test_what_names_no_document_for_sure_stays_part_of_the_question(question: str) -> None:
    assert read_scope(question, RECORDS) is None
