"""An answer with its proof."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.types.fact import Extract
from assistant.types.layout import Box
from assistant.types.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation: `quote == document.text[span.start:span.end]`, checked before it leaves.

    `boxes` are its places on the pages, one a line. `scanned` is the mean confidence in [0, 1] of the
    character recognition by which its first page was read; None for a page with text.
    """

    number: int
    document_id: str
    path: str
    sha256: str
    title: str
    span: Span
    quote: str
    score: float
    date: str | None = None
    page: int | None = None
    heading: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    scanned: float | None = None


@dataclass(frozen=True, slots=True)
class Completeness:
    """What was looked at: documents in scope, searched, failed, and the index generation."""

    documents: int
    searched: int
    failed: int
    generation: str
    newest: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its proof.

    `kind` is a `answer.question.QuestionKind` value. When `answered` is False, `citations` is
    empty, `nearby` holds the nearest passages and `text` says that nothing was found. Extracts
    belong to the cited passages, as pairs of document id and fact.
    """

    id: str
    question: str
    kind: str
    answered: bool
    text: str
    completeness: Completeness
    short: str | None = None
    citations: tuple[Citation, ...] = ()
    extracts: tuple[tuple[str, Extract], ...] = ()
    nearby: tuple[Citation, ...] = ()
    confidence: float = 0.0
