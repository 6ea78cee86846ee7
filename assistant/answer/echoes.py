"""The same sentence in other documents: what two documents say is quoted from both."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.wording import strip_form

_LEAST_WORDS = 5
"""A sentence of fewer words ("Akkoord.", "Gent") comes twice by chance."""


def find_echoes(chosen: Sequence[Unit], units: Sequence[Unit], room: int) -> list[Unit]:
    """Give the chosen units, each followed by those of other documents that say it in the same words.

    At most `room` are added, those of the first chosen unit before the others; one a document.
    """
    said: dict[str, list[Unit]] = {}
    for unit in units:
        said.setdefault(strip_form(unit.text), []).append(unit)
    found: list[Unit] = []
    for unit in chosen:
        found.append(unit)
        form = strip_form(unit.text)
        if len(form.split()) < _LEAST_WORDS:
            continue
        held = {unit.reading.document.id}
        for other in said.get(form, ()):
            if room > 0 and other.reading.document.id not in held and other not in chosen:
                held.add(other.reading.document.id)
                found.append(other)
                room -= 1
    return found
