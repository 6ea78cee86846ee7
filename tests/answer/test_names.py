"""Proper names and roles in running text."""

from __future__ import annotations

import pytest

from assistant.answer.names import find_names


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Karin Vos, directeur Stichting Maasbrug, Roermond",
            "Karin Vos",
            "directeur Stichting Maasbrug, Roermond",
        ),
        ("Gisteren opende gedeputeerde Ton van der Meer de hal.", "Ton van der Meer", "gedeputeerde"),
        ("Projectleider Amira Çelik schuift aan.", "Amira Çelik", "Projectleider"),
        ("Jan De Smedt – voorzitter Grensforum", "Jan De Smedt", "voorzitter Grensforum"),
        ("Wethouder Piet Vos van Ravenhout opende de brug.", "Piet Vos", "Wethouder"),
        ("‘Het werkt’, zegt Piet Hendriks, manager bij Metaalwerk, tevreden.", "Piet Hendriks", None),
    ],
)
def test_persons_are_found_with_their_role(text: str, person: str, role: str | None) -> None:
    names = [name for name in find_names(text) if name.kind == "person"]
    assert [name.text for name in names] == [person]
    assert names[0].span.of(text) == person
    if role is not None:
        assert names[0].role is not None
        assert names[0].role.of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "De Technische Universiteit Grensland groeit.",
        "Het Ministerie van Economische Zaken betaalt.",
        "Maasbrug Development",
    ],
)
def test_organisations_are_no_persons(text: str) -> None:
    assert [name.kind for name in find_names(text)] == ["organisation"]


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert find_names("Bedrijven krijgen steun. Gemeenten ook.") == ()
