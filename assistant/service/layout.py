"""A document laid out for reading: its blocks grouped into lists and tables, with page marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from assistant.service.columns import find_columns
from assistant.types import Block, BlockKind, Document, Span

_OWN_MARK = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)°]|[-–—•*▪◦]|art(?:\.|ikel)\s)\s*\S")
_GROUPED: Final = {BlockKind.ITEM: "list", BlockKind.ROW: "table"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is shown as one; `start` is its offset in the document's text."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One block: its runs (the cells of a row; one for the rest) and its level."""

    kind: str
    level: int
    runs: tuple[Run, ...]

    @property
    def marked(self) -> bool:
        """Tell whether the text brings its own number or bullet."""
        return bool(self.runs) and _OWN_MARK.match(self.runs[0].text) is not None


@dataclass(frozen=True, slots=True)
class Section:
    """Pieces that stand together; `page` is set where a new page begins.

    `columns` names the columns of a table behind the first; a row then has a run for each.
    """

    kind: str
    pieces: tuple[Piece, ...]
    page: int | None = None
    columns: tuple[str, ...] = ()


def lay_out(document: Document) -> Iterator[Section]:
    """Yield the sections of a document in reading order; no text between two blocks is lost."""
    shown: int | None = None
    for (page, kind), blocks in groupby(_fill(document), key=lambda block: _group(document, block)):
        mark = page if page != shown else None
        shown = page
        if kind == _GROUPED[BlockKind.ROW]:
            yield _make_table(document.text, list(blocks), mark)
            continue
        pieces = tuple(_cut(document.text, block) for block in blocks)
        if kind == _GROUPED[BlockKind.ITEM]:
            yield Section(kind, pieces, mark)
            continue
        for place, piece in enumerate(pieces):
            yield Section(piece.kind, (piece,), mark if place == 0 else None)


def _group(document: Document, block: Block) -> tuple[int | None, str]:
    return document.page_of(block.span.start), _GROUPED.get(block.kind, "text")


def _fill(document: Document) -> Iterable[Block]:
    """Yield the blocks, and the text outside them as paragraphs of its own."""
    end = 0
    for block in document.blocks:
        yield from _loose(document.text, end, block.span.start)
        yield block
        end = block.span.end
    yield from _loose(document.text, end, len(document.text))


def _loose(text: str, start: int, end: int) -> Iterator[Block]:
    for match in re.finditer(r"[^\n]*\S[^\n]*", text[start:end]):
        yield Block(BlockKind.PARAGRAPH, Span(start + match.start(), start + match.end()))


def _cut(text: str, block: Block) -> Piece:
    return Piece(block.kind.value, block.level, (Run(block.span.start, block.span.of(text)),))


def _make_table(text: str, blocks: list[Block], mark: int | None) -> Section:
    found = find_columns([block.span.of(text) for block in blocks])
    if found is None:
        return Section(_GROUPED[BlockKind.ROW], tuple(_cut(text, block) for block in blocks), mark)
    names, table = found
    pieces = (
        Piece(block.kind.value, 0, tuple(Run(block.span.start + at, words) for at, words in cells))
        for block, cells in zip(blocks, table, strict=True)
    )
    return Section(_GROUPED[BlockKind.ROW], tuple(pieces), mark, names)
