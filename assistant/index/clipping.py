"""Passages cut to the parts of their documents that a question is limited to, where these are finer than passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.index.reader import Index
from assistant.types import Passage, Section, Span


class Clip:
    """Cuts passages to sections; one of a document whose sections are whole passages stays as it is."""

    def __init__(self, index: Index, sections: Sequence[Section]) -> None:
        self._spans: dict[str, list[Span]] = {}
        for section in sections:
            if section.span is not None:
                self._spans.setdefault(index.passage(section.first).document_id, [])
        if not self._spans:
            return
        for section in sections:
            owner = index.passage(section.first).document_id
            if owner in self._spans:
                self._spans[owner].append(find_span(index, section))

    def cut(self, passage: Passage) -> tuple[Passage, ...]:
        """Give the parts of a passage that lie in the sections, in order."""
        spans = self._spans.get(passage.document_id)
        if spans is None:
            return (passage,)
        inside = sorted({_meet(passage.span, span) for span in spans if passage.span.overlaps(span)})
        return tuple(_cut_to(passage, span) for span in inside)


def find_span(index: Index, section: Section) -> Span:
    """Give the stretch of its document that a section is."""
    if section.span is not None:
        return section.span
    first, last = index.passages([section.first, section.stop - 1])
    return Span(first.span.start, last.span.end)


def _meet(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _cut_to(passage: Passage, span: Span) -> Passage:
    if span == passage.span:
        return passage
    text = span.shift(-passage.span.start).of(passage.text)
    return replace(passage, id=f"{passage.document_id}:{span.start}-{span.end}", span=span, text=text)
