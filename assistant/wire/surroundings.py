"""Where a fact stands: the sentence around it and the headings above it, cut once per document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from assistant.dutch import split_sentences
from assistant.types import Block, BlockKind, Document, Span

HEADING_SEPARATOR: Final = " › "
"""Stands between the headings of a heading path in `kop`."""

LONGEST_SENTENCE: Final = 1_000
"""Characters of a sentence that are shown; of a longer one (a line without full stops) only the
words around the fact, so that many facts in one line stay small. The fact itself is always whole."""

_BLANK = re.compile(r"\s")


def join_heading(path: Sequence[str]) -> str | None:
    """Give the heading path as one line, outermost first; None when there is none."""
    return HEADING_SEPARATOR.join(path) or None


class Surroundings:
    """The sentences and headings of one text; a line is cut into sentences when a fact in it is asked for."""

    def __init__(self, text: str, blocks: Sequence[Block] = ()) -> None:
        self._text = text
        # Where each line begins, and one more where a line behind the last would begin.
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._sentences: dict[int, tuple[list[int], list[int]]] = {}
        self._heading_starts: list[int] = []
        self._headings: list[str | None] = []
        path: list[tuple[int, str]] = []
        for block in blocks:
            if block.kind is BlockKind.HEADING:
                path = [entry for entry in path if entry[0] < block.level]
                path.append((block.level, block.span.of(text)))
                self._heading_starts.append(block.span.start)
                self._headings.append(join_heading([words for _, words in path]))

    @classmethod
    def of(cls, document: Document) -> Surroundings:
        """Give the surroundings in a document."""
        return cls(document.text, document.blocks)

    def heading(self, span: Span) -> str | None:
        """Give the headings above the beginning of `span` as one line; None when there are none."""
        place = bisect_right(self._heading_starts, span.start)
        return self._headings[place - 1] if place else None

    def sentence(self, span: Span) -> str:
        """Give the sentence around `span`, literally; from the first to the last when it is in several."""
        start = self._first(span)
        end = self._last(span)
        return self._text[slice(*self._shorten(span, start, end))]

    def _first(self, span: Span) -> int:
        """Give where the sentence begins that holds the first character of `span`."""
        starts, _ = self._cut(span.start)
        place = bisect_right(starts, span.start)
        return starts[place - 1] if place else span.start

    def _last(self, span: Span) -> int:
        """Give where the sentence ends that holds the last character of `span`."""
        last = max(span.start, span.end - 1)
        _, ends = self._cut(last)
        place = bisect_right(ends, last)
        return max(span.end, ends[place]) if place < len(ends) else span.end

    def _cut(self, offset: int) -> tuple[list[int], list[int]]:
        """Give the starts and ends of the sentences in the line that holds `offset`."""
        line = bisect_right(self._lines, offset) - 1
        if line not in self._sentences:
            begin, end = self._lines[line], self._lines[line + 1] - 1
            spans = split_sentences(self._text[begin:end])
            self._sentences[line] = (
                [begin + span.start for span in spans],
                [begin + span.end for span in spans],
            )
        return self._sentences[line]

    def _shorten(self, span: Span, start: int, end: int) -> tuple[int, int]:
        """Give the part of a sentence that is shown: all of it, or whole words around `span`."""
        if end - start <= LONGEST_SENTENCE:
            return start, end
        room = max(0, LONGEST_SENTENCE - len(span)) // 2
        if span.start - room > start:
            blank = _BLANK.search(self._text, span.start - room, span.start)
            start = blank.end() if blank else span.start
        if span.end + room < end:
            blanks = [match.start() for match in _BLANK.finditer(self._text, span.end, span.end + room)]
            end = blanks[-1] if blanks else span.end
        return start, end
