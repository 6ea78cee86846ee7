"""A document cut into passages: whole sentences under one heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.dutch import split_sentences
from assistant.ingest.language import find_passage_language
from assistant.types import Block, BlockKind, Document, Passage, Span


@dataclass(frozen=True, slots=True)
class _Piece:
    """A whole sentence, with the place of its block."""

    span: Span
    block: int
    kind: BlockKind


def cut_passages(document: Document, chars: int) -> tuple[Passage, ...]:
    """Give the passages of `document`, in order, of up to about `chars` characters.

    A passage holds whole sentences of consecutive blocks under one heading; a longer sentence is
    a passage by itself. Headings are in the path, and in a passage only when no text follows
    them. Every other character of the text that is no white space is in exactly one passage.
    """
    return tuple(
        _make_passage(document, Span(run[0].span.start, run[-1].span.end), heading)
        for heading, pieces in _find_sections(document)
        for run in _pack(pieces, chars)
    )


def _find_sections(document: Document) -> Iterator[tuple[tuple[str, ...], list[_Piece]]]:
    """Give the sentences of each stretch between headings, with the headings above it."""
    path: list[tuple[int, str]] = []
    pieces: list[_Piece] = []
    bare: list[_Piece] = []
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING:
            pieces.extend(_find_pieces(document.text, block, number))
            bare = []
            continue
        if pieces:
            yield tuple(text for _, text in path), pieces
            pieces = []
        # A heading right under a higher one leaves that one its place in the path; otherwise the
        # one before had no text of its own and becomes a passage.
        if bare and path and block.level <= path[-1][0]:
            yield tuple(text for _, text in path), bare
        path = [entry for entry in path if entry[0] < block.level]
        path.append((block.level, block.span.of(document.text)))
        bare = [_Piece(block.span, number, block.kind)]
    if pieces or bare:
        yield tuple(text for _, text in path), pieces or bare


def _find_pieces(text: str, block: Block, number: int) -> Iterator[_Piece]:
    inner = block.span.of(text)
    for span in split_sentences(inner):
        yield _Piece(span.shift(block.span.start), number, block.kind)


def _pack(pieces: list[_Piece], chars: int) -> Iterator[list[_Piece]]:
    """Give runs of sentences, each as full as `chars` allows.

    A block that fits in the next passage as a whole is not torn for the room that is left, unless
    the passage would stay less than half full; an item stays with the line above the list, and a
    table begins a passage of its own after more than a few lines.
    """
    run: list[_Piece] = []
    for block in _group(pieces):
        cut = _find_cut(run, block, chars)
        if cut:
            yield run[:cut]
            run = run[cut:]
        for place, piece in enumerate(block):
            # The last words of a block may stick out a little rather than stand alone.
            if run and not _fits(run, [piece], chars) and not (place and _fits(run, block, _stretch(chars))):
                yield run
                run = []
            run.append(piece)
    if run:
        yield run


def _stretch(chars: int) -> int:
    return chars + chars // 5


def _find_cut(run: list[_Piece], block: list[_Piece], chars: int) -> int:
    """Give how many sentences of `run` are a passage before `block` begins; 0 to go on."""
    if not run:
        return 0
    half = run[-1].span.end - run[0].span.start < chars // 2
    table = (block[0].kind is BlockKind.ROW) != (run[-1].kind is BlockKind.ROW)
    if table and not half:
        return len(run)
    if _fits(run, block, chars):
        return 0
    keep = _find_lead(run) if block[0].kind is BlockKind.ITEM else len(run)
    whole = block[-1].span.end - block[0].span.start <= _stretch(chars)
    return keep if whole and not half else 0


def _group(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Give the sentences block by block."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and piece.block != group[-1].block:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _fits(run: list[_Piece], more: list[_Piece], chars: int) -> bool:
    return more[-1].span.end - run[0].span.start <= chars


def _find_lead(run: list[_Piece]) -> int:
    """Give where the line above a list begins in `run`, when it is the last; else its length."""
    last = run[-1]
    return len(run) - 1 if last.kind is BlockKind.PARAGRAPH and len(run) > 1 else len(run)


def _make_passage(document: Document, span: Span, heading: tuple[str, ...]) -> Passage:
    text = span.of(document.text)
    return Passage(
        id=f"{document.id}:{span.start}-{span.end}",
        document_id=document.id,
        span=span,
        text=text,
        heading=heading,
        page=document.page_of(span.start),
        language=find_passage_language(text, document.language),
    )
