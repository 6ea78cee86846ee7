"""A tree of HTML elements to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from assistant.ingest.cells import MOST_SPAN, Cell, read_cells
from assistant.ingest.encoding import normalise
from assistant.ingest.numbering import show_number
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import is_bulleted, is_caption, is_person
from assistant.ingest.tables import name_tables
from assistant.types import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_FIGURES = {"a": "letter", "A": "LETTER", "i": "roman", "I": "ROMAN"}
_LISTS = ("ul", "ol", "menu")
_BREAK = " \n"
_BACK = " ↩↑^\ufe0e"
"""Signs of the link at the end of a footnote that leads back to its mark."""
_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[*†‡]{1,3})\s*[\])]?")


def read_blocks(root: LexborNode) -> list[Draft]:
    """Give the blocks under `root`, in order."""
    return name_tables(_Walker(find_notes(root)).read(root))


class _Walker:
    """Walks the tree without recursion, so that deep nesting cannot exhaust the stack.

    `notes` holds the mark of every footnote by the id of the element with its text.
    """

    def __init__(self, notes: Mapping[str, str]) -> None:
        self.notes = notes
        self.drafts: list[Draft] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.counters: list[int | None] = []
        self.figures: list[str] = []
        self.terms: list[str] = []
        self.level = 0
        self.note: tuple[str, int | None] | None = None

    def read(self, root: LexborNode) -> list[Draft]:
        for event, node in _walk(root):
            if event == "text":
                self.words.append(node.text_content or "")
            elif event == "table":
                self._flush()
                self.drafts.extend(_read_table(node, self.notes))
            elif event == "mark":
                self._find_note(node, None)
            elif event == "open":
                self._open(node)
            else:
                self._close(node)
        self._flush()
        self._end_terms()
        return self.drafts

    def _open(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "br":
            # Two breaks end a paragraph; in an address every one does.
            address = bool(self.open) and self.open[-1] == "address"
            self._flush() if address or self.words[-1:] == [_BREAK] else self.words.append(_BREAK)
        if tag not in _BLOCKS:
            self._find_note(node, None)
            return
        self._flush()
        self._find_note(node, node.mem_id)
        self.open.append(tag)
        if tag in _LISTS:
            start = node.attributes.get("start") or "1"
            self.counters.append(
                int(start) - 1 if tag == "ol" and start.isdecimal() else 0 if tag == "ol" else None
            )
            self.figures.append(_FIGURES.get(node.attributes.get("type") or "", "decimal"))
        elif tag == "li" and self.counters and (count := self.counters[-1]) is not None:
            value = node.attributes.get("value") or ""
            self.counters[-1] = int(value) if value.isdecimal() else count + 1

    def _find_note(self, node: LexborNode, owner: int | None) -> None:
        """Begin a footnote where its text is marked: the element `owner`, or the rest of the block."""
        if self.notes:
            name = node.attributes.get("id") or node.attributes.get("name") or ""
            if name in self.notes:
                self.note = (self.notes[name], owner)

    def _close(self, node: LexborNode) -> None:
        if node.tag not in _BLOCKS:
            return
        self._flush()
        if self.note is not None and self.note[1] == node.mem_id:
            self.note = None
        if self.open:
            self.open.pop()
        if node.tag in _LISTS and self.counters:
            self.counters.pop()
            self.figures.pop()
        if node.tag == "dl":
            self._end_terms()

    def _flush(self) -> None:
        text = " ".join(normalise("".join(self.words)).split())
        self.words.clear()
        if not text:
            return
        if self.open and self.open[-1] == "dt":
            self.terms.append(text)
        else:
            self.drafts.append(self._make(text))
        if self.note is not None and self.note[1] is None:
            self.note = None

    def _end_terms(self) -> None:
        """Give terms that no description follows as lines of their own."""
        self.drafts.extend(Draft(BlockKind.PARAGRAPH, term) for term in self.terms)
        self.terms.clear()

    def _make(self, text: str) -> Draft:
        inner = self.open[-1] if self.open else "p"
        if self.note is not None:
            return Draft(BlockKind.NOTE, f"{self.note[0]} {text.rstrip(_BACK)}")
        if inner in _HEADINGS:
            self.level = _HEADINGS[inner]
            return Draft(BlockKind.HEADING, text, self.level)
        if inner == "summary":
            return Draft(BlockKind.HEADING, text, min(6, self.level + 1))
        if "dd" in self.open and self.terms:
            terms = ", ".join(term.rstrip(" :") for term in self.terms)
            self.terms.clear()
            return Draft(BlockKind.ITEM, f"{terms}: {text}", 1)
        if "li" in self.open and self.counters:
            return Draft(BlockKind.ITEM, self._number(text), min(6, len(self.counters)))
        if inner in ("figcaption", "caption") or is_caption(text):
            return Draft(BlockKind.CAPTION, text)
        if "blockquote" in self.open or is_person(text):
            return Draft(BlockKind.QUOTE, text)
        return Draft(BlockKind.PARAGRAPH, text)

    def _number(self, text: str) -> str:
        """Put the number of an ordered list in front of the first block of an item."""
        count = self.counters[-1]
        before = self.drafts[-1] if self.drafts else None
        mark = f"{show_number(count or 0, self.figures[-1])}. "
        if not count or (text[0].isdecimal() and text[:3].strip(".) ").isdecimal()):
            return text
        again = before is not None and before.kind is BlockKind.ITEM and before.text.startswith(mark)
        return text if again or is_bulleted(text) else mark + text


def find_notes(root: LexborNode) -> dict[str, str]:
    """Give the mark of every footnote by the id (or name) of the element with its text.

    A mark is a link on a number to something further on in the page; the link back is none.
    """
    marks: dict[str, str] = {}
    notes: dict[str, str] = {}
    for node in root.css("a[href], [id], [name]"):
        for name in (node.attributes.get("id"), node.attributes.get("name")):
            if name and name in marks:
                notes.setdefault(name, marks[name])
        target = node.attributes.get("href") or ""
        if target.startswith("#") and (found := _MARK.fullmatch(node.text().strip())):
            marks.setdefault(target[1:], found.group(1))
    return notes


def _walk(root: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """Give "open", "text", "mark" and "close" events in document order; a real table is one "table" event."""
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            yield "close", node
        elif node.is_text_node:
            yield "text", node
        elif node.tag == "table" and _holds_figures(node):
            yield "table", node
        elif node.is_element_node and _is_mark(node):
            yield "mark", node
        elif node.is_element_node:
            yield "open", node
            stack.append((node, True))
            children = []
            child = node.first_child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend((child, False) for child in reversed(children))


def _is_mark(node: LexborNode) -> bool:
    """Tell whether an element is the mark of a footnote."""
    words = (node.text() or "").strip()
    if node.tag == "a":
        return (
            (node.attributes.get("href") or "").startswith("#")
            and words[:1] == "["
            and bool(_MARK.fullmatch(words))
        )
    return node.tag == "sup" and bool(_MARK.fullmatch(words))


def _holds_figures(table: LexborNode) -> bool:
    """Tell whether a table is one of cells, and not a way to lay out the page."""
    rows = table.css("tr")
    nested = len(table.css("table")) > 1
    wide = any(len(row.css("td, th")) > 1 for row in rows[:50])
    long = any(len(cell.text()) > 1_500 for cell in table.css("td")[:200])
    return bool(rows) and wide and not nested and not long


def _read_table(table: LexborNode, notes: Mapping[str, str]) -> list[Draft]:
    caption = table.css_first("caption")
    words = " ".join(normalise(caption.text()).split()) if caption else ""
    rows: list[list[Cell]] = []
    heads = 0
    marked = False
    for row in table.css("tr"):
        named = row.css("th")
        marked = marked or bool(named)
        heading = row.parent is not None and row.parent.tag == "thead"
        if heads == len(rows) and (heading or (named and len(row.css("td")) <= 1)):
            heads += 1
        rows.append([_read_cell(cell, notes) for cell in row.css("td, th")])
    # Cells of a header down the side name rows, which the first cell of each does already.
    heads = 0 if heads == len(rows) else heads
    return read_cells(rows, caption=words, heads=heads if marked else None)


def _read_cell(cell: LexborNode, notes: Mapping[str, str]) -> Cell:
    drafts = _Walker(notes).read(cell)
    bold = sum(len(node.text()) for node in cell.css("b, strong")) if cell.tag == "td" else 0
    return Cell(
        " ".join(draft.text for draft in drafts),
        _read_span(cell, "colspan"),
        _read_span(cell, "rowspan"),
        strong=cell.tag == "th" or (bold > 0 and bold >= len(cell.text().strip())),
    )


def _read_span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return (
        min(MOST_SPAN, max(1, int(value))) if value.isascii() and value.isdecimal() and len(value) < 9 else 1
    )
