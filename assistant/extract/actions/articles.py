"""Sentences with a date in the articles of a law or rule, where little else happens than that it takes force."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from assistant.extract.actions.marks import open_marks
from assistant.extract.actions.reading import Known, Statement
from assistant.extract.source import Source
from assistant.types import Extract, Span

_TELLING = re.compile(
    r"\b(?:in werking|van kracht|vervalt|vervallen|ingetrokken|opgeheven|gepubliceerd|verschenen|bekendgemaakt|"
    r"bekend gemaakt|goedgekeurd|ondertekend|opgericht|ingesteld)\b"
)
"""What is told to happen in an article; the rest is what must be done, or when, by whom it concerns."""
_AROUND = 60
"""Words to each side of a date in which its sentence is looked for; keeps the work linear."""


def find_articles(source: Source, known: Known, start: int) -> Iterator[Statement]:
    """Give the sentences from offset `start` on that hold a date and tell of a happening."""
    place, dates = bisect_left(known.date_starts, start), known.dates
    while place < len(dates):
        span = _find_sentence(source, dates[place])
        stop = place + 1
        while stop < len(dates) and dates[stop].span.start < span.end:
            stop += 1
        text = span.of(source.text)
        if _TELLING.search(text):
            yield Statement(span, text, "", None, None, None, dates[place:stop])
        place = stop


def _find_sentence(source: Source, date: Extract) -> Span:
    """Give the words around a date up to a stop, a break or a sign that begins another clause."""
    marks, words = open_marks(), source.words
    first = bisect_left(source.starts, date.span.start)
    last = bisect_left(source.starts, date.span.end, first)
    start, end = first, last
    while start > max(0, first - _AROUND) and not _parts(words[start - 1], marks[words[start - 1]]):
        start -= 1
    while end < min(len(words), last + _AROUND) and not _parts(words[end], marks[words[end]]):
        end += 1
    return Span(source.starts[start], max(source.ends[end - 1], date.span.end))


def _parts(word: str, mark: str) -> bool:
    return mark in ".:" or word[0] == ";"
