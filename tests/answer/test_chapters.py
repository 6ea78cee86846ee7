"""A chapter that a question names limits the answer to the passages under its heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer.chapters import Chapter, read_chapter
from assistant.answer.conversation import make_turn
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.ingestion import ingest

TEXTS = {
    "voortgang-2020.md": """# Voortgangsrapport Waterland 2020

## Inleiding

De veerdienst telt 11 boten. Schipper Ans Bakker opent het verslag.

## 1. Water

De veerdienst kostte 40.000 euro. De dijk is 12 kilometer lang.

### 1.1 Veren en bruggen

De brug bij de molen is 30 meter lang.

### Losse punten

#### 3. Steigers

De steiger telt 77 planken.

## 2. Samenwerking met scholen

De veerdienst kreeg 25.000 euro. Er deden 9 scholen mee.

## Bijlage 2: Kaarten

De kaart toont 14 sluizen.
""",
    "voortgang-2021.md": """# Voortgangsrapport Waterland 2021

## Hoofdstuk 1 Land

De boerderij telt 80 koeien. De veerdienst kostte 55.000 euro.

## Prioriteit 2: Talentontwikkeling

Er waren 66 cursisten.

## Deel 2

De molen maalt sinds 1911.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("hoofdstukken")
    for name, text in TEXTS.items():
        (folder / "corpus").mkdir(exist_ok=True)
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
    settings = replace(Settings(), corpus=folder / "corpus", index=folder / "index")
    ingest(settings)
    with Assistant.open(settings) as opened:
        yield opened


def read(assistant: Assistant, question: str) -> Chapter | None:
    index = assistant._view.index
    return read_chapter(question, index, {record.id for record in index.records()})


def headings(assistant: Assistant, question: str) -> list[str] | None:
    chapter = read(assistant, question)
    return chapter and list(dict.fromkeys(section.heading for section in chapter.sections))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wat kostte de veerdienst volgens hoofdstuk 1?", ["1. Water", "Hoofdstuk 1 Land"]),
        ("Wat kostte de veerdienst in hoofdstuk 2?", ["2. Samenwerking met scholen"]),
        ("Hoe lang is de brug volgens paragraaf 1.1?", ["1.1 Veren en bruggen"]),
        ("Hoeveel planken telt de steiger in hoofdstuk 3?", []),
        ("Hoeveel planken telt de steiger in paragraaf 3?", ["3. Steigers"]),
        ("Hoeveel sluizen zijn er in bijlage 2?", ["Bijlage 2: Kaarten"]),
        ("Hoeveel sluizen zijn er in de bijlage over kaarten?", ["Bijlage 2: Kaarten"]),
        ("Hoeveel scholen zijn er in de bijlage over scholen?", []),
        ("Hoeveel boten telt de veerdienst volgens de inleiding?", ["Inleiding"]),
        ("Hoeveel cursisten telt het hoofdstuk over talent?", None),
        ("Hoeveel cursisten waren er in het hoofdstuk over talent?", ["Prioriteit 2: Talentontwikkeling"]),
        ("Hoe lang is de brug in het hoofdstuk over Waterland?", []),
        ("Sinds wanneer maalt de molen volgens deel 2?", ["Deel 2"]),
        ("Wie woont er in deel 7 van de wijk?", None),
        ("Wat regelt hoofdstuk 1 van de Waterwet over de dijk?", None),
        ("Wat regelt hoofdstuk 1 Waterwet over de dijk?", None),
        ("Wat eist hoofdstuk 7 Awb van de veerdienst?", None),
        ("Welke dijken staan er in bijlage 2 bij richtlijn 2007/60/EG?", None),
        ("Wat zegt bijlage 2 bij het Besluit dijken over de dijk?", None),
        ("Hoe hoog is de dijk volgens het hoofdstuk over hoogte van de Waterwet?", None),
        (
            "Wat kostte de veerdienst volgens hoofdstuk 1 van het voortgangsrapport van 2021?",
            ["Hoofdstuk 1 Land"],
        ),
        (
            "Hoeveel scholen en koeien zijn er in hoofdstuk 2 en in het hoofdstuk over land?",
            ["2. Samenwerking met scholen", "Hoofdstuk 1 Land"],
        ),
        (
            "Hoeveel scholen telt het project in het laatste hoofdstuk van het voortgangsrapport van 2020?",
            ["2. Samenwerking met scholen"],
        ),
        (
            "Hoeveel boten en sluizen zijn er volgens de inleiding en de bijlage?",
            ["Inleiding", "Bijlage 2: Kaarten"],
        ),
        ("Waarover gaat hoofdstuk 1?", None),
        ("Hoe lang moet de dijk worden volgens de aanbevelingen?", None),
        ("Hoe lang is de dijk volgens de samenvatting?", []),
        ("Wat is het aantal cursisten van prioriteit 2?", ["Prioriteit 2: Talentontwikkeling"]),
        ("Wat is het aantal cursisten van maatregel 2?", None),
    ],
)
def test_a_chapter_is_found_by_its_heading(
    assistant: Assistant, question: str, expected: list[str] | None
) -> None:
    assert headings(assistant, question) == expected


def test_two_chapters_are_left_out_of_the_question(assistant: Assistant) -> None:
    chapter = read(
        assistant, "Hoeveel scholen en koeien zijn er  in hoofdstuk 2 en in het hoofdstuk over land?"
    )
    assert chapter is not None
    assert chapter.rest == "Hoeveel scholen en koeien zijn er?"


def test_what_lies_below_a_heading_belongs_to_it(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe lang is de brug volgens hoofdstuk 1?")
    assert answer.short == "30 meter"


def test_the_answer_comes_from_the_chapter_and_says_so(assistant: Assistant) -> None:
    for number, amount in (("1", "40.000 euro"), ("2", "25.000 euro")):
        question = f"Wat kostte de veerdienst volgens hoofdstuk {number} van het voortgangsrapport van 2020?"
        answer = assistant.ask(question)
        assert answer.question == question
        assert any(amount in citation.quote for citation in answer.citations or answer.nearby)
        (heading,) = answer.completeness.headings
        assert f"Gezocht is alleen onder de kop ‘{heading}’." in answer.text


def test_what_stands_elsewhere_is_no_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel koeien telt de boerderij volgens hoofdstuk 2?")
    assert not answer.answered
    assert "koeien" not in " ".join(citation.quote for citation in answer.nearby)
    assert "onder de kop ‘2. Samenwerking met scholen’" in answer.text
    assert "in geen van de doorzochte documenten" not in answer.text


def test_a_chapter_that_no_document_has_is_declined_with_its_reason(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel koeien telt de boerderij volgens het hoofdstuk over visserij?")
    assert (answer.answered, answer.citations) == (False, ())
    assert answer.text.startswith("Geen van de doorzochte documenten heeft een hoofdstuk over ‘visserij’")
    assert any("80 koeien" in citation.quote for citation in answer.nearby)


def test_a_follow_up_keeps_the_chapter_or_names_another(assistant: Assistant) -> None:
    first = assistant.ask("Hoeveel kreeg de veerdienst volgens hoofdstuk 2?")
    assert first.short == "25.000 euro"
    kept = assistant.ask("En de dijk?", turns=(make_turn(first),))
    assert kept.completeness.headings == ("2. Samenwerking met scholen",)
    changed = assistant.ask("En in hoofdstuk 1?", turns=(make_turn(first),))
    assert changed.completeness.headings == ("1. Water", "Hoofdstuk 1 Land")
    said = assistant.ask("Wat zegt hoofdstuk 2 over de veerdienst?")
    for words in ("En in hoofdstuk 1?", "En hoofdstuk 1?"):
        changed = assistant.ask(words, turns=(make_turn(said),))
        assert "hoofdstuk hoofdstuk" not in (changed.resolved or "")
        assert changed.completeness.headings == ("1. Water", "Hoofdstuk 1 Land")
    alone = assistant.ask("Hoe lang is de dijk?", turns=(make_turn(first),))
    assert (alone.short, alone.completeness.headings) == ("12 kilometer", ())


def test_facts_are_counted_within_the_chapter(assistant: Assistant) -> None:
    answer = assistant.ask("Welke bedragen staan er in hoofdstuk 2?")
    assert [citation.heading[-1] for citation in answer.citations] == ["2. Samenwerking met scholen"]
    assert "25.000 euro" in answer.text
    assert "40.000" not in answer.text


def test_a_heading_behind_its_text_is_that_of_a_foreword(assistant: Assistant, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "blad.md").write_text(
        "De haven telt 8 kranen.\n\n# Voorwoord\n\nSchipper Ans\n\n# Cijfers\n\nDe haven telt 3 kades.\n",
        encoding="utf-8",
    )
    settings = replace(Settings(), corpus=corpus, index=tmp_path / "index")
    ingest(settings)
    with Assistant.open(settings) as opened:
        assert opened.ask("Hoeveel kranen telt de haven volgens het voorwoord?").short == "8 kranen"
        assert not opened.ask("Hoeveel kades telt de haven volgens het voorwoord?").answered


def test_what_a_plan_counts_is_asked_by_its_number_and_also_told_elsewhere(open_texts) -> None:
    plan = """# Plan Sluizen

## Actie 1. Poorten verven

Trekker: Dienst Poorten. Budget: 300.000 euro.

## Actie 2. Kades ophogen

Trekker: Dienst Kades. Budget: 750.000 euro.

## Betalen

De provincie Limburg betaalt 90.000 euro mee aan actie 2.
"""
    opened = open_texts({"plan.md": plan})

    assert opened.ask("Wie is de trekker van actie 2?").short == "Dienst Kades"
    assert opened.ask("Wat is het budget van actie 1?").short == "300.000 euro"
    assert "90.000 euro" in opened.ask("Hoeveel betaalt Limburg mee aan actie 2?").text
