from __future__ import annotations

import pytest

from assistant.answer.moods import is_forbidden_as_asked, is_otherwise_meant, is_turned


@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Heeft Lier een brug gebouwd?", "Lier gaat een brug bouwen.", True),
        ("Heeft Lier een brug gebouwd?", "Lier heeft een brug willen bouwen.", True),
        ("Heeft Lier een brug gebouwd?", "Lier heeft een brug gebouwd.", False),
        ("Is de brug al geopend?", "De brug wordt in 2030 geopend.", True),
        ("Is de brug al geopend?", "De brug is in 2020 geopend.", False),
        ("Wordt de brug geopend?", "De brug wordt in 2030 geopend.", False),
        ("Moet Lier de brug betalen?", "Lier mag de brug betalen.", True),
        ("Moet Lier de brug betalen?", "Lier moet de brug betalen.", False),
    ],
)
def test_what_is_to_come_or_may_be_is_not_what_is_done_or_must_be(
    asked: str, said: str, expected: bool
) -> None:
    assert is_otherwise_meant(asked, said) is expected


def test_what_may_not_be_is_no_denial_that_it_is_forbidden() -> None:
    assert is_forbidden_as_asked("Is het verboden honden los te laten?", "Honden mogen niet loslopen.")
    assert not is_forbidden_as_asked("Mogen honden loslopen?", "Honden mogen niet loslopen.")


def test_what_stands_behind_wel_is_not_denied() -> None:
    said = "Lier krijgt geen geld voor de brug, wel voor de weg."
    assert is_turned(said, [said.index("weg")])
    assert not is_turned(said, [said.index("brug")])
    assert not is_turned("Lier krijgt wel of niet geld voor de weg.", [30])
