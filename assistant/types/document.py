"""A file as it was read, and the passages it was cut into."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from assistant.types.blocks import Block, BlockKind, Blocks
from assistant.types.layout import Layout
from assistant.types.span import Span


class DocumentKind(StrEnum):
    """What sort of text a document is; the wire translates the names."""

    PROGRESS_REPORT = "progress_report"
    POLICY = "policy"
    LETTER = "letter"
    DECISION = "decision"
    NEWS = "news"
    MINUTES = "minutes"
    QUESTIONS = "questions"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: cleaned text with its structure, and where it came from.

    `id` is the first 16 hexadecimal digits of `sha256`, the hash of the file's bytes. `path` is
    relative to the corpus folder, with forward slashes. `date` is EDTF level 0 (`2020`,
    `2020-06`, `2020-06-15`) and stated in the text or file, never taken from the file system;
    `date_source` says where ("tekst", "colofon", "periode", "bestandsnaam", "mail", "metadata"). `language` is
    ISO 639-1, `origin` "nl" or "vl". `page_starts` holds the offset at which each page begins,
    first page first; it is empty for formats without pages. `notices` are remarks for the user
    in Dutch ("pagina 3 heeft geen tekst").

    `period` is the stretch of time it reports on (EDTF interval), `organisation` who wrote it.
    `scanned` are the pages read by character recognition, each with its mean confidence in
    [0, 1]. `layout` tells where the words stand; a document from the index has none
    (`Index.layout_of` gives it). A member of a ZIP file or an attachment has the path of that file
    in `container`, as the first part of its own `path`, and the hash of its bytes in
    `container_sha256`. `signature` is what near-duplicates are found by; `version_of` is the id
    of the newest version of the same document when this one is older.
    """

    id: str
    path: str
    sha256: str
    title: str
    text: str
    blocks: tuple[Block, ...] | Blocks
    date: str | None = None
    date_source: str | None = None
    language: str | None = None
    origin: str | None = None
    page_starts: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    subtitle: str | None = None
    kind: DocumentKind | None = None
    organisation: str | None = None
    period: str | None = None
    scanned: tuple[tuple[int, float], ...] = ()
    container: str | None = None
    container_sha256: str | None = None
    signature: bytes = b""
    version_of: str | None = None
    layout: Layout | None = None

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
    """A document without its text, for lists. `pages`, `chars`, `passages` are counts.

    The other fields are as in `Document`.
    """

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
    subtitle: str | None = None
    kind: DocumentKind | None = None
    organisation: str | None = None
    period: str | None = None
    scanned: tuple[tuple[int, float], ...] = ()
    container: str | None = None
    container_sha256: str | None = None
    signature: bytes = b""
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one document; `text == document.text[span.start:span.end]`.

    `heading` is the heading path above it, outermost first. `id` is the document's id with the
    offsets: `"<document_id>:<start>-<end>"`. `language` is ISO 639-1.
    """

    id: str
    document_id: str
    span: Span
    text: str
    heading: tuple[str, ...] = ()
    page: int | None = None
    language: str | None = None
