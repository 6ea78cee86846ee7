"""Pages of a document as a constraint: "op pagina 12", "op de laatste bladzijde". They are counted from the first."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assistant.answer.references import Reference
from assistant.index import Index
from assistant.types import DocumentRecord, Section, SectionKind, Span


def find_pages(reference: Reference, index: Index, allowed: Collection[str]) -> tuple[Section, ...]:
    """Give the pages that a reference names, of the documents with these ids; those without text are left out."""
    found: list[Section] = []
    for record in index.records():
        if record.pages and record.id in allowed:
            found += _pages_of(reference, record, index)
    return tuple(found)


def _pages_of(reference: Reference, record: DocumentRecord, index: Index) -> Iterator[Section]:
    wanted = sorted({int(one) for number in reference.numbers for one in number})
    wanted += [order if order > 0 else record.pages + 1 + order for order in reference.orders]
    wanted = [page for page in wanted if 0 < page <= record.pages]
    starts = index.page_starts(record.id) if wanted else ()
    ends = (*starts[1:], record.chars)
    for page in wanted:
        if page > len(starts) or starts[page - 1] >= ends[page - 1]:
            continue
        span = Span(starts[page - 1], ends[page - 1])
        numbers = index.numbers_within(record.id, span)
        if numbers:
            yield Section(f"pagina {page}", numbers.start, numbers.stop, SectionKind.PAGE, span)
