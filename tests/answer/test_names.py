"""Proper names and roles in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.names import Name, find_names, is_thing
from assistant.types import Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def names_of(desk: Desk, text: str) -> tuple[Name, ...]:
    reading = desk.read(text)
    return find_names(reading, Span(0, len(reading.document.text)))


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
def test_persons_are_found_with_their_role(desk: Desk, text: str, person: str, role: str | None) -> None:
    names = [name for name in names_of(desk, text) if name.kind == "person"]
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
def test_organisations_are_no_persons(desk: Desk, text: str) -> None:
    assert [name.kind for name in names_of(desk, text)] == ["organisation"]


def test_the_first_word_of_a_sentence_is_no_name(desk: Desk) -> None:
    assert names_of(desk, "Bedrijven krijgen steun. Gemeenten ook.") == ()


@pytest.mark.parametrize("text", ["Het bezwaar.Indien nodig volgt meer.", "3.Met ingang van mei."])
def test_sentences_without_a_space_between_them_make_no_name(desk: Desk, text: str) -> None:
    assert names_of(desk, text) == ()


def test_a_role_in_brackets_is_that_of_the_one_before(desk: Desk) -> None:
    names = names_of(desk, "Aanwezig: Jan Smit (burgemeester Zandwijk), Mia Claes (Departement Omgeving).")
    assert [(name.text, name.role) for name in names if name.text == "Mia Claes"] == [("Mia Claes", None)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("HTSM-sector", True), ("Huis van Morgen-partners", True), ("Noord-Holland", False), ("Brug", False)],
)
def test_the_fore_part_of_a_common_noun_is_a_thing(name: str, expected: bool) -> None:
    assert is_thing(name) is expected
