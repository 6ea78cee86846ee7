"""The body of an OpenDocument file to blocks: paragraphs, lists, tables, frames and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.ingest.cells import Cell, read_cells
from assistant.ingest.encoding import normalise
from assistant.ingest.leftout import MOST_DRAFTS, list_left_out
from assistant.ingest.numbering import ListCounter
from assistant.ingest.odfstyles import OdfStyles, find_number, tag
from assistant.ingest.reading import Draft
from assistant.ingest.styled import LONG_CELL, ParagraphWords, is_table_caption, make_draft
from assistant.types import BlockKind

_LEFT_OUT = frozenset(
    map(
        tag,
        (
            "text:tracked-changes", "office:annotation", "text:table-of-content", "text:illustration-index",
            "text:table-index", "text:object-index", "text:user-index", "text:alphabetical-index",
            "office:forms", "text:number", "text:ruby-text", "text:hidden-text", "text:hidden-paragraph",
            "presentation:notes", "office:event-listeners", "svg:title", "svg:desc",
        ),
    )
)  # fmt: skip
"""Deleted text, comments, contents and what is not shown."""
_MOST_REPEATS = 200


class OdfReader:
    """Reads the blocks of one file; `notices` tells afterwards what was left out."""

    def __init__(self, styles: OdfStyles) -> None:
        self._styles = styles
        self._outline = ListCounter(styles.outline)
        self._counters: dict[str, ListCounter] = {}
        self._notes: list[Draft] = []
        self._endnotes: list[Draft] = []
        self._hidden = 0
        self._cut = False

    @property
    def notices(self) -> tuple[str, ...]:
        """Give remarks for the user about what was read."""
        return list_left_out(hidden=self._hidden, cut=self._cut)

    def read(self, body: Any) -> list[Draft]:
        """Give the blocks under `body`, footnotes after the block they belong to, endnotes last."""
        drafts: list[Draft] = []
        for element in body:
            drafts.extend(self._read_element(element, drafts[-1] if drafts else None))
            drafts.extend(self._notes)
            self._notes.clear()
            if len(drafts) > MOST_DRAFTS:
                self._cut = True
                break
        drafts.extend(self._endnotes)
        self._endnotes.clear()
        return drafts

    def _read_element(self, element: Any, before: Draft | None = None) -> Iterator[Draft]:
        name = element.tag
        if name in _LEFT_OUT:
            return
        if name in (tag("text:p"), tag("text:h")):
            yield from self._read_paragraph(element)
        elif name == tag("text:list"):
            yield from self._read_list(element)
        elif name == tag("table:table"):
            yield from self._read_table(element, before)
        elif element.get(tag("text:display")) == "none":
            self._hidden += len("".join(element.itertext()).strip())
        else:
            # Sections, text boxes, frames, groups and shapes hold blocks.
            before = None
            for child in element:
                for draft in self._read_element(child, before):
                    before = draft
                    yield draft

    def _read_paragraph(
        self, element: Any, *, depth: int = 0, counter: ListCounter | None = None, start: int | None = None
    ) -> Iterator[Draft]:
        style = element.get(tag("text:style-name"), "")
        words = ParagraphWords()
        self._collect(element, words, strong=self._styles.is_strong(style, "paragraph") is True, style=style)
        text = " ".join(normalise("".join(words.parts)).split())
        level = find_number(element, "text:outline-level", 1) if element.tag == tag("text:h") else 0
        label = self._find_label(element, level, depth, counter, start) if text or depth else ""
        draft = make_draft(
            text, self._styles.names_of(style), heading=level, depth=depth, label=label,
            strong=bool(words.strong) and all(words.strong),
        )  # fmt: skip
        if draft is not None:
            yield draft
        for frame in words.frames:
            yield from self._read_element(frame)

    def _find_label(
        self, element: Any, level: int, depth: int, counter: ListCounter | None, start: int | None
    ) -> str:
        """Give the number that is shown before a paragraph, as stored or as counted."""
        stored = element.findtext(tag("text:number"))
        shown = ""
        if counter is not None and not (level and self._styles.outline):
            shown = counter.step(depth, start)
        elif level and element.get(tag("text:is-list-header")) != "true":
            style = element.get(tag("text:style-name"), "")
            if not self._styles.is_unnumbered(style):
                restart = element.get(tag("text:restart-numbering")) == "true"
                first = find_number(element, "text:start-value", 1) if restart else None
                shown = self._outline.step(level, first)
        return stored.strip() if stored and stored.strip() else shown

    def _collect(self, element: Any, words: ParagraphWords, *, strong: bool, style: str = "") -> None:
        """Take up the words under an element; notes and frames apart."""
        if style and self._styles.is_hidden(style, "paragraph"):
            self._hidden += len("".join(element.itertext()).strip())
            return
        words.add(element.text, strong=strong)
        for child in element:
            self._collect_child(child, words, strong=strong)
            words.add(child.tail, strong=strong)

    def _collect_child(self, child: Any, words: ParagraphWords, *, strong: bool) -> None:
        name = child.tag
        if name == tag("text:note"):
            self._read_note(child)
        elif name in (tag("text:tab"), tag("text:line-break"), tag("text:s")):
            words.parts.append(" ")
        elif name.startswith(tag("draw:")):
            words.frames.append(child)
        elif name in _LEFT_OUT:
            return
        elif name == tag("text:span"):
            style = child.get(tag("text:style-name"), "")
            if self._styles.is_hidden(style, "text"):
                self._hidden += len("".join(child.itertext()).strip())
                return
            own = self._styles.is_strong(style, "text")
            self._collect(child, words, strong=strong if own is None else own)
        else:
            self._collect(child, words, strong=strong)

    def _read_note(self, note: Any) -> None:
        """Keep a footnote or endnote apart, with its mark in front."""
        citation = note.find(tag("text:note-citation"))
        mark = "".join(citation.itertext()).strip() if citation is not None else ""
        body = note.find(tag("text:note-body"))
        inner = [
            draft.text for child in (() if body is None else body) for draft in self._read_element(child)
        ]
        if inner:
            kept = self._endnotes if note.get(tag("text:note-class")) == "endnote" else self._notes
            kept.append(Draft(BlockKind.NOTE, " ".join(part for part in (mark, *inner) if part)))

    def _read_list(self, element: Any, depth: int = 1, counter: ListCounter | None = None) -> Iterator[Draft]:
        name = element.get(tag("text:style-name"), "")
        if counter is None:
            counter = self._find_counter(element, name)
        elif name:
            counter.styles.update(
                {level: style for level, style in self._styles.levels_of(name).items() if level >= depth}
            )
            counter.counts.pop(depth, None)
        for item in element:
            if item.tag not in (tag("text:list-item"), tag("text:list-header")):
                continue
            start = find_number(item, "text:start-value", -1)
            numbered = item.tag == tag("text:list-item")
            for child in item:
                if child.tag == tag("text:list"):
                    yield from self._read_list(child, depth + 1, counter)
                elif child.tag in (tag("text:p"), tag("text:h")):
                    given = start if start >= 0 else None
                    yield from self._read_paragraph(
                        child, depth=depth, counter=counter if numbered else None, start=given
                    )
                    numbered = False
                else:
                    yield from self._read_element(child)

    def _find_counter(self, element: Any, name: str) -> ListCounter:
        """Give the counter of the list that this one goes on with, or a new one."""
        before = None
        if (wanted := element.get(tag("text:continue-list"))) is not None:
            before = self._counters.get(f"#{wanted}")
        elif element.get(tag("text:continue-numbering")) == "true":
            before = self._counters.get(name)
        counter = before or ListCounter(self._styles.levels_of(name))
        self._counters[name] = counter
        if (own := element.get(tag("xml:id"))) is not None:
            self._counters[f"#{own}"] = counter
        return counter

    def _read_table(self, table: Any, before: Draft | None) -> Iterator[Draft]:
        rows: list[list[tuple[Cell, list[Draft]]]] = []
        heads = 0
        for row, heading in _find_rows(table):
            line = [self._read_cell(cell) for cell in _find_cells(row)]
            times = find_number(row, "table:number-rows-repeated", 1)
            filled = any(cell.text for cell, _ in line)
            for _ in range(min(times, _MOST_REPEATS) if filled else 1):
                rows.append(line)
                heads += heading
        drafts = [inner for row in rows for _, inner in row]
        layout = any(len(cell.text) > LONG_CELL for row in rows for cell, _ in row)
        layout = layout or next(table.iterdescendants(tag("table:table")), None) is not None
        if layout or all(len(row) < 2 for row in rows):
            yield from (draft for inner in drafts for draft in inner)
        else:
            caption = before.text if before is not None and is_table_caption(before) else ""
            cells = [[cell for cell, _ in row] for row in rows]
            yield from read_cells(cells, caption=caption, heads=heads or None)

    def _read_cell(self, element: Any) -> tuple[Cell, list[Draft]]:
        drafts = [draft for child in element for draft in self._read_element(child)]
        names = [
            name
            for child in element.iterchildren(tag("text:p"))
            for name in self._styles.names_of(child.get(tag("text:style-name"), ""))
        ]
        cell = Cell(
            " ".join(draft.text for draft in drafts),
            find_number(element, "table:number-columns-spanned", 1),
            find_number(element, "table:number-rows-spanned", 1),
            strong="Table Heading" in names
            or (bool(drafts) and all(draft.kind is BlockKind.HEADING for draft in drafts)),
        )
        return cell, drafts


def _find_rows(table: Any, *, heading: bool = False) -> Iterator[tuple[Any, bool]]:
    """Give the rows of a table, not of those inside it, and whether they are in its header."""
    for child in table:
        if child.tag == tag("table:table-row"):
            yield child, heading
        elif child.tag in (tag("table:table-rows"), tag("table:table-row-group")):
            yield from _find_rows(child, heading=heading)
        elif child.tag == tag("table:table-header-rows"):
            yield from _find_rows(child, heading=True)


def _find_cells(row: Any) -> Iterator[Any]:
    """Give the cells of a row as often as they are repeated; covered ones only where they stand apart."""
    for cell in row:
        if cell.tag == tag("table:table-cell"):
            times = find_number(cell, "table:number-columns-repeated", 1)
            yield from [cell] * min(times, _MOST_REPEATS if len(cell) else 1)
