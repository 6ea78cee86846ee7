"""The values that travel between the modules, in the order in which they are made.

`Document` -> `Passage` -> `Hit` -> `Answer`, and `Extract` beside them. Everything is frozen
and slotted, offsets are half-open in Unicode code points of `Document.text`, and one law holds
everywhere: `document.text[span.start:span.end]` is exactly the passage, the citation or the
extract. Ids are content hashes. Scores: higher is better.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points `[start, end)` in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

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


class BlockKind(StrEnum):
    """What a stretch of a document is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    QUOTE = "quote"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row, caption, quotation or footnote.

    Blocks are in reading order, do not overlap and never hold a newline that separates blocks:
    blocks are separated by at least one newline in the text, and the inside of a block has no
    newline at all. `level` is 1-6 for headings (1 is the title's level), the nesting depth
    (from 1) for items, and 0 for the rest.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: cleaned text with its structure, and where it came from.

    `id` is the first 16 hexadecimal digits of `sha256`, the hash of the file's bytes. `path` is
    relative to the corpus folder, with forward slashes. `date` is EDTF level 0 (`2020`,
    `2020-06`, `2020-06-15`) and stated in the text or file, never taken from the file system;
    `date_source` says where ("tekst", "colofon", "periode", "bestandsnaam", "metadata"). `language` is
    ISO 639-1, `origin` "nl" or "vl". `page_starts` holds the offset at which each page begins,
    first page first; it is empty for formats without pages. `notices` are remarks for the user
    in Dutch ("pagina 3 heeft geen tekst").
    """

    id: str
    path: str
    sha256: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    date: str | None = None
    date_source: str | None = None
    language: str | None = None
    origin: str | None = None
    page_starts: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Give the 1-based page on which `offset` lies; None for formats without pages."""
        if not self.page_starts:
            return None
        return max(1, bisect_right(self.page_starts, offset))

    def heading_path(self, offset: int) -> tuple[str, ...]:
        """Give the headings above `offset`, outermost first."""
        path: list[tuple[int, str]] = []
        for block in self.blocks:
            if block.span.start > offset:
                break
            if block.kind is BlockKind.HEADING:
                path = [entry for entry in path if entry[0] < block.level]
                path.append((block.level, block.span.of(self.text)))
        return tuple(text for _, text in path)


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document without its text, for lists. `pages`, `chars`, `passages` are counts."""

    id: str
    path: str
    sha256: str
    title: str
    chars: int
    passages: int
    pages: int = 0
    date: str | None = None
    date_source: str | None = None
    language: str | None = None
    origin: str | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one document; `text == document.text[span.start:span.end]`.

    `heading` is the heading path above it, outermost first. `id` is the document's id with the
    offsets: `"<document_id>:<start>-<end>"`.
    """

    id: str
    document_id: str
    span: Span
    text: str
    heading: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its fused score in [0, 1] and the parts it was made of."""

    passage: Passage
    score: float
    lexical: float = 0.0
    dense: float = 0.0


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is limited to; an empty field limits nothing.

    `documents` are ids or paths, `themes` and `regions` codes, `since` and `until` bounds on the
    document's date (EDTF level 0, both inclusive).
    """

    documents: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    language: str | None = None
    origin: str | None = None

    @property
    def empty(self) -> bool:
        """Tell whether nothing is limited."""
        return self == Filters()


class ExtractKind(StrEnum):
    """The kinds of fact; values are the English names, the wire translates them."""

    THEME = "theme"
    REGION = "region"
    DATE = "date"
    AMOUNT = "amount"
    SHARE = "share"
    ORGANISATION = "organisation"
    PERSON = "person"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as EDTF with its first and last day (ISO 8601).

    All three are None when the expression cannot be resolved. `earliest` or `latest` alone is
    None for an open interval. `anchor` is the document date against which a relative expression
    ("vorige maand") was resolved.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class RegionValue:
    """A region: ISO 3166 / CBS / NIS code, official Dutch name, level, country, NUTS 2024."""

    name: str
    level: str
    country: str
    code: str | None = None
    nuts: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeValue:
    """A theme of the vocabulary with the strength of the evidence in [0, 1]."""

    code: str
    name: str
    score: float
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class AmountValue:
    """A sum of money or a share: `value` in whole units of `unit` ("EUR", "%").

    `modifier` is "about", "more", "less" or None; `upper` closes a range "van 2 tot 3 miljoen".
    """

    value: float
    unit: str
    modifier: str | None = None
    upper: float | None = None


ExtractValue = DateValue | RegionValue | ThemeValue | AmountValue


@dataclass(frozen=True, slots=True)
class Extract:
    """A fact with the exact words that state it: `text == source_text[span.start:span.end]`."""

    kind: ExtractKind
    span: Span
    text: str
    value: ExtractValue


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation: `quote == document.text[span.start:span.end]`, checked before it leaves."""

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


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why, in Dutch."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one ingest did; paths are relative to the corpus folder, sorted.

    `copies` are pairs of a file and the file with the same bytes that stands for it.
    """

    generation: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    failed: tuple[Failure, ...] = ()
    notices: tuple[tuple[str, str], ...] = field(default=())
    documents: int = 0
    passages: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an index. `bytes` is its size on disk, `model` the encoder's name."""

    generation: str
    documents: int
    passages: int
    failures: tuple[Failure, ...]
    model: str
    dimension: int
    analyser: str
    bytes: int
    newest: str | None = None
