"""Facts as rows, counted in the provenance as they pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.export.provenance import Provenance
from assistant.types import Document, Extract
from assistant.wire import Surroundings, describe_fact


def describe_document(
    document: Document, extracts: Iterable[Extract], provenance: Provenance
) -> Iterator[dict[str, Any]]:
    """Yield the facts of a document on the wire, with their sentences and headings."""
    provenance.begin(document)
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
