"""Facts as rows, counted in the provenance as they pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from assistant.export.provenance import Provenance
from assistant.extract import document_themes
from assistant.types import Document, Extract, ThemeValue
from assistant.wire import Surroundings, describe_fact


def describe_document(
    document: Document,
    extracts: Sequence[Extract],
    provenance: Provenance,
    themes: Iterable[ThemeValue] | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the facts of a document on the wire, with their sentences and headings.

    `themes` are those of the document as a whole; None takes them from its facts.
    """
    provenance.begin(document, document_themes(extracts) if themes is None else themes)
    around = Surroundings.of(document)
    for extract in extracts:
        provenance.count()
        yield describe_fact(extract, document, around)


def describe_text(text: str, extracts: Iterable[Extract], provenance: Provenance) -> Iterator[dict[str, Any]]:
    """Yield the facts of a loose text on the wire, with their sentences."""
    around = Surroundings(text)
    for extract in extracts:
        provenance.count()
        yield describe_fact(extract, None, around)
