"""The body of a Word document to blocks: paragraphs, tables, text boxes and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from assistant.ingest.cells import Cell, read_cells
from assistant.ingest.encoding import normalise
from assistant.ingest.leftout import MOST_DRAFTS, list_left_out
from assistant.ingest.numbering import show_number
from assistant.ingest.reading import Draft
from assistant.ingest.styled import LONG_CELL, ParagraphWords, is_table_caption, make_draft
from assistant.ingest.wordstyles import WordNumbering, WordStyles, is_on, number_of, tag, value_of
from assistant.types import BlockKind

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_LEFT_OUT = frozenset(
    map(tag, ("del", "moveFrom", "pPr", "rPr", "rt", "instrText", "delText", "sdtPr", "tblPr"))
)
"""Deleted text, the old place of moved text, and what is no text."""
_BLANKS = frozenset(map(tag, ("tab", "br", "cr", "ptab")))
_BOXES = frozenset((tag("drawing"), tag("pict"), tag("object")))


@dataclass
class _Slot:
    """A cell of a table while its rows are read; `down` grows with the rows that it reaches into."""

    cell: Cell
    drafts: list[Draft]


class WordReader:
    """Reads the blocks of one document; `notices` tells afterwards what was left out."""

    def __init__(self, styles: WordStyles, numbering: WordNumbering, notes: dict[str, Any | None]) -> None:
        """Take the parts of a document; `notes` holds the roots of "footnote" and "endnote"."""
        self._styles = styles
        self._numbering = numbering
        self._bodies = {
            (kind, element.get(tag("id"), "")): element
            for kind, root in notes.items()
            for element in (() if root is None else root.iterchildren(tag(kind)))
        }
        self._figures = {"footnote": "decimal", "endnote": "roman"}
        self._counts = {"footnote": 0, "endnote": 0}
        self._notes: dict[str, list[Draft]] = {"footnote": [], "endnote": []}
        self._weights: list[bool] = []
        self._hidden = 0
        self._cut = False

    @property
    def notices(self) -> tuple[str, ...]:
        """Give remarks for the user about what was read."""
        return list_left_out(hidden=self._hidden, cut=self._cut)

    def read(self, body: Any) -> list[Draft]:
        """Give the blocks under `body`, footnotes after the block they belong to, endnotes last."""
        for kind in self._figures:
            told = next(body.iter(tag(f"{kind}Pr")), None)
            figures = value_of(told, "numFmt") if told is not None else None
            if figures is not None:
                self._figures[kind] = {"lowerRoman": "roman", "lowerLetter": "letter"}.get(figures, "decimal")
        drafts: list[Draft] = []
        for element in body:
            caption = drafts[-1] if drafts else None
            drafts.extend(self._read_element(element, caption))
            drafts.extend(self._notes["footnote"])
            self._notes["footnote"].clear()
            if len(drafts) > MOST_DRAFTS:
                self._cut = True
                break
        return drafts + self._notes["endnote"]

    def _read_element(self, element: Any, before: Draft | None = None) -> Iterator[Draft]:
        name = element.tag
        if name == tag("p"):
            yield from self._read_paragraph(element)
        elif name == tag("tbl"):
            yield from self._read_table(element, before)
        elif name == tag("sdt") and _is_contents(element):
            return
        elif name == f"{_MARKUP}AlternateContent":
            yield from self._read_children(_choose(element))
        elif name not in _LEFT_OUT:
            yield from self._read_children(element)

    def _read_children(self, element: Any) -> Iterator[Draft]:
        before = None
        for child in element:
            for draft in self._read_element(child, before):
                before = draft
                yield draft

    def _read_paragraph(self, element: Any) -> Iterator[Draft]:
        style = value_of(element, "pPr/pStyle") or self._styles.default
        words = ParagraphWords()
        self._collect(element, words, strong=self._styles.switch_of(style, "b") is True, style=style)
        text = " ".join(normalise("".join(words.parts)).split())
        depth, label = self._find_label(element, style)
        strong = bool(words.strong) and all(words.strong)
        draft = make_draft(
            text, self._styles.names_of(style), heading=self._find_level(element, style), depth=depth,
            label=label, strong=strong,
        )  # fmt: skip
        if draft is not None:
            self._weights.append(strong)
            yield draft
        for box in words.frames:
            yield from self._read_box(box)

    def _find_level(self, element: Any, style: str) -> int:
        own = value_of(element, "pPr/outlineLvl")
        level = number_of(own, 9) + 1 if own is not None else self._styles.level_of(style)
        return level if 0 < level <= 9 else 0

    def _find_label(self, element: Any, style: str) -> tuple[int, str]:
        """Give the depth of a paragraph in a list (0 for none) and the number shown before it."""
        own = value_of(element, "pPr/numPr/numId")
        told = value_of(element, "pPr/numPr/ilvl")
        number, level = self._styles.numbering_of(style)
        if own is not None:
            number = own
        if told is not None:
            level = number_of(told, 0)
        elif own is not None:
            level = 0
        if number is None or number == "0":
            return 0, ""
        return self._numbering.step(number, level, style) or (1, "")

    def _read_box(self, box: Any) -> Iterator[Draft]:
        """Give the blocks of the text boxes in a drawing; a picture has none."""
        for content in box.iter(tag("txbxContent")):
            # A box inside a box comes with the outer one.
            if next(content.iterancestors(tag("txbxContent"), box.tag), box) is box:
                yield from self._read_children(content)

    def _collect(self, element: Any, words: ParagraphWords, *, strong: bool, style: str = "") -> None:
        """Take up the words under an element; notes and text boxes apart."""
        if style and self._styles.switch_of(style, "vanish"):
            self._hidden += _count_signs(element)
            return
        for child in element:
            name = child.tag
            if name == tag("t") or name == _MATH_TEXT:
                words.add(child.text, strong=strong)
            elif name == tag("r"):
                self._collect_run(child, words, strong=strong)
            elif name in _BOXES:
                words.frames.append(child)
            elif name == f"{_MARKUP}AlternateContent":
                self._collect(_choose(child), words, strong=strong)
            elif name not in _LEFT_OUT:
                self._collect_sign(child, words, strong=strong)

    def _collect_sign(self, child: Any, words: ParagraphWords, *, strong: bool) -> None:
        name = child.tag
        if name in _BLANKS:
            words.parts.append(" ")
        elif name == tag("noBreakHyphen"):
            words.add("-", strong=strong)
        elif name in (tag("footnoteReference"), tag("endnoteReference")):
            self._read_note(name.removeprefix(tag("")).removesuffix("Reference"), child)
        else:
            self._collect(child, words, strong=strong)

    def _collect_run(self, run: Any, words: ParagraphWords, *, strong: bool) -> None:
        properties = run.find(tag("rPr"))
        style = (value_of(properties, "rStyle") or "") if properties is not None else ""
        if is_on(properties, "vanish") or (style and self._styles.switch_of(style, "vanish")):
            self._hidden += _count_signs(run)
            return
        bold = is_on(properties, "b")
        if bold is None and style:
            bold = self._styles.switch_of(style, "b")
        marked = next((note for note in run if note.get(tag("customMarkFollows")) is not None), None)
        if marked is not None:
            self._collect_sign(marked, words, strong=strong)
            return
        self._collect(run, words, strong=strong if bold is None else bold)

    def _read_note(self, kind: str, reference: Any) -> None:
        """Keep a footnote or endnote apart, with its mark in front."""
        body = self._bodies.get((kind, reference.get(tag("id"), "")))
        if reference.get(tag("customMarkFollows")) is not None:
            mark = "".join(node.text or "" for node in reference.getparent().iter(tag("t"))).strip()
        else:
            self._counts[kind] += 1
            mark = show_number(self._counts[kind], self._figures[kind])
        inner = [draft.text for draft in self._read_children(body)] if body is not None else []
        if inner:
            self._notes[kind].append(Draft(BlockKind.NOTE, " ".join([mark, *inner]).strip()))

    def _read_table(self, table: Any, before: Draft | None) -> Iterator[Draft]:
        rows: list[list[_Slot]] = []
        heads = 0
        above: dict[int, _Slot] = {}
        for row in _find_children(table, "tr"):
            if row.find(f"{tag('trPr')}/{tag('del')}") is not None:
                continue
            rows.append(self._read_row(row, above))
            if heads == len(rows) - 1 and value_of(row, "trPr/tblHeader") not in (
                None,
                *("0", "false", "off"),
            ):
                heads = len(rows)
        slots = [slot for row in rows for slot in row]
        layout = any(len(slot.cell.text) > LONG_CELL for slot in slots)
        nested = next(table.iterdescendants(tag("tbl")), None) is not None
        if layout or nested or all(len(row) < 2 for row in rows):
            yield from (draft for slot in slots for draft in slot.drafts)
            return
        caption = before.text if before is not None and is_table_caption(before) else ""
        yield from read_cells(
            [[slot.cell for slot in row] for row in rows], caption=caption, heads=heads or None
        )

    def _read_row(self, row: Any, above: dict[int, _Slot]) -> list[_Slot]:
        """Give the cells that begin in a row; those that reach down into it grow by one."""
        slots: list[_Slot] = []
        column = number_of(value_of(row, "trPr/gridBefore"), 0)
        slots.extend(_Slot(Cell(""), []) for _ in range(min(column, 50)))
        for element in _find_children(row, "tc"):
            across = max(1, number_of(value_of(element, "tcPr/gridSpan"), 1))
            merge = value_of(element, "tcPr/vMerge")
            if merge not in (None, "restart") and column in above:
                slot = above[column]
                slot.cell = replace(slot.cell, down=slot.cell.down + 1)
            elif element.find(f"{tag('tcPr')}/{tag('cellDel')}") is None:
                slot = self._read_cell(element, across)
                slots.append(slot)
                above[column] = slot
            column += across
        return slots

    def _read_cell(self, element: Any, across: int) -> _Slot:
        begin = len(self._weights)
        drafts = list(self._read_children(element))
        weights = self._weights[begin:]
        strong = bool(weights) and all(weights)
        return _Slot(Cell(" ".join(draft.text for draft in drafts), across, strong=strong), drafts)


def _find_children(element: Any, name: str) -> Iterator[Any]:
    """Give the rows of a table or the cells of a row, also those inside content controls."""
    for child in element:
        if child.tag == tag(name):
            yield child
        elif child.tag in (tag("sdt"), tag("sdtContent"), tag("customXml"), tag("ins")):
            yield from _find_children(child, name)


def _choose(alternatives: Any) -> Any:
    """Give one of the ways in which the same content is stored: the first."""
    return alternatives[0] if len(alternatives) else alternatives


def _is_contents(control: Any) -> bool:
    gallery = value_of(control, "sdtPr/docPartObj/docPartGallery") or ""
    return gallery == "Table of Contents"


def _count_signs(element: Any) -> int:
    return sum(len((node.text or "").strip()) for node in element.iter(tag("t")))
