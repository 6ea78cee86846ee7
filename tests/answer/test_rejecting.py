"""Which parties want no such thing: only those that plainly reject it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.question import parse_question
from assistant.answer.rejecting import find_rejected, rejects

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("Welke partijen willen geen kerncentrales?", "kerncentrales"),
        ("Welke partij wil geen nieuwe snelwegen door natuur?", "snelwegen"),
        ("Welke partijen willen kerncentrales?", None),
        ("Waarom wil de stad geen kerncentrales?", None),
        ("Welke partijen hebben geen zetels?", None),
    ],
)
def test_what_parties_want_none_of(asked: str, thing: str | None) -> None:
    assert find_rejected(parse_question(asked)) == thing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij willen geen kerncentrales.", True),
        ("Geen nieuwe kerncentrales.", True),
        ("Wij zijn daarom tegen kerncentrales in de delta.", True),
        ("Kerncentrales willen wij niet.", True),
        ("Er komt een verbod op kerncentrales.", True),
        ("Wij willen kerncentrales verbieden.", True),
        ("Kerncentrales leveren stroom.", False),
        ("Wij willen meer kerncentrales.", False),
        ("Wij willen geen uitstel van kerncentrales.", False),
        ("Wij willen geen kerncentrales die onveilig zijn.", False),
        ("Er komt geen verbod op kerncentrales.", False),
        ("Wij zijn tegen een verbod op kerncentrales.", False),
        ("Kerncentrales mogen niet worden verboden.", False),
        ("De dijk beschermt tegen kerncentrales.", False),
        ("Kerncentrales willen wij niet sluiten.", False),
        ("Zonder kerncentrales redden wij het niet.", False),
        ("Kerncentrales zijn niet veilig genoeg gebouwd.", False),
    ],
)
def test_only_a_plain_rejection_counts(text: str, expected: bool) -> None:
    assert rejects(text, (1.0, text.lower().find("kerncentrales"))) is expected


def test_only_programmes_that_reject_it_are_told(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "DLO.md": "# Verkiezingsprogramma DLO 2031\n\nWij willen een tolbrug over de Vliet.\n\nWij willen geen uitstel van de tolbrug.",
            "VVZ.md": "# Verkiezingsprogramma VVZ 2031\n\nWij willen geen tolbrug over de Vliet.\n\nDe tolbrug kost geld.",
            "KLM.md": "# Verkiezingsprogramma KLM 2031\n\nWij zijn tegen een tolbrug.\n\nWij willen meer trams.",
        }
    )
    answer = assistant.ask("Welke partijen willen geen tolbrug?")
    assert answer.answered
    assert sorted(citation.path for citation in answer.citations) == ["KLM.md", "VVZ.md"]
    assert not assistant.ask("Welke partijen willen geen trams?").answered
    assert assistant.ask("Welke partijen willen een tolbrug?").answered
