"""What a search gives and what it is limited to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.types.document import DocumentKind, Passage
from assistant.types.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its fused score in [0, 1] and the parts it was made of."""

    passage: Passage
    score: float
    lexical: float = 0.0
    dense: float = 0.0


class SectionKind(StrEnum):
    """How a part of a document is known: by its heading, as an article that opens a paragraph, as a page, by a caption."""

    HEADING = "heading"
    ARTICLE = "article"
    PAGE = "page"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of one document: passages by their numbers in an index, from `first` up to and without `stop`.

    `heading` is what it is called: a heading, "artikel 5", "pagina 12", a caption. `span` is the stretch of the text that
    it is where that is finer than its passages.
    """

    heading: str
    first: int
    stop: int
    kind: SectionKind = SectionKind.HEADING
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is limited to; an empty field limits nothing.

    `documents` are ids or paths, `themes` and `regions` codes, `since` and `until` bounds on the
    document's date (EDTF level 0, both inclusive), `kinds` sorts of document, `sections` the chapters, articles or pages that a question
    names: those of the open index, as their passages have no other names.
    """

    documents: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    language: str | None = None
    origin: str | None = None
    kinds: tuple[DocumentKind, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing is limited."""
        return self == Filters()
