"""What is planned, nearly so or past says no yes to a question for what is so by now; nor does what is said of another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.othernames import tells_of_other_name
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def verdict(desk: Desk, text: str, question: str) -> str | None:
    reading = desk.read(f"---\ntitle: Stand van zaken\ndate: 2024-05-01\n---\n\n{text}\n")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.answered
    return answer.short


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("De batterij aan de Harkweg wordt in 2025 geleverd.", "Is de batterij aan de Harkweg geleverd?"),
        ("De batterij aan de Harkweg wordt in 2025 geleverd.", "Is de batterij aan de Harkweg al geleverd?"),
        ("De bouw van de loods in Mere begint in 2026.", "Is de bouw van de loods in Mere gestart?"),
        ("De bouw van de loods in Mere begint in 2026.", "Is de bouw van de loods in Mere al begonnen?"),
        ("De school in Park opent in september de deuren.", "Is de school in Park geopend?"),
        (
            "Het besluit over bomen treedt op 1 januari 2030 in werking.",
            "Is het besluit over bomen in werking?",
        ),
        ("De centrale in Huissen sluit in 2026.", "Is de centrale in Huissen gesloten?"),
        ("De kering bij Hoef is bijna klaar.", "Is de kering bij Hoef klaar?"),
        ("De kering bij Hoef is in mei klaar.", "Is de kering bij Hoef al klaar?"),
        ("Het museum in Tiel was in 2020 open.", "Is het museum in Tiel open?"),
        ("De dijk bij Lomm wordt in 2026 verbreed.", "Is de dijk bij Lomm verbreed?"),
    ],
)
def test_what_is_to_come_or_was_is_no_yes(desk: Desk, text: str, question: str) -> None:
    assert verdict(desk, text, question) is None


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "De batterij aan de Harkweg wordt in 2025 geleverd.",
            "Wordt de batterij aan de Harkweg geleverd?",
            "Ja",
        ),
        ("De brug in Laar is op 3 april geopend.", "Is de brug in Laar geopend?", "Ja"),
        ("In 2019 wordt de tunnel van Duin geopend.", "Is de tunnel van Duin geopend?", "Ja"),
        (
            "De huur van de zaal in Berg is verhoogd; in 2025 wordt zij weer verhoogd.",
            "Is de huur van de zaal in Berg verhoogd?",
            "Ja",
        ),
        ("De kade in Rool is vrijwel altijd open.", "Is de kade in Rool open?", "Ja"),
        ("De stal in Oord was in 2010 gesloten en is nu weer open.", "Is de stal in Oord open?", "Ja"),
        ("De haven van Mere is sinds 2020 open.", "Is de haven van Mere open?", "Ja"),
        ("De school in Kolm is klaar en gaat in september open.", "Is de school in Kolm klaar?", "Ja"),
        ("Het depot in Strand is al open en wordt in 2025 uitgebreid.", "Is het depot in Strand open?", "Ja"),
        (
            "Het college van Horn verleent op 5 mei de vergunning voor de kermis.",
            "Heeft het college van Horn de vergunning voor de kermis verleend?",
            "Ja",
        ),
        ("De kerk in Dorp is verkocht.", "Is de kerk in Dorp verkocht?", "Ja"),
        ("De sporthal in Berkum is nog niet klaar.", "Is de sporthal in Berkum al klaar?", "Nee"),
        (
            "De woningen in Veld worden pas in 2028 opgeleverd.",
            "Zijn de woningen in Veld al opgeleverd?",
            "Nee",
        ),
    ],
)
def test_what_is_done_or_denied_is_told(desk: Desk, text: str, question: str, said: str) -> None:
    assert verdict(desk, text, question) == said


@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Is het contract met Aqua al getekend?", "Het contract met Rijnwater is nog niet getekend.", True),
        ("Is het contract met Aqua al getekend?", "Het contract met Aqua en Rijnwater is getekend.", False),
        ("Is het contract met Aqua al getekend?", "Het contract is getekend door Rijnwater.", False),
        ("Is de brug in Lier open?", "De haven in Mol is open.", False),
        ("Is de brug open?", "De brug in Mol is open.", False),
    ],
)
def test_what_is_said_of_another_name_decides_nothing(asked: str, said: str, expected: bool) -> None:
    assert tells_of_other_name(asked, said) is expected
