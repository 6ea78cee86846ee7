"""A range of characters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open range of code points `[start, end)` in a document's text."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Make the span; raises ValueError where there is none."""
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}:{end}")
        # Spans are made by the hundreds for a question: what dataclasses write for a frozen one takes twice as long.
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the part of `text` that this span marks."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """Give the same span `by` characters further on."""
        return Span(self.start + by, self.end + by)


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__
