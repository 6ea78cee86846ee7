"""What nouns ask for that look like something else."""

from __future__ import annotations

import pytest

from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Welke leeftijdsgrens geldt voor schippers?", QuestionKind.COUNT),
        ("Wat is de leeftijdsgrens voor schippers?", QuestionKind.COUNT),
        ("Welke bezettingsgraad hadden de ponten?", QuestionKind.SHARE),
        ("Welke grenswaarde geldt voor nitraat?", QuestionKind.COUNT),
        ("Welke projectwaarde heeft de brug?", QuestionKind.AMOUNT),
        ("Onder welke voorwaarde mag de pont varen?", QuestionKind.TOPIC),
        ("Welke meerwaarde ziet de gemeente?", QuestionKind.TOPIC),
        ("Welk oordeel geeft de schipper?", QuestionKind.TOPIC),
        ("Via welk verband werken de havens samen?", QuestionKind.NAME),
        ("Welk financieel tekort is er?", QuestionKind.AMOUNT),
    ],
)
def test_what_a_noun_asks_for(asked: str, kind: QuestionKind) -> None:
    assert parse_question(asked).kind is kind


def test_a_noun_before_a_verb_is_what_is_asked_for() -> None:
    assert parse_question("Via welk kanaal verspreidt de haven berichten?").asked == "kanaal"
