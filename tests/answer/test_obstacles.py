"""Questions in another language, without words, or with words that no document holds."""

from __future__ import annotations

import pytest

from assistant.answer.obstacles import find_language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which municipalities asked for help?", "Engels"),
        ("How many kilometres is the route?", "Engels"),
        ("What was decided in Turnhout?", "Engels"),
        ("Have the towns and their mayors agreed?", "Engels"),
        ("Quelles subventions pour les bornes de recharge\u00a0?", "Frans"),
        ("Qu’est-ce que c’est, le loket ?", "Frans"),
        ("Welche Gemeinden haben das beantragt?", "Duits"),
        ("Wie viele Projekte gibt es in der Region?", "Duits"),
        ("Wer ist der Vorsitzende?", "Duits"),
    ],
)
def test_a_question_in_another_language_is_known_by_its_small_words(question: str, language: str) -> None:
    assert find_language(question) == language


@pytest.mark.parametrize(
    "question",
    [
        "Wat doet The Hague Security Delta?",
        "Wie is de voorzitter van the Gallery at the Dock?",
        "WHO advies 2020",
        "Internet of Things",
        "Holst Centre budget",
        "Wie was in Parijs?",
        "Hoe gaat het?",
        "Is er geld?",
        "laadpalen",
        "Der Spiegel",
        "Les Bains",
        "?!?",
        "",
    ],
)
def test_a_dutch_question_or_a_bare_name_is_not_taken_for_another_language(question: str) -> None:
    assert find_language(question) is None
