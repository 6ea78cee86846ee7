"""Where an aim ends that opens its sentence, and which clause with "om ... te" is no aim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.finders.aimclauses import is_complement

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "Om de paling te sparen wordt het vissen in de Vliet verboden.",
            "Waarom wordt het vissen in de Vliet verboden?",
            "Om de paling te sparen",
        ),
        (
            "4 Om te voorkomen dat de dijk verzakt, leggen we een stenen kade aan.",
            "Waarom leggen we een stenen kade aan?",
            "Om te voorkomen dat de dijk verzakt",
        ),
        (
            "Om het veer te betalen verhogen we de havengelden.",
            "Waarom verhogen we de havengelden?",
            "Om het veer te betalen",
        ),
        (
            "Om de molens te sparen en de wieken te herstellen komt er een fonds voor molens.",
            "Waarom komt er een fonds voor molens?",
            "Om de molens te sparen en de wieken te herstellen",
        ),
        (
            "Er komt een proef met een veerpont met het doel beter te weten wie er vaart.",
            "Waarom komt er een proef met een veerpont?",
            "met het doel beter te weten wie er vaart",
        ),
        (
            "We leggen een kade aan om de dijk te sparen.",
            "Waarom leggen we een kade aan?",
            "om de dijk te sparen",
        ),
    ],
)
def test_an_aim_is_told_without_the_rest_of_its_sentence(
    desk: Desk, text: str, question: str, short: str
) -> None:
    best = desk.best(question, f"# Plan\n\n{text}\n")
    assert best is not None
    assert best.short_text == short


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("Schippers krijgen meer ruimte om te lossen.", True),
        ("De raad heeft het recht om vragen te stellen.", True),
        ("De raad doet een poging om de brug te redden.", True),
        ("We bouwen een kade om de dijk te sparen.", False),
        ("Om de dijk te sparen bouwen we een kade.", False),
        ("Dat is nodig om de dijk te sparen.", False),
        ("Het loket stelt ons in staat om snel te helpen.", False),
        ("We stimuleren havens om kades te slopen.", True),
        ("We helpen de vissers om kades te kopen.", True),
        ("We helpen de vissers, om de kust te sparen.", False),
        ("De wet verplicht schippers om te wachten.", True),
    ],
)
def test_a_clause_may_belong_to_the_word_before_it(text: str, owned: bool) -> None:
    assert is_complement(text, text.lower().index("om ")) is owned


def test_what_a_noun_is_for_is_no_reason(desk: Desk) -> None:
    text = "# Plan\n\nHavens mogen een proef met een veerpont doen, met meer ruimte om bij te verdienen.\n"
    best = desk.best("Waarom komt er een proef met een veerpont?", text)
    assert best is None or best.short_text != "om bij te verdienen"
