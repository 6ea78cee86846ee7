"""Every place in the index where a phrase is said, or where all its words stand in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.answer.phrases import Phrase, find_phrase
from assistant.answer.reading import Reading
from assistant.dutch import content_stems
from assistant.index import Index
from assistant.index.filters import select_documents
from assistant.index.lexical import HEAD, STEM
from assistant.types import Document, Extract, Filters, Mention, Span


class Stacks:
    """The documents of an index that the filters allow, with what of each may be looked at."""

    def __init__(self, index: Index, filters: Filters) -> None:
        self.index = index
        self._chosen = select_documents(filters, index.records())
        # A theme or region allows passages; without one all of a document may be read.
        self._mask = index.select(filters) if filters.themes or filters.regions else None

    def holding(self, stems: Sequence[str]) -> list[str]:
        """Give the ids, by path, of the documents that hold all stems, in their text or above it; all without stems."""
        held = self._chosen.copy()
        for stem in stems:
            here = np.zeros(len(held), dtype=np.bool_)
            for name in (STEM, HEAD):
                here[self.index.places_of(self.index.fields[name].holders(stem).astype(np.int64))] = True
            held &= here
        records = self.index.records()
        return [records[place].id for place in np.flatnonzero(held)]

    def places(self) -> NDArray[np.int64]:
        """Give the places in `index.records()` of the documents that are allowed, ascending."""
        return np.flatnonzero(self._chosen)

    def read(self, document_id: str, facts: Sequence[Extract] = ()) -> Reading:
        """Give a document with its structure at hand."""
        return Reading(self.index.document(document_id), facts)

    def areas(self, document: Document) -> tuple[Span, ...]:
        """Give the stretches of a document that may be looked at, in order."""
        if self._mask is None:
            return (Span(0, len(document.text)),)
        numbers = [number for number in self.index.numbers_of(document.id) if self._mask[number]]
        return tuple(passage.span for passage in self.index.passages(numbers))


def find_mentions(stacks: Stacks, phrase: Phrase) -> Iterator[Mention]:
    """Yield every place where the phrase is said, by path and offset, quoted with the sentence around it."""
    for name in stacks.holding(phrase.stems):
        reading = stacks.read(name)
        for area in stacks.areas(reading.document):
            for span in find_phrase(phrase, area.of(reading.document.text)):
                yield make_mention(reading.document, sentence_around(reading, span.shift(area.start)))


def find_together(stacks: Stacks, phrase: Phrase) -> Iterator[Mention]:
    """Yield every sentence that holds all content words of the phrase, in any order."""
    wanted = set(phrase.stems)
    for name in stacks.holding(phrase.stems):
        reading = stacks.read(name)
        text = reading.document.text
        for area in stacks.areas(reading.document):
            for block in reading.blocks_in(area):
                for sentence in reading.sentences(block):
                    if area.covers(sentence) and wanted <= set(content_stems(sentence.of(text))):
                        yield make_mention(reading.document, sentence)


def make_mention(document: Document, span: Span) -> Mention:
    """Give the mention of a stretch of a document."""
    return Mention(
        document_id=document.id,
        path=document.path,
        title=document.title,
        span=span,
        quote=span.of(document.text),
        date=document.date,
        page=document.page_of(span.start),
    )


def sentence_around(reading: Reading, span: Span) -> Span:
    """Give the sentence that holds `span`, or the stretch of sentences when it runs over more."""
    blocks = reading.blocks_in(span)
    inside = [part for block in blocks for part in reading.sentences(block) if part.overlaps(span)]
    start = min([span.start, *(part.start for part in inside)])
    return Span(start, max([span.end, *(part.end for part in inside)]))
