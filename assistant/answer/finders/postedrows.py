"""Persons in a row, each with a post behind a comma: "Els Mol, hoofd van Natuur en Bos, en Jan Veld, lid van de raad" are two."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Span

_LEAST = 2


def scatters(items: Sequence[Span], persons: Sequence[Span]) -> bool:
    """Tell whether an enumeration with several of the persons of a sentence has pieces of their posts as items too."""
    held = [any(item.overlaps(person) for person in persons) for item in items]
    return sum(held) >= _LEAST and not all(held)
