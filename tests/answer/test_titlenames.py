"""A word of a title, file name or organisation says where to look, and is no part of what is looked for."""

from __future__ import annotations

import pytest

from assistant.answer.namebook import NameBook
from assistant.answer.namedcounts import read_count
from assistant.answer.namedsides import read_sides
from assistant.answer.question import parse_question
from assistant.answer.titlenames import Spread, find_named, leave_known, without_known
from assistant.assistant import Assistant
from assistant.types import DocumentRecord
from tests.answer.conftest import OpenTexts


def record(path: str, title: str, organisation: str | None = None) -> DocumentRecord:
    return DocumentRecord(
        id=path, path=path, sha256="0", title=title, chars=1, passages=1, organisation=organisation
    )


RECORDS = (
    record("DLO_2031.txt", "Samen verder"),
    record("VeldEnVaart_2031.txt", "Voorwoord van Truus Nijveen"),
    record(
        "regeling_molenbond_2030_AB0031.md",
        "Regeling van de gemeente Lier, houdende subsidie aan de Molenbond",
    ),
    record("regeling_subsidie_borgstelling.md", "Subsidieregeling borgstelling vijvers"),
    record("brug.md", "Besluit over de brug in Lier"),
    record("kade.md", "Besluit over de kade in Lier", "Waterschap Zevenaa"),
    record("haven.md", "Regeling haven Lier"),
    record("weg.md", "Regeling weg Lier"),
)
BOOK = NameBook(RECORDS)


def spread(word: str, documents: frozenset[str]) -> Spread:
    """Everybody speaks of the bridge; the water board names itself in every paragraph."""
    return Spread(0.2 if word == "Brug" else 1.0, 0.9 if word == "Zevenaa" else 0.1)


@pytest.mark.parametrize(
    ("question", "document", "rest"),
    [
        ("Wil DLO een tweede brug?", "DLO_2031.txt", "Wil een tweede brug?"),
        ("Hoe hoog wordt het loon volgens DLO_2031?", "DLO_2031.txt", "Hoe hoog wordt het loon?"),
        ("Wat vindt Veld en Vaart van zwanen?", "VeldEnVaart_2031.txt", "Wat vindt van zwanen?"),
        ("Wat vindt VeldEnVaart van zwanen?", "VeldEnVaart_2031.txt", "Wat vindt van zwanen?"),
        ("Wat vindt Veld-en-Vaart van zwanen?", "VeldEnVaart_2031.txt", "Wat vindt van zwanen?"),
        (
            "Hoe hoog is het plafond van de Molenbond?",
            "regeling_molenbond_2030_AB0031.md",
            "Hoe hoog is het plafond?",
        ),
        (
            "Wanneer vervalt de Regeling Molenbond 2030?",
            "regeling_molenbond_2030_AB0031.md",
            "Wanneer vervalt?",
        ),
        (
            "Hoe hoog is de borg volgens de regeling borgstelling vijvers?",
            "regeling_subsidie_borgstelling.md",
            "Hoe hoog is de borg?",
        ),
        (
            "Hoe lang duurt een DLO-project?",
            "DLO_2031.txt",
            "Hoe lang duurt een project?",
        ),
        ("Wat kost de Brug?", None, ""),  # other documents speak of it too
        ("Wat gebeurt er in Lier?", None, ""),  # too many are called so
        ("Hoe hoog is de dijk van Zevenaa?", None, ""),  # where it does not say so, it is of something else
        ("Wat kost een molen?", None, ""),
        ("Hoeveel zetels haalde DLO in Lier?", None, ""),  # of itself it tells nothing
        ("Hoeveel leden telt de Molenbond?", None, ""),
    ],
)
def test_a_name_says_where_to_look(question: str, document: str | None, rest: str) -> None:
    found = find_named(question, BOOK, spread)
    assert [(sorted(one.documents), one.rest) for one in found] == ([([document], rest)] if document else [])


def test_a_file_name_that_is_typed_is_firm() -> None:
    (typed,) = find_named("Wat staat er in weg.md over tol?", BOOK, spread)
    (called,) = find_named("Wat wil DLO met tol?", BOOK, spread)
    assert (typed.documents, typed.firm, called.firm) == (frozenset({"weg.md"}), True, False)


def test_two_names_are_of_two_documents() -> None:
    found = find_named("Vergelijk DLO en de Molenbond over zwanen.", BOOK, spread)
    assert [sorted(one.documents) for one in found] == [
        ["DLO_2031.txt"],
        ["regeling_molenbond_2030_AB0031.md"],
    ]


def test_a_name_alone_asks_nothing_of_its_document() -> None:
    assert find_named("Wat is DLO?", BOOK, spread) == ()


def test_what_names_the_document_need_not_be_met() -> None:
    question = leave_known(parse_question("Hoe lang duurt een DLO-project in 2031?"), ("DLO-",))
    assert [word.text for word in question.words] == ["lang", "duurt", "project", "2031"]
    assert without_known("Wat wil DLO?", ("DLO",)) == "Wat wil?"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Vergelijk DLO en de Molenbond over zwanen.", ["Wat staat er over zwanen?"] * 2),
        (
            "Wat is het verschil tussen het programma van DLO en dat van de Molenbond wat betreft zwanen?",
            ["Wat staat er over zwanen?"] * 2,
        ),
        (
            "Wat willen DLO en de Molenbond met zwanen?",
            ["Wat willen DLO met zwanen?", "Wat willen de Molenbond met zwanen?"],
        ),
        ("Betaalt DLO de rekening van de Molenbond?", []),
    ],
)
def test_each_side_is_asked_of_its_own_document(question: str, asked: list[str]) -> None:
    found = find_named(question, BOOK, spread)
    assert [side.question for side in read_sides(question, found)] == asked


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Hoe vaak noemt DLO zwanen?", "Hoe vaak komt zwanen voor?"),
        ("Hoe vaak komt zwaan voor bij DLO?", "Hoe vaak komt zwaan voor?"),
        ("Hoe vaak komt in DLO_2031 het woord zwaan voor?", "Hoe vaak komt het woord zwaan voor?"),
        ("Hoe vaak komt DLO bijeen?", None),
    ],
)
def test_how_often_is_counted_in_the_document(question: str, asked: str | None) -> None:
    found = find_named(question, BOOK, spread)
    assert [read_count(question, one) for one in found] == ([asked] if found else [])


PLAN = """# Samen verder

Wij willen een bindend referendum over elk groot bouwplan.

We verhogen de vergoeding voor leerlingen naar 430 euro per maand.

Zwanen blijven in de Vliet welkom.
"""
OTHER = """# Vooruit met de streek

Wij willen geen referendum.

De vergoeding voor leerlingen wordt 310 euro per maand.

We bouwen drie sluizen.
"""
RULE = """# Regeling Molenbond 2030

## Artikel 1

Het plafond bedraagt € 81.200.

## Artikel 2

Deze regeling vervalt met ingang van 1 maart 2034.
"""
LAW = """# Regeling kadefonds

## Artikel 1

Het plafond bedraagt € 7.000.

## Artikel 2

Deze regeling vervalt met ingang van 1 mei 2029.
"""


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts(
        {
            "DLO_2031.md": PLAN,
            "VVZ_2031.md": OTHER,
            "regeling_molenbond.md": RULE,
            "regeling_kadefonds.md": LAW,
        }
    )


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Hoe hoog wordt de vergoeding voor leerlingen volgens DLO?", "430 euro"),
        ("Hoe hoog wordt de vergoeding voor leerlingen volgens VVZ_2031?", "310 euro"),
        ("Hoeveel sluizen wil VVZ bouwen?", "drie sluizen"),
        ("Hoe hoog is het plafond van de Molenbond?", "€ 81.200"),
        ("Wanneer vervalt de Regeling kadefonds?", "1 mei 2029"),
    ],
)
def test_a_document_that_never_says_its_name_answers(
    assistant: Assistant, question: str, quoted: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answered
    assert quoted in answer.citations[0].quote


def test_of_a_name_in_a_file_name_is_never_said_that_no_document_has_it(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel kernwapens wil DLO kopen in 2099?")
    assert not answer.answered
    assert "DLO" not in answer.text.split("\n")[0]


def test_a_side_without_the_subject_is_not_found(assistant: Assistant) -> None:
    answer = assistant.ask("Vergelijk DLO en VVZ over zwanen.")
    assert answer.answered
    assert "Niet gevonden: VVZ" in answer.text
    assert all("Zwanen" in citation.quote for citation in answer.citations[:1])


def test_how_often_a_document_says_a_word_is_counted_there(assistant: Assistant) -> None:
    assert assistant.ask("Hoe vaak noemt VVZ sluizen?").short == "1 keer"
