"""An answer with its proof."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.types.fact import Extract
from assistant.types.hit import SectionKind
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
    newer: str | None = None
    """Date of a newer document that says something else on the same point: one that is cited too, or the newest
    version of this one. None when there is none."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the values that documents give for the same point, with the numbers of its citations.

    `year` is the one that the value is told to be of. `opposed` is whether the values contradict each other: not
    those that are each of another year or thing, nor those of which nothing tells from when they are.
    """

    value: str
    numbers: tuple[int, ...]
    date: str | None = None
    year: str | None = None
    opposed: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """One of the cases for which a document gives each its own value ("Klasse 1"), with the numbers of its citations."""

    label: str
    value: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A question of which the documents answer only a part: what they name, and what was not found."""

    named: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where something is said: a stretch of a document, `quote == document.text[span.start:span.end]`."""

    document_id: str
    path: str
    title: str
    span: Span
    quote: str
    date: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """An exact count over the whole index: documents, times, and every mention, in the order of path and offset.

    `what` tells what was counted ("documenten met het woord waterstof"), `elsewhere` how many documents
    more hold its words without being about it.
    """

    what: str
    documents: int
    times: int
    mentions: tuple[Mention, ...] = ()
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Limit:
    """A part of a document that an answer was kept to, and what it is called: a heading, "artikel 5", "pagina 12"."""

    document_id: str
    path: str
    title: str
    kind: SectionKind
    heading: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """What was looked at: documents in scope, searched, failed, and the index generation.

    `headings` are those of the chapters that it was kept to, each once; `places` the other parts of documents, in
    words ("op pagina 12"); `limits` all of these by document. Empty when it was kept to none. `unknown` is a table or
    figure that was asked for and is not known as such, so that all was looked at. `only` is the title of the document
    where one alone was looked at, of more in the index.
    """

    documents: int
    searched: int
    failed: int
    generation: str
    newest: str | None = None
    headings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    unknown: str | None = None
    only: str | None = None


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
    resolved: str | None = None
    """The question as it was understood in its conversation; None when it stands by itself."""
    variants: tuple[Variant, ...] = ()
    """The values that contradict each other, newest document first; empty when there are not two."""
    cases: tuple[Case, ...] = ()
    """The cases for each of which the document gives another value, in its order; empty when there are not two."""
    parts: Parts | None = None
    tally: Tally | None = None
    suggestions: tuple[str, ...] = ()
    """Next questions that the documents answer."""
