"""What is said of other people decides nothing of those who are asked about."""

from __future__ import annotations

import pytest

from assistant.answer.othergroups import tells_of_other_group


@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("Hebben vrijwilligers recht op koffie?", "Medewerkers hebben geen recht op koffie.", True),
        ("Mogen bezoekers varen?", "De bewoners mogen niet varen.", True),
        ("Hebben vrijwilligers recht op koffie?", "Stagiairs hebben geen recht op koffie.", True),
        ("Hebben vrijwilligers recht op koffie?", "Vrijwilligers hebben geen recht op koffie.", False),
        ("Hebben huurders recht op koffie?", "Onderhuurders hebben geen recht op koffie.", False),
        ("Mogen bezoekers varen?", "De bewoners mogen varen, de bezoekers niet.", False),
        ("Mogen honden los?", "Bezoekers mogen hun hond niet loslaten.", False),
        ("Mogen bezoekers varen?", "Boten mogen hier niet varen.", False),
        ("Is de haven open?", "Bezoekers mogen varen.", False),
    ],
)
def test_other_people_are_told_apart(asked: str, said: str, expected: bool) -> None:
    assert tells_of_other_group(asked, said) is expected
