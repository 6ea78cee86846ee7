"""The words of a function stand behind a name or before it."""

from __future__ import annotations

import pytest

from assistant.answer.rolespans import find_role
from assistant.types import Span


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Els Mol, wethouder van Lier, opende de brug.", "wethouder van Lier, opende de brug"),
        ("Els Mol, wethouder van Lier, zegt dat de brug er komt.", "wethouder van Lier"),
        ("Els Mol (projectleider) opende de brug.", "projectleider"),
        ("Gisteren sprak wethouder Els Mol.", "wethouder"),
        ("De voorzitter van de Stuurgroep Els Mol sprak.", "voorzitter van de Stuurgroep"),
        ("De voorzitter van een drukke Stuurgroep Els Mol sprak.", None),
        ("Jan Vos (burgemeester Lier), Els Mol en anderen.", None),
        ("Gisteren sprak Els Mol.", None),
    ],
)
def test_a_role_is_found_beside_its_name(text: str, role: str | None) -> None:
    start = text.index("Els Mol")
    found = find_role(text, Span(start, start + len("Els Mol")))
    assert (found and found.of(text)) == role
