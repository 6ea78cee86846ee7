"""Older versions of a document: lowered below the newest one, and marked where they are quoted (fault 51)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.contradiction import is_before
from assistant.answer.evidence import Readings, Unit
from assistant.answer.wording import strip_form
from assistant.types import Citation

OLDER_VERSION = 0.5
"""What a unit of an older version loses: as much as the oldest document does against the newest one."""


def lower_older(units: Sequence[Unit]) -> None:
    """Lower the scores of units in an older version of a document of which the newest one was found too."""
    found = {unit.reading.document.id for unit in units}
    for unit in units:
        newest = unit.reading.document.version_of
        if newest is not None and newest in found:
            unit.score -= OLDER_VERSION


def mark_versions(citations: Sequence[Citation], readings: Readings) -> list[Citation]:
    """Give the citations, marked with the date of the newest version where that no longer says it."""
    bare: dict[str, str] = {}
    return [replace(item, newer=_overtaken(item, readings, bare) or item.newer) for item in citations]


def _overtaken(citation: Citation, readings: Readings, bare: dict[str, str]) -> str | None:
    """Give the date of the newest version when it does not say it; `bare` are the words of those read before."""
    version_of = readings(citation.document_id).document.version_of
    if version_of is None:
        return None
    newest = readings(version_of).document
    if newest.date is None or (citation.date and not is_before(citation.date, newest.date)):
        return None
    if newest.id not in bare:
        bare[newest.id] = f" {strip_form(newest.text)} "
    return None if f" {strip_form(citation.quote)} " in bare[newest.id] else newest.date
