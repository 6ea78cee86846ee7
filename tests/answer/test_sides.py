"""Present or absent, for or against, done or not: the small words that turn a question round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import parse_question
from assistant.answer.polarity import denies_part
from assistant.answer.sides import ABSENT, ABSTAINED, AGAINST, FOR, PRESENT, find_asked_side, read_side
from assistant.answer.weighing import find_best
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

MINUTES = """# Verslag van de werkgroep Wonen

Aanwezig: Karel Doorn (gemeente Lier), Noor Smit (gemeente Genk), Piet Bos (provincie)

Afwezig met kennisgeving: Els Maas (gemeente Mol)
"""
VOTE = """# Stemming over het zwembad

18 stemmen voor, 4 stemmen tegen en 3 onthoudingen.
"""


def short(desk: Desk, question: str, *texts: str) -> str | None:
    """Give the short answer of the best sentence that has what an answer needs; None without such a sentence."""
    best = find_best(desk.weigh(question, *texts))
    return None if best is None else best.short_text


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Wie was er niet aanwezig bij de werkgroep?", {ABSENT}),
        ("Welke raadsleden waren afwezig?", {ABSENT}),
        ("Wie was verontschuldigd?", {ABSENT}),
        ("Welke leden waren aanwezig?", {PRESENT}),
        ("Wie stemde tegen?", {AGAINST}),
        ("Hoeveel leden stemden voor het plan?", {FOR}),
        ("Hoeveel raadsleden hebben tegen het zwembad gestemd?", {AGAINST}),
        ("Hoeveel tegenstemmen waren er?", {AGAINST}),
        ("Welke fracties stemden niet tegen?", {FOR, ABSTAINED}),
        ("Hoeveel onthoudingen waren er?", {ABSTAINED}),
    ],
)
def test_a_question_asks_for_a_side(question: str, sides: set[int]) -> None:
    asked = find_asked_side(parse_question(question))
    assert asked is not None
    assert asked.sides == sides


@pytest.mark.parametrize(
    "question",
    [
        "Wie is de voorzitter?",
        "Hoeveel stemmen kreeg het voorstel?",
        "Voor welke datum stemt de raad?",
        "Tegen welk jaar stemmen de landen hun regels af?",
        "Welke gemeenten doen wel mee maar betalen niet?",
        "Hoeveel niet-residentiële gebouwen zijn er?",
        "Welk deel van de bedrijven heeft geen vijftig mensen in dienst?",
        "Welke steun krijgen ouders die niet werken?",
        "Welke voorzieningen zijn aanwezig in de wijk?",
        "Waarom stemde de fractie tegen?",
    ],
)
def test_other_questions_ask_for_no_side(question: str) -> None:
    assert find_asked_side(parse_question(question)) is None


@pytest.mark.parametrize(
    ("text", "part", "side"),
    [
        ("18 stemmen voor, 4 stemmen tegen en 3 onthoudingen.", "4", AGAINST),
        ("18 stemmen voor, 4 stemmen tegen en 3 onthoudingen.", "18", FOR),
        ("18 stemmen voor, 4 stemmen tegen en 3 onthoudingen.", "3", ABSTAINED),
        ("Voor: Lier, Genk. Tegen: Mol.", "Genk", FOR),
        ("Voor: Lier, Genk. Tegen: Mol.", "Mol", AGAINST),
        ("Lier, Genk en Mol stemden tegen.", "Genk", AGAINST),
        ("Tegen stemden Lier, Genk en Mol.", "Mol", AGAINST),
        ("Lier stemde voor en Genk stemde tegen.", "Genk", AGAINST),
        ("De raad telt 25 leden.", "25", None),
    ],
)
def test_votes_are_on_the_side_of_their_label_or_piece(text: str, part: str, side: int | None) -> None:
    asked = find_asked_side(parse_question("Wie stemde tegen?"))
    assert asked is not None
    start = text.index(part)
    assert read_side(asked, text, start, start + len(part)) == side


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wie was niet aanwezig bij de werkgroep Wonen?", "Els Maas"),
        ("Wie was afwezig bij de werkgroep Wonen?", "Els Maas"),
        ("Wie was aanwezig bij de werkgroep Wonen?", "Karel Doorn"),
    ],
)
def test_the_label_tells_who_was_there(desk: Desk, question: str, expected: str) -> None:
    assert short(desk, question, MINUTES) == expected


def test_a_list_of_those_present_names_nobody_who_was_absent(desk: Desk) -> None:
    weighed = desk.weigh("Wie was niet aanwezig bij de werkgroep Wonen?", MINUTES.split("Afwezig")[0])
    assert find_best(weighed) is None
    assert "wie er afwezig was" in weighed.units[0].lacks


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoeveel leden stemden tegen het zwembad?", "4"),
        ("Hoeveel stemmen voor het zwembad waren er?", "18"),
        ("Hoeveel onthoudingen waren er bij de stemming over het zwembad?", "3"),
    ],
)
def test_the_number_of_votes_is_that_of_the_asked_side(desk: Desk, question: str, expected: str) -> None:
    found = short(desk, question, VOTE)
    assert found is not None
    assert found.split()[0] == expected


def test_votes_for_are_no_votes_against(desk: Desk) -> None:
    assert (
        short(desk, "Hoeveel leden stemden tegen het zwembad?", "Van de 25 leden stemden er 20 voor.") is None
    )


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "Welke gemeenten doen niet mee aan de proef?",
            "Mol en Geel doen niet mee aan de proef.",
            "Mol en Geel",
        ),
        (
            "Welke sectoren krijgen geen subsidie?",
            "De visserij en de mijnbouw zijn uitgesloten van subsidie.",
            "De visserij en de mijnbouw",
        ),
    ],
)
def test_what_is_denied_is_found_where_it_is_denied(
    desk: Desk, question: str, text: str, expected: str
) -> None:
    assert short(desk, question, text) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [("Lier", False), ("Mol en Geel", True), ("Lier doet mee, maar Mol en Geel", False)],
)
def test_only_the_clause_of_a_stretch_denies_it(part: str, expected: bool) -> None:
    text = "In Lier is een bad. Lier doet mee, maar Mol en Geel niet. De rest wacht."
    start = text.rindex(part) if part != "Lier" else text.index("Lier doet")
    question = "Welke gemeenten doen niet mee?"
    assert denies_part(question, text, Span(start, start + len(part))) is expected


@pytest.mark.parametrize(
    "question",
    [
        "Welke maatregelen zijn er tegen de overlast?",
        "Hoeveel bezwaren waren er tegen het plan?",
        "Welke bezwaren zijn er tegen?",
        "Welke middelen zijn tegen deze ziekte beschikbaar?",
        "Welke gemeenten stemmen hun plannen af voor de regio?",
    ],
)
def test_measures_and_objections_against_something_are_no_votes(question: str) -> None:
    assert find_asked_side(parse_question(question)) is None
