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
    if room <= 0:
        return list(chosen)
    forms = [strip_form(unit.text) for unit in chosen]
    said = _gather([form for form in forms if len(form.split()) >= _LEAST_WORDS], units)
    found: list[Unit] = []
    for unit, form in zip(chosen, forms, strict=True):
        found.append(unit)
        held = {unit.reading.document.id}
        for other in said.get(form, ()):
            if room > 0 and other.reading.document.id not in held and other not in chosen:
                held.add(other.reading.document.id)
                found.append(other)
                room -= 1
    return found


def _gather(forms: Sequence[str], units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Give the units that say one of these, by what they say; only those with a last word of them are read."""
    ends = {form.rpartition(" ")[2] for form in forms}
    said: dict[str, list[Unit]] = {form: [] for form in forms}
    for unit in units if ends else ():
        plain = unit.text.casefold()
        if any([end in plain for end in ends]) and (form := strip_form(unit.text)) in said:
            said[form].append(unit)
    return said
