"""Fault 56: filters are applied before ranking; what they leave out is not quoted, counted, compared or named.

The same questions are asked of two folders that differ only in a document that the filter leaves out.
"""

from __future__ import annotations

from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.ingestion import ingest
from assistant.types import ExtractKind, Filters
from assistant.wire import Antwoord

SHOWN = """# Nota brug Elsloo

4 mei 2020

De brug van Elsloo kost 4,5 miljoen euro. De gemeente Stein vroeg de subsidie aan. De brug is 90 meter lang.
"""
HIDDEN = (
    """# Nota brug Elsloo

4 mei 2022

De brug van Elsloo kost 6,1 miljoen euro. Wethouder Karin Terpstra opende de brug van Elsloo in Urmond.
""",
    """# Verslag tuin Wijnandsrade

4 mei 2022

De tuin van Wijnandsrade heeft 31 bomen en een vijver. Tuinman Piet Houben plantte ze in 1998. De tuin hoort bij Kasteel Maasveld.
""",
)
BORDERLINE = "Wie opende de brug van Elsloo?"
"""Nobody, within the filter. How sure that is depends on how rare words are, which is counted over all documents."""
QUESTIONS = (
    "Hoeveel kost de brug van Elsloo?",
    "Welke documenten noemen Elsloo?",
    "Hoe vaak komt Elsloo voor?",
    "Noem alle bedragen over de brug",
    "Hoe lang is de brug?",
    "Wie vroeg de subsidie aan?",
    "Wat staat er over de brug van Elsloo?",
    "Is de brug van Elsloo duurder geworden?",
    "Hoeveel kost de brug bij Maasveld?",  # a name that only one of the hidden documents holds
)
SECRETS = ("6,1", "Terpstra", "Urmond", "Wijnandsrade", "Houben", "geheim.md", "2022")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, dict[str, Any]]]:
    """What both folders answer within the one document, and their passages and facts."""
    found = []
    for number, hidden in enumerate(HIDDEN):
        folder = tmp_path_factory.mktemp(f"map{number}")
        (folder / "corpus").mkdir()
        (folder / "corpus" / "brug.md").write_text(SHOWN, encoding="utf-8")
        (folder / "corpus" / "geheim.md").write_text(hidden, encoding="utf-8")
        settings = Settings(corpus=folder / "corpus", index=folder / "index", workers=1)
        ingest(settings)
        with Assistant.open(settings) as assistant:
            (shown,) = (record.id for record in assistant.records() if record.path == "brug.md")
            found.append({question: ask(assistant, question, shown) for question in (*QUESTIONS, BORDERLINE)})
            within = Filters(documents=(shown,))
            hits = assistant.search("brug Elsloo Terpstra tuin", filters=within, limit=100)
            assert {hit.passage.document_id for hit in hits} == {shown}
            facts = assistant.extracts(tuple(ExtractKind), within)
            assert {record.id for record, _ in facts} == {shown}
    return found


def ask(assistant: Assistant, question: str, document: str) -> dict[str, Any]:
    answer = assistant.ask(question, filters=Filters(documents=(document,)), suggest=True)
    shape = Antwoord.from_answer(answer, assistant.document).to_wire()
    del shape["id"], shape["volledigheid"]["index"]
    return shape


def plain(value: Any) -> Any:
    """Give a shape without its scores: how rare a word is, is counted over all documents."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items() if name != "score"}
    return [plain(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_a_filter_leaves_out_changes_nothing(
    answers: list[dict[str, dict[str, Any]]], question: str
) -> None:
    one, other = (plain(found[question]) for found in answers)
    assert one == other
    assert one["volledigheid"]["documenten"] == 1
    assert not [secret for secret in SECRETS if secret in repr(one)]


def test_the_question_is_answered_within_the_filter(answers: list[dict[str, dict[str, Any]]]) -> None:
    assert answers[0]["Hoeveel kost de brug van Elsloo?"]["kort"] == "4,5 miljoen euro"
    assert "tegenspraak" not in answers[0]["Hoeveel kost de brug van Elsloo?"]
    assert not answers[0]["Hoeveel kost de brug bij Maasveld?"]["beantwoord"]


def test_an_answer_that_only_a_hidden_document_has_is_not_given(
    answers: list[dict[str, dict[str, Any]]],
) -> None:
    for found in answers:
        assert not [secret for secret in SECRETS if secret in repr(found[BORDERLINE])]
