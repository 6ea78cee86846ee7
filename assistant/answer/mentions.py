"""Every place in the index where a phrase is said, or where all its words stand in one sentence.

Only passages that hold the words are read, so that a count over a large index costs what it finds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from assistant.answer.outline import Parents
from assistant.answer.phrases import Phrase, find_phrase
from assistant.dutch import content_stems, split_sentences
from assistant.index import Index
from assistant.index.clipping import Clip
from assistant.index.lexical import HEAD, STEM
from assistant.types import Blocks, Document, Filters, Mention, Passage, Span

Mask = NDArray[np.bool_]
_AT_ONCE = 500  # passages that are in memory at a time


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with the headings above it, outermost first."""

    mention: Mention
    heading: tuple[str, ...]


class Stacks:
    """The passages of an index that the filters allow."""

    def __init__(self, index: Index, filters: Filters) -> None:
        self.index = index
        self._allowed = index.select(filters)
        self._clip = Clip(index, filters.sections)
        self._pages: dict[str, tuple[int, ...]] = {}
        self._records = {record.id: record for record in index.records()}

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """Give how many passages of each document of `index.records()` are allowed."""
        return self.count_in(self.holding(()))

    def count_in(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give how many of the passages with these numbers each document of `index.records()` has."""
        return np.bincount(self.index.places_of(numbers), minlength=len(self.index.records()))

    def holding(self, stems: Sequence[str], fields: Sequence[str] = (STEM, HEAD)) -> NDArray[np.int64]:
        """Give the numbers of the passages that hold every stem in one of the fields; all without stems."""
        held: Mask = np.ones(self.index.sizes.passages, dtype=np.bool_)
        if self._allowed is not None:
            held &= self._allowed
        for stem in stems:
            here: Mask = np.zeros(len(held), dtype=np.bool_)
            for name in fields:
                here[self.index.fields[name].holders(stem)] = True
            held &= here
        return np.flatnonzero(held)

    def read(self, numbers: NDArray[np.int64]) -> Iterator[Passage]:
        """Yield the passages with these numbers, in order, cut to what is allowed; a bounded number in memory."""
        for first in range(0, len(numbers), _AT_ONCE):
            for passage in self.index.passages(numbers[first : first + _AT_ONCE].tolist()):
                yield from self._clip.cut(passage)

    def place(self, passage: Passage, span: Span) -> Place:
        """Give the place of a stretch of a passage, by its offsets in the document."""
        return self.make(
            passage.document_id, span, span.shift(-passage.span.start).of(passage.text), passage.heading
        )

    def make(self, document_id: str, span: Span, quote: str, heading: tuple[str, ...]) -> Place:
        """Give the place of a stretch of a document."""
        if document_id not in self._pages:
            self._pages[document_id] = self.index.page_starts(document_id)
        starts = self._pages[document_id]
        page = max(1, bisect_right(starts, span.start)) if starts else None
        record = self._records[document_id]
        mention = Mention(document_id, record.path, record.title, span, quote, record.date, page)
        return Place(mention, heading)


class Stretches:
    """The passages of one document with these numbers, and the headings above them: where its facts are said."""

    def __init__(self, stacks: Stacks, document_id: str, numbers: NDArray[np.int64]) -> None:
        self._stacks = stacks
        self._document_id = document_id
        self._passages = list(stacks.read(numbers))
        self._starts = [passage.span.start for passage in self._passages]

    @cached_property
    def _headings(self) -> list[tuple[Span, str, tuple[str, ...]]]:
        return list(headings_above(self._stacks.index.document(self._document_id), self._passages))

    def find(self, span: Span) -> Place | None:
        """Give the sentence or the heading that holds a stretch of the document; None when it lies elsewhere."""
        passage = self._passages[max(0, bisect_right(self._starts, span.start) - 1)]
        if passage.span.covers(span):
            return self._stacks.place(passage, sentence_around(passage, span))
        before = bisect_right(self._headings, span.start, key=lambda heading: heading[0].start)
        heading, text, above = self._headings[before - 1] if before else (Span(0, 0), "", ())
        return self._stacks.make(self._document_id, heading, text, above) if heading.covers(span) else None

    def before(self, span: Span) -> str:
        """Give the sentence before a sentence in its passage; nothing before the first one."""
        passage = self._passages[max(0, bisect_right(self._starts, span.start) - 1)]
        earlier = [sentence for sentence in sentences_of(passage) if sentence.end <= span.start]
        return earlier[-1].shift(-passage.span.start).of(passage.text) if earlier else ""


def find_mentions(stacks: Stacks, phrase: Phrase) -> list[Place]:
    """Give every place where the phrase is said, by path and offset, quoted with the sentence around it."""
    found = [
        (span, stacks.place(passage, sentence_around(passage, span)))
        for passage in stacks.read(stacks.holding(phrase.stems, (STEM,)))
        for span in (part.shift(passage.span.start) for part in find_phrase(phrase, passage.text))
    ]
    known = {(place.mention.document_id, span) for span, place in found}
    found += [
        item for item in _in_headings(stacks, phrase) if (item[1].mention.document_id, item[0]) not in known
    ]
    found.sort(key=lambda item: (item[1].mention.path, item[0].start))
    return [place for _, place in found]


def find_together(stacks: Stacks, phrase: Phrase) -> list[Place]:
    """Give every sentence that holds all content words of the phrase, in any order."""
    wanted = set(phrase.stems)
    return [
        stacks.place(passage, sentence)
        for passage in stacks.read(stacks.holding(phrase.stems, (STEM,)))
        for sentence in sentences_of(passage)
        if wanted <= set(content_stems(sentence.shift(-passage.span.start).of(passage.text)))
    ]


def _in_headings(stacks: Stacks, phrase: Phrase) -> Iterator[tuple[Span, Place]]:
    """Yield the places in the headings above passages that are allowed; mostly headings stand in none."""
    under = (
        passage
        for passage in stacks.read(stacks.holding(phrase.stems, (HEAD,)))
        if any(next(find_phrase(phrase, heading), None) for heading in passage.heading)
    )
    for name, passages in groupby(under, key=lambda passage: passage.document_id):
        for span, text, above in headings_above(stacks.index.document(name), passages):
            for part in find_phrase(phrase, text):
                yield part.shift(span.start), stacks.make(name, span, text, above)


def headings_above(
    document: Document, passages: Iterable[Passage]
) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    """Yield the headings above passages of a document in order, each with its text and the headings above it."""
    blocks = Blocks.of(document.blocks)
    parents = Parents(blocks)
    found = {
        number
        for passage in passages
        for number in parents[max(0, bisect_right(blocks.starts, passage.span.start) - 1)]
    }
    for number in sorted(found):
        span = blocks[number].span
        above = tuple(blocks[other].span.of(document.text) for other in parents[number])
        yield span, span.of(document.text), above


@lru_cache(maxsize=100)
def sentences_of(passage: Passage) -> tuple[Span, ...]:
    """Give the sentences of a passage, as offsets in the document; what was read last is kept, for its next fact."""
    return tuple(
        Span(start + part.start, start + part.end)
        for start, line in _lines_of(passage)
        for part in split_sentences(line)
    )


def _lines_of(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the blocks of a passage with their offsets in the document: a block has no newline in it."""
    start = passage.span.start
    for line in passage.text.split("\n"):
        if line:
            yield start, line
        start += len(line) + 1


def sentence_around(passage: Passage, span: Span) -> Span:
    """Give the sentence of a passage that holds `span`, or the stretch of sentences when it runs over more."""
    inside = [part for part in sentences_of(passage) if part.overlaps(span)]
    return Span(
        min([span.start, *(part.start for part in inside)]), max([span.end, *(part.end for part in inside)])
    )


def find_best_sentence(
    passages: Iterable[Passage], worth: Callable[[str], int]
) -> tuple[Passage, Span] | None:
    """Give the first sentence that is worth most, with its passage; None without passages."""
    best: tuple[int, Passage, Span] | None = None
    for passage in passages:
        for sentence in sentences_of(passage):
            value = worth(sentence.shift(-passage.span.start).of(passage.text))
            if best is None or value > best[0]:
                best = value, passage, sentence
    return best and (best[1], best[2])
