"""Markdown to blocks, also the rough Markdown that PDF converters make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.ingest.cells import Cell, opens_with_figures
from assistant.ingest.chapters import NUMBER, join_numbers, level_chapters
from assistant.ingest.dates import parse_date
from assistant.ingest.encoding import decode
from assistant.ingest.extramarks import drop_merges, turn_boxes
from assistant.ingest.frontmatter import find_field, split_front_matter
from assistant.ingest.hyphens import Joiner, count_words
from assistant.ingest.inline import is_bold, strip_marks
from assistant.ingest.reading import Draft, Reading
from assistant.ingest.remarks import drop_comments
from assistant.ingest.shapes import (
    ends_sentence,
    has_heading_shape,
    is_caption,
    is_contents_line,
    is_contents_title,
    is_person,
)
from assistant.ingest.stitch import stitch
from assistant.ingest.tables import make_rows, name_tables, read_tabbed
from assistant.types import BlockKind

_HEADING = re.compile(rf" {{0,3}}(#{{1,6}}(?=\s|$)|#{{2,6}}(?=[^\W\d_]|{NUMBER}(?:\s|$)))\s*(.*)$")
"""One sign without a blank behind it begins a hashtag, and so do more before "2e"."""
_HEADING_END = re.compile(r"\s*#*\s*$|\s*\{[^{}]*\}\s*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_ITEM = re.compile(r"(\s*)([-*+•]|\(?\d{1,3}[.)]|[a-z][.)])\s+(\S.*)$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_PIPES = re.compile(r"\s*\|?.*\|.*")
_NO_CELL = re.compile(r"\s*-{3,}\s*")
"""What some converters write for an empty cell."""
_DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_NOTE = re.compile(
    r"\s*(?:\[\^([^\]\s]+)\]:|<sup>\s*\[?(\d{1,3})\]?\s*</sup>|(\d{1,3})(?=\s))\s*(\S.*)$", re.I
)
_MARK = re.compile(r"<sup>\s*\[?(\d{1,3})\]?\s*</sup>|\[\^([^\]\s]+)\]", re.I)
_ANCHOR_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\[[^\]]*\]\(#[^)]*\)\s*$")
_SIGNS = re.compile(r"^#{1,6}\s+\S|\*\*[^*\n]+\*\*|<sup>|</?b>|\]\(https?:|^\s*\|.*\|\s*$|^\[\^", re.M)
_MOST_CELLS = 500
"""What follows in a row stays in its last cell."""
_PULL_CHARS = 250
"""A strong paragraph of no more characters is a quotation set large; a longer one is a lead."""
_SENTENCE_WORDS = 8
"""A heading of this many words that ends a sentence is a quotation set large."""


def load_markdown(raw: bytes, path: str) -> Reading:
    """Give the blocks of a Markdown file. Raises BrokenDocument."""
    text, notices = decode(raw, path)
    body, front = split_front_matter(text)
    body, hidden = drop_comments(body)
    date = parse_date(find_field(front, "date", "datum", "published", "publicatiedatum") or "")
    title = find_field(front, "title", "titel")
    return Reading(
        tuple(read_markdown(body)),
        title=title,
        date=date,
        date_source="metadata" if date else None,
        notices=(*notices, *hidden),
        fronted=title is not None,
    )


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text file holds Markdown: a heading and some other marks, or many marks."""
    sample = text[:200_000]
    signs = sum(1 for _ in _SIGNS.finditer(sample))
    return signs >= 3 and (re.search(r"^#{1,6}\s+\S", sample, re.M) is not None or signs >= 10)


def read_markdown(text: str) -> list[Draft]:
    """Give the blocks of Markdown text."""
    lines = turn_boxes(drop_merges(text.replace("\f", "\n").split("\n")))
    reader = _Reader(lines)
    drafts = level_chapters(join_numbers(reader.read()))
    return name_tables(stitch(_drop_empty_contents(drafts), reader.joiner))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines of one kind that belong together: "heading", "table", "item", "text"."""

    kind: str
    lines: list[str]
    level: int = 0


class _Reader:
    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.joiner = Joiner(count_words(lines))
        self.listed = False
        self.notes = {number or name for line in lines for number, name in _MARK.findall(line)}

    def read(self) -> Iterator[Draft]:
        for piece in _find_pieces(self.lines):
            for draft in self._convert(piece):
                self.listed = is_contents_title(draft.text)
                yield draft

    def _convert(self, piece: _Piece) -> Iterator[Draft]:
        if piece.kind == "heading":
            yield from self._convert_heading(piece)
        elif piece.kind == "table":
            yield from _convert_table(piece.lines)
        elif piece.kind == "tabbed":
            if not (self.listed and _is_contents(piece.lines)):
                yield from read_tabbed([_strip_cells(line) for line in piece.lines])
        elif piece.kind == "item":
            yield from self._make(BlockKind.ITEM, piece.lines, piece.level)
        elif piece.kind == "quote":
            yield from self._make(BlockKind.QUOTE, piece.lines)
        else:
            yield from self._convert_text(piece.lines)

    def _make(self, kind: BlockKind, lines: Sequence[str], level: int = 0) -> Iterator[Draft]:
        text = self.joiner.mend_strays(self.joiner.join_lines(strip_marks(line) for line in lines))
        if text:
            yield Draft(kind, text, level)

    def _convert_heading(self, piece: _Piece) -> Iterator[Draft]:
        for draft in self._make(BlockKind.HEADING, piece.lines, piece.level):
            sentence = draft.text.endswith((".", "!", "”", "’")) and ends_sentence(draft.text)
            if sentence and len(draft.text.split()) >= _SENTENCE_WORDS:
                draft = draft.become(BlockKind.QUOTE)
            yield draft

    def _convert_text(self, lines: list[str]) -> Iterator[Draft]:
        note = _NOTE.match(lines[0])
        if note and (note.group(1) or note.group(2) or note.group(3)) in self.notes:
            yield from self._convert_notes(lines)
        elif all(is_contents_line(strip_marks(line), listed=self.listed) for line in lines):
            return
        else:
            for part in _split_title(lines):
                for draft in self._make(BlockKind.PARAGRAPH, part):
                    yield draft.become(_guess_kind(draft.text, bold=is_bold(" ".join(part))))

    def _convert_notes(self, lines: list[str]) -> Iterator[Draft]:
        """Give each footnote of a paragraph of footnotes, with its number in front."""
        number, words = "", list[str]()
        for line in lines:
            found = _NOTE.match(line)
            mark = found and (found.group(1) or found.group(2) or found.group(3))
            if found and mark in self.notes:
                yield from self._make(BlockKind.NOTE, [number, *words])
                number, words = str(mark), [found.group(4)]
            else:
                words.append(line)
        yield from self._make(BlockKind.NOTE, [number, *words])


def _guess_kind(text: str, *, bold: bool) -> BlockKind:
    if is_caption(text):
        return BlockKind.CAPTION
    if is_person(text) or (bold and ends_sentence(text) and len(text) <= _PULL_CHARS):
        return BlockKind.QUOTE
    return BlockKind.HEADING if bold and has_heading_shape(text) else BlockKind.PARAGRAPH


def _find_pieces(lines: Sequence[str]) -> Iterator[_Piece]:
    """Give the pieces of the text in order; a piece ends at an empty line or a line of another kind."""
    current: _Piece | None = None
    fenced = False
    for place, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
            continue
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if not line.strip() or (
            not fenced and _RULE.match(line) and not (current and current.kind == "text")
        ):
            if current:
                yield current
            current = None
            continue
        kind, content, level = ("text", line, 0) if fenced else _classify(line, following, current)
        if (current and kind == current.kind and kind not in ("heading", "item")) or (
            current and kind == "more"
        ):
            current.lines.append(content)
        elif kind == "underline" and current:
            yield _Piece("heading", current.lines, level)
            current = None
        else:
            if current:
                yield current
            current = _Piece("text" if kind in ("more", "underline") else kind, [content], level)
    if current:
        yield current


def _classify(line: str, following: str, current: _Piece | None) -> tuple[str, str, int]:
    """Give the kind of a line, its content without the mark, and its level."""
    if heading := _HEADING.match(line):
        return "heading", _HEADING_END.sub("", heading.group(2)), len(heading.group(1))
    if current and current.kind == "text" and len(current.lines) == 1 and _UNDERLINE.match(line):
        return "underline", "", 1 if "=" in line else 2
    if current and current.kind == "table" and "|" in line:
        return "table", line, 0
    if _PIPES.match(line) and (line.strip().startswith("|") or _DASHES.match(following)) and "|" in line:
        return "table", line, 0
    if "\t" in line.strip(" ").lstrip("\t"):
        return "tabbed", line.strip(" "), 0
    if line.lstrip().startswith(">"):
        return "quote", line.lstrip().lstrip("> "), 0
    return _classify_running(line, current)


def _classify_running(line: str, current: _Piece | None) -> tuple[str, str, int]:
    item = _ITEM.match(line)
    if item and not _ANCHOR_ITEM.match(line):
        mark, words = item.group(2), item.group(3)
        text = words if mark in "-*+•" else f"{mark} {words}"
        return "item", text, 1 + min(4, len(item.group(1).expandtabs(4)) // 2)
    if item:
        return "contents", "", 0
    if current and current.kind == "item":
        return "more", line, 0
    return "text", line, 0


def _convert_table(lines: Sequence[str]) -> Iterator[Draft]:
    rows = [_split_cells(line) for line in lines if not _DASHES.match(line)]
    # Dashes on the first line stand for a header that is empty: the next row is one, unless it holds figures like those below.
    headed = any(map(_DASHES.match, lines))
    if headed and _DASHES.match(lines[0]):
        headed = not opens_with_figures([[Cell(text) for text in row] for row in rows])
    yield from make_rows(rows, headed=headed)


def _split_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    cells = re.split(r"(?<!\\)\|", inner, maxsplit=_MOST_CELLS)
    return ["" if _NO_CELL.fullmatch(cell) else strip_marks(cell.replace("\\|", "|")) for cell in cells]


def _strip_cells(line: str) -> str:
    return "\t".join(strip_marks(cell) for cell in line.split("\t"))


def _is_contents(lines: Sequence[str]) -> bool:
    """Tell whether tabbed lines are a table of contents: the last cell a page number, mostly rising."""
    ends = [strip_marks(line.rsplit("\t", 1)[-1]) for line in lines]
    pages = [int(end) for end in ends if end.isdecimal() and len(end) <= 3]
    rising = sum(before <= after for before, after in pairwise(pages))
    return len(pages) == len(lines) and rising >= 0.8 * (len(pages) - 1)


def _split_title(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the parts of a paragraph: a first line that is bold as a whole above others that are not is its title."""
    if len(lines) > 1 and is_bold(lines[0]) and not is_bold(lines[1]) and not lines[0].startswith(" "):
        title = strip_marks(lines[0])
        if has_heading_shape(title) and not title.endswith((":", ",", "-")):
            yield [lines[0]]
            lines = lines[1:]
    yield from _split_breaks(lines)


def _split_breaks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the parts of a paragraph between hard line breaks (two blanks at a line's end)."""
    part: list[str] = []
    for line in lines:
        part.append(line)
        if line.endswith(("  ", "\\")) or line.rstrip().lower().endswith(("<br>", "<br/>", "<br />")):
            yield [entry.rstrip("\\") for entry in part]
            part = []
    if part:
        yield part


def _drop_empty_contents(drafts: list[Draft]) -> list[Draft]:
    """Drop the heading of a table of contents that has nothing left under it."""
    kept: list[Draft] = []
    for place, draft in enumerate(drafts):
        title = draft.kind is BlockKind.HEADING and is_contents_title(draft.text)
        following = drafts[place + 1] if place + 1 < len(drafts) else None
        if not (title and (following is None or following.kind is BlockKind.HEADING)):
            kept.append(draft)
    return kept
