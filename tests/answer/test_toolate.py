"""Until when something may be done or holds, told by what is refused, or by "van kracht tot"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk, OpenTexts

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
_REFUSED = "Een aanvraag voor de veerproef die voor 3 maart 2031 of na 30 juni 2031 binnenkomt, wordt niet behandeld."


@pytest.mark.parametrize(
    ("text", "question", "held"),
    [
        (_REFUSED, "Tot wanneer kan een aanvraag voor de veerproef worden ingediend?", "30 juni 2031"),
        (_REFUSED, "Vanaf wanneer kan een aanvraag voor de veerproef worden ingediend?", "3 maart 2031"),
        (
            "Een aanvraag voor de veerproef die niet voor 1 mei 2031 is ingediend, wordt afgewezen.",
            "Tot wanneer kan een aanvraag voor de veerproef worden ingediend?",
            "1 mei 2031",
        ),
        (
            "Een aanvraag voor de veerproef kan tot en met 1 mei 2031 worden ingediend.",
            "Tot wanneer kan een aanvraag voor de veerproef worden ingediend?",
            "1 mei 2031",
        ),
        (
            "De brieven over een aanvraag voor de veerproef die voor 1 mei 2029 zijn verstuurd, zijn allang beantwoord. "
            "Een aanvraag kan voor 1 juni 2031 worden ingediend.",
            "Tot wanneer kan een aanvraag voor de veerproef worden ingediend?",
            "1 juni 2031",
        ),
        (
            "Aanvragen voor de veerproef die voor 1 mei 2031 zijn ingediend, worden in juni beoordeeld.",
            "Tot wanneer kan een aanvraag voor de veerproef worden ingediend?",
            "1 mei 2031",
        ),
    ],
)
def test_until_when_by_what_is_refused(desk: Desk, text: str, question: str, held: str) -> None:
    reading = desk.read(f"# De veerproef\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is not None
    assert held in answer.short


def test_what_was_dealt_with_long_ago_tells_no_term(desk: Desk) -> None:
    reading = desk.read(
        "# De veerproef\n\nDe brieven over een aanvraag voor de veerproef die voor 1 mei 2029 zijn verstuurd, zijn allang beantwoord."
    )
    question = "Tot wanneer kan een aanvraag voor de veerproef worden ingediend?"
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short is None


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Tot wanneer gold de Veerregeling?", "9 mei 2033"),
        ("Tot wanneer is de Veerregeling van kracht?", "9 mei 2033"),
        ("Wanneer vervalt de Veerregeling?", "9 mei 2033"),
        ("Vanaf wanneer geldt de Veerregeling?", "9 mei 2030"),
        ("Wanneer begint de Veerregeling?", "9 mei 2030"),
    ],
)
def test_in_force_until_is_an_end(open_texts: OpenTexts, question: str, held: str) -> None:
    assistant = open_texts(
        {"veer.md": "# Veerregeling\n\nDe Veerregeling begint op 9 mei 2030 en is van kracht tot 9 mei 2033."}
    )
    short = assistant.ask(question).short
    assert short is not None
    assert held in short


def test_in_force_from_and_until_in_one_clause_begin_with_the_first(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "veer.md": "# Veerregeling\n\nDe Veerregeling is van kracht vanaf 1 oktober 2030. Zij vervalt op 1 mei 2033."
        }
    )
    assert "1 oktober 2030" in (assistant.ask("Wanneer ging de Veerregeling in?").short or "")
