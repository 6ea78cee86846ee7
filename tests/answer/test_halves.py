"""Two questions in one: both are answered, and of a half answer it is said which half is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answer.comparison import join_halves
from assistant.answer.halves import asks_more, asks_two_counts, read_halves
from assistant.answer.templates import Templates
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.ingestion import ingest
from assistant.types import Answer, Citation, Completeness, Span

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

BRIDGE = """# Voetbrug over de Linge

De voetbrug over de Linge werd op 12 mei 2021 geopend door burgemeester Piet Hendriks.
De voetbrug ligt in Zandwijk, bij de oude molen. Vanaf de molen loopt een pad langs het water.
"""


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts({"brug.md": BRIDGE})


@pytest.mark.parametrize(
    ("question", "halves"),
    [
        (
            "Hoe vaak wordt Lier genoemd en hoe vaak Genk?",
            [("Lier", "Hoe vaak wordt Lier genoemd?"), ("Genk", "Hoe vaak wordt Genk genoemd?")],
        ),
        (
            "In hoeveel verslagen komt fiets voor en in hoeveel bus?",
            [
                ("fiets", "In hoeveel verslagen komt fiets voor?"),
                ("bus", "In hoeveel verslagen komt bus voor?"),
            ],
        ),
        (
            "Hoe vaak komt fiets voor en in hoeveel documenten?",
            [("fiets", "Hoe vaak komt fiets voor?"), ("fiets", "In hoeveel documenten komt fiets voor?")],
        ),
        (
            "Hoe vaak komt fiets voor en in hoeveel brieven komt bus voor?",
            [("fiets", "Hoe vaak komt fiets voor?"), ("bus", "In hoeveel brieven komt bus voor?")],
        ),
        (
            "Hoe vaak komen de woorden “fiets” en “bus” voor?",
            [("fiets", "Hoe vaak komt “fiets” voor?"), ("bus", "Hoe vaak komt “bus” voor?")],
        ),
        (
            "Wanneer en door wie werd de brug geopend?",
            [("wanneer", "Wanneer werd de brug geopend?"), ("door wie", "Door wie werd de brug geopend?")],
        ),
        (
            "Wie leidt het fonds Zandpad en hoeveel geld is er?",
            [("wie", "Wie leidt het fonds Zandpad?"), ("hoeveel", "Hoeveel geld is er?")],
        ),
        (
            "In welk gebouw en welke stad was de opening?",
            [
                ("in welk gebouw", "In welk gebouw was de opening?"),
                ("in welke stad", "In welke stad was de opening?"),
            ],
        ),
        (
            "Wie opende de hal? En wanneer was dat?",
            [("wie", "Wie opende de hal?"), ("wanneer", "Wanneer was dat?")],
        ),
        (
            "Wanneer begon en eindigde de proef?",
            [
                ("wanneer begon", "Wanneer begon de proef?"),
                ("wanneer eindigde", "Wanneer eindigde de proef?"),
            ],
        ),
        (
            "Wie is de burgemeester en is hij lid van de raad?",
            [("wie", "Wie is de burgemeester?"), ("is hij lid van de raad", "Is hij lid van de raad?")],
        ),
        (
            "Bij wie kan ik bezwaar maken tegen het parkplan en binnen hoeveel weken?",
            [
                ("bij wie", "Bij wie kan ik bezwaar maken tegen het parkplan?"),
                ("binnen hoeveel weken", "Binnen hoeveel weken?"),
            ],
        ),
        (
            "Onder welke voorwaarden en op grond van welk artikel krijgt een club steun?",
            [
                ("onder welke voorwaarden", "Onder welke voorwaarden krijgt een club steun?"),
                ("op grond van welk artikel", "Op grond van welk artikel krijgt een club steun?"),
            ],
        ),
        (
            "Wie leidt de molen en waarvoor is het geld bedoeld?",
            [("wie", "Wie leidt de molen?"), ("waarvoor", "Waarvoor is het geld bedoeld?")],
        ),
        (
            "Hoeveel kost de hal en hoe lang duurt de bouw?",
            [("hoeveel", "Hoeveel kost de hal?"), ("hoe lang", "Hoe lang duurt de bouw?")],
        ),
    ],
)
def test_two_questions_in_one_are_asked_one_by_one(question: str, halves: list[tuple[str, str]]) -> None:
    found = read_halves(question)
    assert found is not None
    assert [(half.name, half.question) for half in found] == halves


@pytest.mark.parametrize(
    "question",
    [
        "Wie leidt het fonds voor wonen en zorg?",
        "Welke scholen en clubs doen mee?",
        "Is de brug open en veilig?",
        "Wat is het verschil tussen wie huurt en wie koopt?",
        "Welke clubs doen mee en welke niet?",
        "Wanneer, waar en door wie werd de brug geopend?",
        "Tot en met welk jaar loopt de regeling?",
    ],
)
def test_a_question_with_and_is_one_question(question: str) -> None:
    assert read_halves(question) is None


def test_a_third_question_in_one_is_told_to_be_left(assistant: Assistant) -> None:
    assert asks_more("Wanneer, waar en door wie werd de brug geopend?")
    assert not asks_more("Wanneer en door wie werd de brug geopend?")
    assert not asks_more("Wat is het verschil tussen wie huurt en wie koopt?")
    answer = assistant.ask("Wanneer, waar en door wie werd de voetbrug over de Linge geopend?")
    assert "De vraag vraagt meer dan één ding" in answer.text
    assert "meer dan één ding" not in assistant.ask("Wanneer werd de voetbrug over de Linge geopend?").text


def test_a_stretch_answers_one_of_two_halves() -> None:
    def answer(kind: str, short: str) -> Answer:
        quote = f"{short} staat hier."
        cited = Citation(1, "d", "d.md", "0", "D", Span(0, len(quote)), quote, 0.9)
        looked_at = Completeness(documents=1, searched=1, failed=0, generation="g")
        return Answer("i", "v", kind, True, "", looked_at, short, (cited,), confidence=0.9)

    halves = read_halves("Bij welke gelegenheid en door wie werd de hal geopend?")
    assert halves is not None
    whole = answer("naam", "Stad Lier")
    joined = join_halves(whole, halves, [whole, answer("persoon", "Stad Lier")], Templates())
    assert joined.short == "Stad Lier"
    assert joined.text.startswith(
        "Gevonden is: bij welke gelegenheid: zie het citaat; door wie: Stad Lier [1]."
    )


def test_both_halves_are_answered_with_their_own_quotation(assistant: Assistant) -> None:
    answer = assistant.ask("Wanneer en door wie werd de voetbrug over de Linge geopend?")
    assert answer.short == "12 mei 2021; Piet Hendriks"
    assert answer.text.startswith("Gevonden is: wanneer: 12 mei 2021; door wie: Piet Hendriks [1]")
    assert answer.parts is None


def test_the_half_that_is_not_found_is_named(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Wanneer werd de voetbrug over de Linge geopend en hoeveel euro kostte de voetbrug?"
    )
    assert answer.answered
    assert answer.parts is not None
    assert answer.parts.named == ("wanneer: 12 mei 2021",)
    assert answer.parts.missing == ("hoeveel euro kostte de voetbrug",)
    assert answer.text.startswith("Wel genoemd: wanneer: 12 mei 2021 [1]")
    assert "Niet gevonden: hoeveel euro kostte de voetbrug." in answer.text


def test_the_second_half_speaks_of_what_the_first_one_found(assistant: Assistant) -> None:
    answer = assistant.ask("Wie opende de voetbrug over de Linge en wanneer was dat?")
    assert answer.short == "Piet Hendriks; 12 mei 2021"


def test_a_birth_that_no_document_tells_is_not_found(assistant: Assistant) -> None:
    answer = assistant.ask("Wie opende de voetbrug over de Linge en wanneer is hij geboren?")
    assert answer.short == "Piet Hendriks"
    assert answer.parts is not None
    assert answer.parts.missing == ("wanneer is hij geboren",)


def test_a_contradiction_in_one_half_is_told(tmp_path: Path) -> None:
    texts = {
        "oud.md": "# Nota brug Elsloo\n\nStein, 4 mei 2020\n\nDe brug van Elsloo kost 4,5 miljoen euro.\n",
        "nieuw.md": "# Nota brug Elsloo\n\nStein, 4 mei 2022\n\nDe brug van Elsloo kost 6,1 miljoen euro.\n\n"
        "De brug van Elsloo werd op 9 juni 2021 geopend.\n",
    }
    (tmp_path / "corpus").mkdir()
    for name, text in texts.items():
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", workers=1)
    ingest(settings)
    with Assistant.open(settings) as opened:
        answer = opened.ask("Hoeveel kost de brug van Elsloo en wanneer werd de brug van Elsloo geopend?")
    values = [
        (item.value, [answer.citations[number - 1].path for number in item.numbers])
        for item in answer.variants
    ]
    assert values == [("6,1 miljoen euro", ["nieuw.md"]), ("4,5 miljoen euro", ["oud.md"])]
    assert "De documenten spreken elkaar tegen:" in answer.text
    assert "- 4,5 miljoen euro (4 mei 2020) [2]" in answer.text
    assert "9 juni 2021" in (answer.short or "")


@pytest.mark.parametrize(
    "question",
    [
        "Hoe vaak komt Zorg en Welzijn voor?",
        "Hoe vaak komen kleine en middelgrote bedrijven voor?",
        "Hoe vaak worden stroom- en gasnetten genoemd?",
        "Hoe vaak komen “wonen en werken” voor?",
        "Hoe vaak komen 'wonen en werken' voor?",
    ],
)
def test_words_that_may_be_one_phrase_are_no_two_counts(question: str) -> None:
    assert read_halves(question) is None


@pytest.mark.parametrize(
    "second",
    [
        "hoe vaak in 2023",
        "hoe vaak is dat per document",
        "hoe vaak komt het voor in 2023",
        "in hoeveel gemeenten",
    ],
)
def test_what_names_no_second_thing_is_no_second_count(second: str) -> None:
    assert not asks_two_counts(f"Hoe vaak komt fiets voor en {second}?")
