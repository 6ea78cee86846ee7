"""Two things are compared by what the documents say of each; a conclusion is never drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import QuestionKind, parse_question
from assistant.answer.comparison import Side, join_sides, read_comparison
from assistant.answer.templates import Templates
from assistant.assistant import Assistant
from assistant.types import Answer, Citation, Completeness, Span
from tests.answer.test_contradiction import dated
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk, OpenTexts

TEXT = """# Musea in Veendam

Het Turfmuseum is een museum over veenwinning. Het Turfmuseum kostte 300.000 euro.

Het Glashuis is een werkplaats voor glasblazers. Het Glashuis kostte 120.000 euro.

De Kiosk is een podium voor muziek, terwijl de Tent een podium voor toneel is.
"""


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts({"musea.md": TEXT})


SIDES = [
    (
        "Wat is het verschil tussen het Turfmuseum en het Glashuis?",
        [("Turfmuseum", "Wat is het Turfmuseum?"), ("Glashuis", "Wat is het Glashuis?")],
    ),
    (
        "Wat is het verschil in budget tussen Assen en Emmen?",
        [("Assen", "Budget van Assen?"), ("Emmen", "Budget van Emmen?")],
    ),
    (
        "Vergelijk het budget van Assen met dat van Emmen.",
        [("Assen", "Budget van Assen?"), ("Emmen", "Budget van Emmen?")],
    ),
    (
        "Hoe verschilt het budget van Assen van dat van Emmen?",
        [("Assen", "Budget van Assen?"), ("Emmen", "Budget van Emmen?")],
    ),
    (
        "Vergelijk Water en Groen met Bouw en Wonen.",
        [("Water en Groen", "Wat is Water en Groen?"), ("Bouw en Wonen", "Wat is Bouw en Wonen?")],
    ),
    (
        "Wat is het verschil tussen het Fonds Water en Groen en het Turfmuseum?",
        [
            ("Fonds Water en Groen", "Wat is het Fonds Water en Groen?"),
            ("Turfmuseum", "Wat is het Turfmuseum?"),
        ],
    ),
    (
        "Wat is het verschil tussen de eerste en de tweede ronde van het fonds?",
        [
            ("eerste ronde van het fonds", "Wat is de eerste ronde van het fonds?"),
            ("tweede ronde van het fonds", "Wat is de tweede ronde van het fonds?"),
        ],
    ),
    (
        "Wat is het verschil tussen de subsidie in 2020 en 2021?",
        [
            ("subsidie in 2020", "Wat is de subsidie in 2020?"),
            ("subsidie in 2021", "Wat is de subsidie in 2021?"),
        ],
    ),
    (
        "Wat is het verschil tussen de aanpak van Assen en Emmen?",
        [
            ("aanpak van Assen", "Wat is de aanpak van Assen?"),
            ("aanpak van Emmen", "Wat is de aanpak van Emmen?"),
        ],
    ),
]


@pytest.mark.parametrize(("question", "sides"), SIDES)
def test_both_sides_are_asked_about_by_themselves(question: str, sides: list[tuple[str, str]]) -> None:
    found = read_comparison(question)
    assert found is not None
    assert [(side.name, side.question) for side in found] == sides
    assert parse_question(question).kind is QuestionKind.COMPARISON


def test_another_question_has_no_sides() -> None:
    assert read_comparison("Wie is de directeur van het Turfmuseum en het Glashuis?") is None


def test_what_is_said_of_each_side_stands_side_by_side(assistant: Assistant) -> None:
    answer = assistant.ask("Wat is het verschil tussen het Turfmuseum en het Glashuis?")
    assert (answer.kind, answer.answered) == ("vergelijking", True)
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "museum over veenwinning" in quotes
    assert "werkplaats voor glasblazers" in quotes
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_a_side_of_which_nothing_is_said_is_named_as_missing(assistant: Assistant) -> None:
    answer = assistant.ask("Wat is het verschil tussen het Turfmuseum en het Zeepaleis?")
    assert answer.answered
    assert answer.parts is not None
    assert answer.parts.missing == ("Zeepaleis",)
    assert "Niet gevonden: Zeepaleis" in answer.text


def test_two_things_that_are_both_unknown_are_not_compared(assistant: Assistant) -> None:
    assert not assistant.ask("Wat is het verschil tussen het Zeepaleis en het Duinhuis?").answered


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wat staat er in de documenten over het Turfmuseum?", QuestionKind.TOPIC),
        ("Wat weten we over het Glashuis?", QuestionKind.TOPIC),
        ("Geef een overzicht van de veenwinning", QuestionKind.TOPIC),
        ("Geef een overzicht van de projecten met subsidie", QuestionKind.LIST),
    ],
)
def test_an_overview_of_a_topic_is_told_from_a_list(question: str, kind: QuestionKind) -> None:
    assert parse_question(question).kind is kind


def test_a_side_is_quoted_with_all_that_its_list_is_made_of() -> None:
    def answer(*words: str) -> Answer:
        citations = tuple(
            Citation(number, "x", "x.md", "0", "X", Span(9 * number, 9 * number + len(word)), word, 1.0)
            for number, word in enumerate(words, start=1)
        )
        return Answer(
            "1",
            "Onderdelen?",
            "lijst",
            True,
            "",
            Completeness(1, 1, 0, "g"),
            short="; ".join(words),
            citations=citations,
        )

    sides = (Side("Assen", ""), Side("Emmen", ""))
    whole = answer("Zorg", "Wonen", "Water", "Werk")
    joined = join_sides(whole, sides, (whole, answer("Zorg")), Templates())
    assert [item.quote for item in joined.citations] == ["Zorg", "Wonen", "Water", "Werk"]
    assert joined.short == "Assen: Zorg; Wonen; Water; Werk; Emmen: Zorg"


def test_where_documents_contradict_each_other_about_both_sides_each_value_tells_of_which(desk: Desk) -> None:
    texts = [
        dated(
            date,
            f"De brug van Lier kost {bridge} miljoen euro.\n\nDe sluis van Ede kost {lock} miljoen euro.",
        )
        for date, bridge, lock in (("2022-03-01", 5, 7), ("2020-03-01", 6, 8))
    ]
    asked = {name: f"Hoeveel kost de {name}?" for name in ("brug van Lier", "sluis van Ede")}
    answers = [reply(desk, question, *texts) for question in asked.values()]
    sides = [Side(name, question) for name, question in asked.items()]
    joined = join_sides(answers[0], sides, answers, Templates())
    assert [(item.value, item.numbers) for item in joined.variants] == [
        ("brug van Lier: 5 miljoen euro", (1,)),
        ("brug van Lier: 6 miljoen euro", (2,)),
        ("sluis van Ede: 7 miljoen euro", (3,)),
        ("sluis van Ede: 8 miljoen euro", (4,)),
    ]
